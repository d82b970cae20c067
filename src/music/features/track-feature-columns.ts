import { audioFeatureColumns } from "./audio-feature-columns.ts";
import { column, type FeatureDescription } from "./feature-description.ts";

/** How loud a track was mastered, and how its higher cepstral coefficients sway, tell little of the music. */
const LEFT_OUT = new Set([
  "mfcc0Mean",
  "mfcc0Sd",
  ...Array.from({ length: 8 }, (_, i) => `mfcc${i + 5}Sd`),
  "levelMean",
]);

/** What of {@link audioFeatureColumns} describes a stretch of music. */
export const soundColumns: readonly FeatureDescription[] = audioFeatureColumns.filter(
  ({ name }) => !LEFT_OUT.has(name),
);

/**
 * The columns of {@link trackFeatures}, in order: 39 of `audioFeatureColumns`, then six of rhythm and harmony.
 * @example
 * music.trackFeatureColumns.map(({label, unit}) => `${label} (${unit})`)
 */
export const trackFeatureColumns: readonly FeatureDescription[] = [
  ...soundColumns,
  column("toneShare", "share of tones", "%", "energy of what lasts, against what is struck: hpss"),
  column("pulseClarity", "pulse clarity", "0 to 1", "how alike the novelty is to itself a beat later"),
  column("tempo", "tempo", "beats a minute", "what one would tap to; 0 where there is no pulse"),
  column("onsetRate", "onset rate", "onsets a second", "how many notes and strokes begin"),
  column("keyClarity", "key clarity", "−1 to 1", "correlation of the pitch classes with the likeliest key"),
  column(
    "majorness",
    "majorness",
    "−2 to 2",
    "correlation with the likeliest major key less that with the likeliest minor key",
  ),
];
