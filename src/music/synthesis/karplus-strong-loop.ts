/** The loop that a plucked string goes round: a delay line, a filter that loses energy, one that tunes. */
export type KarplusStrongLoop = {
  /** The length of the delay line, in samples. */
  delay: number;
  /** Weight of the sample before in the losing filter, loss × ((1 − stretch) + stretch z⁻¹); 1/2 is Karplus and Strong's mean. */
  stretch: number;
  /** What every round is multiplied by. */
  loss: number;
  /** C of the allpass (C + z⁻¹) / (1 + C z⁻¹), which delays by a part of a sample. */
  allpass: number;
  /** How many samples the fundamental is late in the losing filter. */
  filterDelay: number;
  /** How many samples the fundamental is late in the allpass. */
  allpassDelay: number;
};

// Within these an allpass is stable and its delay nearly the same for all partials.
const LEAST_ALLPASS_DELAY = 0.5;

/**
 * The loop whose fundamental is `hz` and falls by 60 dB in `decay` seconds (Jaffe and Smith 1983). All three parts
 * together delay the fundamental by exactly one period, sr / hz.
 */
export function karplusStrongLoop(hz: number, sr: number, decay: number): KarplusStrongLoop {
  const period = sr / hz;
  const omega = (2 * Math.PI) / period;
  const perRound = 10 ** (-3 / (hz * decay));
  const { stretch, loss } = losses(perRound, omega);
  const filterDelay = Math.atan2(stretch * Math.sin(omega), 1 - stretch + stretch * Math.cos(omega)) / omega;
  const delay = Math.floor(period - filterDelay - LEAST_ALLPASS_DELAY);
  const allpassDelay = period - filterDelay - delay;
  const half = omega / 2;
  const allpass = Math.sin(half - half * allpassDelay) / Math.sin(half + half * allpassDelay);
  return { delay, stretch, loss, allpass, filterDelay, allpassDelay };
}

/**
 * The mean of two samples multiplies the fundamental by cos(ω / 2). If it shall fall slower, the two get other weights
 * (decay stretching); if faster, every round loses more (decay shortening).
 */
function losses(perRound: number, omega: number): { stretch: number; loss: number } {
  const ofMean = Math.cos(omega / 2);
  if (perRound <= ofMean) return { stretch: 1 / 2, loss: perRound / ofMean };
  // |1 − S + S e^−iω|² = perRound², solved for the smaller S.
  const product = (1 - perRound * perRound) / (2 - 2 * Math.cos(omega));
  return { stretch: 1 / 2 - Math.sqrt(Math.max(0, 1 / 4 - product)), loss: 1 };
}
