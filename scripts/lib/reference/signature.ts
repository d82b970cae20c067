import type { ReferenceParam } from "../../../src/stdlib/reference-entry.ts";

/** More options than this are not read in a signature: the rest is in the table below it. */
const mostOptions = 6;

function written({ name, default: initial, optional, option }: ReferenceParam): string {
  if (initial !== undefined) return `${name} = ${initial}`;
  return optional && !option ? `${name}?` : name;
}

/** A call as one reads it: `slider(label, range, {value, unit})`, with defaults where they are known. */
export function signatureOf(call: string, params: readonly ReferenceParam[]): string {
  const parts: string[] = [];
  for (let i = 0; i < params.length; i++) {
    if (!params[i]!.option) {
      parts.push(written(params[i]!));
      continue;
    }
    const from = i;
    while (params[i + 1]?.option) i++;
    const options = params.slice(from, i + 1).map(written);
    const shown = options.length > mostOptions ? [...options.slice(0, mostOptions - 1), "…"] : options;
    parts.push(`{${shown.join(", ")}}`);
  }
  return `${call}(${parts.join(", ")})`;
}
