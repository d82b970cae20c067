import type { Spectrogram } from "../base/spectrogram.ts";

/** What a link between two frames is worth: 1, their distance, or a likeness between 0 and 1 that falls with it. */
export type LinkMode = "connectivity" | "distance" | "affinity";

/** Throws unless `mode` is one of the three. */
export function requireLinkMode(mode: LinkMode, caller: string): void {
  if (mode !== "connectivity" && mode !== "distance" && mode !== "affinity") {
    throw new RangeError(
      `${caller}: mode is "${mode}"; it must be "connectivity", "distance" or "affinity".`,
    );
  }
}

/** The k columns of each row with the least distances, nearest first (of equals the earlier), where `allowed`. */
export function nearest(
  distances: Spectrogram,
  k: number,
  allowed: (row: number, column: number) => boolean,
): number[][] {
  const { data, frames, bins } = distances;
  const columns = Array.from({ length: bins }, (_, j) => j);
  return Array.from({ length: frames }, (_, i) => {
    const candidates = columns.filter((j) => allowed(i, j));
    return candidates.sort((a, b) => data[i * bins + a] - data[i * bins + b] || a - b).slice(0, k);
  });
}

/**
 * The links as a matrix with a row for each frame that is linked to and a column for each that looks for neighbours.
 * Affinities are exp(−distance / b), where b is the median distance of the k-th (or last) neighbours; with b = 0, when
 * neighbours are the same, they are 1.
 */
export function linkMatrix(distances: Spectrogram, links: readonly number[][], mode: LinkMode): Spectrogram {
  const { data: distance, frames, bins } = distances;
  const farthest = links.flatMap((row, i) =>
    row.length === 0 ? [] : [distance[i * bins + row[row.length - 1]]],
  );
  const bandwidth = median(farthest);
  const data = new Float64Array(frames * bins);
  links.forEach((row, i) => {
    for (const j of row) {
      const d = distance[i * bins + j];
      data[j * frames + i] =
        mode === "distance" ? d : mode === "connectivity" || d === 0 ? 1 : Math.exp(-d / bandwidth);
    }
  });
  return { data, frames: bins, bins: frames };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
