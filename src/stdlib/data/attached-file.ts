import { type DecodedAudio, decodeAudio } from "./decode-audio.ts";
import { decodeText } from "./decode-text.ts";
import type { Table } from "./read-table.ts";
import { refuseNoText } from "./refuse-no-text.ts";

/** How a table is read: `typed` makes numbers, dates, and true and false of columns that are so throughout. */
export type TableOptions = { typed?: boolean };

/** A file that belongs to the notebook; its contents are read when they are asked for. */
export class AttachedFile {
  readonly name: string;
  readonly mimeType: string;
  /** In bytes. */
  readonly size: number;
  readonly #read: () => Promise<Blob>;
  readonly #signal: AbortSignal | undefined;

  /** `signal` ends what `url` gives. */
  constructor(
    { name, type, size }: { name: string; type: string; size: number },
    read: () => Promise<Blob>,
    signal?: AbortSignal,
  ) {
    this.name = name;
    this.mimeType = type;
    this.size = size;
    this.#read = read;
    this.#signal = signal;
  }

  /** The file as a Blob. Throws when it has been removed meanwhile. */
  blob(): Promise<Blob> {
    return this.#read();
  }

  /** The file's bytes. */
  async arrayBuffer(): Promise<ArrayBuffer> {
    return (await this.blob()).arrayBuffer();
  }

  /** The file as text: UTF-8, or else as older programs on Windows write. */
  async text(): Promise<string> {
    return decodeText(new Uint8Array(await this.arrayBuffer())).text.replace(/^\uFEFF/, "");
  }

  /** The value that a JSON file holds. Throws when it is not JSON. */
  async json(): Promise<unknown> {
    try {
      return JSON.parse(await this.text());
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new SyntaxError(`${this.name} is not JSON: ${error.message}.`);
    }
  }

  /**
   * The rows of a table with names in its first line; what stands between its columns (commas, semicolons, tabs) is
   * found out. The array's `columns` are the names, its `notes` what was unusual in the file.
   */
  csv(options: TableOptions = {}): Promise<Table> {
    return this.#table(options);
  }

  /** The rows of a table with tabs between its columns. */
  tsv(options: TableOptions = {}): Promise<Table> {
    return this.#table({ ...options, separator: "\t" });
  }

  /** The sound of an audio file, mixed to one channel, at 44,100 samples a second. Throws when it is no sound. */
  async audio(): Promise<DecodedAudio> {
    return decodeAudio(this.name, await this.arrayBuffer());
  }

  /** An address for the file, for the `src` of an image or a player; it ends when the cell runs again. */
  async url(): Promise<string> {
    const url = URL.createObjectURL(await this.blob());
    this.#signal?.addEventListener("abort", () => URL.revokeObjectURL(url), { once: true });
    return url;
  }

  async #table(options: TableOptions & { separator?: string }): Promise<Table> {
    const bytes = new Uint8Array(await this.arrayBuffer());
    refuseNoText(this.name, bytes);
    const { text, encoding } = decodeText(bytes);
    const { readTable } = await import("./read-table.ts");
    const table = readTable(text, options);
    if (encoding) table.notes.unshift(`written in ${encoding}`);
    return table;
  }
}
