const REPEATS = 5;
/** Long enough for a clock of the operating system, which may tick only every 16 ms. */
const BATCH_MS = 100;

/**
 * The least processor time in ms that some work took, over a few repeats: it is the same whether the machine has
 * anything else to do or not. What the collection of garbage took on other threads is in it.
 */
export function bestCpu(work: () => unknown): number {
  // Code is cold at first.
  work();
  const runs = Math.max(1, Math.ceil(BATCH_MS / cpuOf(work, 1)));
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < REPEATS; i++) best = Math.min(best, cpuOf(work, runs) / runs);
  return best;
}

function cpuOf(work: () => unknown, runs: number): number {
  const started = process.cpuUsage();
  for (let i = 0; i < runs; i++) work();
  const { user, system } = process.cpuUsage(started);
  return Math.max(1e-3, (user + system) / 1000);
}
