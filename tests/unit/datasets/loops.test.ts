import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { farthestFromWhole, rightTempi } from "../../../datasets/loops/baselines.ts";
import { openDataset } from "../../../scripts/datasets/open.ts";

const loops = openDataset("loops");
const datasheet = readFileSync(join(import.meta.dirname, "../../../datasets/loops/README.md"), "utf8");
const of = (name: string, column: string) => loops.column(column)[loops.column("id").indexOf(name)];

test("there are thirteen loops, all of which can be heard at their whole length", () => {
  expect(loops.X.rows).toBe(13);
  const samples = loops.column("samples") as number[];
  for (const [row, clip] of loops.clips.entries()) {
    // Places of clips are rounded to a tenth of a millisecond.
    expect(Math.abs(clip!.duration - samples[row]! / 44100)).toBeLessThan(1e-4);
  }
});

test("tempi are those of the names and of whole beats", () => {
  expect(of("drone_g_97", "bpm")).toBe(97);
  expect(of("garzul", "bpm")).toBe(120);
  expect(of("breakbeat", "bpm")).toBe(126);
});

test("of 2, 4, 8 and 16 beats that number was taken which gives a tempo nearest to 110", () => {
  for (const [row, beats] of (loops.column("beats") as number[]).entries()) {
    const minutes = (loops.column("samples")[row] as number) / 44100 / 60;
    const away = (count: number) => Math.abs(Math.log(count / minutes / 110));
    const nearest = [2, 4, 8, 16].reduce((best, count) => (away(count) < away(best) ? count : best));
    expect([loops.column("id")[row], beats]).toEqual([loops.column("id")[row], nearest]);
  }
});

test("the tempo is found for ten loops, for all at some level of the metre, and plainly for four", () => {
  expect(rightTempi("tempo")).toEqual({ exact: 10, anyLevel: 13 });
  expect(rightTempi("plainTempo")).toEqual({ exact: 4, anyLevel: 5 });
  expect(farthestFromWhole()).toBeLessThan(0.03);
  expect(datasheet).toContain("10 of 13, and all 13");
});

test("onsets lie within their loop, in order", () => {
  const onsets = loops.table("onsets").records();
  expect(datasheet).toContain(`the ${onsets.length} onsets`);
  for (const [i, { loop, time }] of onsets.entries()) {
    expect(Number(time)).toBeLessThan(Number(of(String(loop), "samples")) / 44100);
    const before = onsets[i - 1];
    if (before?.loop === loop) expect(Number(time)).toBeGreaterThan(Number(before!.time));
  }
});

test("no loop is a known record, and the datasheet mentions every column", () => {
  expect(loops.column("id").filter((id) => String(id).startsWith("amen"))).toEqual([]);
  const names = ["bpm", "id", "author", "beats", "samples", "loop", "time", "reason", ...loops.featureNames];
  for (const name of names) expect(datasheet).toMatch(new RegExp(`\\b${name}\\b`));
});
