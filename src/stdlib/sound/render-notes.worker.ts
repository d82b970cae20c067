import { type RenderOptions, render } from "../../music/synthesis/render.ts";
import type { PlayedNotes } from "./clip.ts";

/** Notes to be rendered, and the answer to them: samples, or why there are none. */
export type RenderRequest = { notes: PlayedNotes["notes"]; options: RenderOptions };
export type RenderAnswer = { y: Float64Array } | { message: string };

// Some hundred notes take seconds: the page stays awake meanwhile.
addEventListener("message", ({ data: { notes, options } }: MessageEvent<RenderRequest>) => {
  let answer: RenderAnswer;
  try {
    answer = { y: render(notes, options) };
  } catch (error) {
    answer = { message: error instanceof Error ? error.message : String(error) };
  }
  postMessage(answer);
});
