import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellIds, type FenceBlock, keepIds } from "../../../../src/notebook/document/index.ts";

/** A cell whose source is the name that it declares, or nothing. */
function cell(source: string, id?: string): FenceBlock {
  const options: Record<string, string> = id === undefined ? {} : { id };
  return { kind: "fence", fence: { language: "js", kind: "cell", flags: [], options }, source, line: 1 };
}

const firstName = (source: string) => source || undefined;
const idsOf = (cells: FenceBlock[]) =>
  cellIds(cells.map(({ fence, source }) => ({ explicit: fence.options.id, firstName: firstName(source) })));

describe("the ids of cells", () => {
  test("are written down where they would come out differently, and nowhere else", () => {
    const kept = keepIds([cell("y"), cell("z"), cell("")], ["x", "z", "n1"], firstName);
    expect(kept.map(({ fence }) => fence.options.id)).toEqual(["x", undefined, undefined]);
  });

  test("come out as they were when the document is read again, whatever was renamed, moved or added", () => {
    const name = fc.constantFrom("", "a", "b", "n1", "a-2");
    const cells = fc.array(
      fc.tuple(name, fc.option(fc.constantFrom("a", "b", "n1", "n2"), { nil: undefined })),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(cells, (specs) => {
        const ids = specs.map((_, i) => `${["a", "b", "n1", "n2", "x", "a-2"][i]}`);
        const blocks = specs.map(([source, explicit], i) =>
          cell(source, explicit === undefined ? undefined : ids[i]),
        );
        expect(idsOf(keepIds(blocks, ids, firstName))).toEqual(ids);
      }),
    );
  });
});
