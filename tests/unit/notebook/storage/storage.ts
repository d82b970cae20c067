/** A browser's localStorage that holds a few characters. */
export function fakeStorage(capacity = 10_000): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (n: number) => [...items.keys()][n] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > capacity) throw new DOMException("full", "QuotaExceededError");
      items.set(key, value);
    },
    removeItem: (key: string) => void items.delete(key),
    clear: () => items.clear(),
  };
}

let databases = 0;

/** The name of a database that no other test uses. */
export function freshName(): string {
  return `test-${++databases}-${Math.random()}`;
}
