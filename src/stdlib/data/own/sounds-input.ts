import { checkSettings } from "../../check-arguments.ts";
import type { Twins } from "../../compute/twins.ts";
import { element } from "../../element.ts";
import { Dataset } from "../dataset.ts";
import { filePlace } from "./file-button.ts";
import { measureSounds, type SoundFile } from "./measure-sounds.ts";
import { type MeasuredSound, soundsDataset } from "./sounds-dataset.ts";

export interface SoundsInputOptions {
  /** Samples a second that every sound is brought to; default 22050. */
  sr?: number;
  /** Length in seconds of the parts that sounds are cut into, a row each; by default each sound is one row. */
  seconds?: number;
}

/** What the page gives to the input of one cell. */
export type SoundsInputPorts = {
  audioFeatures: Twins["audioFeatures"];
  /** A button that plays a part of a file. */
  playButton(clip: { url: string; start: number; duration: number }, label: string): HTMLElement;
  /** Aborted when the cell runs again or goes. */
  signal: AbortSignal;
};

/** An element whose value is the learner's sounds as a dataset; undefined while there are none. */
export interface SoundsInputElement extends HTMLElement {
  value: Dataset | undefined;
}

/** A place for sounds of the learner's own; see `soundsInput` of cells. */
export function soundsInput(ports: SoundsInputPorts, options: SoundsInputOptions = {}): SoundsInputElement {
  checkSettings("soundsInput", options, "{seconds: 5}");
  const { sr = 22_050, seconds = null } = options;
  if (!(sr >= 8000 && sr <= 96_000)) {
    throw new RangeError(`soundsInput: sr must be from 8000 to 96000 samples a second, but it is ${sr}.`);
  }
  if (seconds !== null && !(seconds >= 0.1)) {
    throw new RangeError(`soundsInput: seconds must be 0.1 or more, but it is ${seconds}.`);
  }
  const { signal, audioFeatures, playButton } = ports;
  let sounds: MeasuredSound[] = [];
  let value: Dataset | undefined;
  let work: AbortController | null = null;
  let queue: Promise<void> = Promise.resolve();
  let waiting = 0;

  const status = element("p", { role: "status", class: "etude-own-status" });
  const bar = element("progress", { "aria-label": "Sounds measured", hidden: true });
  const stop = element("button", { type: "button", class: "etude-quiet", hidden: true }, "Stop");
  const list = element("div", { class: "etude-own-form" });
  const place = filePlace({
    label: "Choose sounds …",
    accept: "audio/*,.wav,.mp3,.flac,.ogg,.opus,.m4a,.aif,.aiff",
    multiple: true,
    note: "Several at once, or drop them here. They stay on this device.",
    take,
  });
  const root = element("div", { class: "etude-own-data" }, place, bar, stop, status, list);

  const give = () => {
    value = sounds.length > 0 ? new Dataset(soundsDataset(sounds), "") : undefined;
    root.dispatchEvent(new Event("input", { bubbles: true }));
  };

  /** Files that come while others are measured wait for their turn; Stop is for all of them. */
  function take(files: readonly (File & SoundFile)[]): void {
    work ??= new AbortController();
    const mine = work;
    waiting += 1;
    queue = queue
      .then(() => measure(files, AbortSignal.any([mine.signal, signal])))
      // Whatever went wrong with these, the next ones have their turn.
      .catch((error: Error) => show([error.message]))
      .finally(() => {
        waiting -= 1;
        if (waiting > 0) return;
        work = null;
        bar.hidden = stop.hidden = true;
      });
  }

  async function measure(files: readonly (File & SoundFile)[], ended: AbortSignal): Promise<void> {
    const urls = new Map<SoundFile, string>();
    bar.max = files.length;
    bar.value = 0;
    bar.hidden = stop.hidden = false;
    status.toggleAttribute("data-error", false);
    status.textContent = `Listening to ${files.length === 1 ? files[0]!.name : `${files.length} sounds`} …`;
    const found = await measureSounds(files, {
      sr,
      seconds,
      audioFeatures,
      signal: ended,
      urlOf: (file) => {
        const url = urls.get(file) ?? URL.createObjectURL(file as File);
        urls.set(file, url);
        signal.addEventListener("abort", () => URL.revokeObjectURL(url), { once: true });
        return url;
      },
      progress: (done) => {
        bar.value = done;
      },
    });
    // What was there before stays: sounds are added, and those of the same name replaced.
    const names = new Set(found.sounds.map(({ name }) => name));
    sounds = [...sounds.filter(({ name }) => !names.has(name)), ...found.sounds];
    const left = found.left === 1 ? "1 file was" : `${found.left} files were`;
    show([...found.notes, ...(found.left > 0 ? [`Stopped: ${left} not measured.`] : [])]);
    if (found.sounds.length > 0) give();
  }
  stop.addEventListener("click", () => work?.abort());

  function show(notes: readonly string[]): void {
    const count = sounds.length === 1 ? "1 sound" : `${sounds.length} sounds`;
    const classes = new Set(sounds.map(({ label }) => label)).size;
    const told =
      sounds.length > 0 ? [`${count} in ${classes === 1 ? "1 class" : `${classes} classes`}.`] : [];
    status.textContent = [...told, ...notes].join(" ");
    status.toggleAttribute("data-error", notes.length > 0);
    list.replaceChildren(...(sounds.length > 0 ? [soundTable()] : []));
  }

  function soundTable(): HTMLElement {
    const heads = ["listen", "is", "file", "seconds", "remove"];
    const head = element("tr", {}, ...heads.map((text) => element("th", { scope: "col" }, text)));
    const body = element("tbody", {}, ...sounds.map(soundRow));
    const table = element("table", {}, element("thead", {}, head), body);
    const region = { class: "etude-scroll", tabindex: 0, role: "group", "aria-label": "Your sounds" };
    return element("div", region, table);
  }

  function soundRow(sound: MeasuredSound): HTMLTableRowElement {
    const { name, label, start, duration } = sound;
    const input = element("input", { type: "text", value: label, "aria-label": `What ${name} is` });
    input.addEventListener("input", (event) => event.stopPropagation());
    input.addEventListener("change", (event) => {
      event.stopPropagation();
      const text = input.value.trim();
      if (text === "") {
        input.value = label;
        return;
      }
      // Parts of one file are of one class.
      sounds = sounds.map((each) => (each.name === name ? { ...each, label: text } : each));
      show([]);
      give();
    });
    const remove = element(
      "button",
      { type: "button", class: "etude-quiet", "aria-label": `Remove ${name}` },
      "×",
    );
    remove.addEventListener("click", () => {
      sounds = sounds.filter((each) => each !== sound);
      show([]);
      give();
    });
    const from =
      seconds === null ? duration.toFixed(2) : `${start.toFixed(1)} to ${(start + duration).toFixed(1)}`;
    return element(
      "tr",
      {},
      element("td", {}, playButton(sound, name)),
      element("td", {}, input),
      element("td", {}, name),
      element("td", {}, from),
      element("td", {}, remove),
    );
  }
  return Object.defineProperty(root, "value", { get: () => value }) as unknown as SoundsInputElement;
}
