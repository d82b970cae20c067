import { html, svg } from "htl";
import type { CellState } from "../runtime/index.ts";
import type { CellGraph } from "./cell-graph.ts";

export type DependencyGraph = {
  element: HTMLElement;
  /** Shows which cell reads which, and how each is. Cells that are there already keep their buttons. */
  update(graph: CellGraph, stateOf: (cell: string) => CellState | undefined): Promise<void>;
};

/** A sign and a word for each state, so that it is not told by colour alone. */
const signs: Record<CellState, [sign: string, word: string]> = {
  idle: ["○", "not run"],
  queued: ["…", "waiting"],
  running: ["…", "running"],
  fulfilled: ["✓", "done"],
  rejected: ["✕", "failed"],
  stale: ["◌", "out of date"],
  stopped: ["■", "stopped"],
};

const boxHeight = 26;
const boxHeightTouch = 44;
const characterWidth = 7.2;
const longestName = 18;

/** A small picture of a notebook's cells and what they read of each other. A click on a cell calls `goTo`. */
export function dependencyGraph(goTo: (cell: string) => void): DependencyGraph {
  const lines = svg`<svg aria-hidden="true"></svg>`;
  const sheet = html`<div class="etude-graph-sheet">${lines}</div>`;
  const element = html`<div class="etude-graph" tabindex="0" role="region" aria-label="Which cell reads which">${sheet}</div>`;
  const buttons = new Map<string, HTMLElement>();
  const height = matchMedia("(hover: none)").matches ? boxHeightTouch : boxHeight;
  let drawn = "";

  const buttonOf = (cell: string) => {
    const known = buttons.get(cell);
    if (known) return known;
    const button = html`<button type="button"><span aria-hidden="true"></span>${shortened(cell)}</button>`;
    button.addEventListener("click", () => goTo(cell));
    buttons.set(cell, button);
    return button;
  };
  const draw = async (graph: CellGraph) => {
    const { placeCells } = await import("./graph-layout.ts");
    const placed = placeCells(graph, (cell) => ({
      width: Math.round((shortened(cell).length + 4) * characterWidth),
      height,
    }));
    for (const [cell, button] of buttons) {
      if (placed.cells.has(cell)) continue;
      button.remove();
      buttons.delete(cell);
    }
    for (const [cell, { x, y }] of placed.cells) {
      const button = buttonOf(cell);
      button.style.translate = `${x}px ${y}px`;
      button.style.blockSize = `${height}px`;
      // Moving a button that is there already would take the focus from it.
      if (!button.isConnected) sheet.append(button);
    }
    sheet.style.inlineSize = `${placed.width}px`;
    sheet.style.blockSize = `${placed.height}px`;
    lines.setAttribute("width", String(placed.width));
    lines.setAttribute("height", String(placed.height));
    lines.replaceChildren(...placed.arrows.map(arrowPath));
  };

  return {
    element,
    async update(graph, stateOf) {
      element.hidden = graph.arrows.length === 0;
      const key = JSON.stringify(graph);
      if (key !== drawn) {
        drawn = key;
        await draw(graph);
      }
      for (const [cell, button] of buttons) {
        const state = stateOf(cell);
        const [sign, word] = (state && signs[state]) ?? ["", ""];
        if (button.dataset.state === state) continue;
        button.dataset.state = state;
        button.firstElementChild!.textContent = sign;
        const title = word === "" ? `Cell ${cell}` : `Cell ${cell}, ${word}`;
        button.title = title;
        button.setAttribute("aria-label", title);
      }
    },
  };
}

function shortened(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}

/** A smooth line along the points, and a head at its end. */
function arrowPath(points: readonly { x: number; y: number }[]): SVGElement {
  const text = points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  const middles = points.slice(1, -1).map((point, i) => {
    const next = points[i + 2]!;
    return `Q${text[i + 1]} ${((point.x + next.x) / 2).toFixed(1)} ${((point.y + next.y) / 2).toFixed(1)}`;
  });
  const last = points.at(-1)!;
  const from = points.at(-2)!;
  const angle = Math.atan2(last.y - from.y, last.x - from.x);
  const head = [2.6, -2.6].map((turn) => {
    const x = last.x + 6 * Math.cos(angle + turn);
    const y = last.y + 6 * Math.sin(angle + turn);
    return `M${text.at(-1)}L${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return svg`<path d=${`M${text[0]}${middles.join("")}L${text.at(-1)}${head.join("")}`}></path>`;
}
