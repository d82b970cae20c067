import { isEntryKey } from "./entries.ts";
import type { EntryKey } from "./records.ts";

/** What was written, and where. */
export type Change = { notebook: string; key: EntryKey | "progress" };

/** Tells other tabs what this one wrote, and hears of what they did. */
export class OtherTabs {
  readonly #channel: BroadcastChannel | null;

  /** @param name null where nobody else can have written */
  constructor(name: string | null) {
    const isOffered = typeof BroadcastChannel !== "undefined";
    this.#channel = name !== null && isOffered ? new BroadcastChannel(`etude:${name}`) : null;
  }

  tell(change: Change): void {
    this.#channel?.postMessage(change);
  }

  /** @returns what ends it */
  listen(listener: (change: Change) => void): () => void {
    const heard = ({ data }: MessageEvent) => {
      const { notebook, key } = (data ?? {}) as Partial<Record<keyof Change, unknown>>;
      if (typeof notebook === "string" && (isEntryKey(key) || key === "progress")) {
        listener({ notebook, key });
      }
    };
    this.#channel?.addEventListener("message", heard);
    return () => this.#channel?.removeEventListener("message", heard);
  }
}
