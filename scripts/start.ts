// npm start [-- --port N]: builds the site when needed and serves it.
import { parseArgs } from "node:util";
import { buildWhenNeeded } from "./lib/build-site.ts";
import { serveOnFreePort } from "./lib/serve.ts";
import { siteFolder } from "./lib/site-folder.ts";

const DEFAULT_PORT = 4321;

function fail(line: string): never {
  console.error(line);
  process.exit(1);
}

function requestedPort(): number {
  try {
    const { port } = parseArgs({ options: { port: { type: "string" } } }).values;
    if (port === undefined) return DEFAULT_PORT;
    if (/^\d+$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535) return Number(port);
  } catch {
    // Falls through to the one line that says what is allowed.
  }
  return fail("usage: npm start [-- --port N], with N from 1 to 65535");
}

const port = requestedPort();
const site = siteFolder();
if (!(await buildWhenNeeded(site))) process.exit(1);
const served = await serveOnFreePort(site, port).catch((error: NodeJS.ErrnoException) =>
  fail(
    error.code === "EACCES"
      ? `Port ${port} needs administrator rights: choose one from 1024 on with npm start -- --port N.`
      : `The site cannot be served on port ${port}: ${error.message}`,
  ),
);
console.log(`\nEtude is at ${served.url}\nStop it with Ctrl+C.`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, async () => {
    await served.close();
    process.exit(0);
  });
}
