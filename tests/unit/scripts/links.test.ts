import { expect, test } from "vitest";
import { brokenLinks, htmlFiles, pagePath, readPage } from "../../../scripts/lib/links.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function broken(files: Record<string, string>, base = "/"): string[] {
  return brokenLinks({ folder: temporaryFolder(files), base });
}

test("a link to a page, a file or an id that is there is not broken", () => {
  const front = `<a href="/lesson/">l</a> <a href="lesson/#part">p</a> <a href="#">top</a> <img src='/a.png'>`;
  expect(broken({ "index.html": front, "lesson/index.html": `<h2 id="part">`, "a.png": "" })).toEqual([]);
});

test("a link to a page that is not there is broken", () => {
  expect(broken({ "index.html": `<a href="/lesson/">` })).toEqual(["front page: /lesson/ (no such file)"]);
});

test("a link to an id that is not there is broken", () => {
  expect(broken({ "a/index.html": `<a href="#b">` })).toEqual(["a/: #b (no element with the id b)"]);
});

test("under a base path, a link that leaves the base path is broken", () => {
  const files = { "index.html": `<a href="/lesson/">`, "lesson/index.html": `<a href="/etude/">` };
  expect(broken(files, "/etude/")).toEqual(["front page: /lesson/ (outside /etude/)"]);
});

test("links to other sites are left alone", () => {
  expect(broken({ "index.html": `<a href="https://example.org/x">` })).toEqual([]);
});

test("what stands in scripts, comments and text is no link", () => {
  const html = `<script>"<a href='x'>"</script><!-- <a href="y"> --><code>&lt;a href="z"&gt;</code>`;
  expect(readPage(html).links).toEqual([]);
});

test("an attribute may hold a greater-than sign, and entities are decoded", () => {
  expect(readPage(`<a title="a > b" href="/x?a=1&amp;b=2">`).links).toEqual(["/x?a=1&b=2"]);
});

test("the pages of a site are its HTML files, at their folders' paths", () => {
  const folder = temporaryFolder({ "index.html": "", "a/b/index.html": "", "404.html": "", "x.css": "" });
  expect(htmlFiles(folder).map(pagePath)).toEqual(["404.html", "a/b/", ""]);
});
