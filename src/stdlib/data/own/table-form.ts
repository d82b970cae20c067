import { element } from "../../element.ts";
import type { ColumnType } from "./column-type.ts";
import { menu } from "./field.ts";
import type { OwnColumn, OwnTable, TableReading } from "./own-table.ts";
import type { TableRoles } from "./table-dataset.ts";
import { separators } from "./table-text.ts";

/** What a column is for, as the form asks it. */
export type ColumnUse = "feature" | "target" | "group" | "other";

/** What the learner has set right or decided. */
export type TableDecisions = {
  reading: TableReading & { types: Record<string, ColumnType> };
  uses: Record<string, ColumnUse>;
  missing: NonNullable<TableRoles["missing"]>;
};

const shownExamples = 3;
const mostColumns = 60;

/** What a column is for while nobody has said so: numbers are features. */
function useOf({ name, type }: OwnColumn, uses: Readonly<Record<string, ColumnUse>>): ColumnUse {
  const wanted = uses[name];
  if (wanted === "feature" && type !== "number") return "other";
  return wanted ?? (type === "number" ? "feature" : "other");
}

/** The roles of the columns, as `tableDataset` takes them. */
export function rolesOf(table: OwnTable, { uses, missing }: TableDecisions): TableRoles {
  const named = (use: ColumnUse) => Object.entries(uses).find(([, each]) => each === use)?.[0];
  const features = table.columns.filter((column) => useOf(column, uses) === "feature");
  return {
    target: named("target"),
    group: named("group"),
    features: features.map(({ name }) => name),
    missing,
  };
}

/** What is known of a table, with menus to set it right; `change` is told when one was used. */
export function tableForm(table: OwnTable, decisions: TableDecisions, change: () => void): HTMLElement {
  const { reading } = decisions;
  const known = Object.entries(separators).map(([name, sign]) => [sign, name] as const);
  const other = known.some(([sign]) => sign === table.separator)
    ? []
    : [[table.separator, table.separator] as const];
  const decide = (act: () => void) => {
    act();
    change();
  };
  const whole = element(
    "div",
    { class: "etude-fields" },
    menu("Between columns", [...known, ...other], table.separator, (sign) =>
      decide(() => {
        reading.separator = sign;
        reading.types = {};
      }),
    ),
    menu(
      "Decimals after a",
      [
        [".", "point: 1.5"],
        [",", "comma: 1,5"],
      ],
      table.decimal,
      (sign) =>
        decide(() => {
          reading.decimal = sign;
        }),
    ),
    menu(
      "First line",
      [
        ["names", "names of the columns"],
        ["row", "the first row"],
      ],
      table.hasNames ? "names" : "row",
      (value) =>
        decide(() => {
          reading.hasNames = value === "names";
          reading.types = {};
          decisions.uses = {};
        }),
    ),
    menu(
      "Rows with a missing number",
      [
        ["leave out", "leave out"],
        ["keep", "keep, for an imputer"],
      ],
      decisions.missing,
      (value) =>
        decide(() => {
          decisions.missing = value;
        }),
    ),
  );
  const heads = ["column", "is", "used as", "for example", "not known"];
  const head = element("tr", {}, ...heads.map((text) => element("th", { scope: "col" }, text)));
  const rows = table.columns.slice(0, mostColumns).map((column) => columnRow(column, decisions, decide));
  const more = table.columns.length - rows.length;
  const body = element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows));
  const region = { class: "etude-scroll", tabindex: 0, role: "group", "aria-label": "Columns of your table" };
  return element(
    "div",
    {},
    whole,
    element("div", region, body),
    more > 0 ? element("small", {}, `${more} more columns are used as they were found.`) : null,
  );
}

function columnRow(
  column: OwnColumn,
  decisions: TableDecisions,
  decide: (act: () => void) => void,
): HTMLTableRowElement {
  const { name, type, missing, odd } = column;
  const typeMenu = menu<ColumnType>(
    `${name} is`,
    [
      ["number", "a number"],
      ["category", "a category"],
      ["text", "text"],
    ],
    type,
    (value) =>
      decide(() => {
        decisions.reading.types[name] = value;
      }),
  );
  const uses: [ColumnUse, string][] = [
    ...(type === "number" ? ([["feature", "feature"]] as [ColumnUse, string][]) : []),
    ["target", "target"],
    ["group", "group"],
    ["other", "nothing"],
  ];
  const useMenu = menu<ColumnUse>(`${name} is used as`, uses, useOf(column, decisions.uses), (value) =>
    decide(() => {
      // There is one target and one group.
      for (const [other, use] of Object.entries(decisions.uses)) {
        if (use === value && value !== "feature" && value !== "other") delete decisions.uses[other];
      }
      decisions.uses[name] = value;
    }),
  );
  for (const field of [typeMenu, useMenu]) field.firstElementChild!.classList.add("etude-hidden");
  const oddly = odd
    ? `${odd.count} no number: row ${odd.row} says “${odd.text.slice(0, 30)}”`
    : missing > 0
      ? String(missing)
      : "";
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, name),
    element("td", {}, typeMenu),
    element("td", {}, useMenu),
    element("td", { class: "etude-note" }, examplesOf(column)),
    element("td", { class: "etude-note" }, oddly),
  );
}

function examplesOf({ values }: OwnColumn): string {
  const found: string[] = [];
  for (const value of values) {
    if (value === null || Number.isNaN(value)) continue;
    const text = String(value).slice(0, 24);
    if (!found.includes(text)) found.push(text);
    if (found.length === shownExamples) break;
  }
  return found.join(", ");
}
