/** What the word after a fence's language says the fence is; anything else is a listing, which is never run. */
export const fenceKinds = ["cell", "exercise", "check", "hint", "solution", "wrong", "quiz"] as const;
export type FenceKind = (typeof fenceKinds)[number];

/** The line that opens a fence, read: ```` ```js cell fold id=fit run=click ````. */
export type Fence = {
  language: string;
  kind: FenceKind;
  /** Words that stand alone, such as `fold`. */
  flags: string[];
  /** Words with a value, such as `id=fit` or `expect="That is one period"`. */
  options: Record<string, string>;
};

const word = /([\w-]+)(?:=(?:"([^"]*)"|(\S+)))?/g;

/** Reads a fence's info string; null for a listing. */
export function parseFence(info: string): Fence | null {
  const [language = "", kind = ""] = info.trim().split(/\s+/);
  if (!fenceKinds.includes(kind as FenceKind)) return null;
  const rest = info.trim().slice(language.length).trim().slice(kind.length);
  const flags: string[] = [];
  const options: Record<string, string> = Object.create(null);
  for (const [, name, quoted, plain] of rest.matchAll(word)) {
    const value = quoted ?? plain;
    if (value === undefined) flags.push(name!);
    else options[name!] = value;
  }
  return { language, kind: kind as FenceKind, flags, options };
}

/** The line that opens a fence, written: the inverse of `parseFence`. */
export function formatFence({ language, kind, flags, options }: Fence): string {
  const values = Object.entries(options).map(([name, value]) =>
    /^[^\s"]+$/.test(value) ? `${name}=${value}` : `${name}="${value.replace(/["\n]/g, "")}"`,
  );
  return [language, kind, ...flags, ...values].join(" ");
}
