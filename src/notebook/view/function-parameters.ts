/** More of a function's source than this is not looked at. */
const mostLooked = 2000;
const mostShown = 60;

const opening = "([{";
const closing = ")]}";

/** The parameters of a function as they are written: `(x, {k = 5} = {})`; `(…)` where they are long or not to be seen. */
export function parametersOf(callee: (...values: never[]) => unknown): string {
  const text = Function.prototype.toString.call(callee).slice(0, mostLooked);
  if (text.includes("[native code]")) return "(…)";
  const oneName = /^(?:async\s+)?([\w$]+)\s*=>/.exec(text);
  if (oneName) return `(${oneName[1]})`;
  const start = text.indexOf("(");
  const end = start < 0 ? -1 : closingOf(text, start);
  if (end < 0) return "(…)";
  const shown = text.slice(start, end + 1).replace(/\s+/g, " ");
  return shown.length > mostShown ? "(…)" : shown.replace("( ", "(").replace(" )", ")");
}

/** Where the bracket at `start` is closed; -1 where that is not seen, or a text or comment could mislead. */
function closingOf(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const character = text[i]!;
    if (`"'\`/`.includes(character)) return -1;
    if (opening.includes(character)) depth++;
    else if (closing.includes(character) && --depth === 0) return i;
  }
  return -1;
}
