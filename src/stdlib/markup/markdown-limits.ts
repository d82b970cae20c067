/** A picture written into the text itself: long, and no work to set. */
const picture = /\(data:image\/[a-z+]+;base64,[A-Za-z0-9+/=]*\)/g;
/** What a line may begin with: signs of quotes and of lists, which nest. */
const containers = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))*/;
const container = />|[-+*]|\d[.)]/g;

// Markdown written by people stays far below these. Above them setting it would take longer than a second: the work
// grows with the square of most of them, or faster.
const most = {
  characters: 50_000,
  lines: 2000,
  depth: 20,
  containers: 4000,
  columns: 100,
  cells: 20_000,
  emphasis: 1500,
  brackets: 600,
  pictures: 200,
  openings: 500,
  addresses: 300,
  rules: 300,
};

/**
 * Why a Markdown text should be shown as it is written and not be set, as the end of a sentence; null when it can be
 * set in well under a second.
 */
export function markdownProblem(markdown: string): string | null {
  const text = markdown.replace(picture, "()");
  if (text.length > most.characters) {
    return `is longer than ${most.characters.toLocaleString("en")} characters`;
  }
  const lines = text.split(/\r\n?|\n/);
  if (lines.length > most.lines) return `has more than ${most.lines.toLocaleString("en")} lines`;
  let sum = 0;
  let columns = 0;
  for (const line of lines) {
    const depth = depthOf(line);
    if (depth > most.depth) return `has lists or quotes in one another more than ${most.depth} deep`;
    sum += depth;
    if (/^[\s>|:*+\-.)\d]*$/.test(line) && line.includes("-"))
      columns = Math.max(columns, count(line, /\|/g));
  }
  if (sum > most.containers) return "has too many lists or quotes in one another";
  if (columns > most.columns || columns * lines.length > most.cells) return "has a table that is too wide";
  const tooMany =
    count(text, /\*+|_+|~+/g) > most.emphasis ||
    Math.max(count(text, /\[/g), count(text, /\]/g)) > most.brackets ||
    count(text, /!\[/g) > most.pictures ||
    count(text, /<[!?]/g) > most.openings ||
    count(text, /@|www\.|https?:/gi) > most.addresses ||
    count(text, /^[\s>]*(?:=+|-+)[ \t]*$/gm) > most.rules;
  return tooMany ? "has too many signs in it" : null;
}

/** In how many quotes and lists a line may stand: its own signs, and what its indentation may continue. */
function depthOf(line: string): number {
  const signs = count(line.match(containers)![0], container);
  const indentation = line.match(/^[ \t]*/)![0].replaceAll("\t", "    ").length;
  return signs === 0
    ? Math.min(Math.floor(indentation / 2), most.depth)
    : signs + Math.floor(indentation / 2);
}

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}
