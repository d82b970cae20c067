/** How loud a reader wants this site: kept on the device, for every page of it. */
export type KeptVolume = { volume: number; muted: boolean };

const key = "etude:volume";

/** What was kept; null when there is nothing, nothing that makes sense, or the browser lets nothing be kept. */
export function readVolume(): KeptVolume | null {
  try {
    const { volume, muted } = Object(JSON.parse(localStorage.getItem(key) ?? "null"));
    return typeof volume === "number" && volume >= 0 && volume <= 1
      ? { volume, muted: muted === true }
      : null;
  } catch {
    return null;
  }
}

/** Keeps it for the next page. Where the browser refuses, it holds for this page alone. */
export function keepVolume(kept: KeptVolume): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Blocked or full storage must not stop anyone from turning the sound down.
  }
}
