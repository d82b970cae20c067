import { expect, test } from "vitest";
import { parseHydrogenKit } from "../../../scripts/datasets/hydrogen-kit.ts";
import { drumMidiFile } from "../../../scripts/datasets/midi-file.ts";
import type { Measured } from "../../../scripts/datasets/recording.ts";
import { runTool } from "../../../scripts/datasets/tools.ts";
import { findTwins } from "../../../scripts/datasets/twins.ts";

test("a Hydrogen kit is read with old single files and with layers from soft to hard", () => {
  const kit = parseHydrogenKit(`<drumkit_info><name>A &amp; B</name><author>C</author><instrumentList>
    <instrument><name>Kick</name><filename>k.flac</filename></instrument>
    <instrument><name>Snare 14&quot;</name>
      <layer><filename>hard.wav</filename><min>0.5</min><max>1</max></layer>
      <layer><filename>soft.wav</filename><min>0</min><max>0.5</max></layer></instrument>
    <instrument><name>32</name></instrument></instrumentList></drumkit_info>`);
  expect([kit.name, kit.author]).toEqual(["A & B", "C"]);
  expect(kit.instruments.map(({ name, layers }) => [name, layers.map(({ file }) => file)])).toEqual([
    ["Kick", ["k.flac"]],
    ['Snare 14"', ["soft.wav", "hard.wav"]],
  ]);
});

test("a MIDI file plays one note a slot on the percussion channel", () => {
  const bytes = drumMidiFile({ program: 25, notes: [36, 38], velocity: 100, slotSeconds: 6 });
  const hex = Buffer.from(bytes).toString("hex");
  expect(hex.startsWith("4d546864000000060000000101f44d54726b")).toBe(true);
  expect(Buffer.from(bytes).readUInt32BE(18)).toBe(bytes.length - 22);
  // Program 25, then note 36, all sound off 5,980 ms (0xae5c in sevens) later, and 20 ms after that the note's end.
  expect(hex).toContain("00c919009924" + "64" + "ae5cb97800" + "14892400" + "009926" + "64");
  expect(hex.endsWith("00ff2f00")).toBe(true);
});

test("of recordings of the same stroke the last stays, whatever their level", () => {
  const stroke = (...values: number[]) => {
    const length = Math.hypot(...values);
    return { stroke: Float64Array.from(values, (value) => value / length) } as Measured;
  };
  const [soft, other, hard] = [stroke(1, 2, 3), stroke(3, -1, 1), stroke(2, 4, 6)];
  const twins = findTwins([soft!, other!, hard!]);
  expect(twins.size).toBe(1);
  expect(twins.get(soft!)).toBe(hard);
});

test("a missing program is told in one line, with what to install", () => {
  expect(() => runTool("etude-no-such-tool", [])).toThrow("etude-no-such-tool is not installed: install it.");
});
