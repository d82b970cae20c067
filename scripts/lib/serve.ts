import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";
import type { SiteFolder } from "./site-folder.ts";

/** A site being served. */
export type Served = {
  /** Address of the front page, with the base path: `http://localhost:4321/etude/`. */
  url: string;
  port: number;
  close(): Promise<void>;
};

/** Loopback in both families: browsers try `::1` or `127.0.0.1` first for "localhost", each to its taste. */
const LOOPBACK = ["127.0.0.1", "::1"];

function listener({ folder, base }: SiteFolder): RequestListener {
  // `dev` makes sirv look at the disk for each request, so that a rebuild under a running server shows.
  const files = sirv(folder, { dev: true, etag: true });
  return (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    if (path === "/" && base !== "/") {
      response.writeHead(302, { Location: base }).end();
      return;
    }
    const notFound = () => {
      const page = join(folder, "404.html");
      response.writeHead(404, { "Content-Type": "text/html;charset=utf-8" });
      response.end(existsSync(page) ? readFileSync(page) : "Not found");
    };
    if (!path.startsWith(base)) return notFound();
    const inner = path.slice(base.length - 1);
    const onDisk = join(folder, decodeURIComponentOrAsIs(inner));
    if (!inner.endsWith("/") && onDisk.startsWith(folder) && isFolder(onDisk)) {
      // As the usual static hosts do: relative links of a page need its closing slash.
      response.writeHead(301, { Location: `${base.slice(0, -1)}${inner}/` }).end();
      return;
    }
    request.url = inner;
    files(request, response, notFound);
  };
}

function decodeURIComponentOrAsIs(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, host, () => done((server.address() as AddressInfo).port));
  });
}

async function close(servers: Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((done) => {
          server.close(() => done());
          server.closeAllConnections();
        }),
    ),
  );
}

/**
 * Serves a built site on this machine only.
 * @param port 0 for any free one
 * @throws with code EADDRINUSE when the port is taken
 */
export async function serve(site: SiteFolder, port: number): Promise<Served> {
  const handle = listener(site);
  const servers: Server[] = [];
  let bound = port;
  for (const host of LOOPBACK) {
    const server = createServer(handle);
    try {
      bound = await listen(server, bound, host);
      servers.push(server);
    } catch (error) {
      // A machine may be without IPv6; with it, the port must be free in both families.
      const without = ["EADDRNOTAVAIL", "EAFNOSUPPORT"].includes((error as NodeJS.ErrnoException).code ?? "");
      if (without && servers.length > 0) continue;
      await close(servers);
      throw error;
    }
  }
  return { url: `http://localhost:${bound}${site.base}`, port: bound, close: () => close(servers) };
}

/** Like `serve`, on the first free port from `port` on (at most 50 on), and says so when it is another. */
export async function serveOnFreePort(site: SiteFolder, port: number): Promise<Served> {
  for (let tried = port; ; tried += 1) {
    try {
      const served = await serve(site, tried);
      if (tried !== port) console.log(`Port ${port} is busy; using ${tried}.`);
      return served;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE" || tried >= port + 50) throw error;
    }
  }
}
