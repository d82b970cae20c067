// npm run bench [-- NAME [PART…]]: measures, and prints ratios. `npm run bench -- learn svc` measures only those
// models whose name contains "svc".
import { benchFigures } from "./bench/figures/bench-figures.ts";
import { benchLearn } from "./bench/learn/bench-learn.ts";
import { benchMusic } from "./bench/music/bench-music.ts";
import { benchNeural } from "./bench/neural/bench-neural.ts";
import { benchPage } from "./bench/page.ts";

const benches: Record<string, (parts: string[]) => void | Promise<void>> = {
  figures: benchFigures,
  learn: benchLearn,
  music: benchMusic,
  neural: benchNeural,
  page: benchPage,
};

const [wanted, ...parts] = process.argv.slice(2);
if (wanted !== undefined && !(wanted in benches)) {
  console.error(`There is no bench "${wanted}": choose from ${Object.keys(benches).join(", ")}.`);
  process.exit(1);
}
for (const name of wanted ? [wanted] : Object.keys(benches)) {
  console.log(`\n${name}`);
  await benches[name]!(parts);
}
