import type { FenceBlock, NotebookDocument } from "../../notebook/document/index.ts";

/** A piece of a lesson's file: its text, and the line on which it starts, from 1. */
export type Passage = { source: string; line: number };

/** An exercise as its lesson's file has it. */
export type Exercise = {
  id: string;
  points: number;
  /** What the learner starts with. */
  starter: Passage;
  /** The body of a function that looks at what the learner made. */
  check: Passage | null;
  /** In Markdown; shown one by one. */
  hints: Passage[];
  solution: Passage | null;
  /** Attempts that must get the message that they expect, or one that begins or goes on with it. */
  wrongs: (Passage & { expect: string })[];
};

const defaultPoints = 1;

/** The exercises of a lesson, in order, each with what belongs to it. */
export function exercisesOf({ blocks }: NotebookDocument): Exercise[] {
  const fences = blocks.filter((block): block is FenceBlock => block.kind === "fence");
  const passage = ({ source, line }: FenceBlock): Passage => ({ source, line });
  return fences
    .filter(({ fence }) => fence.kind === "exercise")
    .map((block) => {
      const { id = "", points } = block.fence.options;
      const parts = (kind: string) =>
        fences.filter(({ fence }) => fence.kind === kind && fence.options.for === id);
      const first = (kind: string) => {
        const [part] = parts(kind);
        return part ? passage(part) : null;
      };
      return {
        id,
        points: points === undefined ? defaultPoints : Number(points),
        starter: passage(block),
        check: first("check"),
        hints: parts("hint").map(passage),
        solution: first("solution"),
        wrongs: parts("wrong").map((part) => ({ ...passage(part), expect: part.fence.options.expect ?? "" })),
      };
    });
}

/**
 * A check as an expression that a notebook can compile: a check is the body of a function, and may `return`. Its lines
 * stay where they are.
 */
export function checkExpression(source: string): string {
  return `await (async () => {${source}\n})()`;
}
