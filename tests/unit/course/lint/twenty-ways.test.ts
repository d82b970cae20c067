import { expect, test } from "vitest";
import { lintLesson } from "../../../../src/course/lint/index.ts";
import { around } from "./lesson.ts";

/** A lesson that is broken in many ways; a line that should be found has the rule's name behind `<<<`. */
const broken = `
---
title: Trees
summary: One sentence. And another.   <<< front-matter
terms:
  - decision-tree
  - underfitting   <<< term-used
objectives:
  - Understand trees.   <<< objectives-worded
  - Draw a tree.
minutes: 20
datasets:
  - drums
  - drum-test   <<< dataset-named
needs:
  - learning/seeds   <<< needs-known
seed: 7
---

Here is a [[decision tree]], and a [[forrest]].   <<< known-term

![](leaf.png)   <<< image-alt

#### Grow   <<< heading-levels

See [the figure](#cell-tree).   <<< live-link

<img alt="a tree" src="https://example.org/tree.png">   <<< own-origin

~~~js cell
const drums = await datasets.load("drums");
const chance = Math.random();   <<< seeded
display(drums, chance);
~~~

~~~js cell folded id=table   <<< fence-words
drums.rows.length
~~~

~~~js cell
drums.y.length   <<<< needs-id
~~~

~~~js cell id=control
const depth = view(slider("Depth", [1, 9]));
display(depth);   <<< slider-apart
~~~

~~~js cell
const drums = 2;   <<< defined-once
const unread = 3;   <<< name-read
~~~

~~~js cell
const a = ;   <<< compiles
~~~

~~~js cell id=plot
Plot.plot({marks: []})   <<< figure-name
~~~

~~~js cell id=long
"a line that goes on and on and on and on and on and on and on and on and on and on and on and on and on"   <<< line-length
~~~

~~~js cell id=tall   <<< cell-length
${"1;\n".repeat(26)}~~~

~~~js exercise id=leaves   <<< exercise-parts
const leaves = ____;
~~~

~~~js check for=leaves
return leaves === 8 ? pass() : "Count the last row.";
~~~

~~~js solution for=leaves
const leaves = 8;
~~~

~~~js wrong for=leaves expect="Count the first row"   <<< expect-said
const leaves = 1;
~~~

~~~json quiz id=most
{
  "type": "number",
  "question": "How many?",
  "answer": "eight",   <<< quiz-whole
  "right": "Yes.",
  "wrong": "No."
}
~~~

~~~json quiz id=next
{
  "type": "number",
  "question": "How many?",
  "reveals": "leaf",   <<< quiz-names
  "answer": 8,
  "right": "Yes.",
  "wrong": "No."
}
~~~

-\tdone   <<< no-tabs

## The end   <<< ends-open
`.trimStart();

const mark = / {3}<{3,4} ([\w-]+)$/;

test("a lesson that is broken in many ways is told of each, at its line, and of nothing else", () => {
  const expected = broken.split("\n").flatMap((line, i) => {
    const rule = line.match(mark)?.[1];
    // A cell that needs an id is told so at the line that opens it.
    return rule ? [`${line.includes("<<<<") ? i : i + 1} ${rule}`] : [];
  });
  const markdown = broken.replaceAll("~~~", "```").replace(new RegExp(mark, "gm"), "");
  const found = lintLesson(markdown, around).map(({ line, rule }) => `${line} ${rule}`);
  expect(found).toEqual(expected);
  expect(new Set(found.map((finding) => finding.split(" ")[1])).size).toBeGreaterThanOrEqual(25);
});
