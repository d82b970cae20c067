import { type Audible, checkAudible, type Samples } from "./clip.ts";
import type { Sound } from "./create-sound.ts";
import { type PlayOptions, play } from "./play.ts";
import { playControl } from "./play-button.ts";
import { type SoundCardsOptions, soundCards } from "./sound-cards.ts";
import { type SoundListItem, type SoundListOptions, soundList } from "./sound-list.ts";
import { type WaveformOptions, waveformFigure } from "./waveform-figure.ts";

/** The names of sound as one cell sees them: whatever it lets sound ends with it. */
export interface CellSound {
  /**
   * A sound to be heard: a button, its name, how far it has come.
   *
   * @param source a clip, or samples
   * @example
   * const y = Float32Array.from({length: 22050}, (_, i) => 0.3 * Math.sin((2 * Math.PI * 440 * i) / 22050));
   * display(play({y, sr: 22050}, {label: "A4"}));
   */
  play(source: Audible, options?: PlayOptions): HTMLElement;
  /**
   * The button alone, for a table.
   *
   * @param source a clip, or samples
   * @param label what is heard
   * @example
   * const y = Float32Array.from({length: 22050}, (_, i) => 0.3 * Math.sin((2 * Math.PI * 440 * i) / 22050));
   * display(sound.playButton({y, sr: 22050}, "A4"));
   */
  playButton(source: Audible, label: string): HTMLButtonElement;
  /**
   * Plays at once, after something the reader did; fulfilled when the sound has ended.
   *
   * @param source a clip, or samples
   * @example
   * const y = Float32Array.from({length: 22050}, (_, i) => 0.3 * Math.sin((2 * Math.PI * 440 * i) / 22050));
   * display(html`<button onclick=${() => sound.playNow({y, sr: 22050})}>A4</button>`);
   */
  playNow(source: Audible): Promise<void>;
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
   * @param source a clip, or samples
   * @example
   * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin(i / 8) * Math.exp(-i / 1500));
   * display(waveformFigure({y, sr: 8000}, {label: "a stroke"}));
   */
  waveformFigure(source: Audible, options?: WaveformOptions): HTMLElement;
  /**
   * Samples of a sound, mono.
   *
   * @param source a clip, or samples
   * @example
   * const drums = await datasets.load("drum-test");
   * const {y, sr} = await sound.decode(drums.clips[0]);
   * display(`${y.length / sr} seconds`);
   */
  decode(source: Audible): Promise<Samples>;
}

/**
 * The names of sound for one cell.
 *
 * @param sound the page's
 * @param signal aborted when the cell runs again or goes: its sounds end
 */
export function soundFor(sound: Sound, { signal }: { signal?: AbortSignal } = {}): CellSound {
  return {
    play: (source, options) => play(sound, source, { signal, ...options }),
    playButton: (source, label) => playControl(sound, source, { label, signal }).button,
    playNow: async (source) => {
      checkAudible(source);
      if (signal?.aborted) return;
      const playback = await sound.start(source);
      if (signal?.aborted) playback.stop();
      signal?.addEventListener("abort", playback.stop, { once: true });
      await playback.ended;
    },
    soundCards: (clips, options) => soundCards(sound, clips, { signal, ...options }),
    soundList: (items, options) => soundList(sound, items, { signal, ...options }),
    waveformFigure: (source, options) => waveformFigure(sound, source, { signal, ...options }),
    decode: async (source) => {
      checkAudible(source);
      return sound.decode(source);
    },
  };
}
