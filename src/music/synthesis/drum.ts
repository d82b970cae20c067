import { RandomNumbers } from "../base/random.ts";
import { requirePositive } from "../base/signal.ts";
import { clang, type DrumShop, hiss, mixed, skin, through } from "./drum-sounds.ts";

/** The drums of the synthetic kit. */
export type DrumName =
  | "kick"
  | "snare"
  | "closedHiHat"
  | "openHiHat"
  | "clap"
  | "lowTom"
  | "midTom"
  | "highTom"
  | "crash"
  | "ride";

/** How a drum is struck. */
export type DrumOptions = {
  /** Samples a second. */
  sr: number;
  /** How hard, from 0 to 1: the greatest sample. Default 1. */
  velocity?: number;
  /** Decides its noise: no two strokes are alike. Default 0. */
  seed?: number;
};

const kit: Record<DrumName, (shop: DrumShop) => Float64Array> = {
  kick: (shop) =>
    mixed([
      [1, skin({ from: 160, to: 48, fall: 0.035, decay: 0.5, seconds: 0.5 }, shop)],
      [0.3, through("lowpass", 4000, hiss(0.02, 0.01, shop), shop)],
    ]),
  snare: (shop) =>
    mixed([
      [0.9, skin({ from: 260, to: 180, fall: 0.02, decay: 0.3, seconds: 0.3 }, shop)],
      [0.5, skin({ from: 400, to: 330, fall: 0.02, decay: 0.2, seconds: 0.2 }, shop)],
      [0.7, through("lowpass", 6000, through("highpass", 700, hiss(0.4, 0.4, shop), shop), shop)],
    ]),
  closedHiHat: (shop) => hat(0.3, 0.3, shop),
  openHiHat: (shop) => hat(0.9, 1, shop),
  clap: (shop) => {
    // Hands do not meet at one moment: three short bursts, then the room.
    const bursts = [0, 0.011, 0.021].map((start): [number, Float64Array] => [
      1,
      delayed(hiss(0.012, 0.02, shop), start, shop),
    ]);
    const all = mixed([...bursts, [0.8, delayed(hiss(0.3, 0.25, shop), 0.03, shop)]]);
    return through("bandpass", 1300, all, shop, 1.2);
  },
  lowTom: (shop) => tom(105, shop),
  midTom: (shop) => tom(145, shop),
  highTom: (shop) => tom(200, shop),
  crash: (shop) => through("lowpass", 8000, cymbal(2.2, 1, shop), shop),
  ride: (shop) =>
    mixed([
      [1, through("bandpass", 3600, clang(2, 2, shop), shop, 2)],
      [0.1, through("lowpass", 8000, cymbal(2, 1, shop), shop)],
      [0.25, through("bandpass", 5000, hiss(0.03, 0.02, shop), shop)],
    ]),
};

/** Below this nothing would be left of a cymbal. */
const LEAST_SR = 4000;

function hat(seconds: number, decay: number, shop: DrumShop): Float64Array {
  return mixed([
    [1, through("highpass", 7000, clang(seconds, decay, shop), shop)],
    [0.3, through("highpass", 5000, hiss(seconds, decay, shop), shop)],
    [0.15, through("bandpass", 3000, hiss(seconds, decay / 2, shop), shop)],
  ]);
}

/** A wash of noise and clang, whose first moment has more of the middle. */
function cymbal(seconds: number, noise: number, shop: DrumShop): Float64Array {
  return mixed([
    [1, through("highpass", 2500, clang(seconds, seconds, shop), shop)],
    [noise, through("highpass", 2000, hiss(seconds, seconds, shop), shop)],
    [noise, through("bandpass", 1500, hiss(0.6, 0.5, shop), shop)],
  ]);
}

function tom(hz: number, shop: DrumShop): Float64Array {
  return mixed([
    [1, skin({ from: 1.5 * hz, to: hz, fall: 0.05, decay: 1.2, seconds: 1.2 }, shop)],
    [0.3, skin({ from: 2.4 * hz, to: 1.6 * hz, fall: 0.05, decay: 0.5, seconds: 0.5 }, shop)],
    [0.2, through("bandpass", 900, hiss(0.08, 0.1, shop), shop)],
  ]);
}

function delayed(y: Float64Array, seconds: number, { sr }: DrumShop): Float64Array {
  const out = new Float64Array(Math.round(seconds * sr) + y.length);
  out.set(y, out.length - y.length);
  return out;
}

/**
 * The names of the drums that `drum` can strike.
 * @example
 * music.drumNames
 */
export const drumNames = Object.keys(kit) as readonly DrumName[];

/**
 * One stroke on a drum of the synthetic kit, which is no recording: sines that fall for skins, noise for snares and
 * hands, square waves that do not fit together for cymbals. `velocity` is its greatest sample. Throws when there is no
 * such drum or an option is not right.
 *
 * @param name which drum
 * @example
 * const y = music.drum("snare", {sr: 22050});
 * Plot.plot({height: 120, marks: [Plot.lineY(y)]})
 */
export function drum(name: DrumName, { sr, velocity = 1, seed = 0 }: DrumOptions): Float64Array {
  if (!Object.hasOwn(kit, name)) {
    const names = drumNames.map((known) => `"${known}"`);
    throw new RangeError(`drum: name is "${name}"; it must be one of ${names.join(", ")}.`);
  }
  requirePositive(sr, "sr", "drum");
  if (sr < LEAST_SR) throw new RangeError(`drum: sr is ${sr}; it must be at least ${LEAST_SR}.`);
  if (!(velocity >= 0 && velocity <= 1)) {
    throw new RangeError(`drum: velocity is ${velocity}; it must be from 0 to 1.`);
  }
  const y = kit[name]({ sr, random: new RandomNumbers(seed, "drum") });
  const greatest = y.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return y.map((sample) => (velocity * sample) / greatest);
}
