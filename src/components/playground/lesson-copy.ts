import { formatNotebook, parseNotebook } from "../../notebook/document/index.ts";

// Code in the text, fenced or in a line, is left alone.
const codeOrTerm =
  /(^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\2|(?![\s\S]))|`[^`\n]+`)|\[\[([^\][|\n]+)(?:\|([^\][\n]+))?\]\]/gm;

function withPlainTerms(text: string): string {
  return text.replace(codeOrTerm, (whole, code, _mark, name, shown) =>
    code === undefined ? (shown ?? name) : whole,
  );
}

/**
 * A lesson's Markdown as that of a notebook. Its terms (`[[overfitting|overfits]]`) become plain words, since a
 * notebook has no glossary, and of its front matter only the seed stays: the rest is about the lesson in its course.
 */
export function lessonCopy(markdown: string): string {
  const { frontMatter, blocks } = parseNotebook(markdown);
  const seed = frontMatter?.match(/^seed:.*$/m)?.[0];
  return formatNotebook({
    frontMatter: seed ? `${seed}\n` : null,
    blocks: blocks.map((block) =>
      block.kind === "prose" ? { ...block, text: withPlainTerms(block.text) } : block,
    ),
  });
}
