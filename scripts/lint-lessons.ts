// npm run lint:lessons [-- FILE…]: prints `file:line rule message` for everything wrong with the lessons (all of
// lessons/, or the files given), and exits with 1 when there is something. A rule is its code and its name; the address
// at the end is where the site explains it. What is only a hint says so, and fails nothing.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { lintLesson, ruleAddress } from "../src/course/lint/index.ts";
import { surroundingsOf } from "./lib/lesson-surroundings.ts";
import { root } from "./lib/root.ts";

function allLessons(): string[] {
  const folder = join(root, "lessons");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .sort()
    .map((file) => join(folder, file));
}

const given = process.argv.slice(2);
const files = given.length > 0 ? given.map((file) => resolve(root, file)) : allLessons();
let findings = 0;
for (const file of files) {
  const name = relative(root, file);
  if (!existsSync(file)) {
    console.error(`${name} is not there.`);
    process.exit(1);
  }
  const found = lintLesson(readFileSync(file, "utf8"), surroundingsOf(file));
  for (const { line, code, rule, isHint, message } of found) {
    const hint = isHint ? "Hint: " : "";
    console.log(`${name}:${line} ${code} ${rule} ${hint}${message} (${ruleAddress(code)})`);
    if (!isHint) findings += 1;
  }
}
if (findings === 0) console.log(`${files.length} lessons, nothing found.`);
process.exit(findings === 0 ? 0 : 1);
