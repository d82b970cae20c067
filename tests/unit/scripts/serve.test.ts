import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { serve, serveOnFreePort } from "../../../scripts/lib/serve.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const FILES = {
  "index.html": "front",
  "404.html": "our own page for what is not there",
  "lesson/index.html": "lesson",
  "sounds/clip.wav": "0123456789",
};

async function served(base = "/") {
  const site = await serve({ folder: temporaryFolder(FILES), base }, 0);
  onTestFinished(() => site.close());
  return (path: string, init: RequestInit = {}) =>
    fetch(new URL(path, site.url), { redirect: "manual", ...init });
}

test("serves a page at its folder's address", async () => {
  const get = await served();
  expect(await (await get("/")).text()).toBe("front");
  expect(await (await get("/lesson/")).text()).toBe("lesson");
});

test("sends a folder's address without its slash to the one with it", async () => {
  const get = await served("/etude/");
  const response = await get("/etude/lesson");
  expect(response.status).toBe(301);
  expect(response.headers.get("location")).toBe("/etude/lesson/");
});

test("answers what is not there with 404 and the site's own page", async () => {
  const get = await served();
  const response = await get("/nothing/");
  expect(response.status).toBe(404);
  expect(await response.text()).toBe(FILES["404.html"]);
});

test("serves under a base path, and nothing outside of it", async () => {
  const get = await served("/etude/");
  expect(await (await get("/etude/lesson/")).text()).toBe("lesson");
  expect((await get("/lesson/")).status).toBe(404);
  expect((await get("/")).headers.get("location")).toBe("/etude/");
});

test("does not leave its folder", async () => {
  const get = await served();
  expect((await get("/..%2f..%2f..%2f..%2f..%2fetc/passwd")).status).toBe(404);
});

test("survives an address that cannot be decoded", async () => {
  const get = await served();
  expect((await get("/%E0%A4%A")).status).toBe(404);
  expect((await get("/")).status).toBe(200);
});

test("serves a part of a file, as players of sound ask for", async () => {
  const get = await served();
  const response = await get("/sounds/clip.wav", { headers: { Range: "bytes=2-4" } });
  expect(response.status).toBe(206);
  expect(await response.text()).toBe("234");
});

test("answers on the address 127.0.0.1 too", async () => {
  const site = await serve({ folder: temporaryFolder(FILES), base: "/" }, 0);
  onTestFinished(() => site.close());
  expect((await fetch(`http://127.0.0.1:${site.port}/`)).status).toBe(200);
});

test("takes the next port when one is busy, and says so", async () => {
  const said = vi.spyOn(console, "log").mockImplementation(() => {});
  onTestFinished(() => said.mockRestore());
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => other.once("listening", done));
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const site = await serveOnFreePort({ folder: temporaryFolder(FILES), base: "/" }, port);
  onTestFinished(() => site.close());
  expect(site.port).toBeGreaterThan(port);
  expect(said.mock.calls).toEqual([[`Port ${port} is busy; using ${site.port}.`]]);
});
