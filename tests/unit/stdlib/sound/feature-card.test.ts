import { describe, expect, test } from "vitest";
import { createDatasets } from "../../../../src/stdlib/data/index.ts";
import type { Sound } from "../../../../src/stdlib/sound/create-sound.ts";
import {
  featureContrasts,
  type HeardRow,
  heardFeatures,
} from "../../../../src/stdlib/sound/feature-contrasts.ts";
import { soundToolsFor } from "../../../../src/stdlib/sound/sound-tools.ts";
import { fromDisk } from "../data/files.ts";

const datasets = createDatasets(fromDisk);
const heard = await Promise.all(["drum-test", "instruments"].map((id) => datasets.load(id)));
const names = heardFeatures.map(({ name }) => name);

/** Rows of made-up columns. */
function rowsOf(columns: Record<string, number[]>): HeardRow[] {
  const dataset = { column: (name: string) => columns[name]! } as never;
  return Object.values(columns)[0]!.map((_, row) => ({ dataset, row }));
}

describe("the two sounds of a feature", () => {
  test("come from the lowest and the highest tenth of what can be heard", () => {
    const rows = heard.flatMap((dataset) =>
      dataset.clips.flatMap((clip, row) => (clip ? [{ dataset, row }] : [])),
    );
    const contrasts = featureContrasts(rows, names);
    contrasts.forEach(({ low, high, values }, i) => {
      const place = ({ dataset, row }: HeardRow) => dataset.column(names[i]!)[row] as number;
      const below = values.filter((value) => value < place(low)).length;
      const above = values.filter((value) => value > place(high)).length;
      expect([names[i], values.length]).toEqual([names[i], rows.length]);
      expect(below).toBeLessThanOrEqual(0.1 * rows.length);
      expect(above).toBeLessThanOrEqual(0.1 * rows.length);
    });
  });

  test("are, of all such pairs, those most alike in the other features", () => {
    const places = Array.from({ length: 40 }, (_, i) => i);
    const rows = rowsOf({
      first: places,
      // Of the lowest four and the highest four of the first, only 2 and 38 have the same of the second.
      second: places.map((i) => (i === 2 || i === 38 ? 20.5 : (i * 17) % 40)),
    });
    const [contrast] = featureContrasts(rows, ["first", "second"]);
    expect([contrast!.low.row, contrast!.high.row]).toEqual([2, 38]);
  });

  test("may be any of those that share the lowest value", () => {
    const rows = rowsOf({ attack: [0, 0, 0, 0, 0, 0, 9, 9, 9, 9], other: [1, 2, 3, 4, 5, 6, 6, 8, 9, 10] });
    const [contrast] = featureContrasts(rows, ["attack", "other"]);
    expect([contrast!.low.row, contrast!.high.row]).toEqual([5, 6]);
  });
});

describe("a feature card says", () => {
  const { featureCard } = soundToolsFor({} as Sound);

  test("which features it knows", () => {
    expect(() => featureCard(heard, { only: ["basShare"] })).toThrow(
      'featureCard: only has "basShare"; did you mean "bassShare"? It tells of brightness, noisiness, decay, bassShare, attack.',
    );
    expect(() => featureCard(heard, { only: "decay" as never })).toThrow(
      "featureCard: only must be an array",
    );
  });

  test("that a dataset lacks a feature", async () => {
    const tunes = await datasets.load("tunes");
    expect(() => featureCard(tunes)).toThrow('featureCard: tunes has no feature "brightness".');
  });

  test("that it got no dataset", () => {
    expect(() => featureCard(undefined as never)).toThrow("featureCard takes a dataset");
    expect(() => featureCard([])).toThrow("nothing of this dataset can be heard");
  });
});
