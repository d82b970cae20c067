import type { CellName, EditorHelp } from "../editor/index.ts";
import { EtudeCell } from "./etude-cell.ts";
import type { NotebookHost } from "./host.ts";
import { notebookPorts } from "./ports.ts";
import { kindOf } from "./value-kind.ts";

const mostMembers = 200;

/** The properties of a value that code can name: its own and those of its class. */
function membersOf(value: unknown): string[] {
  const names = new Set<string>();
  try {
    for (
      let at: object | null = Object(value);
      at && at !== Object.prototype;
      at = Object.getPrototypeOf(at)
    ) {
      if (Array.isArray(at) || ArrayBuffer.isView(at)) continue; // their numbers are no names
      for (const name of Object.getOwnPropertyNames(at).slice(0, mostMembers)) {
        if (/^[A-Za-z$][\w$]*$/.test(name) && name !== "constructor") names.add(name);
      }
    }
  } catch {
    // a proxy that does not want to be looked at
  }
  return Array.from(names).slice(0, mostMembers);
}

function columnsOf(value: unknown): string[] | undefined {
  const { featureNames, columns } = (value ?? {}) as { featureNames?: unknown; columns?: unknown };
  const found = Array.isArray(featureNames) ? featureNames : columns;
  if (Array.isArray(found) && found.every((name) => typeof name === "string")) return found;
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return typeof first === "object" && first !== null && !Array.isArray(first)
    ? Object.keys(first)
    : undefined;
}

/** What the editor may ask of a notebook. */
export function notebookHelp(notebook: NotebookHost): EditorHelp {
  return {
    cellNames: () =>
      notebook.runtime.namedValues().map(({ name, cell, state, value }): CellName => {
        if (state !== "fulfilled")
          return { name, cell, kind: state === "rejected" ? "failed" : "not there yet" };
        const columns = columnsOf(value);
        return { name, cell, kind: kindOf(value), members: membersOf(value), ...(columns && { columns }) };
      }),
    reference: () => notebookPorts().reference(),
    modules: () => Object.keys(notebook.runtime.stdlib.modules),
    goTo(cell, name) {
      const part = notebook.parts().find(({ cellId }) => cellId === cell);
      const line = part instanceof EtudeCell ? part.lineOf(name) : undefined;
      notebook.showCell(cell);
      if (line !== undefined) void part?.openEditor({ line });
    },
  };
}
