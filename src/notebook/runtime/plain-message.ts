type Rule = [pattern: RegExp, say: (match: RegExpMatchArray) => string];

/** The engine's words → the usual cause, where a learner would ask for it. */
const rules: Rule[] = [
  [
    /^Cannot read properties of (undefined|null) \(reading '(.+)'\)$/,
    ([, what, property]) =>
      `Something here is ${what}, so it has no \`${property}\`. Is the name before it spelled right, and does it hold a value?`,
  ],
  [
    /^Cannot set properties of (undefined|null) \(setting '(.+)'\)$/,
    ([, what, property]) => `Something here is ${what}, so its \`${property}\` cannot be set.`,
  ],
  [
    /^Cannot create property 'value' on (number|string|boolean) /,
    ([, kind]) =>
      `This is a plain ${kind}, so its \`value\` cannot be set. Outside of its own cell a Mutable is its current value: change it by a function that stands in the cell of the Mutable.`,
  ],
  [
    /^Class constructor (.+) cannot be invoked without 'new'$/,
    () => "What is called here is a class: write `new` before its name.",
  ],
  [
    /^(.+)\.(map|filter|forEach|reduce|slice|join|then|json|text|find|at) is not a function$/,
    ([, object, method]) =>
      `\`${object}.${method}\` is not a function. Is it spelled right? If \`${object}\` is a promise, write \`await\` before what makes it.`,
  ],
  [/^(.+) is not a function$/, ([, call]) => `\`${call}\` is not a function. Is it spelled right?`],
  [
    /^(.+) is not a constructor$/,
    ([, name]) => `\`${name}\` is no class, so \`new\` cannot make anything of it.`,
  ],
  [
    /^(.+?) is not iterable/,
    ([, what]) =>
      `\`${what}\` cannot be gone through one by one, as an array can. If it is a promise, write \`await\` before what makes it.`,
  ],
  [
    /^Cannot access '(.+)' before initialization$/,
    ([, name]) =>
      `Cannot access '${name}' before initialization: a line above the one that gives \`${name}\` its value reads it.`,
  ],
  [
    /^Assignment to constant variable\.$/,
    () =>
      "A name made by `const` keeps its value. Make it by `let` to give it another one later in this cell.",
  ],
  [
    /^(\S+) is not defined$/,
    ([, name]) => `\`${name}\` is not defined. Is it spelled right, and is it in reach here?`,
  ],
  [
    /^Failed to fetch/,
    () => "This could not be fetched. A cell can fetch only what this site has; is the address right?",
  ],
  [
    /^Maximum call stack size exceeded/,
    () => "A function here calls itself without an end. What should stop it?",
  ],
  [
    /^Cannot destructure (?:property '(.+)' of )?.* as it is (undefined|null)\.$/,
    ([, property, what]) =>
      `Something here is ${what}, so ${property === undefined ? "nothing" : `no \`${property}\``} can be taken out of it. Does what stands right of \`=\`, or what the function is given, hold a value?`,
  ],
  [
    /^Invalid array length$/,
    () => "An array cannot have this length: it must be a whole number from 0 to 4294967295.",
  ],
  [
    /^Invalid string length$/,
    () => "This text has grown too long to hold. Does the loop that adds to it end?",
  ],
];

/** What an error says, in plain words with the usual cause. */
export function plainMessage(error: unknown): string {
  if (!(error instanceof Error)) return `The cell threw ${asText(error)}.`;
  const message = String(error.message);
  // Only the engine's own errors: the words of an error that the learner made are the learner's.
  if (error.constructor !== Error) {
    for (const [pattern, say] of rules) {
      const match = message.match(pattern);
      if (match) return say(match);
    }
  }
  return message || String(error.name);
}

/** A thrown value that is no error, as JSON where it has one. */
function asText(value: unknown): string {
  try {
    if (typeof value !== "object" || value === null) return String(value);
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Object.prototype.toString.call(value); // a circle, for one
  }
}
