import { expect, test } from "vitest";
import { datasheetHtml } from "../../../../src/components/datasets/datasheet-html.ts";

test("a table's head that says nothing goes, and an empty cell of another is no heading", async () => {
  const bare = await datasheetHtml("# x\n\n| | |\n|---|---|\n| licence | MIT |\n", "/");
  expect(bare).not.toContain("<thead>");
  expect(bare).toContain("<td>licence</td>");
  const partly = await datasheetHtml("# x\n\n| | random |\n|---|---|\n| tree | .87 |\n", "/");
  expect(partly).toMatch(/<thead>\s*<tr>\s*<td><\/td>\s*<th>random<\/th>\s*<\/tr>\s*<\/thead>/);
});

test("links lead to the pages of datasets and licences, and what the site does not have is a name", async () => {
  const html = await datasheetHtml(
    "# x\n\n[exam](../exam/README.md), [terms](../LICENSES.md), [script](build.ts)\n",
    "/base/",
  );
  expect(html).toContain('<a href="/base/datasets/exam/">exam</a>');
  expect(html).toContain('<a href="/base/datasets/licences/">terms</a>');
  expect(html).toContain("<code>script</code>");
});
