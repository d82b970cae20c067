/** What a cell is doing. `idle` covers what waits to be asked: a `run=click` cell, one with blanks, one behind them. */
export const cellStates = ["idle", "queued", "running", "fulfilled", "rejected", "stale", "stopped"] as const;
export type CellState = (typeof cellStates)[number];

/**
 * What can happen to a cell: an input changed or it was asked to run (`invalidate`), its inputs are ready and its body
 * starts (`start`), it ended (`fulfil`, `reject`), it was ended (`stop`), its result no longer fits its inputs or its
 * source and will stay so until asked (`outdate`), it has nothing to do until asked (`rest`).
 */
export type CellEvent = "invalidate" | "start" | "fulfil" | "reject" | "stop" | "outdate" | "rest";

const transitions: Record<CellEvent, Partial<Record<CellState, CellState>> | CellState> = {
  invalidate: "queued",
  start: "running",
  // A late result of a run that was stopped changes nothing.
  fulfil: { idle: "fulfilled", queued: "fulfilled", running: "fulfilled", rejected: "fulfilled" },
  reject: { idle: "rejected", queued: "rejected", running: "rejected", fulfilled: "rejected" },
  stop: { queued: "stopped", running: "stopped" },
  outdate: { queued: "stale", fulfilled: "stale", rejected: "stale", stopped: "stale" },
  rest: { queued: "idle", running: "idle", rejected: "idle" },
};

/** The state after an event: pure, and total (an event that does not apply leaves the state as it is). */
export function transition(state: CellState, event: CellEvent): CellState {
  const to = transitions[event];
  return typeof to === "string" ? to : (to[state] ?? state);
}

/** Whether a cell in this state keeps its notebook from being settled. */
export function isBusy(state: CellState): boolean {
  return state === "queued" || state === "running";
}
