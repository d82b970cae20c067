// A notebook that is running leaves a mark, and takes it back when it has settled or the page is left properly. Each
// visit has a mark and a lock of its own; a mark whose lock nobody holds is that of a visit that ended in the middle.

const visit = crypto.randomUUID();

/** Resolve when this visit's locks are held, which they are until its page is gone, however it goes. */
const locks = new Map<string, Promise<void>>();
const running = new Set<string>();

function markOf(notebook: string, of: string = visit): string {
  return `etude:running:${notebook}#${of}`;
}

function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null; // blocked: then there is no safe mode, and `?safe` still works
  }
}

function hold(mark: string): Promise<void> {
  const manager = globalThis.navigator?.locks as LockManager | undefined;
  if (!manager) return Promise.resolve();
  return new Promise((resolve) => {
    const forEver = () => {
      resolve();
      return new Promise<never>(() => {});
    };
    manager.request(mark, forEver).catch(() => resolve());
  });
}

async function abandonedMarks(notebook: string): Promise<string[]> {
  const kept = storage();
  const prefix = markOf(notebook, "");
  const marks = kept ? Object.keys(kept).filter((key) => key.startsWith(prefix)) : [];
  if (marks.length === 0) return marks;
  const state = await globalThis.navigator?.locks?.query().catch(() => null);
  const held = new Set(state?.held?.map(({ name }) => name));
  return marks.filter((mark) => !held.has(mark));
}

/** Whether a visit ended while cells were running (a crash, an endless loop), or the address asks for it. */
export async function isSafeModeDue(notebook: string): Promise<boolean> {
  const abandoned = await abandonedMarks(notebook);
  return new URLSearchParams(location.search).has("safe") || abandoned.length > 0;
}

/** Tells whether the notebook's cells are running now. */
export async function markRunning(notebook: string, isRunning: boolean): Promise<void> {
  const mark = markOf(notebook);
  if (!isRunning) {
    running.delete(mark);
    storage()?.removeItem(mark);
    return;
  }
  running.add(mark);
  const held = locks.get(mark) ?? hold(mark);
  locks.set(mark, held);
  await held;
  // It may have settled while the lock was asked for.
  if (running.has(mark)) storage()?.setItem(mark, "1");
}

/** Forgets the visits that did not end well. */
export async function forgetAbandoned(notebook: string): Promise<void> {
  for (const mark of await abandonedMarks(notebook)) storage()?.removeItem(mark);
}
