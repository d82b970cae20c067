import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  Autosave,
  type Entry,
  type EntryKey,
  type SaveState,
  type Unwritten,
} from "../../../../src/notebook/storage/index.ts";
import { edit } from "./records.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** An autosave, and what it wrote and said, each with the time in milliseconds. */
function fixture({ failing = false } = {}) {
  const written: string[] = [];
  const said: string[] = [];
  const noted: string[] = [];
  const start = performance.now();
  const note = (list: string[], text: string): void => void list.push(`${performance.now() - start} ${text}`);
  const disk = { failing };
  const write = async (text: string) => {
    if (disk.failing) throw new Error("The disk is full.");
    note(written, text);
  };
  const textOf = (entry: Entry | null) => (entry && "source" in entry ? entry.source : "removed");
  const store = {
    write: (notebook: string, key: EntryKey, entry: Entry | null) =>
      write(`${notebook} ${key} ${textOf(entry)}`),
    note: (notebook: string, unwritten: Unwritten) =>
      note(noted, `${notebook} ${Array.from(unwritten, ([key, entry]) => `${key}=${textOf(entry)}`)}`),
    forget: (notebook: string) => note(noted, `${notebook} forgotten`),
  };
  const sayState = (state: SaveState) => (typeof state === "string" ? state : `failed: ${state.failed}`);
  const autosave = new Autosave(store, "a", (cell, state) => note(said, `${cell} ${sayState(state)}`));
  return { autosave, written, said, noted, disk };
}

test("an edit is written 300 ms after the last key", async () => {
  const { autosave, written, said } = fixture();
  autosave.keep("cell:k", edit("o"));
  await vi.advanceTimersByTimeAsync(100);
  autosave.keep("cell:k", edit("on"));
  await vi.advanceTimersByTimeAsync(299);
  expect(written).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(written).toEqual(["400 a cell:k on"]);
  expect(said).toEqual(["0 cell:k saving", "100 cell:k saving", "400 cell:k saved"]);
});

