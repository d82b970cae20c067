type Node = { readonly id: string; readonly outputs: readonly string[]; readonly inputs: readonly string[] };

/** Which cell defines a name, which ones read it, and what follows from that. */
export class CellGraph<Cell extends Node> {
  readonly #definers = new Map<string, Cell[]>();
  readonly #readers = new Map<string, Cell[]>();

  constructor(cells: readonly Cell[]) {
    for (const cell of cells) {
      for (const name of cell.outputs) push(this.#definers, name, cell);
      for (const name of cell.inputs) push(this.#readers, name, cell);
    }
  }

  /** The cells that define a name: one, if all is well. */
  definers(name: string): readonly Cell[] {
    return this.#definers.get(name) ?? [];
  }

  /** All cells that depend on a cell, near or far. */
  behind(cell: Cell): Set<Cell> {
    const found = new Set<Cell>();
    const names = [...cell.outputs];
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      for (const reader of this.#readers.get(name) ?? []) {
        if (reader === cell || found.has(reader)) continue;
        found.add(reader);
        names.push(...reader.outputs);
      }
    }
    return found;
  }

  /** The shortest way from a cell by what it reads back to itself, as ids; empty when there is none. */
  circleOf(cell: Cell): string[] {
    const cameFrom = new Map<Cell, Cell>();
    const queue = [cell];
    for (const at of queue) {
      for (const name of at.inputs) {
        for (const definer of this.definers(name)) {
          if (definer === cell) {
            const way = [cell.id];
            for (let back = at; back !== cell; back = cameFrom.get(back)!) way.unshift(back.id);
            return [cell.id, ...way];
          }
          if (cameFrom.has(definer)) continue;
          cameFrom.set(definer, at);
          queue.push(definer);
        }
      }
    }
    return [];
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
