/** Whether the browser has promised not to throw the site's data away by itself; null where it cannot say. */
export async function isPersistent(): Promise<boolean | null> {
  return (await navigator.storage?.persisted?.()) ?? null;
}

/** Asks for that promise; some browsers ask the learner, others decide by themselves. Resolves to the answer. */
export async function askForPersistence(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false;
}
