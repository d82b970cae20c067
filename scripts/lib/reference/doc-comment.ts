import ts from "typescript";

/** A doc comment, taken apart. */
export type DocComment = {
  /** Its first sentence; empty when there is no comment. */
  summary: string;
  /** What follows the first sentence, as Markdown. */
  rest: string;
  params: Map<string, string>;
  returns: string;
  throws: string;
  example: string;
  /** The part of the reference, and the call as it is read, where neither can be found out. */
  group: string;
  signature: string;
};

/** Lines of a paragraph become one; paragraphs and list items stay apart. Links to other names become code. */
function unwrapped(text: string): string {
  return text
    .replace(/\{@link\s+([^}|\s]+)[^}]*\}/g, "`$1`")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n(?!\s*[-*] )\s*/g, " ").trim())
    .filter(Boolean)
    .join("\n\n");
}

/** Splits a text after its first sentence. A full stop inside brackets or code ends none. */
export function firstSentence(text: string): [first: string, rest: string] {
  let depth = 0;
  let inCode = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    if (sign === "`") inCode = !inCode;
    else if (sign === "(") depth++;
    else if (sign === ")") depth--;
    else if (sign === "\n" && text[i + 1] === "\n") return [text.slice(0, i), text.slice(i + 2)];
    const ends =
      ".!?".includes(sign) && depth <= 0 && !inCode && /^(\s+\p{Lu}|\s*$|\s+`)/u.test(text.slice(i + 1));
    if (ends) return [text.slice(0, i + 1), text.slice(i + 1).trim()];
  }
  return [text.trim(), ""];
}

/** A capital at the start and a full stop at the end: some comments are only a few words. */
export function asSentence(text: string): string {
  if (text === "") return "";
  const capital = /^[a-z][a-z]*(\s|$|[,;:.])/.test(text) ? text[0]!.toUpperCase() + text.slice(1) : text;
  return /[.!?:]$/.test(capital) ? capital : `${capital}.`;
}

function exampleOf(text: string): string {
  return text
    .replace(/^```\w*\n|\n```\s*$/g, "")
    .replace(/\s+$/, "")
    .replace(/^\n+/, "");
}

/** A property that two types of an intersection have speaks twice: the one that has more to say is heard. */
function spokesman(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  const { declarations = [] } = symbol;
  if (declarations.length < 2 || !declarations.every(ts.isPropertySignature)) return symbol;
  const said = (one: ts.Symbol) => ts.displayPartsToString(one.getDocumentationComment(checker)).length;
  const parts = declarations.map((one) => checker.getSymbolAtLocation(one.name)!);
  return parts.reduce((best, one) => (said(one) > said(best) ? one : best));
}

/** The doc comment of a symbol, or of what it overrides. */
export function docComment(of: ts.Symbol, checker: ts.TypeChecker): DocComment {
  const symbol = spokesman(of, checker);
  const text = unwrapped(ts.displayPartsToString(symbol.getDocumentationComment(checker)));
  const [summary, rest] = firstSentence(text);
  const doc: DocComment = {
    summary,
    rest,
    params: new Map(),
    returns: "",
    throws: "",
    example: "",
    group: "",
    signature: "",
  };
  for (const tag of symbol.getJsDocTags(checker)) {
    const body = ts.displayPartsToString(tag.text);
    if (tag.name === "param") {
      const [name = "", ...words] = unwrapped(body).split(" ");
      doc.params.set(name, asSentence(words.join(" ").replace(/^- /, "")));
    } else if (tag.name === "returns") doc.returns = asSentence(unwrapped(body));
    else if (tag.name === "throws") doc.throws = unwrapped(body);
    else if (tag.name === "example") doc.example = exampleOf(body);
    else if (tag.name === "group" || tag.name === "signature") doc[tag.name] = body.trim();
  }
  return doc;
}
