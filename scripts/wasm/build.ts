import { writeFileSync } from "node:fs";
import { assembled, target } from "./assembled.ts";

writeFileSync(target, await assembled());
