/** Seconds of sound that everything is timed on. */
export const SECONDS = 10;

const CHORDS = [
  [48, 64, 67, 72],
  [45, 60, 64, 69],
  [41, 60, 65, 69],
  [43, 59, 62, 67],
];
const MELODY = [72, 74, 76, 79, 76, 74, 72, 69];
const BEAT_SECONDS = 0.5;

/** Ten seconds at 120 beats a minute: chords that change every second beat, a melody and drums; always the same. */
export function music(sr: number): Float32Array {
  const y = new Float32Array(SECONDS * sr);
  const hiss = noise();
  for (let beat = 0; beat * BEAT_SECONDS < SECONDS; beat++) {
    const at = Math.round(beat * BEAT_SECONDS * sr);
    if (beat % 2 === 0) {
      for (const midi of CHORDS[(beat / 2) % CHORDS.length]!) addNote(y, sr, at, midi, 0.06, 1);
    }
    addNote(y, sr, at, MELODY[beat % MELODY.length]!, 0.15, BEAT_SECONDS);
    for (let i = 0; i < 0.15 * sr && at + i < y.length; i++) {
      const t = i / sr;
      y[at + i]! +=
        0.2 * hiss() * Math.exp(-80 * t) + 0.9 * Math.sin(2 * Math.PI * 60 * t) * Math.exp(-30 * t);
    }
  }
  return y;
}

/** The melody alone, for what looks for one voice. */
export function melody(sr: number): Float32Array {
  const y = new Float32Array(SECONDS * sr);
  for (let beat = 0; beat * BEAT_SECONDS < SECONDS; beat++) {
    addNote(y, sr, Math.round(beat * BEAT_SECONDS * sr), MELODY[beat % MELODY.length]!, 0.5, BEAT_SECONDS);
  }
  return y;
}

function addNote(
  y: Float32Array,
  sr: number,
  at: number,
  midi: number,
  level: number,
  seconds: number,
): void {
  const hz = 440 * 2 ** ((midi - 69) / 12);
  const end = Math.min(y.length, at + Math.round(0.95 * seconds * sr));
  for (let i = at; i < end; i++) {
    const t = (i - at) / sr;
    const envelope = level * Math.min(1, t / 0.01) * Math.exp((-2 * t) / seconds);
    for (let h = 1; h <= 6; h++) y[i]! += (envelope / h) * Math.sin(2 * Math.PI * h * hz * t);
  }
}

/** White noise of Park and Miller's generator. */
function noise(): () => number {
  let state = 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return (2 * state) / 2147483647 - 1;
  };
}
