import { createHash } from "node:crypto";
import { parseNotebook } from "../../notebook/document/index.ts";

/**
 * What a lesson shows with JavaScript off: the figures and numbers of its cells, recorded by `npm run record`. The lesson
 * walk of the tests compares their words with what the lesson comes to. `sources` is a hash of the cells' sources, so
 * that `npm run check` can tell when they no longer fit.
 */
export type Pictures = {
  sources: string;
  /** By cell: its figures as HTML, and the height in pixels that they take. */
  cells: Record<string, { html: string; height: number }>;
  /** By inline expression: its text. */
  inline: Record<string, string>;
};

/** Where a lesson's pictures are kept: beside it. */
export function picturesPath(lessonPath: string): string {
  return lessonPath.replace(/\.md$/, ".pictures.json");
}

/** The hash of everything in a lesson that its figures depend on: its cells, its inline expressions, its seed. */
export function sourcesHash(markdown: string): string {
  const { frontMatter, blocks } = parseNotebook(markdown);
  const seed = frontMatter?.match(/^seed:.*$/m)?.[0] ?? "";
  const parts = blocks.flatMap((block) => {
    if (block.kind === "fence") return block.fence.kind === "cell" ? [block.source] : [];
    return Array.from(block.text.matchAll(/\$\{[^}]*\}/g), ([expression]) => expression);
  });
  return createHash("sha256")
    .update(JSON.stringify([seed, parts]))
    .digest("hex")
    .slice(0, 16);
}
