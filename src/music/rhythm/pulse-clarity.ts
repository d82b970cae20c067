import { autocorrelator } from "./autocorrelator.ts";

const SHORTEST_SECONDS = 0.25;
const LONGEST_SECONDS = 1.5;

/**
 * How clear the pulse of a novelty curve is, from 0 to 1: the highest peak of its autocorrelation between 0.25 and 1.5 s
 * (240 to 40 beats a minute), against that at 0; 0 where there is none ("MaxAutocor" of Lartillot, Eerola, Toiviainen
 * and Fornari, ISMIR 2008).
 */
export function pulseClarity(
  novelty: Float64Array,
  {
    valuesASecond,
  }: {
    /** How many values of the novelty there are a second. */
    valuesASecond: number;
  },
): number {
  const { length } = novelty;
  const mean = novelty.reduce((sum, value) => sum + value, 0) / length;
  const correlation = new Float64Array(length);
  autocorrelator(length)(
    novelty.map((value) => value - mean),
    correlation,
  );
  if (!(correlation[0] > 1e-12)) return 0;
  // Where less of the curve lies upon itself, the sum has fewer terms.
  const at = (lag: number) => ((correlation[lag] / (length - lag)) * length) / correlation[0];
  const from = Math.max(1, Math.ceil(SHORTEST_SECONDS * valuesASecond));
  const to = Math.min(length - 2, Math.floor(LONGEST_SECONDS * valuesASecond));
  let clearest = 0;
  for (let lag = from; lag <= to; lag++) {
    const value = at(lag);
    if (value > clearest && value >= at(lag - 1) && value >= at(lag + 1)) clearest = value;
  }
  return Math.min(1, clearest);
}
