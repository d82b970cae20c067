import type { Formatted } from "./format-code.ts";
import { FormatError } from "./format-error.ts";

/**
 * Tidies the source of a cell; what it takes is loaded when it is first asked for. Throws a FormatError that says in
 * plain words why it cannot.
 */
export async function format(language: "js" | "md", source: string, cursor: number): Promise<Formatted> {
  try {
    const tidy =
      language === "js"
        ? (await import("./format-code.ts")).formatCode
        : (await import("./format-markdown.ts")).formatMarkdown;
    return await tidy(source, cursor);
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError(`This cell could not be tidied: ${(error as Error).message}`);
  }
}
