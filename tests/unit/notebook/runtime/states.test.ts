import fc from "fast-check";
import { expect, test } from "vitest";
import { type CellState, cellStates } from "../../../../src/notebook/runtime/index.ts";
import { type CellEvent, isBusy, transition } from "../../../../src/notebook/runtime/states.ts";

const events: CellEvent[] = ["invalidate", "start", "fulfil", "reject", "stop", "outdate", "rest"];

/** Where each event leads from idle, queued, running, fulfilled, rejected, stale, stopped; a dot stays. */
const table: Record<CellEvent, string> = {
  invalidate: "queued queued queued queued queued queued queued",
  start: "running running running running running running running",
  fulfil: "fulfilled fulfilled fulfilled . fulfilled . .",
  reject: "rejected rejected rejected rejected . . .",
  stop: ". stopped stopped . . . .",
  outdate: ". stale . stale stale . stale",
  rest: ". idle idle . idle . .",
};

test.each(events)("%s leads from every state where the table says", (event) => {
  const to = table[event].split(" ");
  expect(cellStates.map((from) => transition(from, event))).toEqual(
    cellStates.map((from, i) => (to[i] === "." ? from : to[i])),
  );
});

test("a cell that was stopped, or is stale, stays so whatever comes late, until it is invalidated", () => {
  const late: CellEvent[] = ["fulfil", "reject", "stop", "rest"];
  fc.assert(
    fc.property(
      fc.constantFrom<CellState>("stopped", "stale"),
      fc.array(fc.constantFrom(...late)),
      (state, all) => {
        expect(all.reduce(transition, state)).toBe(state);
        expect(transition(all.reduce(transition, state), "invalidate")).toBe("queued");
      },
    ),
  );
});

test("a queued and a running cell are busy, and no other", () => {
  expect(cellStates.filter(isBusy)).toEqual(["queued", "running"]);
});
