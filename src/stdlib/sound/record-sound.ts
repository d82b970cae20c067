import { shown } from "../../learn/base/shown.ts";
import { element } from "../element.ts";
import type { Samples } from "./clip.ts";
import type { Sound } from "./create-sound.ts";
import { levelMeter } from "./level-meter.ts";
import { microphoneTrouble, noMicrophoneHere, takeTrouble } from "./microphone-trouble.ts";
import { type Recording, startRecording } from "./start-recording.ts";
import { waveformFigure } from "./waveform-figure.ts";

export interface RecordOptions {
  /** The longest recording, in seconds, from 1 to 120; default 10. */
  seconds?: number;
  /** What is recorded; default "sound". */
  label?: string;
  /** Ends the recording. */
  signal?: AbortSignal;
}

/** An element with a `value` that fires `input` events, as `view(…)` wants it. */
export interface RecordSoundElement extends HTMLElement {
  value: Samples | null;
}

const mostSeconds = 120;

/** A recorder: says what it does, records when asked, shows what it has. Its value is null until then. */
export function recordSound(sound: Sound, options: RecordOptions = {}): RecordSoundElement {
  const { seconds = 10, label = "sound", signal } = options;
  if (!(seconds >= 1 && seconds <= mostSeconds)) {
    throw new RangeError(
      `recordSound: seconds is ${shown(seconds)}; it must be between 1 and ${mostSeconds}.`,
    );
  }
  let take: Samples | null = null;
  let recording: Recording | undefined;
  let asking = false;

  const button = element("button", { type: "button", class: "etude-record-button" }, "Record");
  const meter = levelMeter();
  const time = element("span", { class: "etude-time" });
  const status = element("p", { class: "etude-sound-status", role: "status" });
  const result = element("div", {});
  const file = element("input", { type: "file", accept: "audio/*", "aria-label": "Take a sound file" });
  const about = element(
    "p",
    {},
    `Records up to ${seconds} s from the microphone, once your browser has asked you and you have allowed it. The recording stays on this page; nothing is sent.`,
  );
  const row = element("div", { class: "etude-player" }, button, meter.node, time);
  const other = element("label", { class: "etude-record-file" }, "or take a sound file ", file);
  const root = element(
    "div",
    { class: "etude-record", role: "group", "aria-label": `Record ${label}` },
    about,
    row,
    status,
    result,
    other,
  );

  const show = () => {
    root.dataset.state = recording ? "recording" : asking ? "asking" : "idle";
    button.textContent = recording ? "Stop" : take ? "Record again" : "Record";
    meter.node.hidden = time.hidden = !recording;
  };
  const showTake = () => {
    result.replaceChildren(...(take ? [waveformFigure(sound, take, { label, signal })] : []));
    show();
  };
  const hand = (samples: Samples) => {
    take = samples;
    status.textContent = takeTrouble(samples.y as Float32Array);
    showTake();
    for (const type of ["input", "change"]) root.dispatchEvent(new Event(type, { bubbles: true }));
  };
  const record = async () => {
    asking = true;
    status.textContent = "";
    // What plays would be recorded as well.
    sound.stop();
    show();
    try {
      recording = await startRecording({
        seconds,
        signal,
        onPiece: (piece, soFar) => {
          meter.show(piece);
          time.textContent = `${soFar.toFixed(1)} of ${seconds} s`;
        },
      });
      asking = false;
      show();
      const samples = await recording.taken;
      recording = undefined;
      if (signal?.aborted) return show();
      if (samples) hand(samples);
      else status.textContent = "Nothing was recorded.";
    } catch (error) {
      status.textContent = microphoneTrouble(error);
    }
    recording = undefined;
    asking = false;
    show();
  };
  button.addEventListener("click", () => {
    if (recording) recording.stop();
    else if (!asking && !signal?.aborted) void record();
  });
  // What happens inside is no input of a notebook: its value changes when there is a recording.
  file.addEventListener("input", (event) => event.stopPropagation());
  file.addEventListener("change", async (event) => {
    event.stopPropagation();
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    try {
      hand(await sound.decode(chosen));
    } catch (error) {
      status.textContent = error instanceof Error ? error.message : String(error);
    }
  });
  if (!navigator.mediaDevices) {
    about.textContent = noMicrophoneHere;
    row.hidden = true;
  }
  show();
  return Object.defineProperty(root, "value", {
    get: () => take,
    set: (samples: Samples | null) => {
      if (samples !== null && !(samples?.y instanceof Float32Array)) return;
      take = samples;
      showTake();
    },
  }) as unknown as RecordSoundElement;
}
