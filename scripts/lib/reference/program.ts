import { join } from "node:path";
import ts from "typescript";
import { root } from "../root.ts";

/** The files whose names cells can use, by what they are to the reference. */
const files = {
  declared: "src/stdlib/declared-names.d.ts",
  learn: "src/learn/index.ts",
  music: "src/music/index.ts",
  figures: "src/stdlib/figures/index.ts",
  inputs: "src/stdlib/inputs/index.ts",
  soundTools: "src/stdlib/sound/sound-tools.ts",
} as const;

export type SourceFileName = keyof typeof files;

/** The sources of the library as the compiler sees them. */
export type Sources = {
  checker: ts.TypeChecker;
  /** What a file offers under this name, itself and not what re-exports it. Throws when it is not there. */
  exported(file: SourceFileName, name: string): ts.Symbol;
  /** The names that a file offers. */
  names(file: SourceFileName): string[];
};

/** Reads the sources; takes a few seconds. */
export function readSources(): Sources {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: [],
  };
  const paths = Object.values(files).map((file) => join(root, file));
  const program = ts.createProgram(paths, options);
  const checker = program.getTypeChecker();
  const exportsOf = (file: SourceFileName) => {
    const source = program.getSourceFile(join(root, files[file]));
    return source ? checker.getExportsOfModule(checker.getSymbolAtLocation(source)!) : [];
  };
  return {
    checker,
    names: (file) => exportsOf(file).map(({ name }) => name),
    exported(file, name) {
      const found = exportsOf(file).find((symbol) => symbol.name === name);
      if (!found) throw new Error(`${files[file]} has no export ${name}`);
      return found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
    },
  };
}
