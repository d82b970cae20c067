import type { ErrorHost, RunningCell } from "./cell-host.ts";

/** The names that a queued cell waits for, and the cells that are to make them. */
export function pendingInputs(
  { state, inputs }: RunningCell,
  host: ErrorHost,
): { name: string; cell: string }[] {
  if (state !== "queued") return [];
  return inputs.flatMap((name) => {
    const [definer, other] = host.definers(name);
    return definer?.busy && !other ? [{ name, cell: definer.id }] : [];
  });
}
