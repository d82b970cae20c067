// Slaney's Auditory Toolbox (1998), librosa's default: linear below 1 kHz, logarithmic above.
const HZ_PER_LINEAR_MEL = 200 / 3;
const KNEE_HZ = 1000;
const KNEE_MEL = KNEE_HZ / HZ_PER_LINEAR_MEL;
const LOG_STEP = Math.log(6.4) / 27;

/**
 * A frequency in Hz as mels on Slaney's scale.
 *
 * @param hz a frequency in Hz
 * @example
 * music.hzToMel(440)
 */
export function hzToMel(hz: number): number {
  return hz < KNEE_HZ ? hz / HZ_PER_LINEAR_MEL : KNEE_MEL + Math.log(hz / KNEE_HZ) / LOG_STEP;
}

/**
 * Mels on Slaney's scale as a frequency in Hz.
 *
 * @param mel a place on the scale
 * @example
 * music.melToHz(15)
 */
export function melToHz(mel: number): number {
  return mel < KNEE_MEL ? mel * HZ_PER_LINEAR_MEL : KNEE_HZ * Math.exp(LOG_STEP * (mel - KNEE_MEL));
}
