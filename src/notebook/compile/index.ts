export { type CompiledCell, compile, hasBlank } from "./compile.ts";
export { CellSyntaxError } from "./messages.ts";
export { rename } from "./rename.ts";
export { type Compilation, type SyntaxFault, tryCompile } from "./try-compile.ts";
