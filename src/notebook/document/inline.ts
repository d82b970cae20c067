/** A piece of prose: text as it stands, or the source of an expression whose value is shown in its place. */
export type InlinePart = { text: string } | { expression: string };

/** Splits prose at `${…}`, with braces balanced inside; an unclosed one stays text. */
export function splitInline(prose: string): InlinePart[] {
  const parts: InlinePart[] = [];
  let from = 0;
  for (;;) {
    const open = prose.indexOf("${", from);
    const close = open < 0 ? -1 : closingBrace(prose, open + 2);
    if (close < 0) break;
    if (open > from) parts.push({ text: prose.slice(from, open) });
    parts.push({ expression: prose.slice(open + 2, close).trim() });
    from = close + 1;
  }
  if (from < prose.length) parts.push({ text: prose.slice(from) });
  return parts;
}

function closingBrace(text: string, from: number): number {
  let depth = 1;
  for (let i = from; i < text.length; ++i) {
    if (text[i] === "{") ++depth;
    else if (text[i] === "}" && --depth === 0) return i;
  }
  return -1;
}
