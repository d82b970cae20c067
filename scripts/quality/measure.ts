import { type Answer, ask, askAubio, kept } from "./answers.ts";
import { buildSet, itemsOf } from "./build.ts";
import type { Half, Item } from "./item.ts";
import { judge } from "./judge.ts";
import type { Method, TaskName } from "./methods/method.ts";
import { type Row, tagOf } from "./report.ts";
import { type Measurement, SETS } from "./tasks.ts";

const AUBIO_TASKS: TaskName[] = ["pitch", "tempo", "onsets"];

/** What of a measurement is wanted. */
export type Wish = {
  half: Half;
  /** These instead of the half's. */
  seeds?: number[];
  /** "tag=value", all of which must hold. */
  where: string[];
  /** Beginnings of names, or "ours" or "peers"; all methods when not given. */
  methods?: string[];
  /** Whether peers are asked again instead of taking the answers that were kept. */
  fresh: boolean;
};

/** How each method does on each item. Builds the set when it is not there. */
export function measure({ task, set, seeds }: Measurement, methods: Method[], wish: Wish): Row[] {
  const items = (wish.seeds ?? seeds[wish.half]).flatMap((seed) => {
    buildSet(set, seed, SETS[set]);
    return itemsOf(set, seed).filter((item) => hasTags(item, wish.where));
  });
  const peer = (name: string, compute: (some: Item[]) => Answer[]) =>
    wish.fresh ? compute(items) : kept(name, task, items, compute);
  const rows = methods
    .filter((method) => method.task === task && isWanted(method.name, method.ours, wish.methods))
    .flatMap((method) => {
      const compute = (some: Item[]) => ask(method, some);
      return rowsOf(method.name, task, items, method.ours ? compute(items) : peer(method.name, compute));
    });
  if (!AUBIO_TASKS.includes(task) || !isWanted("aubio", false, wish.methods)) return rows;
  return [
    ...rows,
    ...rowsOf(
      "aubio",
      task,
      items,
      peer("aubio", (some) => askAubio(task, some)),
    ),
  ];
}

function rowsOf(method: string, task: TaskName, items: Item[], answers: Answer[]): Row[] {
  return items.map((item, i) => ({
    method,
    item,
    ms: answers[i].ms,
    figures: judge(task, item.truth, answers[i].estimate),
  }));
}

function hasTags(item: Item, conditions: string[]): boolean {
  return conditions.every((condition) => {
    const [tag, value] = condition.split("=");
    return tagOf(item, tag) === value;
  });
}

function isWanted(name: string, ours: boolean, wishes: string[] | undefined): boolean {
  return (
    wishes === undefined || wishes.some((wish) => wish === (ours ? "ours" : "peers") || name.startsWith(wish))
  );
}
