import type { Run } from "./run-protocol.ts";

/** What an entry of the standard library that is made anew for each run of a cell may use. */
export type CellContext = {
  cellId: string;
  /** Resolves when the run's inputs change or it ends otherwise. */
  invalidation: Promise<void>;
  /** Aborted at the same time, and by Stop: work that a cell started ends with it. */
  signal: AbortSignal;
  /** Shows the progress of a Run that the entry started. */
  track(run: Run): void;
};

/** What a cell can name, handed to the notebook by the site; every entry is loaded when it is first named. */
export type Stdlib = {
  /** One value for the whole notebook. */
  shared: Record<string, () => unknown>;
  /** A value made for each run of a cell. */
  perCell: Record<string, (context: CellContext) => unknown>;
  /** Modules that `import` finds. */
  modules: Record<string, () => Promise<Record<string, unknown>>>;
};

/** Finds a bundled module for a cell's `import`, or says in plain words what there is. */
export function importer(modules: Stdlib["modules"]) {
  return async (specifier: string, names: string[] = []): Promise<Record<string, unknown>> => {
    const load = Object.hasOwn(modules, specifier) ? modules[specifier] : undefined;
    if (!load) {
      const available = Object.keys(modules).join(", ");
      throw new Error(`Module "${specifier}" is not available in this course. Available are: ${available}.`);
    }
    const module = await load();
    const missing = names.find((name) => !(name in module));
    if (missing !== undefined) throw new Error(`Module "${specifier}" has no export named "${missing}".`);
    return module;
  };
}
