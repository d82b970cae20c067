import { checkSettings } from "../../check-arguments.ts";
import { element } from "../../element.ts";
import { Dataset } from "../dataset.ts";
import { decodeText } from "../decode-text.ts";
import { refuseNoText } from "../refuse-no-text.ts";
import { filePlace } from "./file-button.ts";
import { type OwnTable, ownTable } from "./own-table.ts";
import { tableDataset } from "./table-dataset.ts";
import { rolesOf, type TableDecisions, tableForm } from "./table-form.ts";

/** A file of a notebook, or one that was chosen. */
type TableFile = { name: string; arrayBuffer(): Promise<ArrayBuffer> };

export interface TableInputOptions {
  /** A table to begin with, such as FileAttachment("my.csv"). */
  file?: TableFile;
  /** The column that is to be predicted, to begin with. */
  target?: string;
  /** The column whose rows a fair split keeps together, to begin with. */
  group?: string;
}

/** An element whose value is the learner's table as a dataset; undefined while there is none. */
export interface TableInputElement extends HTMLElement {
  value: Dataset | undefined;
}

const mostBytes = 50_000_000;

/**
 * A place for a table of your own, a CSV file: what stands between its columns, how decimals are written and what each
 * column holds is found out, and can be set right. Its value is a dataset as `datasets.load` gives one, or undefined
 * while there is no table. The file is read on this device and not kept: add it to a notebook of your own for that.
 *
 * @param options a file to begin with, its target and its groups
 * @throws TypeError when the options are no object.
 * @example
 * const mine = view(tableInput({target: "style"}));
 */
export function tableInput(options: TableInputOptions = {}): TableInputElement {
  checkSettings("tableInput", options, '{target: "style"}');
  let value: Dataset | undefined;
  let current: { name: string; text: string; encoding: string | null; decisions: TableDecisions } | null =
    null;
  let opened = 0;
  const status = element("p", { role: "status", class: "etude-own-status" });
  const form = element("div", { class: "etude-own-form" });
  const place = filePlace({
    label: "Choose a table …",
    accept: ".csv,.tsv,.txt,text/csv,text/tab-separated-values",
    multiple: false,
    note: "CSV, or drop it here. It stays on this device.",
    take: ([file]) => void open(file!),
  });
  const root = element("div", { class: "etude-own-data" }, place, status, form);

  const say = (text: string, isError = false) => {
    status.textContent = text;
    status.toggleAttribute("data-error", isError);
  };
  const give = (next: Dataset | undefined) => {
    value = next;
    root.dispatchEvent(new Event("input", { bubbles: true }));
  };

  async function open(file: TableFile): Promise<void> {
    const mine = ++opened;
    say(`Reading ${file.name} …`);
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      // Another one was chosen meanwhile.
      if (mine !== opened) return;
      refuse(file.name, bytes);
      const { text, encoding } = decodeText(bytes);
      const uses: TableDecisions["uses"] = {};
      if (options.target !== undefined) uses[options.target] = "target";
      if (options.group !== undefined) uses[options.group] = "group";
      const decisions: TableDecisions = { reading: { types: {} }, uses, missing: "leave out" };
      // What is there stays until the new one is known to be a table.
      const table = ownTable(file.name, text, decisions.reading);
      current = { name: file.name, text, encoding, decisions };
      show(table);
    } catch (error) {
      say((error as Error).message, true);
    }
  }

  /** Reads what is open once more, as it was decided. */
  function read(): void {
    const { name, text, decisions } = current!;
    show(ownTable(name, text, decisions.reading));
  }

  /** What was chosen with the keyboard keeps the focus. */
  function show(table: OwnTable): void {
    const { name, encoding, decisions } = current!;
    const focused = [...form.querySelectorAll("select")].indexOf(document.activeElement as HTMLSelectElement);
    form.replaceChildren(tableForm(table, decisions, read));
    form.querySelectorAll("select")[focused]?.focus();
    try {
      const { file, leftOut } = tableDataset(name, table, rolesOf(table, decisions));
      say(summary(name, table, encoding, leftOut));
      give(new Dataset(file, ""));
    } catch (error) {
      say((error as Error).message, true);
      give(undefined);
    }
  }

  if (options.file) void open(options.file);
  return Object.defineProperty(root, "value", { get: () => value }) as unknown as TableInputElement;
}

function refuse(name: string, bytes: Uint8Array): void {
  if (bytes.length === 0) throw new RangeError(`${name} is empty.`);
  if (bytes.length > mostBytes) {
    throw new RangeError(
      `${name} has ${Math.round(bytes.length / 1e6)} MB; a table of at most ${mostBytes / 1e6} MB can be read here.`,
    );
  }
  refuseNoText(name, bytes);
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;
}

function summary(name: string, table: OwnTable, encoding: string | null, leftOut: number): string {
  const { length, columns, notes } = table;
  const parts = [
    `${name}: ${counted(length, "row")}, ${counted(columns.length, "column")}`,
    ...(encoding ? [`written in ${encoding}`] : []),
    ...notes,
    ...(leftOut > 0 ? [`left out for something missing: ${counted(leftOut, "row")}`] : []),
  ];
  return `${parts.join("; ")}.`;
}
