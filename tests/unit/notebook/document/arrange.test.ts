import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Arrangement, arrange, listRow } from "../../../../src/notebook/document/index.ts";

type Item = { id?: string; text?: string };

/** Arranges a list of cells (by id) and prose (in capitals), and answers what stands where. */
function arranged(original: string, arrangement: Arrangement): { order: string; lost: string[] } {
  const items = original.split(" ").map((word): Item => (/[A-Z]/.test(word) ? { text: word } : { id: word }));
  const { row, slot, items: result } = listRow(items, ({ id }) => id);
  const lost = arrange(row, arrangement, (id) => (id.startsWith("new") ? slot({ id }) : undefined));
  return {
    order: result()
      .map(({ id, text }) => id ?? text)
      .join(" "),
    lost,
  };
}

describe("a lesson is arranged as its reader had it", () => {
  test("with cells added beside others, and beside each other", () => {
    const placed = [
      { id: "new1", at: { before: "a" } },
      { id: "new2", at: { after: "b" } },
      { id: "new3", at: { after: "new2" } },
    ];
    expect(arranged("P a Q b R", { placed, removed: [] }).order).toBe("P new1 a Q b new2 new3 R");
  });

  test("with cells moved and deleted, and others beside the places that they had", () => {
    const placed = [
      { id: "b", at: { before: "a" } },
      { id: "new1", at: { after: "~b" } },
    ];
    expect(arranged("a P b Q c", { placed, removed: ["c"] }).order).toBe("b a P new1 Q");
  });

  test("after the lesson has changed: what has lost its place stands at the end, and is named", () => {
    const placed = [
      { id: "new1", at: { after: "gone" } },
      { id: "gone2", at: { after: "a" } },
      { id: "b", at: { after: "~gone" } },
    ];
    const { order, lost } = arranged("a b c", { placed, removed: ["gone"] });
    expect(order).toBe("a c new1 b");
    expect(lost).toEqual(["new1", "b"]);
  });

  test("and no cell is ever lost or doubled, whatever the arrangement says", () => {
    const id = fc.constantFrom("a", "b", "c", "new1", "new2", "~a", "~b", "gone", "__proto__", "constructor");
    const place = fc.option(fc.oneof(fc.record({ before: id }), fc.record({ after: id })));
    const placed = fc.uniqueArray(fc.record({ id, at: place }), { selector: (one) => one.id });
    fc.assert(
      fc.property(placed, fc.uniqueArray(id), (placed, removed) => {
        const { order } = arranged("a P b Q c", { placed, removed });
        const present = order.split(" ");
        expect(new Set(present).size).toBe(present.length);
        for (const one of ["P", "Q"]) expect(present).toContain(one);
        for (const one of ["a", "b", "c"] as const) {
          const isGone = removed.includes(one) && !placed.some(({ id }) => id === one);
          expect(present.includes(one)).toBe(!isGone);
        }
      }),
    );
  });
});
