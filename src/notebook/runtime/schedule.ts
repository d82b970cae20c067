const frameTimeoutMs = 40;

/**
 * Waits for the next animation frame, or a short timer where frames are not drawn: in a hidden tab and in a frame
 * below the fold the browser stops its frames, and cells must still run.
 */
export function frameOrTimer(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestAnimationFrame !== "function") {
      setTimeout(resolve, 0);
      return;
    }
    const frame = requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
    const timer = setTimeout(() => {
      cancelAnimationFrame(frame);
      resolve();
    }, frameTimeoutMs);
  });
}
