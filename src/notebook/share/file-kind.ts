/** What a file is for a learner: it decides how its contents are read. */
export type FileKind = "table" | "audio" | "image" | "json" | "text" | "midi" | "other";

const known: Record<string, [kind: FileKind, type: string]> = {
  aac: ["audio", "audio/aac"],
  aif: ["audio", "audio/aiff"],
  aiff: ["audio", "audio/aiff"],
  csv: ["table", "text/csv"],
  flac: ["audio", "audio/flac"],
  gif: ["image", "image/gif"],
  jpeg: ["image", "image/jpeg"],
  jpg: ["image", "image/jpeg"],
  json: ["json", "application/json"],
  m4a: ["audio", "audio/mp4"],
  md: ["text", "text/markdown"],
  mid: ["midi", "audio/midi"],
  midi: ["midi", "audio/midi"],
  mp3: ["audio", "audio/mpeg"],
  oga: ["audio", "audio/ogg"],
  ogg: ["audio", "audio/ogg"],
  opus: ["audio", "audio/ogg"],
  png: ["image", "image/png"],
  tsv: ["table", "text/tab-separated-values"],
  txt: ["text", "text/plain"],
  wav: ["audio", "audio/wav"],
  weba: ["audio", "audio/webm"],
  webm: ["audio", "audio/webm"],
  webp: ["image", "image/webp"],
};

const other: [FileKind, string] = ["other", "application/octet-stream"];

function lookUp(name: string): [kind: FileKind, type: string] {
  const ending = name.match(/\.([a-z0-9]+)$/i)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(known, ending) ? known[ending]! : other;
}

/** What a file is, by the end of its name. */
export function fileKind(name: string): FileKind {
  return lookUp(name)[0];
}

/** The media type of a file, by the end of its name. */
export function fileType(name: string): string {
  return lookUp(name)[1];
}
