import ts from "typescript";

/** A value that can be shown as a default: a number, a text, true, null, [] or {}. */
function isPlain(node: ts.Expression): boolean {
  if (ts.isPrefixUnaryExpression(node)) return isPlain(node.operand);
  if (ts.isArrayLiteralExpression(node)) return node.elements.length === 0;
  if (ts.isNewExpression(node)) return true;
  return (
    ts.isNumericLiteral(node) ||
    ts.isStringLiteral(node) ||
    node.kind === ts.SyntaxKind.TrueKeyword ||
    node.kind === ts.SyntaxKind.FalseKeyword ||
    node.kind === ts.SyntaxKind.NullKeyword
  );
}

function fromPattern(pattern: ts.BindingPattern, into: Map<string, string>): void {
  if (!ts.isObjectBindingPattern(pattern)) return;
  for (const { name, propertyName, initializer } of pattern.elements) {
    const key = (propertyName ?? name).getText();
    if (initializer && isPlain(initializer)) into.set(key, initializer.getText());
  }
}

/**
 * The defaults of the options that a function takes in its parameter: those in the parameter's own braces, and those
 * in its body (`const { nFft = 2048 } = options`, `params.nSplits ?? 5`).
 */
export function optionDefaults(parameter: ts.ParameterDeclaration): Map<string, string> {
  const defaults = new Map<string, string>();
  if (!ts.isIdentifier(parameter.name)) {
    fromPattern(parameter.name, defaults);
    return defaults;
  }
  const name = parameter.name.text;
  const visit = (node: ts.Node): void => {
    if (
      ts.isVariableDeclaration(node) &&
      !ts.isIdentifier(node.name) &&
      node.initializer?.getText() === name
    ) {
      fromPattern(node.name, defaults);
    }
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken &&
      ts.isPropertyAccessExpression(node.left) &&
      node.left.expression.getText() === name &&
      isPlain(node.right)
    ) {
      defaults.set(node.left.name.text, node.right.getText());
    }
    ts.forEachChild(node, visit);
  };
  const { body } = parameter.parent as ts.FunctionLikeDeclaration;
  if (body) visit(body);
  return defaults;
}
