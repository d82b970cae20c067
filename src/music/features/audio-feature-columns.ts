import { column, type FeatureDescription } from "./feature-description.ts";

/** How many cepstral coefficients {@link audioFeatureColumns} has, and how many bands of contrast. */
export const CEPSTRA = 13;
export const CONTRASTS = 7;
/** What counts as bass, in Hz. */
export const BASS_HZ = 150;

/** What is measured in every frame, and told as its mean and its deviation. */
const curves: FeatureDescription[] = [
  ...Array.from({ length: CEPSTRA }, (_, n) =>
    column(
      `mfcc${n}`,
      `MFCC ${n}`,
      "dB",
      n === 0 ? "level of the whole spectrum against the loudest sample" : "shape of the spectrum",
    ),
  ),
  column("centroid", "centroid", "Hz", "balance point of the spectrum: brightness"),
  column("bandwidth", "bandwidth", "Hz", "spread of the spectrum about its balance point"),
  column("rolloff", "rolloff", "Hz", "85 % of the spectrum lies below"),
  column("flatness", "flatness", "0 to 1", "0 for a tone, above one half for noise"),
  column("zeroCrossings", "zero crossings", "share of samples", "how often the wave changes sign"),
  column("flux", "flux", "share of the spectrum", "how much of it was not there in the frame before"),
  column("level", "level", "dB", "RMS against full scale, at most 80 dB below the loudest frame"),
];

/**
 * The columns of {@link audioFeatures}, in order: mean and standard deviation over the frames of thirteen cepstral
 * coefficients and seven other curves, the mean contrast of seven octaves, and three numbers of the whole sound.
 * @example
 * music.audioFeatureColumns.map(({label, unit}) => `${label} (${unit})`)
 */
export const audioFeatureColumns: readonly FeatureDescription[] = [
  ...curves.flatMap(({ name, label, unit, description }) => [
    column(`${name}Mean`, `${label}, mean`, unit, `${description}: mean over the frames`),
    column(`${name}Sd`, `${label}, deviation`, unit, `${description}: standard deviation over the frames`),
  ]),
  ...Array.from({ length: CONTRASTS }, (_, band) =>
    column(
      `contrast${band}`,
      `contrast ${band}`,
      "dB",
      `peaks above valleys of the spectrum, ${octave(band)}: mean over the frames`,
    ),
  ),
  column("crest", "crest", "dB", "highest sample against the RMS of all"),
  column("quietFrames", "quiet frames", "%", "frames whose RMS is below that of the average frame"),
  column("bassShare", "bass share", "%", `energy below ${BASS_HZ} Hz`),
];

function octave(band: number): string {
  if (band === 0) return "below 200 Hz";
  const low = 200 * 2 ** (band - 1);
  return band === CONTRASTS - 1 ? `above ${low} Hz` : `${low} to ${2 * low} Hz`;
}
