/**
 * The text of src/course/outline.ts with a lesson added to a module: where its plan has it, or, if it was not planned, at
 * the end of both.
 * @throws when the module is not there, or its entry is written in another way than the others
 */
export function addToOutline(text: string, module: string, lesson: string, title: string): string {
  // Each module has its plan, then its lessons: the first lists of these names behind its id are its own.
  const entry = new RegExp(
    `(\\bid: "${module}",(?:(?!\\bid: ")[\\s\\S])*?\\bplan: \\[)((?:(?!\\bid: ")[\\s\\S])*?)(\\],\\s*lessons: \\[)([^\\]]*)(\\])`,
  );
  if (!entry.test(text)) throw new Error(`src/course/outline.ts has no module "${module}" with its lessons.`);
  return text.replace(entry, (_whole, start, plan: string, between, list: string, end) => {
    const planned = [...plan.matchAll(/planned\("([^"]+)"/g)].map(([, id]) => id!);
    const isPlanned = planned.includes(lesson);
    const order = isPlanned ? planned : [...planned, lesson];
    const entryOf = `planned(${JSON.stringify(lesson)}, ${JSON.stringify(title)})`;
    const written = plan.trim().replace(/,$/, "");
    const wholePlan = isPlanned ? plan : [written, entryOf].filter((part) => part !== "").join(", ");
    const lessons = [...list.matchAll(/"([^"]+)"/g)].map(([, id]) => id!);
    const sorted = [...lessons, lesson].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    return `${start}${wholePlan}${between}${sorted.map((id) => JSON.stringify(id)).join(", ")}${end}`;
  });
}
