import { checkList } from "../base/check-list.ts";
import { Estimator } from "../base/estimator.ts";
import { encodeLabels, type Label, type Labels, uniqueLabels } from "../base/labels.ts";
import { shown } from "../base/shown.ts";

type Fitted = { classes: Label[] };

/**
 * Numbers for labels: each class by its position among the sorted classes, 0 for the first.
 * @example
 * const encoder = new LabelEncoder().fit(["snare", "kick", "snare"]);
 * display(encoder.transform(["kick", "snare"]));
 * display(encoder.inverseTransform([1, 0]));
 */
export class LabelEncoder extends Estimator<Fitted> {
  static override readonly typeName = "LabelEncoder";
  static override readonly params = {};

  /**
   * Learns which classes there are; returns this.
   *
   * @param y the labels
   */
  fit(y: Labels): this {
    this.fitted = { classes: uniqueLabels(y) };
    return this;
  }

  /**
   * The number of each label's class. Throws at a label that was not there in `fit`.
   *
   * @param y the labels
   */
  transform(y: Labels): number[] {
    const { classes } = this.learned;
    const position = new Map(classes.map((label, code) => [label, code]));
    const { classes: given, codes } = encodeLabels(y);
    const numbers = given.map((label) => {
      const code = position.get(label);
      if (code === undefined) {
        throw new RangeError(
          `y must hold only labels that were fitted (${classes.map(shown).join(", ")}), but it has ${shown(label)}`,
        );
      }
      return code;
    });
    return Array.from(codes, (code) => numbers[code]!);
  }

  /**
   * `fit(y)`, then `transform(y)`.
   *
   * @param y the labels
   */
  fitTransform(y: Labels): number[] {
    return this.fit(y).transform(y);
  }

  /**
   * The classes with these numbers. Throws at a number that no class has.
   *
   * @param codes numbers as `transform` gives them
   */
  inverseTransform(codes: ArrayLike<number>): Label[] {
    const { classes } = this.learned;
    checkList("codes", codes, "numbers such as [0, 1]");
    return Array.from(codes, (code, i) => {
      const label = Number.isInteger(code) ? classes[code] : undefined;
      if (label === undefined) {
        throw new RangeError(
          `codes must be whole numbers from 0 to ${classes.length - 1}, but item ${i} is ${shown(code)}`,
        );
      }
      return label;
    });
  }

  /** The classes, sorted. */
  get classes(): Label[] {
    return [...this.learned.classes];
  }
}
