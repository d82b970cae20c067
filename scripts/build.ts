// npm run build [-- ARGUMENTS OF astro build]: builds the site into dist/.
import { buildSite } from "./lib/build-site.ts";
import { siteFolder } from "./lib/site-folder.ts";

const built = await buildSite(siteFolder(), { args: process.argv.slice(2) });
process.exit(built ? 0 : 1);
