import { readFileSync } from "node:fs";
import { join } from "node:path";
import wabt from "wabt";
import { root } from "../lib/root.ts";

/** Where the bytes are written to. */
export const target = join(root, "src/learn/simd/simd-bytes.ts");

/** The source of `target`: what simd.wat builds to, as text. */
export async function assembled(): Promise<string> {
  const { parseWat } = await wabt();
  const wat = readFileSync(join(import.meta.dirname, "simd.wat"), "utf8");
  const module = parseWat("simd.wat", wat, { simd: true });
  module.validate();
  const { buffer } = module.toBinary({});
  module.destroy();
  return [
    "// Generated from scripts/wasm/simd.wat by `node scripts/run.mjs scripts/wasm/build.ts`: do not edit.",
    "",
    "/** A WebAssembly module in base64. */",
    "export const simdBytes =",
    `  "${Buffer.from(buffer).toString("base64")}";`,
    "",
  ].join("\n");
}
