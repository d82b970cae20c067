import { describe, expect, test } from "vitest";
import { fileAttachments } from "../../../../src/stdlib/data/file-attachment.ts";
import { noFiles } from "../../../../src/stdlib/data/files-port.ts";

type Content = string | Uint8Array<ArrayBuffer>;

async function attach(name: string, content: Content) {
  const blob = new Blob([content], { type: "text/csv" });
  const list = [{ name, type: blob.type, size: blob.size }];
  const FileAttachment = await fileAttachments({
    list: async () => list,
    get: async (asked) => (asked === name ? blob : null),
  });
  return FileAttachment(name);
}
const csv = async (content: Content, typed = true) => (await attach("a.csv", content)).csv({ typed });

describe("FileAttachment", () => {
  test("says at once what a file is, and gives its contents when asked", async () => {
    const file = await attach("a.json", '\ufeff{"b": [1]}');
    expect([file.name, file.mimeType, file.size]).toEqual(["a.json", "text/csv", 13]);
    expect(await file.json()).toEqual({ b: [1] });
    expect(await file.text()).toBe('{"b": [1]}');
    expect((await file.arrayBuffer()).byteLength).toBe(13);
    expect((await file.blob()).size).toBe(13);
  });

  test("finds a name whose letters are made of other characters, as a Mac writes them", async () => {
    const file = await attach("fu\u0308r.txt", "x");
    expect(file.name.normalize()).toBe("für.txt");
    const FileAttachment = await fileAttachments({
      list: async () => [{ name: "fu\u0308r.txt", type: "", size: 1 }],
      get: async (name) => (name === "fu\u0308r.txt" ? new Blob(["x"]) : null),
    });
    expect(await FileAttachment("f\u00fcr.txt").text()).toBe("x");
  });

  test("of a file that is not there names those that are, and how to add one", async () => {
    const files = { list: async () => [{ name: "take.wav", type: "", size: 1 }], get: async () => null };
    const FileAttachment = await fileAttachments(files);
    expect(() => FileAttachment("takes.wav")).toThrow(
      'This notebook has no file "takes.wav"; did you mean "take.wav"? It has take.wav. Add others under',
    );
    const none = await fileAttachments(noFiles);
    expect(() => none("a.csv")).toThrow('This notebook has no file "a.csv", nor any other. Add files under');
    expect(() => none(3 as never)).toThrow('such as FileAttachment("take.wav"), but it got 3.');
    await expect(FileAttachment("take.wav").blob()).rejects.toThrow("has been removed from this notebook");
  });

  test("says which file is not JSON", async () => {
    await expect((await attach("a.json", "{")).json()).rejects.toThrow(/^a\.json is not JSON: /);
  });

  test("gives an address that ends with the cell's run", async () => {
    const ended = new AbortController();
    const FileAttachment = await fileAttachments(
      { list: async () => [{ name: "a", type: "", size: 1 }], get: async () => new Blob(["x"]) },
      { signal: ended.signal },
    );
    const url = await FileAttachment("a").url();
    expect(await (await fetch(url)).text()).toBe("x");
    ended.abort();
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe("a table", () => {
  test("is text as it stands, unless types are asked for", async () => {
    const rows = await csv("n,t\r\n1, a\r\n,b\r\n", false);
    expect([...rows]).toEqual([
      { n: "1", t: " a" },
      { n: "", t: "b" },
    ]);
    expect(rows.columns).toEqual(["n", "t"]);
    expect(rows.notes).toEqual([]);
  });

  test("has a type for each column, and null where nothing stands", async () => {
    const rows = await csv(
      "number,flag,day,time,code,text,empty\n1e3,true,2024-03-01,2024-03-01T12:30Z,007,a,\n-.5,false,,2024-03-01 12:30Z,1,2,\n",
    );
    const noon = new Date(Date.UTC(2024, 2, 1, 12, 30));
    expect([...rows]).toEqual([
      {
        number: 1000,
        flag: true,
        day: new Date("2024-03-01"),
        time: noon,
        code: "007",
        text: "a",
        empty: null,
      },
      { number: -0.5, flag: false, day: null, time: noon, code: "1", text: "2", empty: null },
    ]);
  });

  test.each(["01/02/2024", "1.2.2024", "2024-13-40", "March 2024", "0x10", "Infinity", "12 kHz", "1,5"])(
    "leaves %s as text, as it may mean more than one thing",
    async (cell) => {
      expect([...(await csv(`a,b\n"${cell}",1\n`))]).toEqual([{ a: cell, b: 1 }]);
    },
  );

  test("as German programs write it is read, and says so", async () => {
    const bytes = Uint8Array.from("Name;Größe;Preis\nMüller;1.234,5;1.000\nWeiß;-0,25;2\n", (sign) =>
      sign.charCodeAt(0),
    );
    const rows = await csv(bytes);
    expect([...rows]).toEqual([
      { Name: "Müller", Größe: 1234.5, Preis: 1000 },
      { Name: "Weiß", Größe: -0.25, Preis: 2 },
    ]);
    expect(rows.notes).toEqual([
      "written in Windows-1252",
      "semicolons between the columns",
      "commas before the decimals",
    ]);
  });

  test("with semicolons and decimal points is not taken for German", async () => {
    expect([...(await csv("a;b\n1.25;1.234\n"))]).toEqual([{ a: 1.25, b: 1.234 }]);
  });

  test("may begin with a byte order mark or Excel's word on its separator, and be in UTF-16", async () => {
    expect([...(await csv("\ufeffa,b\n1,2\n"))]).toEqual([{ a: 1, b: 2 }]);
    expect([...(await csv("sep=;\r\na;b,c\r\n1;2\r\n"))]).toEqual([{ a: 1, "b,c": 2 }]);
    const utf16 = new Uint8Array(Uint16Array.from("\ufeffa\tb\n1\t2\n", (sign) => sign.charCodeAt(0)).buffer);
    const rows = await csv(utf16);
    expect([...rows]).toEqual([{ a: 1, b: 2 }]);
    expect(rows.notes).toEqual(["written in UTF-16", "tabs between the columns"]);
  });

  test("has a name for every column, and says which rows do not fit", async () => {
    const rows = await csv('a,a,,__proto__,"x,y"\n1,2,3,4,5,6\n\n1\n');
    expect(rows.columns).toEqual(["a", "a (2)", "column 3", "__proto__", "x,y"]);
    expect(Object.entries(rows[0]!)).toEqual([
      ["a", 1],
      ["a (2)", 2],
      ["column 3", 3],
      ["__proto__", 4],
      ["x,y", 5],
    ]);
    expect(rows).toHaveLength(2);
    expect(rows.notes).toEqual([
      "1 row has more cells than there are columns, which are left out",
      "1 row has fewer cells than there are columns",
    ]);
  });

  test("that is empty has no rows and no columns", async () => {
    const rows = await csv("");
    expect([rows.length, rows.columns]).toEqual([0, []]);
  });

  test("with tabs has no other separator", async () => {
    expect([...(await (await attach("a.tsv", "a,b\tc\n1\t2\n")).tsv({ typed: true }))]).toEqual([
      { "a,b": 1, c: 2 },
    ]);
  });

  test.each([
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]],
    ["an old workbook", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]],
  ])("that is %s in truth is refused, and not read as rows of signs", async (_, bytes) => {
    await expect(csv(Uint8Array.from(bytes))).rejects.toThrow(
      "a.csv is no text: it does not look like a table. Save the table as CSV",
    );
  });

  test("between tabs keeps its thousands, and says where a quote stays open", async () => {
    expect([...(await csv("plays\tn\n1,200\t1\n3,400\t2\n"))][0]).not.toEqual({ plays: 1.2, n: 1 });
    expect((await csv('a,b\nx,"open,1\ny,2\n')).notes).toContainEqual(
      expect.stringContaining("line 2 has a quote"),
    );
  });

  test("that is a workbook in truth says how to make a table of it", async () => {
    await expect(csv(Uint8Array.of(0x50, 0x4b, 3, 4))).rejects.toThrow(
      "a.csv is a workbook or another packed file",
    );
  });
});
