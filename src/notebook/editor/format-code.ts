import { parseJavaScript } from "@observablehq/notebook-kit";
import { CellSyntaxError, compile } from "../compile/index.ts";
import { FormatError } from "./format-error.ts";

/** A tidied text, and where in it the cursor is now. */
export type Formatted = { source: string; cursor: number };

/** The style of the lessons' own code. */
const style = { printWidth: 100, bracketSpacing: false, embeddedLanguageFormatting: "off" } as const;

/**
 * Tidies a cell's code. The cell stays what it is: the same names go in and come out, and what shows itself still does.
 * Throws a FormatError where that is not possible.
 */
export async function formatCode(source: string, cursor: number): Promise<Formatted> {
  const before = shapeOf(source);
  const [{ formatWithCursor }, acorn, estree] = await Promise.all([
    import("prettier/standalone"),
    import("prettier/plugins/acorn"),
    import("prettier/plugins/estree"),
  ]);
  // Prettier formats programs, in which `{a: 1}` would be a block: in brackets an expression is one.
  const [open, close] = before.isExpression ? ["(", "\n)"] : ["", ""];
  const { formatted, cursorOffset } = await formatWithCursor(open + source + close, {
    ...style,
    parser: "acorn",
    plugins: [acorn, estree],
    cursorOffset: cursor + open.length,
  });
  const text = formatted.trimEnd();
  const whole = { source: text, cursor: Math.max(0, cursorOffset) };
  const candidates = before.isExpression ? asExpression(whole, source.trimStart().startsWith("(")) : [whole];
  const found = candidates.find((candidate) => isSame(before, candidate.source));
  if (!found) throw new FormatError("This code cannot be tidied without changing what the cell does.");
  return { ...found, cursor: Math.min(found.cursor, found.source.length) };
}

/** A semicolon at the end, with whatever comments stand behind it. */
const lastSemicolon = /;((?:\s*(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/))*)$/;

/**
 * An expression shows itself only without the semicolon at its end. Brackets around it that Prettier needs, and the
 * learner did not, are taken off where it stays an expression without them.
 */
function asExpression({ source, cursor }: Formatted, hadBrackets: boolean): Formatted[] {
  const bare = source.replace(lastSemicolon, "$1");
  const inside = hadBrackets ? undefined : bare.match(/^\(([\s\S]*)\)$/)?.[1];
  const candidates = [{ source: bare, cursor }];
  if (inside !== undefined) candidates.unshift({ source: inside, cursor: Math.max(0, cursor - 1) });
  return candidates;
}

type Shape = { isExpression: boolean; compiled: string };

/** What must not change when code is tidied. */
function shapeOf(source: string): Shape {
  try {
    const { inputs, outputs, autodisplay, budgetMs } = compile(source);
    const { expression } = parseJavaScript(source);
    return { isExpression: expression, compiled: JSON.stringify({ inputs, outputs, autodisplay, budgetMs }) };
  } catch (error) {
    if (!(error instanceof CellSyntaxError)) throw error;
    throw new FormatError(
      `Line ${error.line} has to be mended before the code can be tidied. ${error.message}`,
    );
  }
}

function isSame(before: Shape, source: string): boolean {
  try {
    const after = shapeOf(source);
    return after.isExpression === before.isExpression && after.compiled === before.compiled;
  } catch {
    return false;
  }
}
