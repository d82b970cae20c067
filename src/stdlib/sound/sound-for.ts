import { type Audible, checkAudible, type Samples } from "./clip.ts";
import type { Sound } from "./create-sound.ts";
import { type PlayOptions, play } from "./play.ts";
import { playControl } from "./play-button.ts";
import { type SoundCardsOptions, soundCards } from "./sound-cards.ts";
import { type SoundListItem, type SoundListOptions, soundList } from "./sound-list.ts";
import { type WaveformOptions, waveformFigure } from "./waveform-figure.ts";

/** The names of sound as one cell sees them: whatever it lets sound ends with it. */
export interface CellSound {
  /** A sound to be heard: a button, its name, how far it has come. */
  play(source: Audible, options?: PlayOptions): HTMLElement;
  /** The button alone, for a table. */
  playButton(source: Audible, label: string): HTMLButtonElement;
  /** Plays at once, after something the reader did; fulfilled when the sound has ended. */
  playNow(source: Audible): Promise<void>;
  /** A row of sounds, each with its name. */
  soundCards(clips: readonly Audible[], options: SoundCardsOptions): HTMLElement;
  /** Sounds with what they are and what a model says they are. */
  soundList(items: readonly SoundListItem[], options: SoundListOptions): HTMLElement;
  /** The wave of a sound, with its player. */
  waveformFigure(source: Audible, options?: WaveformOptions): HTMLElement;
  /** Samples of a sound, mono. */
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
