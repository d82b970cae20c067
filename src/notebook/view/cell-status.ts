import type { CellState } from "../runtime/index.ts";
import type { SaveState } from "../storage/index.ts";

/** What the line under a cell tells of it. */
export type CellStatus = {
  state: CellState;
  onClick: boolean;
  blank: boolean;
  /** Came from elsewhere, and is not run. */
  foreign: boolean;
  edited: boolean;
  /** How long the last run took, and how long the one under way has taken. */
  elapsedMs: number;
  /** How long it took when it was last asked to run, perhaps on another day. */
  rememberedMs: number | undefined;
  /** What it waits for: a name that another cell is still making, or something that its own code was promised. */
  waitsFor: string | null;
  reasons: string[];
  actsOnRelease: boolean;
  saved: SaveState | null;
};

const slowMs = 500;

const words: Record<CellState, string> = {
  idle: "not run",
  queued: "waiting",
  running: "running",
  fulfilled: "done",
  rejected: "failed",
  stale: "changed since it ran",
  stopped: "stopped",
};

/** A duration as it is worth saying: `0.7 s`, `12 s`, `3 min`. */
export function durationWords(ms: number): string {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  return ms < 100_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
}

/** The line under a cell, in words. */
export function statusSentence(status: CellStatus): string {
  const { state, elapsedMs, reasons, saved } = status;
  const parts = [stateWords(status)];
  const tellsTime = state === "fulfilled" || state === "running" || state === "stopped";
  if (tellsTime && elapsedMs > slowMs) parts.push(durationWords(elapsedMs));
  if (state === "running" && status.waitsFor && elapsedMs > slowMs)
    parts.push(`waits for ${status.waitsFor}`);
  if (reasons.length > 0 && state === "fulfilled") parts.push(`ran again because ${list(reasons)} changed`);
  if (status.actsOnRelease) parts.push("acts when you let go");
  if (status.edited) parts.push(savedWords(saved));
  return parts.filter(Boolean).join(" · ");
}

function stateWords({ state, onClick, blank, foreign, rememberedMs, waitsFor }: CellStatus): string {
  if (foreign) return "from elsewhere, not run";
  if (state === "idle" && blank) return "fill in the blanks, then run it";
  const took = rememberedMs !== undefined && rememberedMs > slowMs;
  const about = took ? `, about ${durationWords(rememberedMs)}` : "";
  if (state === "idle" && onClick) return `runs when you ask${about}`;
  if (state === "stale" && onClick) return `changed since it ran${about && ` (${about.slice(2)})`}`;
  if (state === "queued" && waitsFor) return `waiting for ${waitsFor}`;
  return words[state];
}

function savedWords(saved: SaveState | null): string {
  if (saved === "saving") return "edited, saving …";
  if (saved && typeof saved === "object") return `edited, not saved: ${saved.failed}`;
  return "edited, saved";
}

function list(names: string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
