import { type FileKind, fileKind } from "./file-kind.ts";

/** What is added to a file's name to name its contents, so that the name is no word of the language nor of the library. */
const endings: Record<FileKind, string> = {
  audio: "Sound",
  image: "Picture",
  json: "Data",
  midi: "Bytes",
  other: "Bytes",
  table: "Rows",
  text: "Text",
};

/** A name for the contents of a file: `my take 3.wav` is `myTake3Sound`. */
function nameFor(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]*$/, "")
    .normalize()
    .match(/[\p{L}\p{Nd}]+/gu) ?? ["my"];
  const joined = words
    .slice(0, 5)
    .map((word, i) => word.replace(/^./u, (first) => (i === 0 ? first.toLowerCase() : first.toUpperCase())))
    .join("");
  return (/^\p{Nd}/u.test(joined) ? `file${joined}` : joined) + endings[fileKind(fileName)];
}

/** The source of a cell that reads a file and shows what is in it, each kind in its way. */
export function codeForFile(fileName: string): string {
  const quoted = JSON.stringify(fileName);
  const file = `FileAttachment(${quoted})`;
  const name = nameFor(fileName);
  const read: Record<FileKind, string> = {
    audio: `const ${name} = await ${file}.audio();\ndisplay(waveformFigure(${name}, {label: ${quoted}}));`,
    image: `const ${name} = await ${file}.url();\ndisplay(html\`<img src=\${${name}} alt=\${${quoted}}>\`);`,
    json: `const ${name} = await ${file}.json();\ndisplay(${name});`,
    midi: `const ${name} = new Uint8Array(await ${file}.arrayBuffer());\ndisplay(${name});`,
    other: `const ${name} = new Uint8Array(await ${file}.arrayBuffer());\ndisplay(${name});`,
    table: `const ${name} = await ${file}.csv({typed: true});\nif (${name}.notes.length > 0) display(html\`<p>\${${name}.notes.join("; ")}</p>\`);\ndisplay(${name});`,
    text: `const ${name} = await ${file}.text();\ndisplay(${name});`,
  };
  return read[fileKind(fileName)];
}
