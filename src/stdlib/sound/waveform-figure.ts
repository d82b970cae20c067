import { element, svgElement } from "../element.ts";
import { figure } from "../figures/figure.ts";
import { checkAudible } from "./check-audible.ts";
import type { Audible, Samples } from "./clip.ts";
import type { Sound } from "./create-sound.ts";
import { loopButton } from "./loop-button.ts";
import { playControl } from "./play-button.ts";
import { type WaveView, waveDrawing, waveSide } from "./wave-drawing.ts";

export interface WaveformOptions {
  /** What it is the wave of. */
  label?: string;
  /** Part to draw, in seconds; default all of it. */
  seconds?: readonly [number, number];
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 150. */
  height?: number;
  /** Called in every frame while it plays, with the place in seconds; with undefined when it is over. */
  onPosition?: (seconds: number | undefined) => void;
  /** Ends the sound. */
  signal?: AbortSignal;
}

const seekSteps = 200;

/**
 * The wave of a sound with a play button and a playhead. A click on the wave plays from there; so do the arrow keys,
 * as a range input lies over it.
 */
export function waveformFigure(sound: Sound, source: Audible, options: WaveformOptions = {}): HTMLElement {
  checkAudible(source);
  const { label = "sound", seconds, width, height = 150, onPosition, signal } = options;
  let samples: Samples | undefined;
  let message = "Loading the sound …";
  const drawing = svgElement("svg", { class: "etude-wave" });
  const playhead = svgElement("line", { class: "etude-playhead", y1: 0, y2: height });
  const seek = element("input", {
    type: "range",
    class: "etude-seek",
    "aria-label": `Place in ${label}`,
    disabled: true,
  });
  seek.style.insetInline = `${waveSide}px`;

  const time = element("span", { class: "etude-time" });
  const length = () => (samples ? `${(samples.y.length / samples.sr).toFixed(2)} s` : "");

  const view = (): WaveView => {
    const [from, to] = seconds ?? [0, samples ? samples.y.length / samples.sr : 1];
    return { samples, from, to, height, message };
  };
  let drawnWidth = 0;
  const draw = (at: number): Element => {
    drawnWidth = at;
    waveDrawing(drawing, view(), at);
    drawing.append(playhead);
    return drawing;
  };
  const showPosition = (position: number) => {
    const { from, to } = view();
    const along = (position - from) / (to - from);
    const x = waveSide + along * (drawnWidth - 2 * waveSide);
    playhead.setAttribute("transform", `translate(${x.toFixed(1)} 0)`);
    playhead.toggleAttribute("data-shown", along >= 0 && along <= 1);
    seek.value = String(position);
    seek.setAttribute("aria-valuetext", `${position.toFixed(2)} seconds`);
    time.textContent = `${position.toFixed(2)} of ${length()}`;
  };
  const { button, status, player } = playControl(sound, source, {
    label,
    signal,
    onPosition: (position) => {
      onPosition?.(position);
      if (position !== undefined) return showPosition(position);
      playhead.removeAttribute("data-shown");
      time.textContent = length();
    },
  });
  const repeat = loopButton(player, label, seconds ?? true, false);

  sound.decode(source).then(
    (decoded) => {
      samples = decoded;
      const { from, to } = view();
      Object.assign(seek, {
        min: from,
        max: to,
        step: (to - from) / seekSteps,
        value: from,
        disabled: false,
      });
      time.textContent = length();
      draw(drawnWidth);
    },
    (error: unknown) => {
      message = `This sound could not be loaded: ${error instanceof Error ? error.message : error}.`;
      draw(drawnWidth);
    },
  );
  // What moves here is no input of a notebook: its events stay inside.
  seek.addEventListener("input", (event) => {
    event.stopPropagation();
    showPosition(seek.valueAsNumber);
  });
  seek.addEventListener("change", (event) => {
    event.stopPropagation();
    void player.playFrom(seek.valueAsNumber);
  });

  const control = element("div", { class: "etude-player" }, button, repeat, time, status);
  const frame = figure({ name: `Wave of ${label}`, legend: control, node: draw, width, height });
  frame.querySelector(".etude-drawing")!.append(seek);
  return frame;
}
