import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inputHash } from "../../../scripts/lib/stamp.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test("the hash of what a build reads changes with a lesson, a name or the base path, and with nothing else", () => {
  const folder = temporaryFolder({
    "lessons/a/b.md": "one",
    "src/x.ts": "x",
    "scripts/lib/y.ts": "y",
    "dist/index.html": "built",
  });
  const before = inputHash("/", folder);
  expect(inputHash("/etude/", folder)).not.toBe(before);

  writeFileSync(join(folder, "dist/index.html"), "built again");
  expect(inputHash("/", folder)).toBe(before);

  writeFileSync(join(folder, "lessons/a/b.md"), "two");
  const edited = inputHash("/", folder);
  expect(edited).not.toBe(before);

  writeFileSync(join(folder, "lessons/a/b.md"), "one");
  writeFileSync(join(folder, "lessons/a/c.md"), "");
  expect(inputHash("/", folder)).not.toBe(before);
});
