/** How long a browser may take to begin a download before its source goes. */
const keptMs = 60_000;

/** Has the browser save a blob as a file of this name. */
export function saveToDisk(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keptMs);
}
