import { expect, test } from "vitest";
import { formatMarkdown } from "../../../../src/notebook/editor/format-markdown.ts";

test("text is tidied", async () => {
  const { source } = await formatMarkdown("# Title\n* one\n* two\n\n\n\nMore   words.", 0);
  expect(source).toBe("# Title\n\n- one\n- two\n\nMore words.");
});

test("what the notebook reads in text stays: values, math, terms and listings", async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the text of a cell
  const source = "A ${x*y*z} of $$a*b*c$$ and [[term|terms]].\n\n```js\nx+1\n```";
  expect((await formatMarkdown(source, 0)).source).toBe(source);
});

test("the cursor stays at what it was at", async () => {
  const { source, cursor } = await formatMarkdown("* one\n* two", 8);
  expect(source.slice(cursor)).toBe("two");
});
