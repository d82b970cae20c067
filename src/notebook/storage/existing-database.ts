/** A request's result, as a promise. */
export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Looks into the browser's database without what is needed to write it; null when there is none, and none is made.
 * @throws DOMException when it cannot be opened
 */
export async function inExistingDatabase<T>(
  name: string,
  look: (database: IDBDatabase) => Promise<T>,
): Promise<T | null> {
  const opening = indexedDB.open(name);
  let isNew = false;
  opening.onupgradeneeded = () => {
    // There is none, and to look for one must not make one.
    isNew = true;
    opening.transaction!.abort();
  };
  const database = await settled(opening).catch((error) => {
    if (isNew) return null;
    throw error;
  });
  if (!database) return null;
  try {
    return await look(database);
  } finally {
    database.close();
  }
}
