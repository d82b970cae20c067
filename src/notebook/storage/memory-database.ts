import type { Database, Found, Key, TableName, Tables } from "./tables.ts";

type Contents = Map<TableName, Map<string, unknown>>;

function tablesOf(contents: Contents): Tables {
  const of = (table: TableName) => {
    const records = contents.get(table) ?? new Map<string, unknown>();
    contents.set(table, records);
    return records;
  };
  const keys = async (table: TableName, notebook?: string) => {
    const all = Array.from(of(table).keys(), (key) => JSON.parse(key) as Key);
    return notebook === undefined ? all : all.filter(([name]) => name === notebook);
  };
  const get = async (table: TableName, key: Key) => structuredClone(of(table).get(JSON.stringify(key)));
  return {
    get,
    keys,
    async all(table, notebook) {
      const found = (await keys(table, notebook)).map(
        async (key): Promise<Found> => ({ key, value: await get(table, key) }),
      );
      return Promise.all(found);
    },
    put: async (table, key, value) => void of(table).set(JSON.stringify(key), structuredClone(value)),
    remove: async (table, key) => void of(table).delete(JSON.stringify(key)),
    async setAside(from, { key, value }) {
      of("setAside").set(JSON.stringify([String(of("setAside").size)]), { from, key, record: value });
    },
  };
}

/** Keeps tables as long as the page is open: for browsers that keep nothing, and for tests. */
export function memoryDatabase(): Database {
  let contents: Contents = new Map();
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(_access, _tables, body) {
      // One after the other, each on a copy that takes the place of the contents when it has succeeded.
      const done = last.then(async () => {
        const copy: Contents = new Map(Array.from(contents, ([table, records]) => [table, new Map(records)]));
        const result = await body(tablesOf(copy));
        contents = copy;
        return result;
      });
      last = done.catch(() => {});
      return done;
    },
  };
}
