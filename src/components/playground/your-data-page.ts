import { html } from "htl";
import { mergedRecordTexts } from "../../course/exercises/record-text.ts";
import { deleteEverything, readBackup, restoreBackup, writeBackup } from "../../notebook/storage/index.ts";
import { counted } from "./counted.ts";
import { keptFacts } from "./kept-facts.ts";
import { Notices } from "./notices.ts";
import { openStore } from "./open-store.ts";
import { pageUrls } from "./page-urls.ts";
import { askForPersistence, isPersistent } from "./persistence.ts";
import { restoreLines } from "./restore-lines.ts";
import { saveToDisk } from "./save-to-disk.ts";
import { showBlocked } from "./show-blocked.ts";
import { whatWasSetAside } from "./what-was-set-aside.ts";

const page = document.querySelector<HTMLElement>("[data-page='your-data']")!;
const part = (name: string) => page.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
const notices = new Notices(part("notices"));
const { store, blocked } = await openStore();

async function showKept(): Promise<void> {
  try {
    const totals = await store.everything();
    part("kept").replaceChildren(keptFacts(totals));
    part("set-aside").hidden = totals.setAside === 0;
    const { notebooks, editedCells, tasks, files } = totals;
    part("delete-what").textContent =
      `${counted(notebooks, "notebook")}, ${counted(editedCells, "changed cell")} of lessons with their earlier versions, your work on ${counted(tasks, "exercise or question", "exercises and questions")}, and ${counted(files, "file")} go for good. There is no way back but a backup.`;
  } catch (error) {
    notices.fail("What is kept could not be counted", error);
  }
}

async function showPersistence(): Promise<void> {
  const persistent = await isPersistent();
  const place = part("persistence");
  if (persistent === null) return place.replaceChildren();
  if (persistent) {
    place.replaceChildren(html`<p>Your browser has promised not to clear this by itself.</p>`);
    return;
  }
  const ask = html`<button type="button" data-command="persist">Ask it to keep this</button>`;
  ask.addEventListener("click", async () => {
    const granted = await askForPersistence();
    await showPersistence();
    notices.show({
      text: granted
        ? "Your browser will keep this until you delete it."
        : "Your browser did not agree. It may after you have used this site for a while, or made a bookmark of it. A backup is safe in any case.",
    });
  });
  place.replaceChildren(
    html`<p>Your browser may clear this by itself when the disk is nearly full, or when you have not been here for a
      long time.</p><p>${ask}</p>`,
  );
}

/** Runs what a button asks for, once at a time, and says why when it does not work. */
function onCommand(command: string, what: string, run: () => Promise<void> | void): void {
  const button = page.querySelector<HTMLButtonElement>(`[data-command="${command}"]`)!;
  let isBusy = false;
  button.disabled = false;
  button.addEventListener("click", async () => {
    if (isBusy) return;
    isBusy = true;
    notices.clear();
    try {
      await run();
    } catch (error) {
      notices.fail(what, error);
    }
    isBusy = false;
  });
}

async function download(): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  const name = `etude-backup-${day}.zip`;
  saveToDisk(name, await writeBackup(store));
  notices.show({ text: `${name} was handed to your browser's downloads.` });
}

async function restore(file: File): Promise<void> {
  part("report").replaceChildren(html`<p>Reading ${file.name} …</p>`);
  try {
    const report = await restoreBackup(store, await readBackup(file), mergedRecordTexts);
    const lines = restoreLines(report);
    const list = lines.length > 0 ? html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>` : "";
    part("report").replaceChildren(html`<div class="etude-say"><div>
      <p><strong>${lines.length > 0 ? `From ${file.name}:` : `There is nothing in ${file.name} that is not here.`}</strong></p>
      ${list}
      <p>What came in is shown, and does not run until you say there that it is yours.
        <a href=${pageUrls.list}>See my notebooks</a>.</p></div></div>`);
  } catch (error) {
    part("report").replaceChildren();
    notices.fail(`${file.name} could not be brought back`, error);
    part("notices").scrollIntoView({ block: "center" });
  }
  await showKept();
}

function readyRestore(): void {
  const picker = page.querySelector<HTMLInputElement>('input[type="file"]')!;
  onCommand("restore", "The backup could not be opened", () => picker.click());
  picker.addEventListener("change", async () => {
    const file = picker.files?.[0];
    picker.value = ""; // the same file can be chosen again
    if (file) await restore(file);
  });
}

function readyDelete(): void {
  const form = page.querySelector<HTMLFormElement>(".etude-delete")!;
  const word = form.querySelector<HTMLInputElement>("input")!;
  const button = form.querySelector<HTMLButtonElement>("button")!;
  word.disabled = false;
  const isConfirmed = () => word.value.trim().toLowerCase() === "delete";
  word.addEventListener("input", () => {
    button.disabled = !isConfirmed();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!isConfirmed()) return;
    button.disabled = true;
    word.value = "";
    try {
      await deleteEverything();
      // What the page holds of the storage is of no use now.
      location.reload();
    } catch (error) {
      notices.fail("Not everything could be deleted", error);
    }
  });
}

if (blocked !== null) {
  showBlocked(page, blocked);
  part("kept").replaceChildren(html`<p class="etude-empty">Nothing is kept.</p>`);
} else {
  onCommand("backup", "The backup could not be made", download);
  onCommand("set-aside", "The records could not be read", async () => {
    saveToDisk("etude-set-aside.txt", await whatWasSetAside(store));
  });
  readyRestore();
  readyDelete();
  await Promise.all([showKept(), showPersistence()]);
  store.onOtherTab(() => void showKept());
}
page.dataset.state = "ready";
