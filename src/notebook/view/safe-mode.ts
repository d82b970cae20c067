/** A notebook that is running leaves a mark, and takes it back when it has settled or the page is left properly. */
function markOf(notebook: string): string {
  return `etude:running:${notebook}`;
}

function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null; // blocked: then there is no safe mode, and `?safe` still works
  }
}

/** Whether the last visit ended while cells were running (a crash, an endless loop), or the address asks for it. */
export function isSafeModeDue(notebook: string): boolean {
  return new URLSearchParams(location.search).has("safe") || storage()?.getItem(markOf(notebook)) != null;
}

/** Tells whether the notebook's cells are running now. */
export function markRunning(notebook: string, running: boolean): void {
  if (running) storage()?.setItem(markOf(notebook), "1");
  else storage()?.removeItem(markOf(notebook));
}
