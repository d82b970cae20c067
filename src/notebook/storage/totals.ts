import * as v from "valibot";
import { readEntry } from "./entries.ts";
import { readFiles } from "./files.ts";
import type { Totals } from "./notebook-store.ts";
import { textBytes } from "./own-notebooks.ts";
import { progressSchema, versionsSchema } from "./records.ts";
import type { Database } from "./tables.ts";

/** How much is kept, all in all. */
export function countEverything(database: Database): Promise<Totals> {
  return database.run(
    "read",
    ["edits", "notebooks", "versions", "files", "progress", "setAside"],
    async (tables) => {
      const edits = (await tables.all("edits")).flatMap(({ value }) => readEntry("cell", value) ?? []);
      const records = (await tables.all("notebooks")).flatMap(
        ({ value }) => readEntry("document", value) ?? [],
      );
      const versions = (await tables.all("versions")).flatMap(({ value }) => {
        const result = v.safeParse(versionsSchema, value);
        return result.success ? result.output : [];
      });
      const files = await readFiles(tables);
      const tasks = (await tables.all("progress")).flatMap(({ value }) => {
        const result = v.safeParse(progressSchema, value);
        return result.success ? result.output : [];
      });
      const texts = [
        ...edits.flatMap(({ source, base }) => [source, base]),
        ...records.map(({ markdown }) => markdown),
        ...versions.map(({ source }) => source),
        ...tasks.map(({ json }) => json),
      ];
      return {
        notebooks: records.length,
        editedCells: edits.length,
        tasks: tasks.length,
        files: files.length,
        bytes: textBytes(...texts) + files.reduce((sum, { file }) => sum + file.size, 0),
        setAside: (await tables.keys("setAside")).length,
      };
    },
  );
}
