import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";

/** How a tool ended, and what it printed when its output was captured (else empty). */
export type ToolResult = { code: number; output: string };

/** The file that Node runs for a tool of node_modules: `astro`, `tsc` of `typescript`. */
export function toolEntry(packageName: string, command = packageName): string {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
}

/**
 * Runs a tool with Node, in the repository's folder, and waits for its end.
 * @param entry file that Node runs, as from `toolEntry`
 * @param options.capture keep the output instead of showing it as it comes
 * @param options.env added to the environment
 */
export function runTool(
  entry: string,
  args: string[] = [],
  { capture = false, env = {} }: { capture?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<ToolResult> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", entry, ...args], {
      cwd: root,
      stdio: capture ? ["ignore", "pipe", "pipe"] : "inherit",
      env: { ...process.env, ...env },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.on("error", failed);
    child.on("close", (code) => done({ code: code ?? 1, output }));
  });
}
