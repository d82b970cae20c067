import type { Module, Variable } from "@observablehq/runtime";
import type { CompiledCell } from "../compile/compile.ts";
import { CellBody } from "./cell-body.ts";
import type { CellHost } from "./cell-host.ts";
import { CellRun } from "./cell-run.ts";
import { isPerRun } from "./reserved-names.ts";

/**
 * Runs compiled code once, beside the cells: it may read what they define, and `own`, whose names win. It shows nothing,
 * and what it started ends with it.
 *
 * @param id what stack traces call it
 * @returns what it makes, by name; of an expression the name is `value`
 * @throws what the code throws, and what a cell threw that it reads
 */
export async function evaluateOnce(
  host: CellHost,
  id: string,
  compiled: CompiledCell,
  own: ReadonlyMap<string, unknown>,
): Promise<Record<string, unknown>> {
  const names = compiled.inputs.filter((name) => !own.has(name) && !isPerRun(name, host.stdlib));
  const values = await valuesOf(host.module, names);
  const never = new Promise<void>(() => {});
  const given = new Map<string, unknown>([["invalidation", never], ...own]);
  names.forEach((name, i) => {
    given.set(name, values[i]);
  });
  const run = new CellRun(never, () => {});
  const shown = <T>(value: T): T => value;
  try {
    const { exports } = await new CellBody(id, compiled, host).call(run, given, {
      display: shown,
      view: shown,
    });
    return await run.race(exports);
  } finally {
    run.end("outdated");
  }
}

/** What names stand for now, once all of them have a value. */
function valuesOf(module: Module, names: string[]): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const over = (tell: () => void) => {
      variable.delete();
      tell();
    };
    const variable: Variable = module.variable({
      fulfilled: (values: unknown) => over(() => resolve(values as unknown[])),
      rejected: (error: unknown) => over(() => reject(error)),
    });
    variable.define(null, names, (...values: unknown[]) => values);
  });
}
