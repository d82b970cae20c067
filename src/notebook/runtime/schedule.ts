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

/** Cells may follow one another without a break for this long; then the page gets its chance to draw. */
const sliceMs = 10;

let line: Promise<void> = Promise.resolve();
let sliceStart = 0;

/**
 * Waits until it is this cell's turn. Cells whose inputs are ready together would else run in one go, and the page
 * could not show the first before the last: so they stand in line, with a turn of the event loop between them
 * whenever those before have taken a while.
 */
export function takeTurn(): Promise<void> {
  line = line.then(async () => {
    if (performance.now() - sliceStart < sliceMs) return;
    await nextTask();
    sliceStart = performance.now();
  });
  return line;
}

/** The next turn of the event loop: by a message, since timers are throttled in hidden tabs. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
