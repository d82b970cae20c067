import { startOf } from "./cell-error.ts";
import { RunEnded } from "./cell-run.ts";

/** An error that nobody caught, of code of a cell. */
type LateError = { error: unknown; cell: string };

/**
 * Listens for errors of cells' code that runs by itself: event handlers, timers, promises that nobody waits for.
 * @param page where uncaught errors are told, such as the window
 * @param report is told of each, and answers whether it is news
 * @returns what ends it
 */
export function watchLateErrors(page: EventTarget, report: (late: LateError) => boolean): () => void {
  const told = (event: Event) => {
    const { error, reason } = event as Event & { error?: unknown; reason?: unknown };
    const thrown = error ?? reason;
    // What an outdated run left behind was ended on purpose: there is nothing to tell.
    if (thrown instanceof RunEnded) return event.preventDefault();
    const cell = startOf(thrown);
    // An interval fails again and again: the browser's console need not be told each time.
    if (cell !== null && !report({ error: thrown, cell })) event.preventDefault();
  };
  page.addEventListener("error", told);
  page.addEventListener("unhandledrejection", told);
  return () => {
    page.removeEventListener("error", told);
    page.removeEventListener("unhandledrejection", told);
  };
}
