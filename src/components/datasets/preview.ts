// The table of a dataset's page: its rows can be sorted, searched, filtered, and saved as CSV; and some of its sounds.
import { dataTable } from "../../notebook/view/data-table.ts";
import { tableDataOf } from "../../notebook/view/table-data.ts";
import { createDatasets } from "../../stdlib/data/index.ts";
import { createSound, soundFor } from "../../stdlib/sound/index.ts";
import { rowsToHear } from "./rows-to-hear.ts";

const place = document.querySelector<HTMLElement>("[data-dataset]")!;
const { dataset: id = "", base = "/" } = place.dataset;

function table(title: string, records: unknown): HTMLElement {
  const section = document.createElement("section");
  const heading = document.createElement("h3");
  heading.textContent = title;
  section.append(heading, dataTable(tableDataOf(records)!));
  return section;
}

async function show(): Promise<void> {
  const data = await createDatasets((path) => fetch(`${base}datasets/${path}`)).load(id);
  place.replaceChildren(table("All rows", data.records()));
  for (const { name, title } of data.meta.tables) {
    place.append(table(`Further table “${name}”: ${title}`, data.table(name).records()));
  }
  const rows = rowsToHear(data);
  if (rows.length === 0) return;
  const clips = rows.map((i) => data.clips[i]!);
  const cards = soundFor(createSound()).soundCards(clips, {
    labels: clips.map(({ label }) => label),
    notes: clips.map(({ credit }) => credit),
  });
  const heading = document.createElement("h3");
  heading.textContent = "Listen";
  place.prepend(heading, cards);
}

show().catch((error: Error) => {
  place.textContent = `${error.message} Reload the page to try again.`;
});
