import type { PlayedNotes } from "./clip.ts";
import type { RenderAnswer, RenderRequest } from "./render-notes.worker.ts";

/**
 * What `music.render` makes of notes, by a worker, so that the page stays awake; an instrument that is a learner's own
 * function plays on the page. Rejects with the words of `music.render` when a note or the instrument is not right.
 */
export async function renderNotes({ notes, instrument }: PlayedNotes, sr: number): Promise<Float64Array> {
  if (typeof instrument === "function") {
    const { render } = await import("../../music/synthesis/render.ts");
    return render(notes, { sr, instrument });
  }
  const worker = new Worker(new URL("./render-notes.worker.ts", import.meta.url), { type: "module" });
  try {
    const answer = await new Promise<RenderAnswer>((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<RenderAnswer>) => resolve(data));
      worker.addEventListener("error", () => reject(new Error("the notes could not be rendered")));
      // Only what a note is: a learner's note may carry what cannot be sent.
      const plain = notes.map(({ onset, offset, midi, hz, velocity }) => ({
        onset,
        offset,
        midi,
        hz,
        velocity,
      }));
      worker.postMessage({ notes: plain, options: { sr, instrument } } satisfies RenderRequest);
    });
    if ("message" in answer) throw new RangeError(answer.message);
    return answer.y;
  } finally {
    worker.terminate();
  }
}
