import type {
  CatchClause,
  ClassExpression,
  ForStatement,
  FunctionExpression,
  Identifier,
  Node,
  Pattern,
  Program,
  Statement,
  SwitchStatement,
  VariableDeclaration,
} from "acorn";
import { base, simple } from "acorn-walk";

/** Whether a node around an identifier declares its name, and so hides a name of the cell's own. */
export function hides(scope: Node, { name, start }: Identifier): boolean {
  switch (scope.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression": {
      const { id, params, body } = scope as FunctionExpression;
      const isItself = scope.type === "FunctionExpression" && id?.name === name;
      return isItself || params.some((param) => binds(param, name)) || hasVar(body, name);
    }
    case "ClassExpression":
      return (scope as ClassExpression).id?.name === name;
    case "CatchClause":
      return binds((scope as CatchClause).param, name);
    case "BlockStatement":
    case "StaticBlock":
      return (scope as Program).body.some((statement) => declares(statement as Statement, name));
    case "SwitchStatement":
      return (scope as SwitchStatement).cases.some(
        ({ consequent }, _, [first]) => start > first!.start && consequent.some((s) => declares(s, name)),
      );
    case "ForStatement":
      return declares((scope as ForStatement).init, name);
    case "ForInStatement":
    case "ForOfStatement":
      return declares((scope as Node & { left: Node }).left, name);
    default:
      return false;
  }
}

function declares(statement: Node | null | undefined, name: string): boolean {
  if (statement?.type === "VariableDeclaration") {
    return (statement as VariableDeclaration).declarations.some(({ id }) => binds(id, name));
  }
  const { type, id } = (statement ?? {}) as Node & { id?: Identifier };
  return (type === "FunctionDeclaration" || type === "ClassDeclaration") && id?.name === name;
}

/** Whether a function holds a `var` of this name, however deep: it belongs to the whole function. */
function hasVar(body: Node, name: string): boolean {
  let found = false;
  const ownOnly = { Function() {}, Class() {} };
  simple(
    body,
    {
      VariableDeclaration(declaration) {
        if (declaration.kind === "var" && declares(declaration, name)) found = true;
      },
    },
    { ...base, ...ownOnly },
  );
  return found;
}

function binds(pattern: Pattern | null | undefined, name: string): boolean {
  switch (pattern?.type) {
    case "Identifier":
      return pattern.name === name;
    case "ObjectPattern":
      return pattern.properties.some((p) => binds(p.type === "Property" ? p.value : p, name));
    case "ArrayPattern":
      return pattern.elements.some((element) => binds(element, name));
    case "RestElement":
      return binds(pattern.argument, name);
    case "AssignmentPattern":
      return binds(pattern.left, name);
    default:
      return false;
  }
}
