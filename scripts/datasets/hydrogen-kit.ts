/** One recording of an instrument, for strokes of a certain strength. */
export type Layer = { file: string; min: number; max: number };

/** An instrument of a drum kit: its recordings from the softest stroke to the hardest. */
export type Instrument = { name: string; layers: Layer[] };

/** What a Hydrogen drum machine kit says of itself. */
export type HydrogenKit = { name: string; author: string; instruments: Instrument[] };

/**
 * Reads a `drumkit.xml`. Its instruments have one `<filename>` (old kits) or any number of `<layer>`s; those
 * without a recording are left out. The files are flat enough for patterns; no XML library is needed.
 */
export function parseHydrogenKit(xml: string): HydrogenKit {
  const [head] = xml.split("<instrumentList>");
  const instruments = [...xml.matchAll(/<instrument>(.*?)<\/instrument>/gs)].map(([, body]) => ({
    name: textOf(body, "name"),
    layers: layersOf(body),
  }));
  return {
    name: textOf(head, "name"),
    author: textOf(head, "author"),
    instruments: instruments.filter(({ layers }) => layers.length > 0),
  };
}

function layersOf(instrument: string): Layer[] {
  const layers = [...instrument.matchAll(/<layer>(.*?)<\/layer>/gs)].map(([, body]) => ({
    file: textOf(body, "filename"),
    min: Number(textOf(body, "min")),
    max: Number(textOf(body, "max")),
  }));
  if (layers.length > 0) return layers.sort((a, b) => a.max - b.max);
  const file = textOf(instrument, "filename");
  return file === "" ? [] : [{ file, min: 0, max: 1 }];
}

function textOf(xml: string, tag: string): string {
  const text = xml.match(new RegExp(`<${tag}>(.*?)</${tag}>`, "s"))?.[1] ?? "";
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll("&amp;", "&")
    .trim();
}
