import fc from "fast-check";

/** A cell as a random notebook has it. */
export type RandomCell = { source: string; onClick: boolean };

/** What a learner may do to a notebook, a cell or a place counted from the first. */
export type Edit =
  | ({ kind: "set" | "insert"; id: string; at: number } & RandomCell)
  | { kind: "remove" | "run" | "stop" | "define"; id: string }
  | { kind: "move"; id: string; at: number }
  | { kind: "rename"; id: string; from: string; to: string }
  | { kind: "slide"; id: string; value: number }
  | { kind: "wait" };

export const names = ["p", "q", "r", "s"];
const ids = ["a", "b", "c", "d", "e", "f"];

const name = fc.constantFrom(...names);
const number = fc.nat(3);
const two = fc.tuple(name, name);
/** Two names that differ: a cell that defines a name does not read it. */
const pair = two.map(([x, y]) => [x, x === y ? `${y}2` : y] as const);

/** Cells of every kind: they define, read, fail, wait, show, loop back, change over time, are broken or empty. */
const source = fc.oneof(
  fc.tuple(name, number).map(([x, n]) => `const ${x} = ${n};`),
  pair.map(([x, y]) => `const ${x} = ${y} + 1;`),
  pair.map(([x, y]) => `let ${x} = ${y}; ${x} += 2; display(${x});`),
  fc.tuple(pair, name).map(([[x, y], z]) => `const ${x} = ${y}, ${z}_${x} = 1;`),
  two.map(([x, y]) => `display(${x}); display([${x}, ${y}]);`),
  name.map((x) => `${x} * 10`),
  two.map(([x, y]) => `[${x}, ${y}]`),
  name.map((x) => `const ${x} = Promise.resolve(5);`),
  pair.map(([x, y]) => `const ${x} = await Promise.resolve(${y});\ndisplay(${x});`),
  pair.map(([x, y]) => `const ${x} = new Promise((go) => setTimeout(go, 1, ${y} + 1));`),
  name.map((x) => `const ${x} = Promise.reject(new Error("refused"));`),
  name.map((x) => `const ${x} = (function* () { yield 8; })();`),
  pair.map(([x, y]) => `const ${x} = (function* () { yield 0; yield ${y}; })();`),
  pair.map(([x, y]) => `const ${x} = (async function* () { yield ${y} * 2; })();`),
  name.map((x) => `const ${x} = (function* () { throw new Error("never"); })();`),
  pair.map(([x, y]) => `const ${x} = Mutable(${y}); const set_${x} = (v) => { ${x}.value = v; };`),
  fc.tuple(name, number).map(([x, n]) => `const ${x} = view(slider(${n}));`),
  pair.map(([x, y]) => `${y}; const ${x} = view(slider(1)); const ${x}_2 = view(slider(2));`),
  pair.map(([x, y]) => `display("seen"); if (${x} > 1) throw new Error("too large");\nconst ${y} = 1;`),
  pair.map(([x, y]) => `const ${x} = () => ${y};`),
  name.map((x) => `function ${x}() { return 1; }\ndisplay(${x}());`),
  name.map((x) => `const {${x}, rest = ${x}} = {${x}: 3};`),
  pair.map(([x, y]) => `typeof ${x} + typeof ${y}`),
  pair.map(([x, y]) => `const ${x} = ${y};\nconst = ;`),
  fc.constant("const = ;"),
  fc.constant("nowhere"),
  two.map(([x, y]) => `${x};\n${y.toUpperCase()} + 1`),
  name.map((x) => `1;\n${x} += 1;`),
  pair.map(([x, y]) => `function ${x}() { return ${y}(); }`),
  name.map((x) => `nowhere + ${x}`),
  fc.constant("const Plot = 1;"),
  fc.constant('import * as Plot from "plot";'),
  name.map((x) => `import {${x}} from "plot";`),
  name.map((x) => `const ${x} = ____;`),
  fc.constant("structuredClone([1])"),
  fc.constant("display(1); display(2);"),
  fc.constant(""),
);
const onClick = fc.integer({ min: 0, max: 4 }).map((n) => n === 0);
const id = fc.constantFrom(...ids);
const at = fc.nat(5);

export const cell: fc.Arbitrary<RandomCell> = fc.record({ source, onClick });
export const cellsById = fc.uniqueArray(fc.tuple(id, cell), { maxLength: 6, selector: ([id]) => id });

const is = (...kinds: string[]) => fc.constantFrom(...kinds);
export const edit = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: is("set", "insert"), id, at, source, onClick }) },
  { weight: 2, arbitrary: fc.record({ kind: is("remove", "run", "stop", "define"), id }) },
  { weight: 1, arbitrary: fc.record({ kind: is("move"), id, at }) },
  { weight: 1, arbitrary: fc.record({ kind: is("rename"), id, from: name, to: name }) },
  { weight: 1, arbitrary: fc.record({ kind: is("slide"), id, value: number }) },
  { weight: 2, arbitrary: fc.record({ kind: is("wait") }) },
) as fc.Arbitrary<Edit>;
