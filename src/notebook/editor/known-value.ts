import { definitionOf } from "./definitions.ts";
import type { CellName, NameDoc } from "./editor-help.ts";
import type { Names } from "./names.ts";
import type { SyntaxNode, Tree } from "./syntax.ts";

/** What can be told of an expression's value from the code alone and from what the cells had for values. */
export type KnownValue = {
  /** What the reference says of it. */
  doc?: NameDoc;
  /** The cell's name that it is. */
  cellName?: CellName;
  members: NameDoc[];
  columns: string[];
};

/** A cell's code, parsed, and what is known of its names. */
export type Code = { tree: Tree; text: string; names: Names };

/** How many steps from a name to its value are followed: code may well go in a circle. */
const maxSteps = 12;

/** What is known of the value of an expression, if anything is. */
export function knownValue(node: SyntaxNode | null, code: Code, steps = maxSteps): KnownValue | undefined {
  if (!node || steps === 0) return undefined;
  const next = (inner: SyntaxNode | null) => knownValue(inner, code, steps - 1);
  switch (node.name) {
    case "VariableName":
      return ofName(node, code, next);
    case "AwaitExpression":
      return next(node.lastChild);
    case "ParenthesizedExpression":
      return next(node.firstChild!.nextSibling);
    case "MemberExpression": {
      const name = node.getChild("PropertyName");
      const doc = name && next(node.firstChild)?.members.find((m) => m.name === textOf(name, code));
      return doc ? ofDoc(doc) : undefined;
    }
    case "NewExpression":
      return instanceOf(next(node.firstChild!.nextSibling)?.doc);
    case "CallExpression":
      return ofCall(node.firstChild!, code, next);
    case "ArrayExpression":
      return builtIn(Array.prototype);
    case "String":
    case "TemplateString":
      return builtIn(String.prototype);
    default:
      return undefined;
  }
}

function textOf({ from, to }: SyntaxNode, code: Code): string {
  return code.text.slice(from, to);
}

function ofName(node: SyntaxNode, code: Code, next: (inner: SyntaxNode | null) => KnownValue | undefined) {
  const name = textOf(node, code);
  const definition = definitionOf(code.tree, code.text, name, node.from);
  if (definition) {
    const value = next(initialValue(definition.node));
    // A value that was seen says more than the code that made it.
    const seen = definition.isTopLevel ? code.names.cells.get(name) : undefined;
    return seen ? ofCellName(seen, value) : value;
  }
  const cellName = code.names.cells.get(name);
  if (cellName) return ofCellName(cellName);
  const doc = code.names.library.get(name);
  if (doc) return ofDoc(doc);
  const value: unknown = isGlobal(name) ? globalThis[name] : undefined;
  return value === undefined ? undefined : builtIn(value);
}

/** Globals whose members are worth listing. */
export const globals = ["Array", "Date", "JSON", "Math", "Number", "Object", "Promise", "String"] as const;

function isGlobal(name: string): name is (typeof globals)[number] {
  return (globals as readonly string[]).includes(name);
}

/** What `const x = …` gives to x; not for a pattern, whose parts are other values. */
function initialValue(definition: SyntaxNode): SyntaxNode | null {
  if (definition.parent?.name !== "VariableDeclaration" || definition.nextSibling?.name !== "Equals")
    return null;
  return definition.nextSibling.nextSibling;
}

function ofCellName(cellName: CellName, value?: KnownValue): KnownValue {
  const told = value?.members ?? [];
  const more = (cellName.members ?? [])
    .filter((name) => !told.some((member) => member.name === name))
    .map((name): NameDoc => ({ name, kind: "value" }));
  return { cellName, members: [...told, ...more], columns: cellName.columns ?? [] };
}

function ofDoc(doc: NameDoc): KnownValue {
  const members = doc.members ?? [];
  return {
    doc,
    members: doc.kind === "class" ? members.filter((member) => isStatic(doc, member)) : members,
    columns: [],
  };
}

function instanceOf(doc: NameDoc | undefined): KnownValue | undefined {
  if (doc?.kind !== "class") return undefined;
  return { members: (doc.members ?? []).filter((member) => !isStatic(doc, member)), columns: [] };
}

/** Whether a member of a class is called on the class itself. */
function isStatic(owner: NameDoc, { signature }: NameDoc): boolean {
  return signature?.startsWith(`${owner.name}.`) ?? false;
}

/** A signature says at its end what a call gives; the same thing again and classes of the library are followed. */
function ofCall(callee: SyntaxNode, code: Code, next: (inner: SyntaxNode | null) => KnownValue | undefined) {
  const given = next(callee)?.doc?.signature?.match(/→\s*([\w$]+)\s*$/)?.[1];
  if (given === undefined) return undefined;
  return given === "itself" ? next(callee.firstChild) : instanceOf(code.names.library.get(given));
}

function builtIn(value: unknown): KnownValue {
  const members = Object.getOwnPropertyNames(value)
    .filter((name) => /^[a-z]/i.test(name) && name !== "constructor" && name !== "prototype")
    .map((name): NameDoc => ({ name, kind: isFunction(value, name) ? "function" : "value" }));
  return { members, columns: [] };
}

function isFunction(value: unknown, name: string): boolean {
  return typeof Object.getOwnPropertyDescriptor(value, name)?.value === "function";
}
