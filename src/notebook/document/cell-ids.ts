/** What is known of a cell before it has an identity. */
export type Unnamed = { explicit?: string | undefined; firstName?: string | undefined };

/**
 * The identity under which a cell's edits are kept: its explicit id, else the first name it declares, else
 * `n<ordinal among anonymous cells>`. Throws when two cells come out with the same one.
 */
export function cellIds(cells: Unnamed[]): string[] {
  let anonymous = 0;
  const ids = cells.map(({ explicit, firstName }) => explicit ?? firstName ?? `n${++anonymous}`);
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id))
      throw new Error(`Two cells have the identity "${id}": give one of them an id=… of its own.`);
    seen.add(id);
  }
  return ids;
}
