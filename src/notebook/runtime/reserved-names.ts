import type { CompiledCell } from "../compile/compile.ts";
import { perRunNames } from "./cell-body.ts";
import { reservedName } from "./explain-error.ts";
import { explained } from "./explained.ts";
import type { Stdlib } from "./stdlib-port.ts";

/** Whether a name means something else in each run of a cell. */
export function isPerRun(name: string, { perCell }: Stdlib): boolean {
  return perRunNames.has(name) || Object.hasOwn(perCell, name);
}

/** Whether a name belongs to the standard library, so that no cell may define it. */
export function isReserved(name: string, stdlib: Stdlib): boolean {
  return isPerRun(name, stdlib) || Object.hasOwn(stdlib.shared, name);
}

/** Throws when a cell defines a name of the library; what it imports under such a name is looked at once it is there. */
export function refuseReserved({ outputs, imports = [], lines }: CompiledCell, stdlib: Stdlib): void {
  const name = outputs.find((name) => isReserved(name, stdlib) && !imports.includes(name));
  if (name !== undefined) throw explained(reservedName(name, lines[name], false));
}

/** Throws when a cell has imported under a name of the library something else than the library has. */
export async function refuseOtherImports(
  { imports = [], lines }: CompiledCell,
  values: Record<string, unknown>,
  stdlib: Stdlib,
): Promise<void> {
  for (const name of imports) {
    if (!isReserved(name, stdlib)) continue;
    const own = isPerRun(name, stdlib) ? undefined : await stdlib.shared[name]!();
    if (own === undefined || own !== values[name]) throw explained(reservedName(name, lines[name], true));
  }
}
