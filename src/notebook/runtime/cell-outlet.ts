import type { CellSink } from "./cell-host.ts";

/** More than this in one run is a loop that does not end, not a result. */
const mostDisplayed = 10_000;

/** What a cell shows: what the last run left stays until the next one shows something, or ends without. */
export class CellOutlet {
  readonly #sink: CellSink;
  #shows: "nothing" | "what the last run left" | "what this run made" = "nothing";
  #displayed = 0;

  constructor(sink: CellSink) {
    this.#sink = sink;
  }

  /** A run is coming. */
  startRound(): void {
    if (this.#shows === "what this run made") this.#shows = "what the last run left";
    this.#displayed = 0;
  }

  /** Shows one more value. Throws when there have been far too many. */
  display(value: unknown): void {
    if (++this.#displayed > mostDisplayed) {
      throw new RangeError(
        `This cell has displayed ${mostDisplayed} values, and shows no more. Does the loop that displays them ever end?`,
      );
    }
    if (this.#shows !== "what this run made") this.#sink.clear();
    this.#shows = "what this run made";
    this.#sink.show(value);
  }

  /** Shows a value in the place of all others. */
  showOnly(value: unknown): void {
    this.#sink.clear();
    this.#shows = "what this run made";
    this.#sink.show(value);
  }

  /** The run is over: what an earlier one left does not stay. */
  endRound(): void {
    if (this.#shows === "what the last run left") this.#sink.clear();
    if (this.#shows === "what the last run left") this.#shows = "nothing";
  }
}
