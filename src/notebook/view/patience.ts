/** How often it is looked whether the time is over. */
const glanceMs = 100;

/**
 * Calls back when so many milliseconds have gone by in which the page was free to hear an answer. Time in which it was
 * busy counts as one glance, however long: an answer that came meanwhile could not be heard.
 * @returns what ends the waiting
 */
export function afterFree(milliseconds: number, late: () => void): () => void {
  const glance = Math.min(glanceMs, milliseconds);
  let waited = 0;
  const timer = setInterval(() => {
    waited += glance;
    if (waited < milliseconds) return;
    clearInterval(timer);
    late();
  }, glance);
  return () => clearInterval(timer);
}
