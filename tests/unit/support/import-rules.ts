import type { ImportGraph } from "./import-graph.ts";

/**
 * What each folder of src may import besides itself. A file belongs to the longest name that its path starts with; a
 * file whose folder is not listed here is an error, so that a new folder states its place.
 */
export const ARROWS: Record<string, string[]> = {
  pages: ["layouts", "components", "course", "stdlib", "notebook", "styles"],
  layouts: ["components", "course", "stdlib", "notebook", "styles"],
  components: ["course", "stdlib", "notebook", "styles"],
  styles: [],
  course: ["notebook/document", "notebook/compile"],
  stdlib: ["learn", "music", "neural"],
  learn: [],
  music: [],
  neural: ["learn"],
  "notebook/index.ts": ["notebook"],
  "notebook/view": [
    "notebook/editor",
    "notebook/storage",
    "notebook/share",
    "notebook/runtime",
    "notebook/compile",
    "notebook/document",
    "notebook/commands.ts",
  ],
  "notebook/editor": ["notebook/compile", "notebook/document", "notebook/commands.ts"],
  "notebook/storage": ["notebook/compile", "notebook/document"],
  "notebook/share": ["notebook/compile", "notebook/document"],
  "notebook/runtime": ["notebook/compile", "notebook/document"],
  "notebook/compile": ["notebook/document"],
  "notebook/document": [],
  "notebook/commands.ts": [],
  // Stand-ins for packages, put in their place by the bundler: nothing imports them by path.
  vendor: [],
  // Astro's own place for the collections: it knows the course's schema.
  "content.config.ts": ["course"],
};

function isIn(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}

function placeOf(file: string): string | undefined {
  const places = Object.keys(ARROWS).filter((place) => isIn(file, place));
  return places.sort((a, b) => b.length - a.length)[0];
}

/** Every import that goes against the arrows, as a sentence. */
export function wrongArrows(graph: ImportGraph): string[] {
  const wrong: string[] = [];
  for (const [file, targets] of graph) {
    const place = placeOf(file);
    if (place === undefined) {
      wrong.push(`${file} is in no folder that has its arrows stated`);
      continue;
    }
    const allowed = [place, ...ARROWS[place]!];
    for (const target of targets) {
      if (allowed.some((folder) => isIn(target, folder))) continue;
      wrong.push(
        `${file} imports ${target}, but ${place} may import ${ARROWS[place]!.join(", ") || "nothing"}`,
      );
    }
  }
  return wrong;
}

/** The first circle of imports found, as the files along it, or undefined. */
export function findCircle(graph: ImportGraph): string[] | undefined {
  const finished = new Set<string>();
  const visit = (file: string, path: string[]): string[] | undefined => {
    const start = path.indexOf(file);
    if (start >= 0) return [...path.slice(start), file];
    if (finished.has(file)) return undefined;
    for (const target of graph.get(file) ?? []) {
      const circle = visit(target, [...path, file]);
      if (circle) return circle;
    }
    finished.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return undefined;
}
