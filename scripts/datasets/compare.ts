import type { DatasetFile, DatasetRow, SetAsideRow } from "../../src/stdlib/data/dataset-file.ts";

// Decoders and resamplers differ in the last bits between versions of ffmpeg. A relative difference below this, or
// an absolute one below it for features near zero, is no difference.
const TOLERANCE = 0.005;

/** What is not the same in two builds of a dataset, one line a difference; features within 0.5 % are the same. */
export function differences(committed: DatasetFile, rebuilt: DatasetFile): string[] {
  const { rows, setAside, ...head } = committed;
  const { rows: newRows, setAside: newSetAside, ...newHead } = rebuilt;
  const found =
    JSON.stringify(head) === JSON.stringify(newHead) ? [] : ["the head (classes, features, kits) differs"];
  return [...found, ...compareRows(rows, newRows), ...compareRows(setAside, newSetAside)];
}

function compareRows(
  committed: (DatasetRow | SetAsideRow)[],
  rebuilt: (DatasetRow | SetAsideRow)[],
): string[] {
  const missing = committed.filter(({ id }) => !rebuilt.some((row) => row.id === id));
  return [
    ...missing.map(({ id }) => `${id} is no longer built`),
    ...rebuilt.flatMap((row) => {
      const before = committed.find(({ id }) => id === row.id);
      return before ? compareRow(before, row) : [`${row.id} is new`];
    }),
  ];
}

function compareRow(before: DatasetRow | SetAsideRow, after: DatasetRow | SetAsideRow): string[] {
  const { x, clip, ...facts } = before;
  const { x: newX, clip: newClip, ...newFacts } = after;
  const found: string[] = [];
  if (JSON.stringify(facts) !== JSON.stringify(newFacts))
    found.push(`${before.id}: ${JSON.stringify(newFacts)}`);
  if (clip?.file !== newClip?.file) found.push(`${before.id}: its clip is in ${newClip?.file}`);
  for (const [i, value] of x.entries()) {
    const allowed = TOLERANCE * Math.max(1, Math.abs(value));
    if (!(Math.abs(newX[i] - value) <= allowed))
      found.push(`${before.id}: feature ${i} was ${value}, is ${newX[i]}`);
  }
  return found;
}
