import { counted } from "./counted.ts";
import { takeDroppedFiles } from "./file-drop.ts";
import { importNotebook } from "./import-notebook.ts";
import { NotebookList } from "./notebook-list.ts";
import { Notices } from "./notices.ts";
import { type OpenedStore, openStore } from "./open-store.ts";
import { createFromTemplate } from "./own-notebooks.ts";
import { pageUrls } from "./page-urls.ts";
import { showBlocked } from "./show-blocked.ts";
import { templates } from "./templates.ts";

const page = document.querySelector<HTMLElement>("[data-page='playground']")!;
const notices = new Notices(page.querySelector<HTMLElement>('[data-part="notices"]')!);
const { store, blocked }: OpenedStore = await openStore();
const list = new NotebookList(page.querySelector<HTMLElement>('[data-part="list"]')!, store, notices);

async function begin(id: string): Promise<void> {
  const template = templates.find((template) => template.id === id)!;
  if (blocked !== null) return location.assign(pageUrls.trial(id));
  try {
    location.assign(pageUrls.notebook(await createFromTemplate(store, template)));
  } catch (error) {
    notices.fail("The notebook could not be made", error);
  }
}

async function openFiles(files: File[]): Promise<void> {
  if (files.length === 0) return;
  if (blocked !== null) {
    notices.show({
      text: "A file cannot be opened here, since nothing can be kept in this browser.",
      isError: true,
    });
    return;
  }
  notices.show({
    text: files.length === 1 ? `Opening ${files[0]!.name} …` : `Opening ${files.length} files …`,
  });
  const opened: string[] = [];
  const failed: string[] = [];
  for (const file of files) {
    try {
      opened.push(await importNotebook(store, file));
    } catch (error) {
      failed.push(`${file.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (files.length === 1 && opened[0]) return location.assign(pageUrls.notebook(opened[0]));
  await list.refresh();
  const first = opened.length === 1 ? "It stands first in the list." : "They stand first in the list.";
  const good = opened.length > 0 ? `${counted(opened.length, "notebook")} opened. ${first}` : "";
  const bad = failed.length > 0 ? `${counted(failed.length, "file")} could not be opened:` : "";
  notices.show({ text: [good, bad].filter(Boolean).join(" "), lines: failed, isError: failed.length > 0 });
}

if (blocked !== null) showBlocked(page, blocked);
for (const button of page.querySelectorAll<HTMLButtonElement>("button[data-template]")) {
  button.disabled = false;
  button.addEventListener("click", () => void begin(button.dataset.template!));
}
const picker = page.querySelector<HTMLInputElement>('input[type="file"]')!;
const open = page.querySelector<HTMLButtonElement>('[data-command="open-file"]')!;
open.disabled = false;
open.addEventListener("click", () => picker.click());
picker.addEventListener("change", async () => {
  const files = Array.from(picker.files ?? []);
  picker.value = ""; // the same file can be chosen again
  await openFiles(files);
});
takeDroppedFiles(page, (files) => void openFiles(files));

await list.refresh();
page.dataset.state = "ready";
store.onOtherTab(() => void list.refresh());
// A page that comes back from the browser's cache, or from behind, shows what is kept by now.
addEventListener("pageshow", (event) => {
  if (event.persisted) void list.refresh();
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") void list.refresh();
});
