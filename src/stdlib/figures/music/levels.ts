/** What the numbers of a spectrum are: amplitudes, their squares, or levels in dB. */
export type LevelKind = "magnitude" | "power" | "dB";

/** Numbers as levels below a reference. */
export interface Levels {
  kind: LevelKind;
  /** The number that is 0 dB. */
  reference: number;
  /** How far below it a number lies, in dB. */
  db(value: number): number;
}

/** The least and the greatest number; both 0 when there are none. */
export function extent(data: ArrayLike<number>): [number, number] {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < data.length; i++) {
    const value = data[i]!;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return greatest < least ? [0, 0] : [least, greatest];
}

/**
 * How numbers become levels. Negative ones can only be dB already; otherwise they are what `usual` says.
 *
 * @param reference the number that is 0 dB; default the greatest
 */
export function levelsOf(
  data: ArrayLike<number>,
  usual: LevelKind,
  kind?: LevelKind,
  reference?: number,
): Levels {
  const [least, greatest] = extent(data);
  const is = kind ?? (least < 0 ? "dB" : usual);
  const zero = reference ?? greatest;
  const perDecade = is === "power" ? 10 : 20;
  const db =
    is === "dB"
      ? (value: number) => value - zero
      : // Nothing but silence has no level.
        (value: number) => (zero > 0 ? perDecade * Math.log10(value / zero) : Number.NEGATIVE_INFINITY);
  return { kind: is, reference: zero, db };
}
