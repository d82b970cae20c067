import { melody, music } from "./sound.ts";

// biome-ignore lint/suspicious/noExplicitAny: a task is skipped when src/music does not have its function
type Music = Record<string, any>;

/** The rates that everything is timed at. */
export const RATES = [22050, 44100];

/** About 10 ms, for everything that follows a pitch. */
export const pitchHop = (sr: number) => 16 * Math.round((0.01 * sr) / 16);
/** For everything that is measured of spectra. */
export const FRAME = 2048;
export const HOP = 512;

export type MusicTask = {
  name: string;
  /** The function of ours that is timed. */
  needs: string;
  sound: (sr: number) => Float32Array;
  run: (ours: Music, y: Float32Array, sr: number) => unknown;
  /** At most so many ms for a second of sound. */
  target?: number;
  /** What others call the same; see the peers. */
  peer?: "pitch" | "tempo" | "onsets" | "notes" | "features" | "mel" | "mfcc";
};

const pitch = (needs: string): MusicTask => ({
  name: `pitch, ${needs}`,
  needs,
  sound: melody,
  run: (ours, y, sr) => ours[needs](y, { sr, hopLength: pitchHop(sr) }),
  target: 8,
  peer: "pitch",
});

export const tasks: MusicTask[] = [
  pitch("yin"),
  pitch("pyin"),
  pitch("mpm"),
  {
    name: "tempo + beats",
    needs: "beatTrack",
    sound: music,
    run: (ours, y, sr) => ours.beatTrack(y, { sr }),
    target: 2,
    peer: "tempo",
  },
  {
    name: "onsets",
    needs: "onsetDetect",
    sound: music,
    run: (ours, y, sr) => ours.onsetDetect(y, { sr }),
    peer: "onsets",
  },
  {
    name: "chords",
    needs: "chords",
    sound: music,
    run: (ours, y, sr) => ours.chords(y, { sr }),
    target: 6,
  },
  {
    name: "notes, one voice",
    needs: "transcribe",
    sound: melody,
    run: (ours, y, sr) => ours.transcribe(y, { sr }),
    peer: "notes",
  },
  {
    name: "notes, several voices",
    needs: "transcribe",
    sound: music,
    run: (ours, y, sr) => ours.transcribe(y, { sr, polyphonic: true }),
  },
  {
    name: "50 features",
    needs: "audioFeatures",
    sound: music,
    run: (ours, y, sr) => ours.audioFeatures(y, { sr }),
    target: 5,
    peer: "features",
  },
  {
    name: "mel spectrogram",
    needs: "melSpectrogram",
    sound: music,
    run: (ours, y, sr) => ours.melSpectrogram(y, { sr }),
    peer: "mel",
  },
  { name: "mfcc", needs: "mfcc", sound: music, run: (ours, y, sr) => ours.mfcc(y, { sr }), peer: "mfcc" },
  { name: "hpss", needs: "hpss", sound: music, run: (ours, y) => ours.hpss(y) },
  {
    name: "time stretch",
    needs: "timeStretch",
    sound: music,
    run: (ours, y) => ours.timeStretch(y, { rate: 0.8 }),
  },
  {
    name: "pitch shift",
    needs: "pitchShift",
    sound: music,
    run: (ours, y, sr) => ours.pitchShift(y, { sr, nSteps: 3 }),
  },
  {
    name: "resample to 16 kHz",
    needs: "resample",
    sound: music,
    run: (ours, y, sr) => ours.resample(y, { origSr: sr, targetSr: 16000 }),
  },
];
