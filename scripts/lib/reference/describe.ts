import ts from "typescript";
import type { ReferenceEntry } from "../../../src/stdlib/reference-entry.ts";
import { asSentence, type DocComment, docComment } from "./doc-comment.ts";
import { fieldsOf, isPublic, paramsOf, type Rules } from "./params.ts";
import { signatureOf } from "./signature.ts";
import { typeWords } from "./type-words.ts";

/** What is asked of a description besides the symbol. */
export type DescribeOptions = {
  checker: ts.TypeChecker;
  /** The name with what stands before it in a cell: `music.stft`. */
  path: string;
  /** What an estimator's own rules say, by the name of its class. */
  rules?: (className: string) => Rules;
};

/** Parts of a class that are for the library itself. */
const internalStatics = new Set(["prototype", "typeName", "params", "revive"]);

/** What is done with an estimator, in the order in which it is done. */
const usualOrder = ["fit", "transform", "fitTransform", "predict", "predictProba", "score"];

const byUse = (a: ReferenceEntry, b: ReferenceEntry) => {
  const place = ({ name }: ReferenceEntry) =>
    (usualOrder.indexOf(name) + usualOrder.length + 1) % (usualOrder.length + 1);
  return place(a) - place(b);
};

function texts(doc: DocComment): Pick<ReferenceEntry, "summary" | "doc" | "throws" | "example"> {
  return {
    ...(doc.summary && { summary: asSentence(doc.summary) }),
    ...(doc.rest && { doc: doc.rest }),
    ...(doc.throws && { throws: asSentence(doc.throws) }),
    ...(doc.example && { example: doc.example }),
  };
}

/** What a call gives: `Promise` and `Run` are looked through, for what is in them. */
function returnsOf(
  node: ts.TypeNode | undefined,
  doc: DocComment,
  checker: ts.TypeChecker,
): ReferenceEntry["returns"] {
  if (!node) return doc.returns ? { type: "", doc: doc.returns } : undefined;
  const type = typeWords(node, checker);
  if (type === "nothing") return undefined;
  const wrapped = ts.isTypeReferenceNode(node) && /^(Promise|Run)$/.test(node.typeName.getText());
  const inner = wrapped ? node.typeArguments![0]! : node;
  const result = checker.getTypeFromTypeNode(inner);
  const named = result.aliasSymbol ?? result.getSymbol();
  const isApart = /^(promise of |Run of )?(\{|(Dataset|AttachedFile)$)/.test(type);
  const fields = named && isApart ? fieldsOf(result, checker) : [];
  const told = fields.some((field) => field.doc) ? fields : [];
  const about = doc.returns || (fields.length > 0 ? docComment(named!, checker).summary : "");
  return { type, doc: about, ...(told.length > 0 && { fields: told }) };
}

function declarationOf(symbol: ts.Symbol): ts.Declaration | undefined {
  return symbol.valueDeclaration ?? symbol.declarations?.[0];
}

function describeCall(symbol: ts.Symbol, signature: ts.Signature, options: DescribeOptions): ReferenceEntry {
  const { checker, path } = options;
  const doc = docComment(symbol, checker);
  const declaration = signature.getDeclaration();
  const params = paramsOf(declaration, doc, checker);
  const returns = returnsOf(declaration.type, doc, checker);
  const call = doc.signature || signatureOf(path, params);
  const arrow = returns?.type && !doc.signature ? ` → ${returns.type}` : "";
  return {
    name: symbol.name,
    kind: "function",
    signature: call + arrow,
    ...texts(doc),
    ...(params.length > 0 && { params }),
    ...(returns && { returns }),
  };
}

function describeClass(symbol: ts.Symbol, type: ts.Type, options: DescribeOptions): ReferenceEntry {
  const { checker, path, rules } = options;
  const doc = docComment(symbol, checker);
  const [made] = type.getConstructSignatures();
  const declaration = made!.getDeclaration() as ts.SignatureDeclaration | undefined;
  const own = declaration && ts.isConstructorDeclaration(declaration) ? declaration : undefined;
  const params = own ? paramsOf(own, constructorDoc(own), checker, rules?.(symbol.name)) : [];
  const statics = checker.getPropertiesOfType(type).filter(({ name }) => !internalStatics.has(name));
  const instance = checker.getPropertiesOfType(made!.getReturnType());
  const taken = new Set(params.map(({ name }) => name));
  const members = [
    ...membersOf(statics, { ...options, path }),
    ...membersOf(
      instance.filter(({ name }) => !taken.has(name)),
      { ...options, path: "" },
    ).sort(byUse),
  ];
  return {
    name: symbol.name,
    kind: "class",
    signature: doc.signature || `new ${signatureOf(path, params)}`,
    ...texts(doc),
    ...(params.length > 0 && { params }),
    ...(members.length > 0 && { members }),
  };
}

/** A constructor has no symbol of its own to ask: its comment says what its parameters are. */
function constructorDoc(declaration: ts.ConstructorDeclaration): DocComment {
  const params = new Map<string, string>();
  const tags = ts.getJSDocTags(declaration).filter(ts.isJSDocParameterTag);
  for (const tag of tags)
    params.set(tag.name.getText(), asSentence(ts.getTextOfJSDocComment(tag.comment) ?? ""));
  return { summary: "", rest: "", params, returns: "", throws: "", example: "", group: "", signature: "" };
}

/** Members that a cell can use, each described. */
export function membersOf(symbols: readonly ts.Symbol[], options: DescribeOptions): ReferenceEntry[] {
  const { checker, path } = options;
  return symbols.filter(isDescribed).map((symbol) => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return { ...describe(target, { ...options, path: `${path}.${symbol.name}` }), name: symbol.name };
  });
}

function isDescribed(symbol: ts.Symbol): boolean {
  if (symbol.flags & ts.SymbolFlags.Alias) return true;
  const file = declarationOf(symbol)?.getSourceFile().fileName ?? "";
  return isPublic(symbol) && !file.includes("/node_modules/");
}

/** What the reference says of a name: of a class with what it can do, of an object with what is in it. */
export function describe(symbol: ts.Symbol, options: DescribeOptions): ReferenceEntry {
  const { checker } = options;
  const declaration = declarationOf(symbol);
  if (!declaration) throw new Error(`${options.path} is declared nowhere`);
  const type = checker.getTypeOfSymbolAtLocation(symbol, declaration);
  if (type.getConstructSignatures().length > 0) return describeClass(symbol, type, options);
  const [call] = type.getCallSignatures();
  if (call) return describeCall(symbol, call, options);
  const doc = docComment(symbol, checker);
  const isSpace = ts.isVariableDeclaration(declaration) || ts.isModuleDeclaration(declaration);
  const symbols = isSpace ? checker.getPropertiesOfType(type) : [];
  const members = isSpace ? membersOf(symbols, options).sort(byUse) : [];
  const functions = members.filter(({ kind }) => kind !== "value").length;
  return {
    name: symbol.name,
    kind: functions > 0 && functions * 2 > members.length ? "namespace" : "value",
    ...(doc.signature && { signature: doc.signature }),
    ...texts(doc),
    ...(members.length > 0 && { members }),
  };
}