test("who types without a pause is saved 700 ms after the first key, and again", async () => {
  const { autosave, written } = fixture();
  for (let i = 0; i <= 15; ++i) {
    autosave.keep("cell:k", edit(String(i)));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(written).toEqual(["700 a cell:k 6", "1400 a cell:k 13"]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(written.at(-1)).toBe("1800 a cell:k 15");
});

test("an edit that is taken back is removed", async () => {
  const { autosave, written } = fixture();
  autosave.keep("cell:k", edit("one"));
  autosave.keep("cell:k", null);
  await vi.advanceTimersByTimeAsync(1000);
  expect(written).toEqual(["300 a cell:k removed"]);
});

test("cells wait each for themselves", async () => {
  const { autosave, written } = fixture();
  autosave.keep("cell:k", edit("one"));
  await vi.advanceTimersByTimeAsync(200);
  autosave.keep("cell:l", edit("two"));
  await vi.advanceTimersByTimeAsync(1000);
  expect(written).toEqual(["300 a cell:k one", "500 a cell:l two"]);
});

test("flush writes everything at once, and once", async () => {
  const { autosave, written } = fixture();
  autosave.keep("cell:k", edit("one"));
  autosave.keep("cell:l", edit("two"));
  autosave.flush();
  expect(written).toEqual(["0 a cell:k one", "0 a cell:l two"]);
  autosave.flush();
  await vi.advanceTimersByTimeAsync(1000);
  expect(written).toHaveLength(2);
});

test("flush notes what is not written yet, and the note goes when it is", async () => {
  const { autosave, noted } = fixture();
  autosave.flush();
  expect(noted).toEqual([]);
  autosave.keep("cell:k", edit("one"));
  autosave.keep("cell:l", null);
  autosave.flush();
  expect(noted).toEqual(["0 a cell:k=one,cell:l=removed"]);
  await vi.advanceTimersByTimeAsync(0);
  expect(noted.slice(1)).toEqual(["0 a forgotten"]);
});

test("what could not be written stays noted", async () => {
  const { autosave, noted } = fixture({ failing: true });
  autosave.keep("cell:k", edit("one"));
  autosave.flush();
  await vi.advanceTimersByTimeAsync(1000);
  expect(noted).toEqual(["0 a cell:k=one"]);
});

test("a failure is told, with its reason, and the next key tries again", async () => {
  const { autosave, written, said, disk } = fixture({ failing: true });
  autosave.keep("cell:k", edit("one"));
  await vi.advanceTimersByTimeAsync(300);
  expect(said.at(-1)).toBe("300 cell:k failed: The disk is full.");
  disk.failing = false;
  autosave.keep("cell:k", edit("two"));
  await vi.advanceTimersByTimeAsync(300);
  expect(written).toEqual(["600 a cell:k two"]);
  expect(said.at(-1)).toBe("600 cell:k saved");
});

test("what was typed while the last version was being written is not said to be saved", async () => {
  let finish: () => void = () => {};
  const said: SaveState[] = [];
  const store = {
    write: () => new Promise<void>((resolve) => (finish = resolve)),
    note() {},
    forget() {},
  };
  const autosave = new Autosave(store, "a", (_, state) => said.push(state));
  autosave.keep("cell:k", edit("one"));
  await vi.advanceTimersByTimeAsync(300);
  autosave.keep("cell:k", edit("two"));
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(said).toEqual(["saving", "saving"]);
  await vi.advanceTimersByTimeAsync(300);
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(said.at(-1)).toBe("saved");
});

test("what failed is tried again when anything else is changed, and by flush, until it is written", async () => {
  const { autosave, written, disk } = fixture({ failing: true });
  autosave.keep("cell:k", edit("one"));
  await vi.advanceTimersByTimeAsync(1000);
  expect(autosave.pending).toBe(true);
  autosave.keep("layout", null);
  await vi.advanceTimersByTimeAsync(1000);
  expect(written).toEqual([]);
  disk.failing = false;
  autosave.keep("cell:l", edit("two"));
  await vi.advanceTimersByTimeAsync(300);
  expect(written.sort()).toEqual(["2300 a cell:k one", "2300 a cell:l two", "2300 a layout removed"]);
  expect(autosave.pending).toBe(false);

  disk.failing = true;
  autosave.keep("cell:k", edit("three"));
  await vi.advanceTimersByTimeAsync(1000);
  disk.failing = false;
  autosave.flush();
  await vi.advanceTimersByTimeAsync(0);
  expect(written.at(-1)).toBe("3300 a cell:k three");
});

test("pending tells whether anything is unwritten, until the very end of the write", async () => {
  let finish: () => void = () => {};
  const store = { write: () => new Promise<void>((resolve) => (finish = resolve)), note() {}, forget() {} };
  const autosave = new Autosave(store, "a", () => {});
  expect(autosave.pending).toBe(false);
  autosave.keep("document", null);
  expect(autosave.pending).toBe(true);
  await vi.advanceTimersByTimeAsync(5000);
  expect(autosave.pending).toBe(true);
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(autosave.pending).toBe(false);
});

test("written() writes at once, and resolves when all is written, or has failed", async () => {
  const { autosave, written, said, disk } = fixture();
  autosave.keep("cell:k", edit("one"));
  await autosave.written();
  expect(written).toEqual(["0 a cell:k one"]);
  disk.failing = true;
  autosave.keep("cell:k", edit("two"));
  await autosave.written();
  expect(said.at(-1)).toBe("0 cell:k failed: The disk is full.");
  expect(autosave.pending).toBe(true);
});

test("one entry is written once at a time, so that an older text never lands after a newer one", async () => {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const store = {
    write(_: string, __: EntryKey, entry: Entry | null) {
      begun.push((entry as { source: string }).source);
      return new Promise<void>((resolve) => ends.push(resolve));
    },
    note() {},
    forget() {},
  };
  const autosave = new Autosave(store, "a", () => {});
  autosave.keep("cell:k", edit("one"));
  autosave.flush();
  autosave.keep("cell:k", edit("two"));
  autosave.flush();
  await vi.advanceTimersByTimeAsync(1000);
  expect(begun).toEqual(["one"]);
  ends[0]!();
  await vi.advanceTimersByTimeAsync(0);
  expect(begun).toEqual(["one", "two"]);
});
