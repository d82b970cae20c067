import { element } from "../element.ts";
import { type Audible, isNotes } from "./clip.ts";
import type { Sound } from "./create-sound.ts";
import { loopButton } from "./loop-button.ts";
import { playControl } from "./play-button.ts";
import { seekBar } from "./seek-bar.ts";
import type { Loop } from "./voice.ts";

export interface PlayOptions {
  /** What is heard; shown beside the button. Default "sound". */
  label?: string;
  /** What is repeated from the start, with a button that ends it: true for all of it, or a part in seconds. Default false. */
  loop?: Loop;
  /** Called in every frame with the place in seconds, and with undefined at the end: what a figure's `position` hands out can be called here. */
  onPosition?: (seconds: number | undefined) => void;
  /** Ends the sound. */
  signal?: AbortSignal;
}

/** How long a sound is, as far as that can be told without loading it; 0 where it cannot. */
function knownSeconds(source: Audible): number {
  if ("y" in source) return source.y.length / source.sr;
  if ("url" in source) return source.duration ?? 0;
  if (!isNotes(source)) return 0;
  return Math.max(0, ...("notes" in source ? source.notes : source).map(({ offset }) => offset));
}

/** A sound to be heard: a play button and its name; where it is longer than two seconds, a place to begin and a loop. */
export function play(
  sound: Sound,
  source: Audible,
  { label = "sound", loop = false, onPosition, signal }: PlayOptions = {},
): HTMLElement {
  const { button, status, player } = playControl(sound, source, {
    label,
    loop,
    signal,
    onPosition: (seconds) => {
      bar.show(seconds);
      onPosition?.(seconds);
    },
    onDuration: (seconds) => setDuration(seconds),
  });
  const bar = seekBar(player, label);
  const repeat = loopButton(player, label, loop || true, loop !== false);
  const setDuration = (seconds: number) => {
    bar.setDuration(seconds);
    repeat.hidden = bar.node.hidden && loop === false;
  };
  repeat.hidden = loop === false;
  const seconds = knownSeconds(source);
  if (seconds > 0) setDuration(seconds);
  return element(
    "div",
    { class: "etude-player", role: "group", "aria-label": label },
    button,
    element("span", {}, label),
    element("span", { class: "etude-transport" }, bar.node, repeat),
    status,
  );
}
