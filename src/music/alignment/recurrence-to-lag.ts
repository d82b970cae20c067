import type { Spectrogram } from "../base/spectrogram.ts";
import { requireSquare } from "./features.ts";

/** What is assumed beyond the end. */
export type LagOptions = {
  /** True (default): nothing, so that there are twice as many lags. False: everything starts again. */
  pad?: boolean;
};

/**
 * A square matrix of frames against frames as one of lags against frames: row i, column j holds how frame j resembles
 * the frame i later (librosa.segment.recurrence_to_lag). What is repeated after n frames is a level line in row n. With
 * `pad` there are 2 × frames rows, the second half for negative lags: row 2 × frames − n is n frames earlier.
 *
 * @param matrix a recurrence or self-similarity matrix
 * @example
 * const tune = Array.from({length: 40}, (_, i) => i % 10); // ten notes, four times
 * const lag = music.recurrenceToLag(music.recurrenceMatrix(tune, {k: 3}));
 * display(music.frameOf(lag, 10)); // 1 as long as the tune goes on for ten notes more
 */
export function recurrenceToLag(matrix: Spectrogram, options: LagOptions = {}): Spectrogram {
  const { pad = true } = options;
  requireSquare(matrix, "matrix", "recurrenceToLag");
  const n = matrix.frames;
  const lags = pad ? 2 * n : n;
  const data = new Float64Array(lags * n);
  for (let lag = 0; lag < lags; lag++) {
    for (let j = 0; j < n; j++) {
      const i = (lag + j) % lags;
      if (i < n) data[lag * n + j] = matrix.data[i * n + j];
    }
  }
  return { data, frames: lags, bins: n };
}
