// npm run check: everything that can be said about the sources without running them. All steps run, whatever the one
// before found; each is named with its time.
import { runTool, type ToolResult, toolEntry } from "./lib/tool.ts";

type Step = { name: string; run: () => Promise<ToolResult> };

const tool = (entry: string, ...args: string[]) => runTool(entry, args, { capture: true });

/** Writes the types of the content collections, which both lanes read. */
const types: Step = {
  name: "types of the lessons (astro sync)",
  run: () => tool(toolEntry("astro"), "sync"),
};

/** Those of one lane run one after the other, and both lanes at once: two processors are what there is at least. */
const lanes: Step[][] = [
  [
    {
      name: "pages and components (astro check)",
      run: () => tool(toolEntry("astro"), "check", "--noSync", "--minimumFailingSeverity", "warning"),
    },
  ],
  [
    {
      name: "format and lint (biome)",
      run: () => tool(toolEntry("@biomejs/biome", "biome"), "check", "--error-on-warnings"),
    },
    { name: "lessons (lint:lessons)", run: () => tool("scripts/lint-lessons.ts") },
    { name: "recorded pictures", run: () => tool("scripts/check-pictures.ts") },
    { name: "types (tsc)", run: () => tool(toolEntry("typescript", "tsc"), "--noEmit", "-p", ".") },
  ],
];

let failed = 0;
async function runLane(steps: Step[]): Promise<void> {
  for (const { name, run } of steps) {
    const started = performance.now();
    const { code, output } = await run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${code === 0 ? "ok    " : "FAILED"} ${name}, ${seconds} s`);
    if (code !== 0) {
      console.log(output.trimEnd());
      failed += 1;
    }
  }
}
await runLane([types]);
await Promise.all(lanes.map(runLane));
const count = 1 + lanes.flat().length;
console.log(failed === 0 ? `All ${count} checks passed.` : `${failed} of ${count} checks failed.`);
process.exit(failed === 0 ? 0 : 1);
