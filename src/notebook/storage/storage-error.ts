/** Why the browser did not keep something, in words for the learner. */
export class StorageError extends Error {}

const reasons: Record<string, string> = {
  QuotaExceededError:
    "The browser's storage is full: this could not be kept. Download this notebook to keep it, or free some space.",
  VersionError:
    "What this browser keeps was written by a newer version of this site, and is left as it is. Reload the page to get the newer version.",
  SecurityError:
    "This browser blocks storage for this site: its settings, or a private window, do not allow it.",
  DataCloneError: "This cannot be kept: it is not plain text or data.",
};
const blocked = reasons.SecurityError!;

/** What a failed request of the database means to a learner. */
export function inPlainWords(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
  const text =
    reasons[name] ??
    `The browser could not keep this (${message || name}). Download this notebook to keep it.`;
  return new StorageError(text, { cause: error });
}

/** What a failure to open the database means to a learner. */
export function whyNotOpened(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const name = error instanceof Error ? error.name : "";
  // Without a database at all, `indexedDB` is undefined or refuses whatever it is asked.
  return new StorageError(reasons[name] ?? blocked, { cause: error });
}

/**
 * Rejects when the browser does not answer in time: a page must not wait for it for ever.
 * @throws StorageError after `patienceMs`
 */
export function withinTime<T>(answer: Promise<T>, patienceMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = new StorageError(
      "The browser's storage does not answer. Download this notebook to keep it.",
    );
    const timer = setTimeout(() => reject(late), patienceMs);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
