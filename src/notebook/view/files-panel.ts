import { html } from "htl";
import { codeForFile, fileNameProblem, limits, shownName, sizeInWords } from "../share/index.ts";
import { fileRow, type PanelFile } from "./file-row.ts";
import { takeDrops } from "./take-drops.ts";

/** What the panel of files asks of the notebook. */
export type FilesPanelHost = {
  files(): Promise<PanelFile[]>;
  /** Keeps a file, in place of one of the same name; rejects with what went wrong in plain words. */
  add(file: File): Promise<void>;
  /** Removes a file; resolves to what puts it back. */
  remove(name: string): Promise<() => Promise<void>>;
  /** Puts a cell with this source into the notebook. */
  insertCode(source: string): void;
};

/**
 * The panel of a notebook's own files: what there is, and how to add, use and remove one. Files can be dropped anywhere
 * on the page until `destroy` is called.
 */
export function openFilesPanel(host: FilesPanelHost): HTMLElement & { destroy(): void } {
  const picker =
    html`<input type="file" multiple hidden aria-label="Files to add" tabindex="-1">` as HTMLInputElement;
  const choose = html`<button type="button" data-command="addFiles">Add files</button>`;
  const message = html`<div class="etude-files-message" role="status"></div>`;
  const list = html`<ul role="list"></ul>`;
  const total = html`<p class="etude-files-total"></p>`;
  const panel = html`<div class="etude-files">
    <div class="etude-files-add">${choose}${picker}<span>or drop or paste them here</span></div>
    ${message}${list}${total}</div>`;

  const say = (text: string, ...actions: HTMLElement[]) =>
    message.replaceChildren(html`<p>${text}</p>`, ...actions);
  const fail = (error: unknown) => say(error instanceof Error ? error.message : String(error));
  const button = (label: string, act: () => unknown) => {
    const element = html`<button type="button">${label}</button>`;
    element.addEventListener("click", act);
    return element;
  };

  async function refresh(): Promise<PanelFile[]> {
    const files = await host.files();
    list.replaceChildren(
      ...files.map((file) =>
        fileRow(file, {
          insert: () => {
            host.insertCode(codeForFile(file.name));
            say(`A cell that reads ${shownName(file.name)} is in the notebook.`);
          },
          remove: () => remove(file.name),
        }),
      ),
    );
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    total.textContent =
      files.length === 0
        ? 'No files yet. Sounds, tables, pictures and texts that you add are kept in this browser with the notebook and sent nowhere. A cell reads one by its name: FileAttachment("take.wav").'
        : `${files.length === 1 ? "1 file" : `${files.length} files`}, ${sizeInWords(bytes)} in all`;
    return files;
  }

  /** Asks what is to become of a file whose name is taken; resolves to the name to keep the new one under. */
  function askName(name: string, taken: Set<string>): Promise<string> {
    return new Promise((resolve) => {
      const replace = button("Replace it", () => resolve(name));
      say(
        `There is a file ${shownName(name)} already.`,
        replace,
        button("Keep both", () => resolve(freeName(name, taken))),
      );
      replace.focus();
    });
  }

  async function addOne(file: File, taken: Set<string>): Promise<string> {
    // The same letters may be made of different characters on a Mac.
    let name = file.name.normalize();
    const problem = fileNameProblem(name);
    if (problem) throw new Error(`${shownName(name)} was not added: its name ${problem}.`);
    if (taken.has(name)) {
      name = await askName(name, taken);
      choose.focus();
    }
    if (!taken.has(name) && taken.size >= limits.files) {
      throw new Error(`${shownName(name)} was not added: a notebook has at most ${limits.files} files.`);
    }
    await host.add(new File([file], name, { type: file.type, lastModified: file.lastModified }));
    return name;
  }

  async function add(files: File[]): Promise<void> {
    const added: string[] = [];
    const failures: string[] = [];
    try {
      const taken = new Set((await host.files()).map(({ name }) => name));
      let room =
        limits.zipBytes - limits.textBytes - (await host.files()).reduce((sum, { size }) => sum + size, 0);
      for (const file of files) {
        room -= file.size;
        if (room < 0) {
          failures.push(
            `${shownName(file.name)} was not added: the files of a notebook may be ${sizeInWords(limits.zipBytes - limits.textBytes)} in all.`,
          );
          room += file.size;
          continue;
        }
        try {
          const name = await addOne(file, taken);
          taken.add(name);
          added.push(shownName(name));
        } catch (error) {
          failures.push(error instanceof Error ? error.message : String(error));
        }
      }
      await refresh();
      say([...(added.length > 0 ? [`Added ${added.join(", ")}.`] : []), ...failures].join(" "));
    } catch (error) {
      fail(error);
    }
  }

  async function remove(name: string): Promise<void> {
    try {
      const putBack = await host.remove(name);
      await refresh();
      const undo = button("Undo", async () => {
        try {
          await putBack();
          await refresh();
          say(`${shownName(name)} is back.`);
          choose.focus();
        } catch (error) {
          fail(error);
        }
      });
      say(`Removed ${shownName(name)}.`, undo);
      undo.focus();
    } catch (error) {
      fail(error);
    }
  }

  choose.addEventListener("click", () => picker.click());
  picker.addEventListener("change", () => {
    const files = [...picker.files!];
    picker.value = "";
    void add(files);
  });
  const destroy = takeDrops(panel, (files) => void add(files));
  refresh().catch(fail);
  return Object.assign(panel, { destroy });
}

/** `take.wav` as `take (2).wav`, or with the next number that is free. */
function freeName(name: string, taken: Set<string>): string {
  const [, base, ending] = name.match(/^(.+?)(\.[^.]*)?$/s)!;
  for (let n = 2; ; ++n) {
    const free = `${base} (${n})${ending ?? ""}`;
    if (!taken.has(free)) return free;
  }
}
