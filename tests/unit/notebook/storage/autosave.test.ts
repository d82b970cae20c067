import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  Autosave,
  type EditStore,
  type SaveState,
  type StoredEdit,
} from "../../../../src/notebook/storage/index.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const edit = (source: string): StoredEdit => ({ schema: 1, source, base: "", trust: "mine", updated: 0 });

/** An autosave, and what it wrote and said, each with the time in milliseconds. */
function fixture({ failing = false } = {}) {
  const written: string[] = [];
  const said: string[] = [];
  const noted: string[] = [];
  const start = performance.now();
  const note = (list: string[], text: string) => list.push(`${performance.now() - start} ${text}`);
  const disk = { failing };
  const write = async (text: string) => {
    if (disk.failing) throw new Error("The disk is full.");
    note(written, text);
  };
  const store: EditStore = {
    load: async () => ({ edits: new Map(), setAside: [] }),
    save: (notebook, cell, { source }) => write(`${notebook} ${cell} ${source}`),
    remove: (notebook, cell) => write(`${notebook} ${cell} removed`),
    note: (notebook, edits) =>
      note(noted, `${notebook} ${Array.from(edits, ([cell, edit]) => `${cell}=${edit?.source}`)}`),
    forget: (notebook) => note(noted, `${notebook} forgotten`),
  };
  const sayState = (state: SaveState) => (typeof state === "string" ? state : `failed: ${state.failed}`);
  const autosave = new Autosave(store, "a", (cell, state) => note(said, `${cell} ${sayState(state)}`));
  return { autosave, written, said, noted, disk };
}

test("an edit is written 300 ms after the last key", async () => {
  const { autosave, written, said } = fixture();
  autosave.keep("k", edit("o"));
  await vi.advanceTimersByTimeAsync(100);
  autosave.keep("k", edit("on"));
  await vi.advanceTimersByTimeAsync(299);
  expect(written).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(written).toEqual(["400 a k on"]);
  expect(said).toEqual(["0 k saving", "100 k saving", "400 k saved"]);
});

test("who types without a pause is saved 700 ms after the first key, and again", async () => {
  const { autosave, written } = fixture();
  for (let i = 0; i <= 15; ++i) {
    autosave.keep("k", edit(String(i)));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(written).toEqual(["700 a k 6", "1400 a k 13"]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(written.at(-1)).toBe("1800 a k 15");
});

test("an edit that is taken back is removed", async () => {
  const { autosave, written } = fixture();
  autosave.keep("k", edit("one"));
  autosave.keep("k", null);
  await vi.advanceTimersByTimeAsync(1000);
  expect(written).toEqual(["300 a k removed"]);
});

test("cells wait each for themselves", async () => {
  const { autosave, written } = fixture();
  autosave.keep("k", edit("one"));
  await vi.advanceTimersByTimeAsync(200);
  autosave.keep("l", edit("two"));
  await vi.advanceTimersByTimeAsync(1000);
  expect(written).toEqual(["300 a k one", "500 a l two"]);
});

test("flush writes everything at once, and once", async () => {
  const { autosave, written } = fixture();
  autosave.keep("k", edit("one"));
  autosave.keep("l", edit("two"));
  autosave.flush();
  expect(written).toEqual(["0 a k one", "0 a l two"]);
  autosave.flush();
  await vi.advanceTimersByTimeAsync(1000);
  expect(written).toHaveLength(2);
});

test("flush notes what is not written yet, and the note goes when it is", async () => {
  const { autosave, noted } = fixture();
  autosave.flush();
  expect(noted).toEqual([]);
  autosave.keep("k", edit("one"));
  autosave.keep("l", null);
  autosave.flush();
  expect(noted).toEqual(["0 a k=one,l=undefined"]);
  await vi.advanceTimersByTimeAsync(0);
  expect(noted.slice(1)).toEqual(["0 a forgotten"]);
});

test("what could not be written stays noted", async () => {
  const { autosave, noted } = fixture({ failing: true });
  autosave.keep("k", edit("one"));
  autosave.flush();
  await vi.advanceTimersByTimeAsync(1000);
  expect(noted).toEqual(["0 a k=one"]);
});

test("a failure is told, with its reason, and the next key tries again", async () => {
  const { autosave, written, said, disk } = fixture({ failing: true });
  autosave.keep("k", edit("one"));
  await vi.advanceTimersByTimeAsync(300);
  expect(said.at(-1)).toBe("300 k failed: The disk is full.");
  disk.failing = false;
  autosave.keep("k", edit("two"));
  await vi.advanceTimersByTimeAsync(300);
  expect(written).toEqual(["600 a k two"]);
  expect(said.at(-1)).toBe("600 k saved");
});

test("what was typed while the last version was being written is not said to be saved", async () => {
  let finish: () => void = () => {};
  const said: SaveState[] = [];
  const store: EditStore = {
    load: async () => ({ edits: new Map(), setAside: [] }),
    save: () => new Promise((resolve) => (finish = resolve)),
    remove: async () => {},
    note() {},
    forget() {},
  };
  const autosave = new Autosave(store, "a", (_, state) => said.push(state));
  autosave.keep("k", edit("one"));
  await vi.advanceTimersByTimeAsync(300);
  autosave.keep("k", edit("two"));
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(said).toEqual(["saving", "saving"]);
  await vi.advanceTimersByTimeAsync(300);
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(said.at(-1)).toBe("saved");
});
