/** What is known of a cell before it has an identity. */
export type Unnamed = { explicit?: string | undefined; firstName?: string | undefined };

/**
 * The identity under which a cell's edits are kept: its explicit id, else the first name it declares, else
 * `n<ordinal among anonymous cells>`, and a number more when that is taken: two cells that define one name are both
 * shown, with the error in both. Throws when an explicit id is given twice.
 */
export function cellIds(cells: Unnamed[]): string[] {
  const taken = new Set<string>();
  for (const { explicit } of cells) {
    if (explicit === undefined) continue;
    if (taken.has(explicit)) {
      throw new Error(`Two cells have the identity "${explicit}": give one of them another id=….`);
    }
    taken.add(explicit);
  }
  const free = (id: string) => {
    let result = id;
    for (let i = 2; taken.has(result); ++i) result = `${id}-${i}`;
    taken.add(result);
    return result;
  };
  let anonymous = 0;
  return cells.map(({ explicit, firstName }) => explicit ?? free(firstName ?? `n${++anonymous}`));
}
