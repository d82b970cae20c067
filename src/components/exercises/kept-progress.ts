import { presentName, underPresentNames } from "../../course/exercises/lesson-progress.ts";
import { type ExerciseRecord, mergedRecords, recorded, untouched } from "../../course/exercises/progress.ts";
import { readRecordText, recordText } from "../../course/exercises/record-text.ts";
import type { NotebookStore } from "../../notebook/storage/notebook-store.ts";
import { peekProgress } from "../../notebook/storage/peek-progress.ts";
import type { ProgressPort } from "./progress-port.ts";

type Records = Map<string, ExerciseRecord>;
type Store = Pick<NotebookStore, "progress" | "changeProgress" | "onOtherTab">;

const isUnderstood = (text: string) => readRecordText(text) !== null;

/**
 * Progress that the browser keeps. The storage is fetched when there is something to read or to write.
 * @param openStore rejects where the browser keeps nothing
 * @param options.aliases the present ids of a lesson's exercises and questions by those they had once
 * @param options.isKept whether there may be something to read
 * @param options.onSetAside told of what could not be read
 */
export function keptProgress(
  openStore: () => Promise<Store>,
  {
    aliases = {},
    isKept = async (lesson) => (await peekProgress(lesson)).length > 0,
    onSetAside = () => {},
  }: {
    aliases?: Readonly<Record<string, string>>;
    isKept?: (lesson: string) => Promise<boolean>;
    onSetAside?: (tasks: string[]) => void;
  } = {},
): ProgressPort {
  const lessons = new Map<string, Promise<Records>>();
  const listeners: ((lesson: string) => void)[] = [];
  let opening: Promise<Store> | null = null;

  function store(): Promise<Store> {
    opening ??= openStore().then((opened) => {
      opened.onOtherTab(({ notebook, key }) => {
        if (key !== "progress") return;
        lessons.delete(notebook);
        for (const listener of listeners) listener(notebook);
      });
      return opened;
    });
    // What failed once may succeed the next time.
    opening.catch(() => {
      opening = null;
    });
    return opening;
  }

  async function load(lesson: string): Promise<Records> {
    const opened = await store();
    const { tasks, setAside } = await opened.progress(lesson, isUnderstood);
    if (setAside.length > 0) onSetAside(setAside);
    const records = new Map(Array.from(tasks, ([task, text]) => [task, readRecordText(text)!]));
    for (const [task, record] of records) await rename(opened, lesson, task, record);
    return underPresentNames(records, aliases, mergedRecords);
  }

  /** Moves what is kept under an old name to the present one; done twice it does no harm. */
  async function rename(opened: Store, lesson: string, task: string, record: ExerciseRecord): Promise<void> {
    const present = presentName(task, aliases);
    if (present === task) return;
    await opened.changeProgress(lesson, present, isUnderstood, (kept) => {
      const there = kept === null ? null : readRecordText(kept);
      return recordText(there ? mergedRecords(there, record) : record);
    });
    await opened.changeProgress(lesson, task, isUnderstood, () => null);
  }

  /** What is kept of a lesson, as it was last read or written by this page. */
  function recordsOf(lesson: string): Promise<Records> {
    const known = lessons.get(lesson);
    if (known) return known;
    const reading = load(lesson);
    lessons.set(lesson, reading);
    reading.catch(() => lessons.delete(lesson));
    return reading;
  }

  return {
    async read(lesson, task) {
      if (!lessons.has(lesson) && !opening && !(await isKept(lesson))) return null;
      return (await recordsOf(lesson)).get(task) ?? null;
    },
    async happened(lesson, task, event) {
      const records = await recordsOf(lesson);
      let record = untouched;
      await (await store()).changeProgress(lesson, task, isUnderstood, (kept) => {
        record = recorded((kept === null ? null : readRecordText(kept)) ?? untouched, event);
        return event.kind === "reset" ? null : recordText(record);
      });
      if (event.kind === "reset") records.delete(task);
      else records.set(task, record);
      return record;
    },
    onOtherTab(listener) {
      listeners.push(listener);
      void store().catch(() => {}); // where nothing can be kept, there is nothing to hear
    },
  };
}
