import { applyPreset, isKeepable } from "./preset.ts";
import { inputValue, inputValues, keepValue, type ShownInput } from "./view-input.ts";

/** What the inputs of a cell ask of its notebook. */
export type InputsHost = {
  /** An input was moved; its value is not handed over yet. */
  touched(): void;
  /** Whether what depends on the cell is too slow to follow every move. */
  isSlow(): boolean;
  /** The inputs wait for their release now, or do so no longer. */
  actsOnReleaseChanged(): void;
  /** Values for the 1st, 2nd … input, from a link; each is used when its input is first shown. */
  presets(): readonly unknown[];
  presetRefused(index: number, why: string): void;
};

/** The inputs that a cell shows by `view`, over all of its runs. */
export class CellInputs {
  /** Whether an input of the cell waits for its release, since its readers are slow. */
  actsOnRelease = false;
  readonly #host: InputsHost;
  #now: ShownInput[] = [];
  #before: ShownInput[] = [];
  #presetsUsed = 0;

  constructor(host: InputsHost) {
    this.#host = host;
  }

  /** A new run starts: its first input takes over from the first one of the last run, and so on. */
  startRun(): void {
    // A run that failed before its last input must not make the cell forget what they stood at.
    this.#before = [...this.#now, ...this.#before.slice(this.#now.length)];
    this.#now = [];
  }

  /** The run has shown all its inputs: what an earlier one had beyond them is forgotten. */
  endRun(): void {
    this.#before = this.#now;
  }

  /** Takes an input in. Throws when it is none. */
  add(element: HTMLElement): void {
    const index = this.#now.length;
    this.#now.push(keepValue(element, this.#before[index]));
    if (index < this.#presetsUsed) return;
    this.#presetsUsed = index + 1;
    const preset = this.#host.presets()[index];
    if (preset === undefined || preset === null) return;
    const why = applyPreset(element, preset);
    if (why !== null) this.#host.presetRefused(index, why);
  }

  /** The values of an input of the cell over time. */
  follow(element: HTMLElement): ReturnType<typeof inputValues> {
    return inputValues(element, {
      touched: () => this.#host.touched(),
      waitsForRelease: () => {
        const isSlow = this.#host.isSlow();
        if (isSlow !== this.actsOnRelease) {
          this.actsOnRelease = isSlow;
          this.#host.actsOnReleaseChanged();
        }
        return isSlow;
      },
    });
  }

  /** What the inputs stand at; null for what cannot be written down. */
  values(): unknown[] {
    return [...this.#now, ...this.#before.slice(this.#now.length)].map(({ element }) => {
      const value = inputValue(element);
      return isKeepable(value) ? value : null;
    });
  }
}
