import { type CompiledCell, compile, hasBlank } from "./compile.ts";
import { guessNames } from "./guess-names.ts";
import { CellSyntaxError, type ForeignAssignment } from "./messages.ts";

/** What is wrong with a source; `assigns` when it assigns to a name that is not its own. */
export type SyntaxFault = {
  kind: "syntax";
  message: string;
  line: number;
  assigns?: ForeignAssignment;
};

/** What became of a source: a compiled cell, or what is wrong with it. */
export type Compilation = {
  compiled: CompiledCell | null;
  /** It has blanks to fill in. */
  blank: boolean;
  syntaxError?: SyntaxFault;
  /** The names that it means to define, when it does not compile. */
  names?: string[];
};

/** Compiles a cell; what does not compile is told, not thrown. */
export function tryCompile(source: string): Compilation {
  const blank = hasBlank(source);
  try {
    return { blank, compiled: compile(source) };
  } catch (error) {
    if (!(error instanceof CellSyntaxError)) throw error;
    const { message, line, assigns } = error;
    return {
      blank,
      compiled: null,
      syntaxError: { kind: "syntax", message, line, ...(assigns && { assigns }) },
      names: guessNames(source),
    };
  }
}
