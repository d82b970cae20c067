import type { RandomState } from "../../src/learn/random-state.ts";

/** Noise that is added to a piece: equal power in every hertz (white) or in every octave (pink). */
export type Noise = { kind: "white" | "pink"; snrDb: number };

/** `clean` plus noise, so much that the power of the sounding parts is `snrDb` above that of the noise. */
export function withNoise(clean: Float32Array, { kind, snrDb }: Noise, random: RandomState): Float32Array {
  const noise = kind === "white" ? white(clean.length, random) : pink(clean.length, random);
  const gain = Math.sqrt(soundingPower(clean) / power(noise)) * 10 ** (-snrDb / 20);
  return clean.map((sample, i) => sample + gain * noise[i]);
}

function white(length: number, random: RandomState): Float64Array {
  return Float64Array.from({ length }, () => random.normal());
}

/** Paul Kellet's filter: pink within 0.05 dB above 10 Hz at 44.1 kHz. */
function pink(length: number, random: RandomState): Float64Array {
  const poles = [0.99886, 0.99332, 0.969, 0.8665, 0.55, -0.7616];
  const gains = [0.0555179, 0.0750759, 0.153852, 0.3104856, 0.5329522, -0.016898];
  const state = new Float64Array(poles.length);
  let delayed = 0;
  return Float64Array.from({ length }, () => {
    const input = random.normal();
    let sum = delayed + input * 0.5362;
    for (let k = 0; k < poles.length; k++) {
      state[k] = poles[k] * state[k] + input * gains[k];
      sum += state[k];
    }
    delayed = input * 0.115926;
    return sum;
  });
}

function power(y: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < y.length; i++) sum += y[i] ** 2;
  return sum / y.length;
}

/** The mean power of what is within 40 dB of the greatest sample, so that rests do not count. */
function soundingPower(y: Float32Array): number {
  const block = 441;
  const powers: number[] = [];
  for (let i = 0; i + block <= y.length; i += block) powers.push(power(y.subarray(i, i + block)));
  const floor = Math.max(...powers) * 1e-4;
  const sounding = powers.filter((value) => value > floor);
  return sounding.reduce((sum, value) => sum + value, 0) / Math.max(1, sounding.length);
}
