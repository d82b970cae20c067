import { colorPlace } from "./color-table.ts";

/** Numbers in rows and columns: the value of bin k in frame t stands at `data[t * bins + k]`. */
export interface Cells {
  data: ArrayLike<number>;
  frames: number;
  bins: number;
}

/** The first and the last cell that each pixel along an axis covers; -1 where it covers none. */
export interface PixelCells {
  first: Int32Array;
  last: Int32Array;
}

/**
 * Which cells lie under each pixel of an axis.
 *
 * @param pixels how many pixels
 * @param cellAt the place among the cells, with its fraction, of a share of the axis from 0 to 1: cell k lies from k to
 *   k + 1. It may fall, but not turn.
 * @param count how many cells
 */
export function cellsOfPixels(pixels: number, cellAt: (share: number) => number, count: number): PixelCells {
  const first = new Int32Array(pixels).fill(-1);
  const last = new Int32Array(pixels).fill(-1);
  for (let p = 0; p < pixels; p++) {
    const [a, b] = [cellAt(p / pixels), cellAt((p + 1) / pixels)];
    const low = Math.floor(Math.min(a, b));
    const high = Math.max(low, Math.ceil(Math.max(a, b)) - 1);
    if (!(high >= 0 && low < count)) continue;
    first[p] = Math.max(0, low);
    last[p] = Math.min(count - 1, high);
  }
  return { first, last };
}

/** What is painted. */
export interface CellPicture {
  cells: Cells;
  /** The cells under each pixel from left to right, and from top to bottom. */
  across: PixelCells;
  down: PixelCells;
  /** Whether frames run across and bins down, as in a spectrogram, or the other way about. */
  framesRun: "across" | "down";
  /** The place of a value between quiet (0) and loud (1). */
  share(value: number): number;
}

/**
 * Paints cells as pixels, a row of the picture after the other. A pixel that covers several cells shows the greatest
 * of them, so that no peak is lost; one that covers none stays as it is.
 *
 * @param pixels the picture, as many pixels wide as `across` is long
 * @param colors the colour table
 */
export function paintCells(pixels: Uint32Array, picture: CellPicture, colors: Uint32Array): void {
  const { cells, across, down, framesRun, share } = picture;
  const { data, bins } = cells;
  const width = across.first.length;
  const [acrossStride, downStride] = framesRun === "across" ? [bins, 1] : [1, bins];
  // Column by column: what lies one below the other in a spectrogram is one run of memory.
  for (let x = 0; x < width; x++) {
    if (across.first[x]! < 0) continue;
    const [fromA, toA] = [across.first[x]! * acrossStride, across.last[x]! * acrossStride];
    for (let y = 0; y < down.first.length; y++) {
      if (down.first[y]! < 0) continue;
      const [fromD, toD] = [down.first[y]! * downStride, down.last[y]! * downStride];
      let greatest = Number.NEGATIVE_INFINITY;
      for (let a = fromA; a <= toA; a += acrossStride) {
        for (let d = fromD; d <= toD; d += downStride) {
          const value = data[a + d]!;
          if (value > greatest) greatest = value;
        }
      }
      pixels[y * width + x] = colors[colorPlace(share(greatest))]!;
    }
  }
}
