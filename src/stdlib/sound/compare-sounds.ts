import { RandomState } from "../../learn/random-state.ts";
import { checkSettings } from "../check-arguments.ts";
import { element } from "../element.ts";
import { checkAudible } from "./check-audible.ts";
import type { Audible } from "./clip.ts";
import { comparedTracks } from "./compared-tracks.ts";
import type { Sound } from "./create-sound.ts";
import { loopButton } from "./loop-button.ts";
import { playControl } from "./play-button.ts";
import { seekBar } from "./seek-bar.ts";
import { trackSwitch } from "./track-switch.ts";

export interface CompareOptions {
  /** What the sounds are together; default their names. */
  label?: string;
  /** Whether they are brought to the same loudness; default true. */
  matched?: boolean;
  /** Whether their names are hidden, and their order mixed, until the reader wants to know. Default false. */
  blind?: boolean;
  /** Decides the order of a blind comparison; default 0. */
  seed?: number;
  /** Ends the sound. */
  signal?: AbortSignal;
}

/** As many as a browser's buffer has room for beside each other, and more than anyone compares. */
const mostSounds = 8;

/** Two sounds or more that run side by side, of which one is heard at a time. */
export function compareSounds(
  sound: Sound,
  sounds: Readonly<Record<string, Audible>>,
  options: CompareOptions = {},
): HTMLElement {
  checkSettings("compareSounds", sounds, "{before: clip, after: {y, sr}}");
  const all = Object.entries(sounds);
  if (all.length < 2 || all.length > mostSounds) {
    throw new RangeError(
      `compareSounds: there must be 2 to ${mostSounds} sounds, each with its name, but there are ${all.length}.`,
    );
  }
  for (const [name, source] of all) {
    try {
      checkAudible(source);
    } catch (error) {
      throw new TypeError(`compareSounds: ${name}: ${(error as Error).message}`);
    }
  }
  const { matched = true, blind = false, seed = 0, signal } = options;
  const order = blind ? Array.from(new RandomState(seed).permutation(all.length)) : Array.from(all.keys());
  const entries = order.map((i) => all[i]!);
  const label = options.label ?? all.map(([name]) => name).join(" and ");

  const change = trackSwitch(entries.length);
  let loading: ReturnType<typeof load> | undefined;
  const load = async () =>
    comparedTracks(await Promise.all(entries.map(([, source]) => sound.decode(source))), matched);
  const tracks = () => {
    loading ??= load();
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
  const { button, status, player } = playControl(
    sound,
    { tracks, through: change.through },
    {
      label,
      signal,
      onPosition: (seconds) => bar.show(seconds),
      onDuration: (seconds) => bar.setDuration(seconds),
    },
  );
  const bar = seekBar(player, label);
  const names = entries.map(([name], i) => element("span", {}, blind ? `Sound ${i + 1}` : name));
  const radios = entries.map((_, i) =>
    element("input", { type: "radio", name: "track", value: i, checked: i === 0 }),
  );
  const tabs = entries.map((_, i) => element("label", {}, radios[i], names[i]));
  const form = element(
    "form",
    { class: "etude-choice" },
    element(
      "fieldset",
      { "aria-label": "What is heard" },
      element("div", { class: "etude-segments" }, ...tabs),
    ),
  );
  // What is chosen here is no input of a notebook: its events stay inside.
  form.addEventListener("input", (event) => {
    event.stopPropagation();
    change.choose(radios.findIndex((radio) => radio.checked));
  });
  form.addEventListener("change", (event) => event.stopPropagation());
  const reveal = blind
    ? element("button", { type: "button", class: "etude-quiet" }, "Show which is which")
    : null;
  reveal?.addEventListener("click", () => {
    for (const [i, [name]] of entries.entries()) names[i]!.textContent = `Sound ${i + 1}: ${name}`;
    radios.find((radio) => radio.checked)?.focus();
    reveal.remove();
  });
  const levels = matched ? "Equally loud (ITU-R BS.1770)." : "Each at its own level.";
  return element(
    "div",
    { class: "etude-compare", role: "group", "aria-label": label },
    element(
      "div",
      { class: "etude-player" },
      button,
      form,
      element("span", { class: "etude-transport" }, bar.node, loopButton(player, label, true, false)),
      reveal,
      status,
    ),
    element("small", {}, levels),
  );
}
