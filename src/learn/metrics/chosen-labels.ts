import { type Label, type Labels, uniqueLabels } from "../base/labels.ts";
import { shown } from "../base/shown.ts";

/**
 * The classes of the columns of a table of probabilities: `labels`, sorted, or those that occur. Throws when
 * there are not as many as columns.
 */
export function checkedChosen(
  who: string,
  yTrue: Labels,
  labels: readonly Label[] | null | undefined,
  cols: number,
): Label[] {
  if (labels == null) {
    const classes = uniqueLabels(yTrue, "yTrue");
    if (classes.length === cols) return classes;
    throw new RangeError(
      `${who}: the table has ${cols} columns, but yTrue has ${classes.length} classes: name the classes of the columns, by labels`,
    );
  }
  const classes = uniqueLabels(labels, "labels");
  if (classes.length < labels.length || classes.some((label, c) => label !== labels[c])) {
    throw new RangeError(
      `${who}: labels must name each class once and be sorted, as in a model's classes, but they are ${Array.from(labels, shown).join(", ")}`,
    );
  }
  if (classes.length !== cols) {
    throw new RangeError(`${who}: labels has ${classes.length} classes, but the table has ${cols} columns`);
  }
  return classes;
}

/** The classes to look at, in the order given. Throws when they are no list of classes, or one is there twice. */
export function distinctLabels(who: string, labels: readonly Label[]): Label[] {
  const { length } = uniqueLabels(labels, `${who}: labels`);
  if (length === 0) throw new RangeError(`${who}: labels must name at least one class, but it is empty`);
  const order = Array.from(labels);
  if (length === order.length) return order;
  const twice = order.find((label, i) => order.indexOf(label) !== i);
  throw new RangeError(`${who}: labels must name each class once, but ${shown(twice)} is there twice`);
}

/** The positions of the labels among `classes`. Throws at one that is not among them. */
export function encodedAs(who: string, yTrue: Labels, classes: readonly Label[]): Int32Array {
  const position = new Map(classes.map((label, code) => [label, code]));
  return Int32Array.from(yTrue as Label[], (label, i) => {
    const code = position.get(label);
    if (code !== undefined) return code;
    throw new RangeError(`${who}: item ${i} of yTrue is ${shown(label)}, which is not in labels`);
  });
}
