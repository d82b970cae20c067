import { mpm, type PitchTrack, pyin, yin } from "../../src/music/index.ts";

// After the knock of the hammer, and before the highest notes are over.
const FROM_SECONDS = 0.05;
const TO_SECONDS = 0.5;

/** What each of our pitch trackers makes of a note: the median of the frames that have a pitch, in Hz. */
export type Pitches = { yin: number; plainYin: number; pyin: number; mpm: number };

/** The pitch of a sound that begins at time 0, from 0.05 to 0.5 s. */
export function pitches(y: Float32Array, sr: number): Pitches {
  return {
    yin: medianPitch(yin(y, { sr })),
    plainYin: medianPitch(yin(y, { sr, plain: true })),
    pyin: medianPitch(pyin(y, { sr })),
    mpm: medianPitch(mpm(y, { sr })),
  };
}

function medianPitch({ times, f0 }: PitchTrack): number {
  const inside = [...f0].filter((hz, t) => hz > 0 && times[t] >= FROM_SECONDS && times[t] < TO_SECONDS);
  inside.sort((a, b) => a - b);
  const middle = inside.length / 2;
  return (inside[Math.floor(middle)] + inside[Math.ceil(middle) - 1]) / 2;
}
