import "../notebook-client.ts";
import { html } from "htl";
import { EditableHeading } from "./editable-heading.ts";
import { notebookTitle } from "./notebook-title.ts";
import { Notices } from "./notices.ts";
import { openStore } from "./open-store.ts";
import { pageUrls } from "./page-urls.ts";
import { showBlocked } from "./show-blocked.ts";
import { templates } from "./templates.ts";

/** What this page uses of a notebook's element; see the contract in ARCHITECTURE.md. */
type NotebookElement = HTMLElement & {
  open(markdown: string): Promise<void>;
  /** Fires `etude:title` with the title. */
  rename(title: string): void;
};

const page = document.querySelector<HTMLElement>("[data-page='notebook']")!;
const place = page.querySelector<HTMLElement>('[data-part="place"]')!;
const notices = new Notices(page.querySelector<HTMLElement>('[data-part="notices"]')!);
const heading = document.querySelector<HTMLElement>("h1#_top")!;
const query = new URLSearchParams(location.search);

function showTitle(title: string): void {
  document.title = `${title} | Etude`;
}

/** The attributes come first: a notebook reads them when it is put into the page. */
function notebookElement(attributes: Record<string, string>): NotebookElement {
  const element = document.createElement("etude-notebook") as NotebookElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function mountOwn(id: string, title: string): void {
  const notebook = notebookElement({ "data-own": id, "data-state": "loading" });
  const shown = new EditableHeading(heading, title, (written) => notebook.rename(notebookTitle(written)));
  notebook.addEventListener("etude:title", (event) => {
    shown.title = (event as CustomEvent<string>).detail;
    showTitle(shown.title);
  });
  showTitle(title);
  place.replaceChildren(notebook);
}

/** A template in a browser that keeps nothing: it can be used, and downloaded, as long as the page is open. */
async function mountTrial(id: string): Promise<void> {
  const template = templates.find((template) => template.id === id);
  if (!template) return showMissing("There is no such template.");
  heading.textContent = template.title;
  showTitle(template.title);
  const notebook = notebookElement({ "data-notebook": `trial/${id}`, "data-state": "loading" });
  place.replaceChildren(notebook);
  await notebook.open(template.markdown);
}

function showMissing(why: string): void {
  heading.textContent = "No such notebook";
  showTitle("No such notebook");
  place.replaceChildren(html`<div class="not-content">
    <p>${why}</p>
    <p><a href=${pageUrls.list}>See the notebooks that are here</a>, or
      <a href=${pageUrls.yourData}>bring back a backup</a>.</p></div>`);
}

async function start(): Promise<void> {
  const id = query.get("id");
  const trial = query.get("try");
  if (!id && !trial) return showMissing("This page shows one notebook, and its address names none.");
  const { store, blocked } = await openStore();
  if (blocked !== null) showBlocked(page, blocked);
  if (!id) return mountTrial(trial!);
  const record = await store.notebook(id);
  if (record) return mountOwn(id, record.title);
  showMissing(
    "There is no such notebook in this browser. It was deleted, or it was made in another browser or on another device: notebooks are kept where they were made.",
  );
}

try {
  await start();
} catch (error) {
  notices.fail("The notebook could not be opened", error);
  place.replaceChildren();
}
page.dataset.state = "ready";
