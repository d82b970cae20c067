// notebook-kit transpiles TypeScript cells by the whole compiler; a lesson's cells are JavaScript.
function unavailable(): never {
  throw new Error("TypeScript cells are not available.");
}

export const createProgram = unavailable;
export const createSourceFile = unavailable;
export const isClassExpression = unavailable;
export const isExpressionStatement = unavailable;
export const isFunctionExpression = unavailable;
export const isParenthesizedExpression = unavailable;
export const transpile = unavailable;
export const ModuleKind = {};
export const ScriptTarget = {};
