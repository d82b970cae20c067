import type { Keeping } from "./keeping.ts";

/** Writes what waits to be written when the page is hidden or left; returns what ends that, and does it once more. */
export function handleLeaving(keeping: Keeping): () => void {
  const leave = () => keeping.keeper.flush();
  const hide = () => {
    if (document.visibilityState === "hidden") keeping.keeper.flush();
  };
  const warn = (event: BeforeUnloadEvent) => {
    keeping.keeper.flush();
    // What cannot be kept is not to be lost without a word.
    if (typeof keeping.saved === "object" && keeping.saved !== null) event.preventDefault();
  };
  addEventListener("pagehide", leave);
  addEventListener("beforeunload", warn);
  document.addEventListener("visibilitychange", hide);
  return () => {
    removeEventListener("pagehide", leave);
    removeEventListener("beforeunload", warn);
    document.removeEventListener("visibilitychange", hide);
    leave();
  };
}
