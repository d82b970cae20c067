import { createMarkdownProcessor } from "@astrojs/markdown-remark";
import { expect, test } from "vitest";
import { remarkQuizzes } from "../../../src/components/markdown/remark-quizzes.ts";
import { remarkTerms } from "../../../src/components/markdown/remark-terms.ts";

const processor = await createMarkdownProcessor({
  smartypants: false,
  syntaxHighlight: false,
  remarkPlugins: [remarkQuizzes, remarkTerms],
});
const render = async (quiz: unknown) =>
  (await processor.render(`\`\`\`json quiz id=q\n${JSON.stringify(quiz, null, 1)}\n\`\`\`\n`)).code;

const option = (text: string, right = false) => ({ text, right, feedback: `about ${text}` });

test("a choice is a group of radio buttons that are named by the question, and its Markdown is set", async () => {
  const html = await render({
    type: "choice",
    question: "Which is **higher**?",
    options: [option("the [[validation score]]", true), option("the other")],
  });
  expect(html).toMatch(/<etude-quiz data-quiz="q" data-type="choice" id="quiz-q" data-result="unattempted"/);
  expect(html).toMatch(/<legend>Which is <strong>higher<\/strong>\?<\/legend>/);
  expect(html.match(/<input type="radio" name="quiz-q"/g)).toHaveLength(2);
  expect(html).toContain('popovertarget="term-1"');
});

test("several answers are boxes, a number is a field with its unit", async () => {
  const options = [option("a", true), option("b", true), option("c")];
  expect(await render({ type: "multiple", question: "Q", options })).toContain('type="checkbox"');
  const number = { type: "number", question: "Q", answer: 1, unit: "Hz", right: "r", wrong: "w" };
  expect(await render(number)).toMatch(/<input[^>]*inputmode="decimal"[^>]*>\s*<span> Hz<\/span>/);
});

test("items are shown in another order than the right one, at every build in the same", async () => {
  const order = { type: "order", question: "Q", items: ["first", "second", "third"], right: "r", wrong: "w" };
  const html = await render(order);
  const places = Array.from(html.matchAll(/data-item="(\d)"/g), ([, place]) => place).join("");
  expect([...places].sort().join("")).toBe("012");
  expect(places).not.toBe("012");
  expect(await render(order)).toBe(html);
});

test("a quiz that says too little fails the build, and is named", async () => {
  await expect(render({ type: "choice", question: "Q", options: [option("a")] })).rejects.toThrow(
    /quiz q: options/,
  );
});
