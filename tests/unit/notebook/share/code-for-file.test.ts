import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../../../src/notebook/compile/index.ts";
import { codeForFile, fileNameProblem } from "../../../../src/notebook/share/index.ts";
import { figureNames, inputNames, learnNames, soundNames } from "../../../../src/stdlib/names.ts";

test("the code for a file names its contents after the file and what they are", () => {
  const named = (file: string) => compile(codeForFile(file)).outputs;
  expect(named("my take 3.wav")).toEqual(["myTake3Sound"]);
  expect(named("Größe der Töne.csv")).toEqual(["größeDerTöneRows"]);
  expect(named("2024.json")).toEqual(["file2024Data"]);
  expect(named("日本.txt")).toEqual(["日本Text"]);
  expect(named(".png")).toEqual(["myPicture"]);
});

test("the code for any file compiles, reads that very file, and takes no name of the library", () => {
  const taken = new Set<string>([...figureNames, ...inputNames, ...learnNames, ...soundNames]);
  const ending = fc.constantFrom("wav", "csv", "json", "txt", "png", "mid", "exe", "");
  const name = fc
    .tuple(
      fc.oneof(
        fc.string({ unit: "grapheme", maxLength: 12 }),
        fc.constantFrom("`$\u007bx}`", '"', "play", "class", "</script>"),
      ),
      ending,
    )
    .map(([base, ending]) => `${base}.${ending}`)
    .filter((name) => fileNameProblem(name) === null);
  fc.assert(
    fc.property(name, (name) => {
      const source = codeForFile(name);
      const { outputs, inputs } = compile(source);
      expect(outputs).toHaveLength(1);
      expect(taken.has(outputs[0]!)).toBe(false);
      expect(inputs).toContain("FileAttachment");
      expect(source).toContain(`FileAttachment(${JSON.stringify(name)})`);
    }),
  );
});
