import type { Spectrogram } from "../base/spectrogram.ts";
import { midiOfNote, NOTES } from "./note-salience.ts";

/** Three registers of 12 pitch classes each: what the bass has, the middle, and the top. */
export const REGISTERS = [
  { name: "bass", centre: 42, width: 7 },
  { name: "middle", centre: 60, width: 8 },
  { name: "top", centre: 76, width: 8 },
] as const;

/** Numbers a frame: the twelve of the bass, of the middle, of the top. */
export const REGISTER_BINS = 12 * REGISTERS.length;

const shares = REGISTERS.map(({ centre, width }) =>
  Float64Array.from({ length: NOTES }, (_, n) => Math.exp(-0.5 * ((midiOfNote(n) - centre) / width) ** 2)),
);

/** The notes gathered into pitch classes, register by register. */
export function registerChroma({ data, frames }: Spectrogram): Spectrogram {
  const out = new Float64Array(frames * REGISTER_BINS);
  for (let t = 0; t < frames; t++) {
    for (let n = 0; n < NOTES; n++) {
      const amount = data[t * NOTES + n];
      for (let r = 0; r < REGISTERS.length; r++) {
        out[t * REGISTER_BINS + 12 * r + (midiOfNote(n) % 12)] += amount * shares[r][n];
      }
    }
  }
  return { data: out, frames, bins: REGISTER_BINS };
}
