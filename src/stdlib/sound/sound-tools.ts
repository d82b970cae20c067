import { checkSettings } from "../check-arguments.ts";
import type { Dataset } from "../data/index.ts";
import type { Audible } from "./clip.ts";
import { type CompareOptions, compareSounds } from "./compare-sounds.ts";
import type { Sound } from "./create-sound.ts";
import { type FeatureCardOptions, featureCard } from "./feature-card.ts";
import { type ListeningDuelElement, type ListeningDuelOptions, listeningDuel } from "./listening-duel.ts";
import { type RecordOptions, type RecordSoundElement, recordSound } from "./record-sound.ts";
import { type StepPlayerElement, type StepPlayerOptions, stepPlayer } from "./step-player.ts";

/** The larger tools of sound as one cell sees them; they are loaded when a cell names one. */
export interface SoundTools {
  /**
   * Two sounds or more to be compared: they run side by side, and one changes from one to another at the same place,
   * without a click. They are made equally loud (ITU-R BS.1770-4: all to −18 LUFS, or to less where a peak would be too
   * high), since of two sounds the louder one seems the better one. `blind` hides their names until one wants to know.
   *
   * @param sounds what is compared, each under its name
   * @throws TypeError when one of them is no sound; RangeError when there are not 2 to 8.
   * @example
   * const bright = music.noise({sr: 22050, duration: 3});
   * const dark = music.biquadFilter(bright, {type: "lowpass", hz: 1000, sr: 22050});
   * display(compareSounds({bright: {y: bright, sr: 22050}, dark: {y: dark, sr: 22050}}));
   */
  compareSounds(sounds: Readonly<Record<string, Audible>>, options?: CompareOptions): HTMLElement;
  /**
   * Five features that a musician already hears: brightness, noisiness, decay, bass share and attack. Each with a
   * sentence, its unit, a sound that has little of it and one that has much, and a bar that shows where both lie among
   * all that can be heard. Of the sounds at either end it takes two that are alike in the other features. It is folded
   * until somebody opens it.
   *
   * @param given a dataset with the features of `music.drumFeatures` and sounds to hear, or several
   * @throws RangeError when a dataset lacks one of the five, or nothing of it can be heard.
   * @example
   * display(featureCard([await datasets.load("drum-test"), await datasets.load("instruments")], {open: true}));
   */
  featureCard(given: Dataset | readonly Dataset[], options?: FeatureCardOptions): HTMLElement;
  /**
   * Records from the microphone, in `view(…)`: its value is null until there is a recording, then samples {y, sr}. Says
   * what will happen before the browser asks, shows the level, and stops by itself after `seconds`. What is recorded
   * stays on this page; nothing is sent. Where the microphone is refused or missing it says what to do, and a sound file
   * can be taken instead.
   *
   * @returns an element whose `value` is the recording, or null.
   * @throws RangeError when `seconds` is not between 1 and 120.
   * @example
   * const take = view(recordSound({seconds: 10, label: "your voice"}));
   */
  recordSound(options?: RecordOptions): RecordSoundElement;
  /**
   * A blind test of the listener, in `view(…)`: sounds without their names, one after the other, and a button for each
   * class. About as many of each class are drawn, and nothing is told on the way. The keys 1, 2, 3 … answer, space plays
   * again, backspace takes back. It can be ended early and started again, with other sounds.
   *
   * The value has what was asked, answered and true so far, and whether it is `over`; the answers of a model, which it
   * does not know, are compared with it by other cells, once it is. It works for deaf readers, too: “Enough” ends it with
   * no answer given, and `answers` is empty.
   *
   * @param options the sounds, what they are, and what can be answered
   * @returns an element whose `value` is {sounds, rows, answers, truth, over, round}. Row `rows[i]` was called
   *   `answers[i]` and is `truth[i]`; `sounds` are all rows that are asked about.
   * @throws TypeError when clips, labels or classNames are no arrays; RangeError when they do not fit together, or there
   *   are not `n` sounds that can be heard.
   * @example
   * const drums = await datasets.load("drum-test");
   * const duel = view(listeningDuel({clips: drums.clips, labels: drums.y, classNames: drums.classNames, n: 12}));
   */
  listeningDuel(options: ListeningDuelOptions): ListeningDuelElement;
  /**
   * Walks through the steps of something, such as those of a fit, in `view(…)`: its value is the step, from 0. Play walks
   * by itself, `stepSeconds` a step, and stops at the end; Step and Back take one; Stop stays where it is. With `sound`,
   * each step has its stretch of it, and what is heard and what is shown go together; a button silences it, and the
   * walk goes on.
   *
   * @param count how many steps there are
   * @returns an element whose `value` is the step. Setting it moves there and fires nothing.
   * @throws RangeError when there is no step, or `stepSeconds` is not above 0; TypeError when `sound` is no sound.
   * @example
   * const notes = [220, 247, 262, 294, 330];
   * const y = music.sonifySteps([{hz: notes, level: notes.map(() => 0.5)}], {sr: 22050});
   * const note = view(stepPlayer(notes.length, {sound: {y, sr: 22050}, label: "five notes"}));
   */
  stepPlayer(count: number, options?: StepPlayerOptions): StepPlayerElement;
}

/**
 * The larger tools of sound for one cell.
 *
 * @param sound the page's
 * @param signal aborted when the cell runs again or goes: its sounds and its recording end
 */
export function soundToolsFor(sound: Sound, { signal }: { signal?: AbortSignal } = {}): SoundTools {
  return {
    compareSounds: (sounds, options) => compareSounds(sound, sounds, { signal, ...options }),
    featureCard: (given, options) => featureCard(sound, given, { signal, ...options }),
    recordSound: (options) => recordSound(sound, { signal, ...options }),
    listeningDuel: (options) => listeningDuel(sound, { signal, ...options }),
    stepPlayer: (count, options = {}) => {
      checkSettings("stepPlayer", options, "{stepSeconds: 0.5}");
      return stepPlayer(sound, count, { signal, ...options });
    },
  };
}
