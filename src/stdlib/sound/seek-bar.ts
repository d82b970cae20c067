import { element } from "../element.ts";
import type { Player } from "./player.ts";

/** Sounds shorter than this need no place to begin from, in seconds. */
const shortSeconds = 2;
const steps = 400;

/** A line along which a sound moves, with the time; a press or an arrow key plays from there. */
export interface SeekBar {
  node: HTMLElement;
  /** Says how long the sound is; the bar is hidden until then, and for a sound of less than two seconds. */
  setDuration(seconds: number): void;
  /** Moves it to a place in seconds; undefined is the beginning. */
  show(seconds: number | undefined): void;
}

const clock = (seconds: number) => {
  const tenths = Math.round(10 * seconds);
  return `${Math.floor(tenths / 600)}:${((tenths % 600) / 10).toFixed(1).padStart(4, "0")}`;
};

export function seekBar(player: Pick<Player, "playFrom">, label: string): SeekBar {
  const seek = element("input", {
    type: "range",
    "aria-label": `Place in ${label}`,
    min: 0,
    max: 1,
    step: "any",
    value: 0,
  });
  const time = element("span", { class: "etude-time" });
  const node = element("span", { class: "etude-seek-bar" }, seek, time);
  node.hidden = true;
  let duration = 0;
  let held = false;

  const show = (seconds: number | undefined) => {
    const place = seconds ?? 0;
    if (!held) seek.value = String(place);
    seek.style.setProperty("--etude-filled", `${duration ? ((100 * place) / duration).toFixed(2) : 0}%`);
    seek.setAttribute("aria-valuetext", `${place.toFixed(1)} of ${duration.toFixed(1)} seconds`);
    time.textContent = `${clock(place)} / ${clock(duration)}`;
  };
  // What moves here is no input of a notebook: its events stay inside.
  seek.addEventListener("input", (event) => {
    event.stopPropagation();
    held = true;
    show(seek.valueAsNumber);
  });
  seek.addEventListener("change", (event) => {
    event.stopPropagation();
    held = false;
    void player.playFrom(seek.valueAsNumber);
  });
  return {
    node,
    setDuration: (seconds) => {
      if (seconds === duration) return;
      duration = seconds;
      node.hidden = seconds < shortSeconds;
      seek.max = String(seconds);
      seek.step = String(seconds / steps);
      show(undefined);
    },
    show,
  };
}
