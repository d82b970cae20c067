import { type Bend, hzOf, type Score } from "./score.ts";
import type { PitchTruth } from "./truth.ts";

const HOP_SECONDS = 0.01;
// A note is scored from when it has spoken to just before it is let go; between two notes of a legato line only the
// frames that hold both are left out.
const AFTER_ONSET_SECONDS = 0.03;
const BEFORE_OFFSET_SECONDS = 0.01;
const SILENCE_BEFORE_ONSET_SECONDS = 0.02;
const LEVEL_SECONDS = 0.02;
// Of its own loudest moment: a struck note that has sunk below this is neither there nor gone.
const SOUNDING_DB = -40;
const SILENT_DB = -60;

/**
 * The pitch of a monophonic score every 10 ms, bends included. The clean rendering says whether a held note can
 * still be heard and whether a rest is silent already: frames that are neither are null and are not scored.
 */
export function pitchTruth(score: Score, clean: Float32Array, sr: number): PitchTruth {
  const levels = frameLevels(clean, sr);
  const loudest = Math.max(...levels);
  const atLeast = (db: number, i: number) => levels[i] >= loudest * 10 ** (db / 20);
  const times = Array.from(levels, (_, i) => Math.round(i * HOP_SECONDS * 100) / 100);
  const f0 = times.map((time, i) => {
    const note = score.notes.find(({ onset, offset }) => time >= onset && time < offset);
    if (note) {
      const inside = time >= note.onset + AFTER_ONSET_SECONDS && time < note.offset - BEFORE_OFFSET_SECONDS;
      if (!inside || !atLeast(SOUNDING_DB, i)) return null;
      const { tuningCents = 0, bends = [] } = score.channels[note.channel];
      return hzOf(note.midi + (tuningCents + centsAt(bends, time)) / 100);
    }
    const soon = score.notes.some(({ onset }) => onset > time && onset - time < SILENCE_BEFORE_ONSET_SECONDS);
    return soon || atLeast(SILENT_DB, i) ? null : 0;
  });
  return { times, f0 };
}

/** How far the last bend at or before `time` bends. */
export function centsAt(bends: Bend[], time: number): number {
  return bends.findLast((bend) => bend.time <= time)?.cents ?? 0;
}

/** RMS around every 10 ms. */
function frameLevels(y: Float32Array, sr: number): number[] {
  const half = Math.round((LEVEL_SECONDS * sr) / 2);
  const count = Math.floor(y.length / (sr * HOP_SECONDS));
  return Array.from({ length: count }, (_, i) => {
    const centre = Math.round(i * HOP_SECONDS * sr);
    const part = y.subarray(Math.max(0, centre - half), centre + half);
    return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / (2 * half));
  });
}
