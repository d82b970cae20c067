import { requirePositive } from "../base/signal.ts";

/** One change of tempo: from this beat on, until the next change. */
export type TempoChange = {
  /** The beat, from 0. */
  beat: number;
  /** The time of that beat, in seconds. */
  seconds: number;
  /** Beats a minute from here on. */
  bpm: number;
};

/** A tempo: one number for all, in beats a minute, or its changes, as `tempoMap` and `readMidi` give them. */
export type Tempo = number | readonly TempoChange[];

/**
 * A tempo that changes: the beats at which it does, with their times. The first change holds for what comes before it,
 * too. Throws when there is none, when beats do not ascend or when a tempo is not above 0.
 *
 * @param changes each with a beat and the beats a minute from there on
 * @example
 * const slowing = music.tempoMap([{beat: 0, bpm: 120}, {beat: 8, bpm: 60}]);
 * [0, 4, 8, 12].map((beat) => music.beatsToSeconds(beat, slowing))
 */
export function tempoMap(changes: readonly { beat: number; bpm: number }[]): TempoChange[] {
  if (!Array.isArray(changes)) {
    throw new TypeError(
      "tempoMap: changes must be a list such as [{beat: 0, bpm: 120}, {beat: 8, bpm: 60}].",
    );
  }
  const map: TempoChange[] = [];
  for (const { beat, bpm } of changes) {
    const last = map.at(-1);
    // The time of the first change, so that beat 0 is at 0 s.
    const seconds = last ? last.seconds + ((beat - last.beat) * 60) / last.bpm : (beat * 60) / bpm;
    map.push({ beat, seconds, bpm });
  }
  requireTempo(map, "changes", "tempoMap");
  return map;
}

/**
 * The tempo that a list of beats has, from each to the next: what `beatTrack` found becomes a ruler that notes can be
 * measured with. The first of them is beat 0. Throws when there are fewer than two, or when they do not ascend.
 *
 * @param beats the times of the beats, in seconds
 * @example
 * const tempo = music.tempoFromBeats([0.5, 1, 1.5, 2.1, 2.8]); // slowing down at the end
 * [0.5, 1.25, 2.1].map((seconds) => music.secondsToBeats(seconds, tempo))
 */
export function tempoFromBeats(beats: ArrayLike<number>): TempoChange[] {
  if (!(beats?.length >= 2)) {
    throw new RangeError(
      `tempoFromBeats: beats has ${beats?.length ?? 0} beats; a tempo needs at least two.`,
    );
  }
  const map = Array.from({ length: beats.length - 1 }, (_, beat) => ({
    beat,
    seconds: beats[beat],
    bpm: 60 / (beats[beat + 1] - beats[beat]),
  }));
  requireTempo(map, "beats", "tempoFromBeats");
  return map;
}

/**
 * The time of a beat, in seconds. Throws when it is no number or the tempo none.
 *
 * @param beat a place in beats, from 0; it may have a fraction
 * @param tempo beats a minute, or a map of its changes
 * @example
 * music.beatsToSeconds(4, 120)
 */
export function beatsToSeconds(beat: number, tempo: Tempo): number {
  if (!Number.isFinite(beat)) throw new RangeError(`beatsToSeconds: beat is ${beat}; it must be a number.`);
  return secondsOf(beat, mapOf(tempo, "beatsToSeconds"));
}

/**
 * The place in beats of a time. Throws when it is no number or the tempo none.
 *
 * @param seconds a time
 * @param tempo beats a minute, or a map of its changes
 * @example
 * music.secondsToBeats(1.25, 120)
 */
export function secondsToBeats(seconds: number, tempo: Tempo): number {
  if (!Number.isFinite(seconds)) {
    throw new RangeError(`secondsToBeats: seconds is ${seconds}; it must be a number.`);
  }
  return beatOf(seconds, mapOf(tempo, "secondsToBeats"));
}

/** {@link beatsToSeconds} of what is known to be right. */
export function secondsOf(beat: number, map: readonly TempoChange[]): number {
  const change = map.findLast((one) => one.beat <= beat) ?? map[0];
  return change.seconds + ((beat - change.beat) * 60) / change.bpm;
}

/** {@link secondsToBeats} of what is known to be right. */
export function beatOf(seconds: number, map: readonly TempoChange[]): number {
  const change = map.findLast((one) => one.seconds <= seconds) ?? map[0];
  return change.beat + ((seconds - change.seconds) * change.bpm) / 60;
}

/** A tempo as its changes. Throws when it is none. */
export function mapOf(tempo: Tempo, caller: string): readonly TempoChange[] {
  if (typeof tempo === "number") {
    requirePositive(tempo, "tempo", caller);
    return [{ beat: 0, seconds: 0, bpm: tempo }];
  }
  requireTempo(tempo, "tempo", caller);
  return tempo;
}

function requireTempo(map: readonly TempoChange[], name: string, caller: string): void {
  if (!Array.isArray(map) || map.length === 0) {
    throw new RangeError(
      `${caller}: ${name} must be a tempo in beats a minute, such as 120, or a list of changes of it.`,
    );
  }
  for (const [i, { beat, seconds, bpm }] of map.entries()) {
    const before = map[i - 1];
    if (!(bpm > 0 && bpm < Infinity)) {
      throw new RangeError(`${caller}: ${name}[${i}] gives a tempo of ${bpm}; it must be above 0.`);
    }
    if (!Number.isFinite(beat) || !Number.isFinite(seconds) || (before && !(before.beat < beat))) {
      throw new RangeError(`${caller}: ${name}[${i}] is at beat ${beat}, ${seconds} s; they must ascend.`);
    }
  }
}
