import { checkAudible } from "./check-audible.ts";
import type { Audible, Samples } from "./clip.ts";
import type { Sound } from "./create-sound.ts";
import { type DownloadOptions, downloadButton } from "./download-button.ts";
import { type PlayOptions, play } from "./play.ts";
import { playControl } from "./play-button.ts";
import { type PlayNowOptions, playNow } from "./play-now.ts";
import type { RenderPartOptions } from "./render-part.ts";
import { type SoundCardsOptions, soundCards } from "./sound-cards.ts";
import { type SoundListItem, type SoundListOptions, soundList } from "./sound-list.ts";
import { type SoundVotesElement, type SoundVotesOptions, soundVotes } from "./sound-votes.ts";
import { type WaveformOptions, waveformFigure } from "./waveform-figure.ts";

export interface DecodeOptions {
  /** Samples a second that are wanted; default 44,100 for files and notes, those that there are for samples. */
  sr?: number;
}

/** The names of sound as one cell sees them: whatever it lets sound ends with it. */
export interface CellSound {
  /**
   * A sound to be heard: a button and its name; where it is longer than two seconds, a bar to begin from any place, and
   * a button that repeats it. Its edges fade in 3 ms, and samples beyond −1 dB of full scale are brought down to that,
   * all by one factor. Notes are played by `music.render`, as a piano unless `{notes, instrument}` says otherwise.
   *
   * @param source a clip, samples {y, sr}, notes, or a file
   * @throws TypeError when it is none of these; RangeError when it is empty, or a sample is no finite number.
   * @example
   * const scale = music.melody(["C4", "D4", "E4", "F4", "G4"], {bpm: 160});
   * display(play({notes: scale, instrument: "pluck"}, {label: "a scale"}));
   */
  play(source: Audible, options?: PlayOptions): HTMLElement;
  /**
   * The button alone, for a table.
   *
   * @param source a clip, samples {y, sr}, notes, or a file
   * @param label what is heard
   * @example
   * const y = Float32Array.from({length: 22050}, (_, i) => 0.3 * Math.sin((2 * Math.PI * 440 * i) / 22050));
   * display(sound.playButton({y, sr: 22050}, "A4"));
   */
  playButton(source: Audible, label: string): HTMLButtonElement;
  /**
   * Plays at once; fulfilled when the sound has ended. Where the reader has not yet pressed anything on the page, which
   * browsers wait for, a button appears that begins it.
   *
   * A figure over time that is heard hands over a place and what moves its playhead:
   * `{play: (at, onPosition) => sound.playNow({y, sr}, {at, onPosition})}`.
   *
   * @param source a clip, samples {y, sr}, notes, or a file
   * @example
   * const y = Float32Array.from({length: 22050}, (_, i) => 0.3 * Math.sin((2 * Math.PI * 440 * i) / 22050));
   * display(html`<button onclick=${() => sound.playNow({y, sr: 22050})}>A4</button>`);
   */
  playNow(source: Audible, options?: PlayNowOptions): Promise<void>;
  /**
   * A row of sounds, each with its name.
   *
   * @param clips the sounds
   * @example
   * const drums = await datasets.load("drum-test");
   * display(soundCards(drums.clips.slice(0, 4), {labels: drums.y.slice(0, 4)}));
   */
  soundCards(clips: readonly Audible[], options: SoundCardsOptions): HTMLElement;
  /**
   * Sounds that a listener marks, each with one of a few answers or none: an input, whose value is the answers in the
   * order of the sounds, null where there is none.
   *
   * @param clips the sounds
   * @example
   * const drums = await datasets.load("drum-test");
   * const votes = view(soundVotes(drums.clips.slice(0, 4), {labels: drums.y.slice(0, 4)}));
   */
  soundVotes(clips: readonly Audible[], options: SoundVotesOptions): SoundVotesElement;
  /**
   * Sounds with what they are and what a model says they are.
   *
   * @param items the sounds, with what each is and was taken for
   * @example
   * const drums = await datasets.load("drum-test");
   * display(soundList([{clip: drums.clips[0], label: drums.y[0], predicted: "tom"}], {caption: "A mistake"}));
   */
  soundList(items: readonly SoundListItem[], options: SoundListOptions): HTMLElement;
  /**
   * The wave of a sound, with its player.
   *
   * @param source a clip, samples {y, sr}, notes, or a file
   * @example
   * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin(i / 8) * Math.exp(-i / 1500));
   * display(waveformFigure({y, sr: 8000}, {label: "a stroke"}));
   */
  waveformFigure(source: Audible, options?: WaveformOptions): HTMLElement;
  /**
   * Samples of a sound, mixed to mono: of a clip, of any file that the browser can read, or of notes. Sounds of up to
   * twenty minutes are read.
   *
   * @param source a clip, samples {y, sr}, notes, or a file such as FileAttachment("take.wav")
   * @throws TypeError when a file is damaged or no sound; RangeError when it is empty or too long.
   * @example
   * const drums = await datasets.load("drum-test");
   * const {y, sr} = await sound.decode(drums.clips[0], {sr: 22050});
   * display(`${y.length / sr} seconds`);
   */
  decode(source: Audible, options?: DecodeOptions): Promise<Samples>;
  /**
   * Music with a click at each time, to hear whether beats are right. The music is brought to a peak of 0.5 and the
   * clicks to 0.38, whatever the music; what would come after its end is left out.
   *
   * @param source a clip, samples {y, sr}, notes, or a file
   * @param times in seconds
   * @throws RangeError when a time is below 0 or no number.
   * @example
   * const tune = music.melody(["C4", "E4", "G4", "C5"], {bpm: 120});
   * display(play(await sound.withClicks(tune, [0, 0.5, 1, 1.5]), {label: "a tune and its beats"}));
   */
  withClicks(source: Audible, times: ArrayLike<number>): Promise<Samples>;
  /**
   * What `play` sends to the loudspeaker at full volume, as samples: with its soft edges, at a safe level, and repeated
   * where `loop` says so.
   *
   * @param source a clip, samples {y, sr}, notes, or a file
   * @example
   * const y = new Float32Array(8000).fill(2);
   * const heard = await sound.render({y, sr: 8000}, {sr: 8000});
   * display(`${d3.max(heard.y)} is the greatest sample`); // 0.89 is one decibel below full scale
   */
  render(source: Audible, options?: RenderPartOptions): Promise<Samples>;
  /**
   * A button that saves a sound as a WAV file, mono, or notes as a MIDI file at 120 bpm. Samples that 16 bits cannot
   * hold are brought down, all by one factor; `{format: "float"}` keeps every sample as it is.
   *
   * @param source a clip, samples {y, sr}, notes, or a file
   * @param fileName the name of the file, with .wav or .mid at its end
   * @throws RangeError when the name ends otherwise; TypeError when samples are to be a MIDI file.
   * @example
   * const tune = music.melody(["C4", "E4", "G4", "C5"], {bpm: 120});
   * display(sound.downloadButton(tune, "chord.mid"));
   * display(sound.downloadButton(tune, "chord.wav"));
   */
  downloadButton(source: Audible, fileName: string, options?: DownloadOptions): HTMLElement;
}

