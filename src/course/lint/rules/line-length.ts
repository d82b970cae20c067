import type { Rule } from "../finding.ts";

const LONGEST = 100;
/** What readers see as code. A check, and an attempt that is wrong on purpose, they do not. */
const SHOWN = ["cell", "exercise", "solution"];

/** A line of code fits on a page. */
const find: Rule["find"] = ({ code }) =>
  code
    .filter(({ block }) => SHOWN.includes(block.fence.kind))
    .flatMap(({ block }) =>
      block.source.split("\n").flatMap((text, i) =>
        text.length <= LONGEST
          ? []
          : [
              {
                line: block.line + i,
                message: `This line has ${text.length} characters; ${LONGEST} fit on the page. Break it.`,
              },
            ],
      ),
    );

const example = (between: string) =>
  `\`\`\`js cell\ndisplay(["kick", "snare", "tom", "clap", "closed hi-hat", "open hi-hat", "crash"].${between}map((name) => name.length));\n\`\`\``;

export const lineLength: Rule = {
  code: "L22",
  name: "line-length",
  wants: "A line of code that readers see has at most 100 characters.",
  why: "A longer one does not fit beside the margins, and has to be scrolled to be read.",
  wrong: example("slice(0, 3)."),
  right: example("\n  slice(0, 3)."),
  find,
};
