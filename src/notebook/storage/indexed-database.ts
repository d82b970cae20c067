import { type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import { databaseVersion, migrate } from "./migrations.ts";
import { inPlainWords, whyNotOpened, withinTime } from "./storage-error.ts";
import type { Database, Key, TableName, Tables } from "./tables.ts";

/** How long the browser may take for what is asked of it, at times when the page itself is busy with a lesson. */
const patienceMs = 30_000;

type Transaction = IDBPTransaction<unknown, string[], "readwrite">;

/** All keys of a notebook. */
function rangeOf(notebook: string | undefined): IDBKeyRange | undefined {
  return notebook === undefined ? undefined : IDBKeyRange.bound([notebook], [notebook, []]);
}

function tablesOf(transaction: Transaction): Tables {
  const of = (table: TableName) => transaction.objectStore(table);
  const keys = (table: TableName, notebook?: string) =>
    of(table).getAllKeys(rangeOf(notebook)) as Promise<unknown> as Promise<Key[]>;
  return {
    keys,
    get: (table, key) => of(table).get([...key] as string[]),
    async all(table, notebook) {
      const [found, values] = await Promise.all([
        keys(table, notebook),
        of(table).getAll(rangeOf(notebook)) as Promise<unknown[]>,
      ]);
      return found.map((key, i) => ({ key, value: values[i] }));
    },
    put: async (table, key, value) => void (await of(table).put(value, [...key] as string[])),
    remove: (table, key) => of(table).delete([...key] as string[]),
    setAside: async (from, { key, value }) => void (await of("setAside").add({ from, key, record: value })),
  };
}

/** Whether a request failed because the connection was closed under it: then nothing of it has been kept. */
function isConnectionLost(error: unknown): boolean {
  return error instanceof Error && ["InvalidStateError", "AbortError", "UnknownError"].includes(error.name);
}

class IndexedDatabase implements Database {
  readonly #name: string;
  readonly #patienceMs: number;
  #connection: Promise<IDBPDatabase<unknown>> | null = null;

  constructor(name: string, patienceMs: number) {
    this.#name = name;
    this.#patienceMs = patienceMs;
  }

  async run<T>(
    access: "read" | "write",
    tables: TableName[],
    body: (tables: Tables) => Promise<T>,
  ): Promise<T> {
    try {
      try {
        return await this.#attempt(access, tables, body);
      } catch (error) {
        if (!isConnectionLost(error)) throw error;
        this.#connection = null;
        return await this.#attempt(access, tables, body);
      }
    } catch (error) {
      throw error instanceof DOMException ? inPlainWords(error) : error;
    }
  }

  /** Opens the connection, if there is none. */
  async connect(): Promise<IDBPDatabase<unknown>> {
    this.#connection ??= this.#open();
    try {
      return await withinTime(this.#connection, this.#patienceMs);
    } catch (error) {
      this.#connection = null;
      throw whyNotOpened(error);
    }
  }

  async #open(): Promise<IDBPDatabase<unknown>> {
    const forget = () => {
      this.#connection = null;
    };
    return openDB(this.#name, databaseVersion, {
      upgrade: (database, from, _to, upgrade) => migrate(database, from, upgrade),
      // Another tab wants to change the version, or to delete everything: it must not wait for this one.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
  }

  async #attempt<T>(
    access: "read" | "write",
    tables: TableName[],
    body: (tables: Tables) => Promise<T>,
  ): Promise<T> {
    const connection = await this.connect();
    // Strict: kept means on the disk, whatever happens to the machine in the next second.
    const transaction =
      access === "read"
        ? connection.transaction(tables, "readonly")
        : connection.transaction([...tables, "setAside"], "readwrite", { durability: "strict" });
    const work = async () => {
      // Heard at once: it may end in an error before the body does.
      transaction.done.catch(() => {});
      try {
        const result = await body(tablesOf(transaction as Transaction));
        await transaction.done;
        return result;
      } catch (error) {
        if (transaction.error) throw transaction.error;
        try {
          transaction.abort();
        } catch {
          // It has ended already.
        }
        throw error;
      }
    };
    return withinTime(work(), this.#patienceMs);
  }
}

/**
 * Tables in the browser's IndexedDB.
 * @throws StorageError where the browser does not offer one (a private window, blocked storage), and where the database
 * is of a newer version
 */
export async function openIndexedDatabase(name: string, patience = patienceMs): Promise<Database> {
  const database = new IndexedDatabase(name, patience);
  await database.connect();
  return database;
}
