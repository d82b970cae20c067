import { shown } from "../../learn/base/shown.ts";
import { element } from "../element.ts";
import { checkAudible } from "./check-audible.ts";
import { type Audible, isNotes } from "./clip.ts";
import type { Sound } from "./create-sound.ts";
import type { WavFormat } from "./sound-bytes.ts";

export interface DownloadOptions {
  /** How samples are written to a WAV file: 16 bits, or "float" for every sample as it is. Default 16. */
  format?: WavFormat;
}

/** A button that saves a sound as a WAV file, or notes as a MIDI file: the end of the file's name says which. */
export function downloadButton(
  sound: Sound,
  source: Audible,
  fileName: string,
  { format = 16 }: DownloadOptions = {},
): HTMLElement {
  checkAudible(source);
  const isMidi = /\.midi?$/i.test(fileName);
  if (!isMidi && !/\.wav$/i.test(fileName)) {
    throw new RangeError(
      `downloadButton: the name of the file must end in .wav or, for notes, in .mid, but it is ${shown(fileName)}.`,
    );
  }
  if (isMidi && !isNotes(source)) {
    throw new TypeError(
      `downloadButton: ${fileName} can only hold notes, but this is a sound. Save it as .wav.`,
    );
  }
  if (format !== 16 && format !== "float") {
    throw new RangeError(`downloadButton: format must be 16 or "float", but it is ${shown(format)}.`);
  }
  const make = async () => {
    const { midiFile, wavFile } = await import("./sound-bytes.ts");
    if (isMidi && isNotes(source)) return midiFile("notes" in source ? source.notes : source);
    return wavFile(await sound.decode(source), format);
  };
  const button = element("button", { type: "button", class: "etude-quiet" }, `Download ${fileName}`);
  const status = element("span", { class: "etude-sound-status", role: "status" });
  button.addEventListener("click", async () => {
    status.textContent = "";
    try {
      save(await make(), fileName);
    } catch (error) {
      status.textContent = `${fileName} could not be made: ${error instanceof Error ? error.message : error}`;
    }
  });
  return element("div", { class: "etude-player" }, button, status);
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  element("a", { href: url, download: name }).click();
  // The browser has its copy once the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
