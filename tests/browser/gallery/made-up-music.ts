import { melody } from "../../../src/music/symbolic/melody.ts";
import { render } from "../../../src/music/synthesis/render.ts";

/** Samples a second of the sounds below. */
export const sr = 22_050;

/** A tune of four bars at 100 beats a minute, in C. */
export const tune = melody(
  ["E4", "G4", "C5", "B4", "A4", "F4", "D4", null, "D4", "F4", "A4", "G4", "E4", "D4", "C4"],
  { beats: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2], bpm: 100 },
);

/** The tune as it sounds, rendered when it is first wanted. */
let rendered: Float64Array | undefined;
export function tuneSound(): Float64Array {
  rendered ??= render(tune, { sr, instrument: "piano" });
  return rendered;
}
