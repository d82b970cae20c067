/** A name in three parts: before its marked letters, these, as the name writes them, and after; without, all is before. */
export function splitAtMark(name: string, mark: string | undefined): [string, string, string] {
  const at = mark ? name.toLowerCase().indexOf(mark.toLowerCase()) : -1;
  if (!mark || at < 0) return [name, "", ""];
  return [name.slice(0, at), name.slice(at, at + mark.length), name.slice(at + mark.length)];
}
