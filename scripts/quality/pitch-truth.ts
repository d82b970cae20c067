import { type Bend, hzOf, type Note, type Score } from "./score.ts";
import type { PitchTruth } from "./truth.ts";

const HOP_SECONDS = 0.01;
// A note is scored from when it has begun to speak to just before it is let go.
const AFTER_ONSET_SECONDS = 0.03;
const BEFORE_OFFSET_SECONDS = 0.01;
const SILENCE_BEFORE_ONSET_SECONDS = 0.02;
const LEVEL_SECONDS = 0.02;
// Of the loudest moment of the piece: a struck note that has sunk below this is neither there nor gone.
const SOUNDING_DB = -40;
const SILENT_DB = -60;
// A note whose predecessor still rings louder than this against it is two pitches, not one.
const RING_DB = -10;

/**
 * The pitch of a line every 10 ms, bends included. The line comes as stems whose notes take turns, and the clean
 * sound of each: they say whether a held note can still be heard, whether the one before has died away and whether a
 * rest is silent. Frames where that is not certain are null and are not scored.
 */
export function pitchTruth(stems: Score[], sounds: Float32Array[], sr: number): PitchTruth {
  const levels = sounds.map((sound) => frameLevels(sound, sr));
  const loudest = Math.max(...levels.flat());
  const notes = stems.flatMap((stem, k) => stem.notes.map((note) => ({ note, stem, k })));
  const times = levels[0].map((_, i) => Math.round(i * HOP_SECONDS * 100) / 100);
  const f0 = times.map((time, i) => {
    const played = notes.find(({ note }) => time >= note.onset && time < note.offset);
    const at = levels.map((level) => level[i]);
    if (!played) {
      const soon = notes.some(({ note }) => isSoon(note, time));
      return soon || Math.max(...at) > loudest * ratio(SILENT_DB) ? null : 0;
    }
    const { note, stem, k } = played;
    const inside = time >= note.onset + AFTER_ONSET_SECONDS && time < note.offset - BEFORE_OFFSET_SECONDS;
    const heard = at[k] >= loudest * ratio(SOUNDING_DB);
    const alone = at.every((level, other) => other === k || level <= at[k] * ratio(RING_DB));
    if (!inside || !heard || !alone) return null;
    const { tuningCents = 0, bends = [] } = stem.channels[note.channel];
    return hzOf(note.midi + (tuningCents + centsAt(bends, time)) / 100);
  });
  return { times, f0 };
}

/** How far the last bend at or before `time` bends. */
export function centsAt(bends: Bend[], time: number): number {
  return bends.findLast((bend) => bend.time <= time)?.cents ?? 0;
}

function isSoon({ onset }: Note, time: number): boolean {
  return onset > time && onset - time < SILENCE_BEFORE_ONSET_SECONDS;
}

function ratio(db: number): number {
  return 10 ** (db / 20);
}

/** RMS around every 10 ms. */
function frameLevels(y: Float32Array, sr: number): number[] {
  const half = Math.round((LEVEL_SECONDS * sr) / 2);
  const count = Math.floor(y.length / (sr * HOP_SECONDS));
  return Array.from({ length: count }, (_, i) => {
    const centre = Math.round(i * HOP_SECONDS * sr);
    let sum = 0;
    for (let j = Math.max(0, centre - half); j < centre + half && j < y.length; j++) sum += y[j] ** 2;
    return Math.sqrt(sum / (2 * half));
  });
}
