import { type CellPlace, startOf } from "./cell-error.ts";
import { RunEnded } from "./cell-run.ts";

/** An error that nobody caught, and where in the code of a cell it began. */
type LateError = { error: unknown } & CellPlace;
type Report = (late: LateError) => boolean;

/** Those of the notebooks that are open. */
const reports = new Set<Report>();

function told(event: Event): void {
  const { error, reason } = event as Event & { error?: unknown; reason?: unknown };
  const thrown = error ?? reason;
  // What an outdated run left behind was ended on purpose: there is nothing to tell.
  const isEnded = RunEnded.is(thrown);
  if (isEnded) event.preventDefault();
  const start = isEnded ? null : startOrNull(thrown);
  if (!start) return;
  // An interval fails again and again: the browser's console need not be told each time.
  const isNews = Array.from(reports, (report) => report({ error: thrown, ...start })).some(Boolean);
  if (!isNews) event.preventDefault();
}

function startOrNull(thrown: unknown): CellPlace | null {
  try {
    return startOf(thrown);
  } catch {
    return null; // it cannot be read, so whose it is cannot be told
  }
}

/**
 * Listens for errors of cells' code that runs by itself: event handlers, timers, promises that nobody waits for.
 * @param page where uncaught errors are told, such as the window
 * @param report is told of each, and answers whether it is news
 * @returns what ends the reports; the page is listened to on, since what a closed notebook left behind goes on failing
 */
export function watchLateErrors(page: EventTarget, report: Report): () => void {
  reports.add(report);
  // A page takes the same listener only once.
  page.addEventListener("error", told);
  page.addEventListener("unhandledrejection", told);
  return () => reports.delete(report);
}
