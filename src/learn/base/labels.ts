import { byCodePoint } from "./by-code-point.ts";
import { checkList } from "./check-list.ts";
import { shown } from "./shown.ts";

/** A class: its name or its number. */
export type Label = number | string;
export type Labels = ArrayLike<Label>;

/** Labels as positions in the sorted list of the classes that occur. */
export type EncodedLabels = { classes: Label[]; codes: Int32Array };

/** Whether `value` can name a class: it is text or a finite number. */
export function isLabel(value: unknown): value is Label {
  return typeof value === "string" || Number.isFinite(value);
}

/**
 * The different labels in `y`, sorted: numbers by size, text by character code (as numpy sorts them).
 * Throws when a label is neither text nor a finite number, or both kinds occur; `name` is the argument's name.
 */
export function uniqueLabels(y: Labels, name = "y"): Label[] {
  checkList(name, y, "labels");
  const kind = typeof y[0];
  const seen = new Set<Label>();
  for (let i = 0; i < y.length; i++) {
    const label = y[i];
    if (!isLabel(label)) {
      throw new RangeError(`${name} must hold text or finite numbers, but item ${i} is ${shown(label)}`);
    }
    if (typeof label !== kind) {
      throw new TypeError(
        `${name} must hold only text or only numbers, but item 0 is ${shown(y[0])} and item ${i} is ${shown(label)}`,
      );
    }
    seen.add(label as Label);
  }
  return kind === "string"
    ? ([...seen] as string[]).sort(byCodePoint)
    : ([...seen] as number[]).sort((a, b) => a - b);
}

/** The classes in `y`, sorted, and for each item the position of its class among them. Throws as `uniqueLabels`. */
export function encodeLabels(y: Labels, name = "y"): EncodedLabels {
  const classes = uniqueLabels(y, name);
  const position = new Map(classes.map((label, code) => [label, code]));
  const codes = new Int32Array(y.length);
  for (let i = 0; i < y.length; i++) codes[i] = position.get(y[i]!)!;
  return { classes, codes };
}

/** The items at these positions, in this order. */
export function selectLabels(y: Labels, indices: ArrayLike<number>): Label[] {
  return Array.from(indices, (index) => y[index]!);
}

/** Throws unless `a` and `b` have the same length. */
export function checkSameLength(nameA: string, lengthA: number, nameB: string, lengthB: number): void {
  if (lengthA !== lengthB) {
    throw new RangeError(
      `${nameA} and ${nameB} must be equally long, but ${nameA} has ${lengthA} and ${nameB} has ${lengthB}`,
    );
  }
}
