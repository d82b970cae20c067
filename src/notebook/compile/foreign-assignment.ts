/** An assignment to a name that is not the cell's own, and the code that would do instead. */
export type ForeignAssignment = { name: string; instead: string };

const longest = 40;

/**
 * What an assignment to another cell's name should be: a new name, made of the old one where the assignment goes on
 * from it, as `n += 1` does.
 * @param index where the name stands in the source
 */
export function foreignAssignment(source: string, index: number, name: string): ForeignAssignment {
  const before = source.slice(0, index).match(/(\+\+|--)\s*$/)?.[1];
  const after = source.slice(index + name.length);
  const step = before ?? after.match(/^[^\S\n]*(\+\+|--)/)?.[1];
  const [, operator, operand = ""] = after.match(/^\s*(\*\*|[-+*/%])=\s*([^;\n]*)/) ?? [];
  const isSimple = /^[\p{L}\p{N}_$.]+$/u.test(operand.trim()) && operand.trim().length <= longest;
  let value = "…";
  if (step !== undefined) value = `${name} ${step.charAt(0)} 1`;
  else if (operator !== undefined) value = `${name} ${operator} ${isSimple ? operand.trim() : "…"}`;
  return { name, instead: `const ${name}2 = ${value}` };
}
