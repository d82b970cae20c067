import { element, svgElement } from "../element.ts";
import { checkAudible } from "./check-audible.ts";
import type { Audible } from "./clip.ts";
import type { Sound, Tracks } from "./create-sound.ts";
import { createPlayer, type Player } from "./player.ts";
import type { Loop } from "./voice.ts";

const triangle = "M6 3.5 19 12 6 20.5Z";
const square = "M6 6H18V18H6Z";

/** How far round the ring of a button the sound has come. */
const ringLength = 100;

export interface PlayButtonOptions {
  /** What is heard: the button is called "Play" and this. */
  label: string;
  /** Ends the sound. */
  signal?: AbortSignal;
  /** What is repeated at first; default nothing. */
  loop?: Loop;
  /** Called in every frame while it plays, with the place in seconds; with undefined when it is over. */
  onPosition?: (seconds: number | undefined) => void;
  /** Called when it starts, with how long it is. */
  onDuration?: (seconds: number) => void;
  /** Called when the sound starts and when it ends. */
  onPlaying?: (playing: boolean) => void;
}

export interface PlayControl {
  button: HTMLButtonElement;
  /** Says in one line what went wrong; empty otherwise. */
  status: HTMLElement;
  player: Player;
}

/** A round button that plays and stops a sound, with a ring that fills as it plays. Throws when it is no sound. */
export function playControl(sound: Sound, source: Audible | Tracks, options: PlayButtonOptions): PlayControl {
  if (!(source && "tracks" in source)) checkAudible(source);
  const { label, signal, loop, onPosition, onDuration, onPlaying } = options;
  const icon = svgElement("path", { d: triangle, class: "etude-icon" });
  const ring = svgElement("circle", { cx: 12, cy: 12, r: 11, pathLength: ringLength, class: "etude-ring" });
  const picture = svgElement("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, ring, icon);
  const button = element("button", { type: "button", class: "etude-play", "aria-pressed": "false" }, picture);
  button.setAttribute("aria-label", `Play ${label}`);
  const status = element("span", { class: "etude-sound-status", role: "status" });
  let duration = 1;

  const player = createPlayer(sound, source, {
    signal,
    loop,
    onState: (state) => {
      const playing = state.kind === "playing";
      if (playing) {
        duration = state.duration;
        onDuration?.(duration);
      }
      button.dataset.state = state.kind;
      button.setAttribute("aria-pressed", String(playing));
      icon.setAttribute("d", playing ? square : triangle);
      if (!playing) ring.style.strokeDashoffset = String(ringLength);
      status.textContent =
        state.kind === "failed"
          ? `This sound could not be loaded: ${state.reason.replace(/\.$/, "")}. Press play to try again.`
          : "";
      onPlaying?.(playing);
    },
    onPosition: (seconds) => {
      if (seconds !== undefined) ring.style.strokeDashoffset = String(ringLength * (1 - seconds / duration));
      onPosition?.(seconds);
    },
  });
  button.addEventListener("click", () => void player.toggle());
  return { button, status, player };
}
