import { nearestName } from "../document/nearest-name.ts";
import type { CellError } from "./cell-error.ts";
import type { ErrorHost, RunningCell } from "./cell-host.ts";
import { refusedGlobals } from "./globals.ts";

/** What is amiss with a name that a cell reads, and how much: what nobody defines counts before what only failed. */
type Amiss = { error: CellError; weight: number };

/**
 * Why a cell cannot run although its own code is sound: of all the names that it reads, the worst off; among equals,
 * the one that it reads first. So the answer does not depend on which of them was heard of first.
 * @param error what the runtime said of one of the inputs
 */
export function explainInputs(
  error: Error & { input?: string },
  cell: RunningCell,
  host: ErrorHost,
): CellError {
  let worst: Amiss | null = null;
  for (const name of cell.inputs) {
    const amiss = inputAmiss(name, cell, host);
    if (amiss && amiss.weight > (worst?.weight ?? 0)) worst = amiss;
  }
  if (worst) return worst.error;
  const name = error.input!;
  const line = cell.spec.compiled?.lines[name];
  return { kind: "runtime", name, message: error.message, ...(line !== undefined && { line }) };
}

function inputAmiss(name: string, cell: RunningCell, host: ErrorHost): Amiss | null {
  const line = cell.spec.compiled?.lines[name];
  const at = { name, ...(line !== undefined && { line }) };
  const definers = host.definers(name);
  const [definer, other] = definers;
  if (!definer) {
    if (host.isBuiltIn(name)) return null;
    return { weight: 3, error: { ...at, kind: "undefined", ...nowhere(name, cell, host) } };
  }
  const upstream = (message: string) => ({ ...at, kind: "upstream" as const, cell: definer.id, message });
  if (other) {
    const listed = definers.map(({ id }) => `“${id}”`).join(" and ");
    const message = `Waiting for \`${name}\`, which is defined in more than one cell: ${listed}.`;
    return { weight: 2, error: upstream(message) };
  }
  const { state } = definer.outcome(name);
  if (state === "rejected") return { weight: 2, error: upstream(`Waiting for \`${name}\`, which failed.`) };
  if (state !== "idle") return null;
  return { weight: 1, error: upstream(`Waiting for \`${name}\`, ${notRun(definer)}.`) };
}

function notRun({ state, spec }: RunningCell): string {
  if (state === "stopped") return "whose cell was stopped";
  return spec.blank ? "whose cell has blanks to fill in" : "whose cell has not been run yet";
}

type Nowhere = Pick<CellError, "message" | "cell" | "hint">;

function nowhere(name: string, cell: RunningCell, host: ErrorHost): Nowhere {
  return { message: undefinedMessage(name, host), ...whatBecameOf(name, cell, host) };
}

/** What is known only where it was so before: it stands apart from the message, which a fresh page says as well. */
function whatBecameOf(name: string, cell: RunningCell, host: ErrorHost): Pick<Nowhere, "cell" | "hint"> {
  const former = host.formerDefiner(name);
  if (!former) return {};
  const { id, outputs, deleted } = former;
  if (deleted) return { hint: `The cell “${id}”, which defined it, was deleted.` };
  const now = outputs.filter((output) => !cell.inputs.includes(output));
  const instead = now.length === 1 ? `now defines \`${now[0]}\` instead` : "does not define it any more";
  return { cell: id, hint: `The cell “${id}” ${instead}.` };
}

function undefinedMessage(name: string, host: ErrorHost): string {
  const refused = Object.hasOwn(refusedGlobals, name) ? refusedGlobals[name] : undefined;
  if (refused !== undefined) return `\`${name}\` is not defined in any cell. ${refused}`;
  const near = nearestName(name, host.knownNames());
  return `\`${name}\` is not defined in any cell.${near ? ` Did you mean \`${near}\`?` : ""}`;
}
