// Writes src/stdlib/reference.json anew, from the doc comments of everything that a cell can name.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateReference } from "./lib/reference/generate.ts";
import { referenceText } from "./lib/reference/text.ts";
import { root } from "./lib/root.ts";

const names = generateReference();
writeFileSync(join(root, "src/stdlib/reference.json"), referenceText(names));
console.log(`src/stdlib/reference.json: ${names.length} names.`);
