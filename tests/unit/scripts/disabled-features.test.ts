import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { disabledFeatures } from "../../../scripts/lib/disabled-features.ts";
import { root } from "../../../scripts/lib/root.ts";

test("what playwright turns off in Chromium stays off, although our list takes the place of its own", () => {
  const source = readFileSync(join(root, "node_modules/playwright-core/lib/coreBundle.js"), "utf8");
  const [, list] = /^ *disabledFeatures = \[(.*?)\]/ms.exec(source) ?? [];
  const names = Array.from(list!.matchAll(/^ *"(\w+)",?$/gm), ([, name]) => name);
  expect(names.length).toBeGreaterThan(10);
  expect(disabledFeatures).toEqual(expect.arrayContaining(names));
});
