import { nextPowerOfTwo, type RealFft, realFft } from "../base/real-fft.ts";
import { CosineSums } from "./cosine-sums.ts";
import { type NoiseBands, noiseBands, subtractNoise } from "./noise-floor.ts";
import type { SamplePyramid } from "./sample-pyramid.ts";

/** Below this, power counts the less the lower it is: most noise is stronger there, and so are thumps. */
const TILT_HZ = 300;
/** A frame whose power is a constant but for this share has nothing that swings. */
const STILL_SHARE = 1e-9;

/**
 * How like a frame is to itself some time later, through one Hann window and with its noise taken out: the
 * autocorrelation of the frame, from its cleaned power spectrum, over that of the window (Boersma 1993, Accurate
 * short-term analysis of the fundamental frequency). Two windows of one kind see different times and pitches: a
 * short one follows quick notes, a long one tells low ones apart and hears further into noise.
 */
export class LagWindow {
  /** 1 where the frame repeats itself, at lags of 0, 1, 2 … × `lagStep` samples of the level. */
  readonly likeness: Float64Array;
  /** How much of the power stands out from the noise, from 0 to 1. */
  tonal = 0;
  /** The mean square of the frame. */
  power = 0;

  private readonly level: number;
  private readonly window: Float64Array;
  private readonly windowPower: number;
  private readonly correction: Float64Array;
  private readonly tilt: Float64Array;
  private readonly bands: NoiseBands;
  private readonly forward: RealFft;
  private readonly backward: CosineSums;
  private readonly samples: Float64Array;
  private readonly frame: Float64Array;
  private readonly re: Float64Array;
  private readonly im: Float64Array;
  private readonly correlation: Float64Array;

  /** `length` samples of a level that has `rate` samples a second; lags up to `lastLag`, in 1 / `finer` samples. */
  constructor(level: number, rate: number, length: number, finer: number, lastLag: number) {
    const size = Math.max(8, nextPowerOfTwo(length));
    const bins = (size * finer) / 2 + 1;
    this.level = level;
    this.forward = realFft(size);
    this.backward = new CosineSums(bins - 1);
    this.window = Float64Array.from(
      { length },
      (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / length),
    );
    this.windowPower = this.window.reduce((sum, weight) => sum + weight * weight, 0);
    this.samples = new Float64Array(length);
    this.frame = new Float64Array(size);
    this.re = new Float64Array(bins);
    this.im = new Float64Array(bins);
    this.correlation = new Float64Array(bins - 1);
    this.likeness = new Float64Array(lastLag + 2);
    this.bands = noiseBands(size / 2);
    this.tilt = Float64Array.from({ length: size / 2 + 1 }, (_, k) =>
      k < 2 ? 0 : Math.min(1, (k * rate) / size / TILT_HZ),
    );
    this.frame.set(this.window);
    this.transformPower();
    this.backward.transform(this.re, this.correlation);
    const whole = this.correlation[0];
    this.correction = this.likeness.map((_, lag) => whole / this.correlation[lag]);
  }

  /** Looks at the frame around sample `centre` of level 0. */
  analyse(pyramid: SamplePyramid, centre: number): void {
    const { samples, window, frame, re, likeness, correlation, correction, tilt, forward } = this;
    pyramid.read(this.level, Math.round(centre / 2 ** this.level) - (samples.length >> 1), samples);
    for (let i = 0; i < samples.length; i++) frame[i] = samples[i] * window[i];
    const last = forward.size / 2;
    const whole = this.transformPower();
    this.power = whole / (last * this.windowPower);
    let moving = 0;
    for (let k = 0; k <= last; k++) {
      re[k] *= tilt[k];
      moving += re[k];
    }
    this.tonal = moving > STILL_SHARE * whole ? subtractNoise(re, last, this.bands) : 0;
    if (!(this.tonal > 0)) {
      likeness.fill(0);
      return;
    }
    this.backward.transform(re, correlation);
    const scale = 1 / correlation[0];
    for (let lag = 0; lag < likeness.length; lag++) {
      likeness[lag] = correlation[lag] * scale * correction[lag];
    }
  }

  /** The power spectrum of the frame in `re`; returns half its sum. */
  private transformPower(): number {
    const { re, im, forward } = this;
    forward.transform(this.frame, re, im);
    let sum = 0;
    for (let k = 0; k <= forward.size / 2; k++) {
      re[k] = re[k] * re[k] + im[k] * im[k];
      sum += re[k];
    }
    return sum;
  }
}
