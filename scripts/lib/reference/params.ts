import ts from "typescript";
import type { ReferenceParam } from "../../../src/stdlib/reference-entry.ts";
import { optionDefaults } from "./defaults.ts";
import { asSentence, type DocComment, docComment } from "./doc-comment.ts";
import { typeWords } from "./type-words.ts";

/** What an estimator's own rules say of its parameters. */
export type Rules = Readonly<Record<string, { default: unknown; allowed: string }>>;

const optionsName = /^(options|settings|params)$/;

/** Handed in by the library itself, and not by who calls. */
const internal = new Set(["signal"]);

function typeOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
  if (!declaration) return "anything";
  if (ts.isMethodSignature(declaration) || ts.isMethodDeclaration(declaration)) {
    return `function (${declaration.parameters.map((parameter) => parameter.name.getText()).join(", ")})`;
  }
  const written = ts.isPropertySignature(declaration) || ts.isPropertyDeclaration(declaration);
  if (written && declaration.type) return typeWords(declaration.type, checker);
  return checker.typeToString(checker.getTypeAtLocation(declaration));
}

/** The public properties of a type as rows of a table. */
export function fieldsOf(type: ts.Type, checker: ts.TypeChecker): ReferenceParam[] {
  return checker
    .getPropertiesOfType(type)
    .filter(isPublic)
    .map((symbol) => {
      const { summary, rest } = docComment(symbol, checker);
      return {
        name: symbol.name,
        type: typeOf(symbol, checker),
        doc: asSentence([summary, rest].filter(Boolean).join(" ")),
      };
    });
}

export function isPublic(symbol: ts.Symbol): boolean {
  const { valueDeclaration } = symbol;
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return (
    /^[A-Za-z]\w*$/.test(symbol.name) &&
    valueDeclaration !== undefined &&
    (ts.getCombinedModifierFlags(valueDeclaration) & hidden) === 0
  );
}

function isOptional(symbol: ts.Symbol): boolean {
  return (symbol.flags & ts.SymbolFlags.Optional) !== 0;
}

function optionsOf(
  parameter: ts.ParameterDeclaration,
  rules: Rules,
  checker: ts.TypeChecker,
): ReferenceParam[] {
  const defaults = optionDefaults(parameter);
  const type = checker.getNonNullableType(checker.getTypeAtLocation(parameter));
  const options = checker.getPropertiesOfType(type).filter(({ name }) => !internal.has(name));
  // Those that must be given first.
  return options
    .toSorted((a, b) => Number(isOptional(a)) - Number(isOptional(b)))
    .map((symbol) => {
      const { name } = symbol;
      const { summary, rest } = docComment(symbol, checker);
      const rule = rules[name];
      const initial = rule ? JSON.stringify(rule.default) : defaults.get(name);
      return {
        name,
        type: rule?.allowed ?? typeOf(symbol, checker),
        doc: asSentence([summary, rest].filter(Boolean).join(" ")),
        option: true as const,
        ...((isOptional(symbol) || initial !== undefined) && { optional: true as const }),
        ...(initial !== undefined && { default: initial }),
      };
    });
}

/** What a parameter is called; one that is taken apart at once has its name from its `@param` alone. */
function nameOf(parameter: ts.ParameterDeclaration, doc: DocComment): string | undefined {
  if (!ts.isObjectBindingPattern(parameter.name)) return parameter.name.getText().replace(/^_/, "");
  const others = parameter.parent.parameters.map(({ name }) => name.getText());
  return [...doc.params.keys()].find((name) => !others.includes(name));
}

function takesOptions(parameter: ts.ParameterDeclaration, checker: ts.TypeChecker): boolean {
  if (!optionsName.test(parameter.name.getText())) return false;
  const type = checker.getNonNullableType(checker.getTypeAtLocation(parameter));
  if (checker.isArrayType(type)) return false;
  return checker.getPropertiesOfType(type).length > 0 || ts.isConstructorDeclaration(parameter.parent);
}

/** The parameters of a call, those given by name among them. */
export function paramsOf(
  declaration: ts.SignatureDeclaration,
  doc: DocComment,
  checker: ts.TypeChecker,
  rules: Rules = {},
): ReferenceParam[] {
  return declaration.parameters.flatMap((parameter): ReferenceParam[] => {
    const name = nameOf(parameter, doc);
    if (name === undefined || takesOptions(parameter, checker)) return optionsOf(parameter, rules, checker);
    const { initializer } = parameter;
    return [
      {
        name: parameter.dotDotDotToken ? `…${name}` : name,
        type: parameter.type
          ? typeWords(parameter.type, checker)
          : checker.typeToString(checker.getTypeAtLocation(parameter)),
        doc: doc.params.get(name) ?? "",
        ...((parameter.questionToken || initializer) && { optional: true as const }),
        ...(initializer && !ts.isObjectLiteralExpression(initializer) && { default: initializer.getText() }),
      },
    ];
  });
}
