import { magnitudeSpectrogram } from "../../src/music/index.ts";

/** What the partials of a string tell: the frequency of the first, and how much too high the others are. */
export type StringPartials = {
  firstHz: number;
  /** B; null where fewer than three partials stand out. */
  inharmonicity: number | null;
};

const N_FFT = 65_536;
const MOST_PARTIALS = 10;
// Two points are always on a line.
const FEWEST = 3;
const HIGHEST_HZ = 16_000;
// The sounding board hardly carries what is lower: those partials of the bass are noise.
const LOWEST_HZ = 80;
// A partial is looked for this far, as a share of its frequency, from where those before it say; 35 cents.
const SEARCH = 0.02;
// The first one is looked for within 120 cents of the key.
const SEARCH_FIRST = 0.07;
// Peaks this far below the strongest are not told from noise.
const WEAKEST_DB = 50;

/**
 * The partials of a stiff string, f(n) = n F √(1 + B n²) (Fletcher, Blackham and Stratton, Quality of piano tones,
 * 1962), by least squares on the peaks of one long spectrum: (f(n) / n)² is a straight line over n². Weak partials are
 * left out. `aboutHz` is where the first one should be.
 */
export function stringPartials(y: Float32Array, sr: number, aboutHz: number): StringPartials {
  const padded = new Float32Array(N_FFT);
  padded.set(y.subarray(0, N_FFT));
  const { data } = magnitudeSpectrogram(padded, { nFft: N_FFT, hopLength: N_FFT, center: false });
  const loudest = data.reduce((most, value) => Math.max(most, value), 0);
  const found: { n: number; hz: number }[] = [];
  let line = { intercept: aboutHz ** 2, slope: 0 };
  const lowest = Math.ceil(LOWEST_HZ / aboutHz);
  for (let n = lowest; n < lowest + MOST_PARTIALS; n++) {
    const expected = n * Math.sqrt(line.intercept + line.slope * n * n);
    if (expected > Math.min(HIGHEST_HZ, 0.45 * sr)) break;
    const { hz, level } = peakNear(data, (expected * N_FFT) / sr, found.length === 0 ? SEARCH_FIRST : SEARCH);
    if (level < loudest * 10 ** (-WEAKEST_DB / 20)) continue;
    found.push({ n, hz: (hz * sr) / N_FFT });
    line = fitted(found);
  }
  const inharmonicity = found.length < FEWEST ? null : line.slope / line.intercept;
  return { firstHz: Math.sqrt(line.intercept + line.slope), inharmonicity };
}

/** The strongest bin within the share `reach` of `bin`, and the top of the parabola through it in decibels. */
function peakNear(data: Float64Array, bin: number, reach: number): { hz: number; level: number } {
  const from = Math.max(1, Math.floor(bin * (1 - reach)) - 1);
  const to = Math.min(data.length - 2, Math.ceil(bin * (1 + reach)) + 1);
  let best = from;
  for (let k = from; k <= to; k++) if (data[k] > data[best]) best = k;
  const [below, at, above] = [best - 1, best, best + 1].map((k) => Math.log(data[k] + Number.MIN_VALUE));
  const curve = below - 2 * at + above;
  const shift = curve < 0 ? (below - above) / (2 * curve) : 0;
  return { hz: best + Math.max(-0.5, Math.min(0.5, shift)), level: data[best] };
}

/** (f / n)² = intercept + slope × n²: the first partial alone until there are enough, and never a negative slope. */
function fitted(points: { n: number; hz: number }[]): { intercept: number; slope: number } {
  const rows = points.map(({ n, hz }) => ({ x: n * n, y: (hz / n) ** 2 }));
  const meanX = rows.reduce((sum, { x }) => sum + x, 0) / rows.length;
  const meanY = rows.reduce((sum, { y }) => sum + y, 0) / rows.length;
  if (rows.length < FEWEST) return { intercept: rows[0].y, slope: 0 };
  const over = rows.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  const under = rows.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const slope = Math.max(0, over / under);
  return { intercept: meanY - slope * meanX, slope };
}
