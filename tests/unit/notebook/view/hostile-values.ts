const fail = () => {
  throw new Error("no");
};

/** Values that resist being read, as a learner's mistake or a stranger's notebook may have them. */
export const hostileValues: [name: string, make: () => unknown][] = [
  ["a getter that throws", () => Object.defineProperty({}, "a", { get: fail, enumerable: true })],
  [
    "a length that throws",
    () => ({
      get length() {
        return fail();
      },
      get data() {
        return fail();
      },
    }),
  ],
  [
    "a constructor that throws",
    () =>
      Object.create(
        {
          get constructor() {
            return fail();
          },
        },
        { a: { value: 1 } },
      ),
  ],
  ["a type name that throws", () => Object.defineProperty(class {}, "typeName", { get: fail })],
  [
    "getParams that throws",
    () =>
      new (class {
        getParams = fail;
      })(),
  ],
  ["a proxy that throws", () => new Proxy({}, { get: fail, ownKeys: fail, getPrototypeOf: fail })],
  ["a proxy of an array that throws", () => new Proxy([1, 2], { get: fail })],
  ["a proxy of a function that throws", () => new Proxy(() => 1, { get: fail })],
  [
    "a revoked proxy",
    () => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    },
  ],
  [
    "an object that holds itself",
    () => {
      const object: Record<string, unknown> = {};
      object.self = object;
      return object;
    },
  ],
  [
    "an array that holds itself",
    () => {
      const array: unknown[] = [];
      array.push(array);
      return array;
    },
  ],
  ["an error whose message throws", () => Object.defineProperty(new Error("a"), "message", { get: fail })],
  ["an error whose name is no text", () => Object.assign(new Error("a"), { name: { toString: fail } })],
  [
    "a text tag that throws",
    () => ({
      get [Symbol.toStringTag]() {
        return fail();
      },
    }),
  ],
  ["a class without a name", () => new (Object.defineProperty(class {}, "name", { value: 5 }))()],
  [
    "an array that is nearly all holes",
    () => {
      const array: number[] = [];
      array[4_000_000_000] = 1;
      return array;
    },
  ],
];

/** Rows for `test.each` whose titles print the words only: some values are too much to print. */
export function wordsFirst(rows: [value: unknown, words: string][]): [words: string, value: unknown][] {
  return rows.map(([value, words]) => [words, value]);
}
