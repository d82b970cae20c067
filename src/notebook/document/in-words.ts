/** A size as people say it: `12 kB`, `3.4 MB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? "byte" : "bytes"}`;
  const unit = bytes < 999_500 ? "kB" : "MB";
  const value = bytes / (unit === "kB" ? 1000 : 1_000_000);
  return `${value < 9.95 ? String(Number(value.toFixed(1))) : Math.round(value).toLocaleString("en")} ${unit}`;
}

/** A number as people write it: `20,000`. */
export function countInWords(count: number): string {
  return count.toLocaleString("en");
}
