// npm run bench [-- learn | page]: measures ours and a peer in one run, and prints the ratios.
import { benchLearn } from "./bench/learn.ts";
import { benchPage } from "./bench/page.ts";

const benches: Record<string, () => void | Promise<void>> = { learn: benchLearn, page: benchPage };

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in benches));
if (unknown !== undefined) {
  console.error(`There is no bench "${unknown}": choose from ${Object.keys(benches).join(", ")}.`);
  process.exit(1);
}
for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
  console.log(`\n${name}`);
  await benches[name]!();
}