/**
 * The names of sound for one cell.
 *
 * @param sound the page's
 * @param signal aborted when the cell runs again or goes: its sounds end
 */
export function soundFor(sound: Sound, { signal }: { signal?: AbortSignal } = {}): CellSound {
  const decode = async (source: Audible) => {
    checkAudible(source);
    return sound.decode(source);
  };
  return {
    play: (source, options) => play(sound, source, { signal, ...options }),
    playButton: (source, label) => playControl(sound, source, { label, signal }).button,
    playNow: (source, options) => playNow(sound, source, { signal, ...options }),
    soundCards: (clips, options) => soundCards(sound, clips, { signal, ...options }),
    soundVotes: (clips, options) => soundVotes(sound, clips, { signal, ...options }),
    soundList: (items, options) => soundList(sound, items, { signal, ...options }),
    waveformFigure: (source, options) => waveformFigure(sound, source, { signal, ...options }),
    decode: async (source, { sr } = {}) => {
      const samples = await decode(source);
      if (sr === undefined || sr === samples.sr) return samples;
      const { resampled } = await import("../../music/effects/resample.ts");
      return { y: Float32Array.from(resampled(Float32Array.from(samples.y), samples.sr, sr, "decode")), sr };
    },
    withClicks: async (source, times) => {
      const { withClicks } = await import("./with-clicks.ts");
      return withClicks(await decode(source), times);
    },
    render: async (source, options) => {
      checkAudible(source);
      const { renderPart } = await import("./render-part.ts");
      return renderPart(await sound.part(source), options);
    },
    downloadButton: (source, fileName, options) => downloadButton(sound, source, fileName, options),
  };
}
