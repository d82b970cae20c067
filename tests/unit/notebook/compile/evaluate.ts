import { compile } from "../../../../src/notebook/compile/index.ts";

type Values = Record<string, unknown>;
type Factory = (guard: (line: number) => void, load: unknown) => (...inputs: unknown[]) => Promise<Values>;

// Indirect, as the runtime does it.
// biome-ignore lint/security/noGlobalEval: this is how a cell is run
export const evaluate = eval;

/** Compiles a cell and runs its body once. */
export async function evaluateCell(
  source: string,
  inputs: Values = {},
  guard: (line: number) => void = () => {},
): Promise<Values> {
  const compiled = compile(source);
  const factory = evaluate(`${compiled.body}\n//# sourceURL=the-cell.js`) as Factory;
  const load = async (name: string) => inputs[name];
  return factory(guard, load)(...compiled.inputs.map((name) => inputs[name]));
}

/** The lines of loops and functions that the guard was told of while a cell ran, in order. */
export async function guardedLines(source: string, inputs: Values = {}): Promise<number[]> {
  const lines: number[] = [];
  await evaluateCell(source, inputs, (line) => lines.push(line));
  return lines;
}

/** The line of the cell at which its body threw. */
export async function lineThrown(source: string, inputs: Values = {}): Promise<number> {
  const error = await evaluateCell(source, inputs).then(
    () => null,
    (thrown: Error) => thrown,
  );
  return Number(error?.stack?.match(/the-cell\.js:(\d+)/)?.[1]);
}
