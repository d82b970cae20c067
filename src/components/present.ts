import { html } from "htl";
import { dropState, keepState } from "../notebook/view/kept-state.ts";
import { simpleTable } from "../notebook/view/simple-table.ts";
import { type TableData, tableDataOf } from "../notebook/view/table-data.ts";
import { type AudioValue, isAudio } from "../notebook/view/value-shapes.ts";
import type { Sound } from "../stdlib/sound/index.ts";

/** Up to so many rows a table needs no tools. */
const fewRows = 10;

type TableModule = typeof import("../notebook/view/data-table.ts");
let tables: TableModule | null = null;

/**
 * An element for values that say more as a table or as a wave than in an inspector: matrices, data frames, arrays of
 * alike objects or rows, and samples of sound where there is a `sound` to hear them with. Null for the rest.
 */
export function present(value: unknown, sound?: Sound): Element | null {
  if (sound && isAudio(value)) return wave(value, sound);
  const data = tableDataOf(value);
  if (!data) return null;
  if (data.rowCount <= fewRows) return simpleTable(data);
  return tables ? tables.dataTable(data) : tableSoon(data);
}

/** The first rows at once, and the tools when they have been fetched, which they are for the first large table. */
function tableSoon(data: TableData): Element {
  const place = html`<div class="etude-table-soon">${simpleTable(data, fewRows)}</div>`;
  let kept: unknown;
  keepState(place, {
    key: `table ${data.columns.map(({ name }) => name).join("\u0000")}`,
    read: () => kept,
    restore: (state) => {
      kept = state;
    },
  });
  import("../notebook/view/data-table.ts").then(
    (module) => {
      tables = module;
      // The place itself stays: it is what the cell's output knows.
      dropState(place);
      place.classList.remove("etude-table-soon");
      place.replaceChildren(module.dataTable(data, kept));
    },
    // Offline before it was ever fetched: the first rows stand.
    () => {},
  );
  return place;
}

function wave(value: AudioValue, sound: Sound): Element {
  const place = html`<div></div>`;
  const { y, sr } = value as { y: Float32Array; sr: number };
  import("../stdlib/sound/waveform-figure.ts").then(
    ({ waveformFigure }) => place.append(waveformFigure(sound, { y, sr })),
    () => place.append("The player could not be loaded."),
  );
  return place;
}
