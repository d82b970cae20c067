import { splitInline } from "../document/index.ts";
import type { Formatted } from "./format-code.ts";
import { FormatError } from "./format-error.ts";

/** Tidies Markdown; values inside `${…}` stay as they are. Throws a FormatError where they would not. */
export async function formatMarkdown(source: string, cursor: number): Promise<Formatted> {
  const [{ formatWithCursor }, markdown] = await Promise.all([
    import("prettier/standalone"),
    import("prettier/plugins/markdown"),
  ]);
  const { formatted, cursorOffset } = await formatWithCursor(source, {
    parser: "markdown",
    plugins: [markdown],
    proseWrap: "preserve",
    embeddedLanguageFormatting: "off",
    cursorOffset: cursor,
  });
  const tidied = formatted.trimEnd();
  if (JSON.stringify(expressionsIn(tidied)) !== JSON.stringify(expressionsIn(source)))
    throw new FormatError("This text cannot be tidied without changing a value in braces.");
  return { source: tidied, cursor: Math.min(Math.max(0, cursorOffset), tidied.length) };
}

function expressionsIn(markdown: string): string[] {
  return splitInline(markdown).flatMap((part) => ("expression" in part ? [part.expression] : []));
}
