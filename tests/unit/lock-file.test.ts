import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

type Entry = Partial<
  Record<"dependencies" | "devDependencies" | "optionalDependencies", Record<string, string>>
>;

const root = resolve(import.meta.dirname, "../..");
const manifest: Entry = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8"));
const { packages }: { packages: Record<string, Entry> } = JSON.parse(
  readFileSync(resolve(root, "package-lock.json"), "utf8"),
);

/** Whether Node's search, upwards from a package's folder, finds a dependency of this name. */
function isLocked(path: string, name: string): boolean {
  for (let folder = path; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, "")) {
    if (`${folder === "" ? "" : `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === "") return false;
  }
}

// A registry that lacks some platforms' packages makes npm write a lock that `npm ci` refuses on every machine.
test("the lock file lists what every package needs, on every platform", () => {
  const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isLocked(path, name))
      .map((name) => `${path} needs ${name}`),
  );
  expect(missing).toEqual([]);
});

test("the lock file is of this package.json", () => {
  expect(packages[""]?.dependencies).toEqual(manifest.dependencies);
  expect(packages[""]?.devDependencies).toEqual(manifest.devDependencies);
});
