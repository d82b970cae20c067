import ts from "typescript";

/** Types of ours and of the browser that have a plainer name, or one that says more. */
const known: Record<string, string> = {
  MatrixLike: "Matrix or rows of numbers",
  Labels: "array of labels",
  Label: "text or number",
  Signal: "array of samples (Float32Array or Float64Array)",
  SpectralInput: "array of samples, or a spectrogram made before",
  Predictor: "model",
  RegionModel: "fitted model",
  Learner: "model or transformer",
  NamedStep: "[name, model or transformer]",
  Splitter: "splitter, such as new StratifiedKFold()",
  Scoring: "function (yTrue, yPred) → number",
  Audible: "clip, or samples {y, sr}",
  Spectrogram: "spectrogram {data, frames, bins}",
  Envelope: "envelope {levels, hopSeconds}",
  Row: "object",
  Criterion: '"gini" or "entropy"',
  Element: "element",
  HTMLElement: "element",
  HTMLButtonElement: "button",
  SVGElement: "element",
  RecordSoundElement: "input",
  SliderElement: "input",
  ChoiceElement: "input",
  Node: "element",
  TemplateStringsArray: "text",
  Option: "text, number or true/false",
};

const keywords = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.StringKeyword, "text"],
  [ts.SyntaxKind.NumberKeyword, "number"],
  [ts.SyntaxKind.BooleanKeyword, "true or false"],
  [ts.SyntaxKind.UnknownKeyword, "anything"],
  [ts.SyntaxKind.AnyKeyword, "anything"],
  [ts.SyntaxKind.ObjectKeyword, "object"],
  [ts.SyntaxKind.VoidKeyword, "nothing"],
]);

const lists = new Set(["Array", "ReadonlyArray", "ArrayLike", "Iterable"]);

function several(word: string): string {
  if (word === known.Label) return "array of labels";
  const plural = word.replace(/^array of/, "arrays of");
  return /^(number|text|element|button)$/.test(word) ? `array of ${word}s` : `array of ${plural}`;
}

/** The names of an object type's members in braces, when they are few enough to be read. */
function shape(type: ts.Type, checker: ts.TypeChecker): string | undefined {
  const names = checker.getPropertiesOfType(type).map(({ name }) => name);
  const plain = names.length > 0 && names.length <= 8 && names.every((name) => /^\w+$/.test(name));
  return plain && type.getCallSignatures().length === 0 ? `{${names.join(", ")}}` : undefined;
}

function ofReference(node: ts.TypeReferenceNode | ts.ImportTypeNode, checker: ts.TypeChecker): string {
  const written = ts.isTypeReferenceNode(node) ? node.typeName : node.qualifier!;
  const name = written.getText().split(".").at(-1)!;
  const [first] = node.typeArguments ?? [];
  const inner = first ? typeWords(first, checker) : "anything";
  if (name in known) return known[name]!;
  if (lists.has(name)) return several(inner);
  if (name === "Promise") return `promise of ${inner}`;
  if (name === "Run") return `Run of ${inner}`;
  if (name === "Readonly" || name === "Partial") return inner;
  if (name === "Record") return "object";
  if (/^(Async)?Generator$|Iterator$/.test(name)) return `generator of ${inner}`;
  const type = checker.getTypeFromTypeNode(node);
  if ((type.flags & ts.TypeFlags.TypeParameter) !== 0) return "anything";
  const declarations = (type.aliasSymbol ?? type.symbol)?.declarations ?? [];
  const foreign = declarations.some((one) => one.getSourceFile().fileName.includes("/node_modules/"));
  if (foreign || declarations.some(ts.isClassDeclaration)) return name;
  const alias = declarations.find(ts.isTypeAliasDeclaration);
  if (alias && type.isUnion()) return typeWords(alias.type, checker);
  return shape(type, checker) ?? name;
}

/** A type in words that a learner reads: "number", "array of texts", "function (row) → element". */
export function typeWords(node: ts.TypeNode, checker: ts.TypeChecker): string {
  const keyword = keywords.get(node.kind);
  if (keyword) return keyword;
  if (ts.isLiteralTypeNode(node)) {
    const literal = node.literal.getText();
    // An option that chooses between overloads is written down as one of the two.
    return literal === "true" || literal === "false" ? "true or false" : literal;
  }
  if (ts.isParenthesizedTypeNode(node)) return typeWords(node.type, checker);
  if (ts.isTypeOperatorNode(node)) return typeWords(node.type, checker);
  if (ts.isArrayTypeNode(node)) return several(typeWords(node.elementType, checker));
  if (ts.isTupleTypeNode(node)) {
    const parts = node.elements.map((part) =>
      ts.isNamedTupleMember(part) ? part.name.text : typeWords(part, checker),
    );
    return `[${parts.join(", ")}]`;
  }
  if (ts.isUnionTypeNode(node)) {
    const words = node.types
      .filter((part) => part.kind !== ts.SyntaxKind.UndefinedKeyword)
      .map((part) => typeWords(part, checker));
    return [...new Set(words)].join(" or ");
  }
  if (ts.isFunctionTypeNode(node)) {
    const names = node.parameters.map((parameter) => parameter.name.getText());
    const result = typeWords(node.type, checker);
    return `function (${names.join(", ")})${result === "nothing" ? "" : ` → ${result}`}`;
  }
  if (ts.isTypeReferenceNode(node) || (ts.isImportTypeNode(node) && node.qualifier))
    return ofReference(node, checker);
  if (node.kind === ts.SyntaxKind.ThisType) return "itself";
  if (ts.isTypePredicateNode(node)) return "true or false";
  return shape(checker.getTypeFromTypeNode(node), checker) ?? "object";
}
