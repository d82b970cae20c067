import { element, svgElement } from "../element.ts";
import type { Sound } from "./create-sound.ts";
import { keepVolume, readVolume } from "./kept-volume.ts";

const speaker = "M3 9v6h4l5 4.5v-15L7 9Z";
const waves = "M15.5 8.5a5 5 0 0 1 0 7M18 5.5a9 9 0 0 1 0 13";
const cross = "M16 9.5l5 5m0-5l-5 5";
const square = "M6 6H18V18H6Z";

/** What a press on the speaker goes back to when the volume was turned down to nothing. */
const audibleVolume = 0.4;

function iconButton(label: string, ...paths: SVGPathElement[]): HTMLButtonElement {
  const picture = svgElement("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, ...paths);
  return element("button", { type: "button", "aria-label": label, title: label }, picture);
}

/**
 * The sound of the whole page in one row: stop what is heard, silence, volume. The volume is remembered on this
 * device and holds for every page of the site.
 *
 * @param sound the page's
 */
export function soundControls(sound: Sound): HTMLElement {
  const stop = iconButton("Stop the sound", svgElement("path", { d: square, class: "etude-sound-solid" }));
  stop.dataset.command = "stopSound";
  const line = svgElement("path", { class: "etude-sound-line" });
  const mute = iconButton("Mute", svgElement("path", { d: speaker, class: "etude-sound-solid" }), line);
  const slider = element("input", { type: "range", min: 0, max: 100, step: 1, "aria-label": "Volume" });
  // The slider announces its own text; a live output would say it twice.
  const percent = element("output", { "aria-live": "off" });

  const kept = readVolume();
  let volume = kept?.volume ?? sound.volume;
  let muted = kept?.muted ?? false;

  const show = () => {
    const heard = muted ? 0 : volume;
    const text = `${Math.round(100 * volume)} %`;
    slider.value = String(Math.round(100 * volume));
    slider.setAttribute("aria-valuetext", muted ? `${text}, muted` : text);
    percent.textContent = muted ? "muted" : text;
    mute.setAttribute("aria-pressed", String(muted));
    line.setAttribute("d", heard === 0 ? cross : waves);
  };
  const change = (wanted: { volume?: number; muted?: boolean }) => {
    volume = wanted.volume ?? volume;
    muted = wanted.muted ?? muted;
    sound.volume = muted ? 0 : volume;
    show();
    keepVolume({ volume, muted });
  };
  // What is moved here is no input of a notebook: its events stay inside.
  slider.addEventListener("input", (event) => {
    event.stopPropagation();
    change({ volume: slider.valueAsNumber / 100, muted: false });
  });
  slider.addEventListener("change", (event) => event.stopPropagation());
  mute.addEventListener("click", () => {
    if (muted || volume === 0) change({ volume: volume || audibleVolume, muted: false });
    else change({ muted: true });
  });

  const follow = (playing: boolean) => {
    // A disabled button loses the focus, and with it a keyboard reader's place: it stays, and only says so.
    stop.setAttribute("aria-disabled", String(!playing));
  };
  stop.addEventListener("click", () => sound.stop());
  sound.onPlaying(follow);
  follow(sound.playing);
  show();
  return element(
    "div",
    { class: "etude-sound-controls", role: "group", "aria-label": "Sound" },
    stop,
    mute,
    slider,
    percent,
  );
}
