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
/** What a failed request of the database means to a learner. */
export function inPlainWords(error: DOMException): StorageError {
  const { name, message } = error;
  const text =
    reasons[name] ??
    `The browser could not keep this (${message || name}). Download this notebook to keep it.`;
  return new StorageError(text, { cause: error });
}

/** What a failure to open the database means to a learner. */
export function whyNotOpened(error: unknown): Error {
  if (error instanceof StorageError) return error;
  // Without a database at all, `indexedDB` is undefined; in some private windows it is in no state to be opened.
  const isBlocked = !(error instanceof DOMException) || error.name === "InvalidStateError";
  return isBlocked ? new StorageError(reasons.SecurityError, { cause: error }) : inPlainWords(error);
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
