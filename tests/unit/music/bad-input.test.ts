import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as music from "../../../src/music/index.ts";
import {
  type BadInputCase,
  noSounds,
  notPositive,
  notWhole,
  plain,
  type SoundName,
  sounds,
} from "./bad-input.ts";

const folders = readdirSync(join(import.meta.dirname, "../../../src/music"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

for (const folder of folders) {
  const { badInput }: { badInput: BadInputCase[] } = await import(`./${folder}/bad-input-cases.ts`);
  const index: Record<string, unknown> = await import(`../../../src/music/${folder}/index.ts`);

  describe(folder, () => {
    test("every function is in the table of bad input", () => {
      const functions = Object.keys(index).filter((name) => typeof index[name] === "function");
      expect(badInput.map(({ name }) => name).sort()).toEqual(functions.sort());
    });

    // The errors of an async function come with its promise: it stands in the list, and its own tests wait for them.
    const tried = badInput.filter(({ sound, wrong }) => sound || wrong);
    describe.each(tried)("$name", (entry) => {
      if (entry.sound) testSounds(entry, entry.sound);
      if (entry.wrong) {
        test.each(entry.wrong.map(([call, words]) => ({ call, words })))(
          "says: $words",
          ({ call, words }) => {
            expectRefusal(() => call(plain), words);
          },
        );
      }
    });
  });
}

function testSounds(entry: BadInputCase, call: NonNullable<BadInputCase["sound"]>): void {
  const refuses = entry.refuses ?? [];
  test(`answers every sound with finite numbers${refuses.length > 0 ? `, but refuses: ${refuses.join(", ")}` : ""}`, () => {
    for (const [name, { y, sr }] of Object.entries(sounds)) {
      if (refuses.includes(name as SoundName)) expectRefusal(() => call(y, { sr }), "", name);
      else expect(firstNotFinite(call(y, { sr })), name).toBeUndefined();
    }
  });

  test("refuses what is no sound", () => {
    for (const [name, y] of Object.entries(noSounds)) expectRefusal(() => call(y, { sr: 22050 }), "y", name);
  });

  const wrongOptions = [
    ...(entry.positive ?? []).flatMap((option) => notPositive.map((value) => ({ option, value }))),
    ...(entry.whole ?? []).flatMap((option) => notWhole.map((value) => ({ option, value }))),
  ];
  for (const { option, value } of wrongOptions) {
    test(`refuses ${option}: ${value}`, () => {
      expectRefusal(() => call(plain, { sr: 22050, [option]: value }), `${option} is ${value}`);
    });
  }

  if (entry.whole?.includes("hopLength")) {
    test("answers with finite numbers when the hop is longer than the window", () => {
      expect(firstNotFinite(call(plain, { sr: 22050, ...{ hopLength: 2500 } }))).toBeUndefined();
    });
  }
}

/** An error of ours: of a kind for wrong arguments, with the name of a function, a colon and a sentence. */
function expectRefusal(call: () => unknown, words: string, what = words): void {
  let error: unknown;
  try {
    call();
  } catch (caught) {
    error = caught;
  }
  expect(error instanceof RangeError || error instanceof TypeError, `${what}: refused, not ${error}`).toBe(
    true,
  );
  const { message } = error as Error;
  expect(message, what).toContain(words);
  expect(Object.keys(music), message).toContain(/^(\w+): \S/.exec(message)?.[1]);
  expect(message, what).toMatch(/\.$/);
}

/** Where in an answer the first number stands that is NaN or infinite. */
function firstNotFinite(value: unknown, path = "answer"): string | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? undefined : `${path} is ${value}`;
  if (value instanceof Float64Array || value instanceof Float32Array) {
    const index = value.findIndex((number) => !Number.isFinite(number));
    return index < 0 ? undefined : `${path}[${index}] is ${value[index]}`;
  }
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = firstNotFinite(inner, `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
