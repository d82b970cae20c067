import type { Label, Labels } from "../base/labels.ts";
import type { Matrix } from "../base/matrix.ts";
import { shown } from "../base/shown.ts";
import { binaryAuc } from "./binary-auc.ts";
import { checkedChosen, encodedAs } from "./chosen-labels.ts";

export type MulticlassAverage = "macro" | "weighted" | "micro" | null;

type Settings = {
  average: MulticlassAverage;
  multiClass: "ovr" | "ovo" | null;
  labels: readonly Label[] | null;
  weights: Float64Array | null;
};

/** The area under the curve of probabilities, a column a class. */
export function multiclassAuc(yTrue: Labels, table: Matrix, settings: Settings): number | number[] {
  const { average, multiClass, labels, weights } = settings;
  if (multiClass !== "ovr" && multiClass !== "ovo") {
    throw new RangeError(
      `rocAuc: with more than two classes multiClass must be "ovr" (each class against the rest) or "ovo" (each pair of classes), but it is ${shown(multiClass)}`,
    );
  }
  const averages = multiClass === "ovr" ? ["macro", "weighted", "micro", null] : ["macro", "weighted"];
  if (!averages.includes(average)) {
    throw new RangeError(
      `rocAuc: with multiClass "${multiClass}" average must be ${averages.map(shown).join(" or ")}, but it is ${shown(average)}`,
    );
  }
  const classes = checkedChosen("rocAuc", yTrue, labels, table.cols);
  const codes = encodedAs("rocAuc", yTrue, classes);
  checkRows(table);
  const column = (c: number) =>
    Float64Array.from({ length: table.rows }, (_, i) => table.data[i * table.cols + c]!);
  if (multiClass === "ovo") {
    if (weights !== null) throw new RangeError('rocAuc: sampleWeight is not for multiClass "ovo"');
    return pairs(codes, classes, column, average === "weighted");
  }
  if (average === "micro") {
    const cells = { length: table.data.length };
    return binaryAuc({
      positive: Uint8Array.from(cells, (_, at) =>
        codes[Math.floor(at / table.cols)] === at % table.cols ? 1 : 0,
      ),
      scores: table.data,
      weights: weights && Float64Array.from(cells, (_, at) => weights[Math.floor(at / table.cols)]!),
    });
  }
  const sums = classes.map(() => 0);
  for (let i = 0; i < codes.length; i++) sums[codes[i]!]! += weights === null ? 1 : weights[i]!;
  const areas = classes.map((label, c) => {
    // A class whose rows all have weight 0 has no part in a weighted mean.
    if (sums[c] === 0 && average === "weighted" && codes.includes(c)) return 0;
    if (sums[c] === 0) throw onlyOne(label);
    return binaryAuc({
      positive: Uint8Array.from(codes, (code) => (code === c ? 1 : 0)),
      scores: column(c),
      weights,
    });
  });
  if (average === null) return areas;
  return mean(areas, average === "weighted" ? sums : areas.map(() => 1));
}

/** The mean over pairs of classes of the two areas that tell them apart (Hand and Till, 2001). */
function pairs(
  codes: Int32Array,
  classes: readonly Label[],
  column: (c: number) => Float64Array,
  isWeighted: boolean,
): number {
  const columns = classes.map((_, c) => column(c));
  const rowsOf = classes.map((_, c) => [...codes.keys()].filter((i) => codes[i] === c));
  const present = [...classes.keys()].filter((c) => rowsOf[c]!.length > 0);
  if (present.length < 2) throw onlyOne(classes[present[0]!]!);
  const areas: number[] = [];
  const shares: number[] = [];
  for (const a of present) {
    for (const b of present.filter((other) => other > a)) {
      const rows = [...rowsOf[a]!, ...rowsOf[b]!];
      const area = (sought: number) =>
        binaryAuc({
          positive: Uint8Array.from(rows, (row) => (codes[row] === sought ? 1 : 0)),
          scores: Float64Array.from(rows, (row) => columns[sought]![row]!),
          weights: null,
        });
      areas.push((area(a) + area(b)) / 2);
      shares.push(isWeighted ? rows.length : 1);
    }
  }
  return mean(areas, shares);
}

function mean(values: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.reduce((sum, value, i) => sum + value * weights[i]!, 0) / total;
}

function onlyOne(label: Label): RangeError {
  return new RangeError(
    `rocAuc compares classes, but ${shown(label)} is not in yTrue together with another class: it is not defined then`,
  );
}

/** Throws unless every row adds up to 1, as probabilities do. */
function checkRows(table: Matrix): void {
  for (let i = 0; i < table.rows; i++) {
    const sum = table.row(i).reduce((total, value) => total + value, 0);
    if (Math.abs(sum - 1) > 1e-8 + 1e-5 * Math.abs(sum)) {
      throw new RangeError(
        `rocAuc: with more than two classes yScore must hold probabilities that add up to 1 in every row, but those of row ${i} add up to ${sum}`,
      );
    }
  }
}
