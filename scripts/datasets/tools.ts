import { spawnSync } from "node:child_process";

const ADVICE: Record<string, string> = {
  "apt-get": "it comes with Debian and Ubuntu; the sounds are taken from Debian packages",
  "dpkg-deb": "it comes with Debian and Ubuntu; the sounds are taken from Debian packages",
  ffmpeg: "install it with `apt-get install ffmpeg`",
  fluidsynth: "install it with `apt-get install fluidsynth`",
  npm: "it comes with Node.js",
  python3: "install it with `apt-get install python3`",
  tar: "install it with `apt-get install tar`",
};

/** What a dataset script says before it ends: one line, without a stack. */
export class DatasetError extends Error {}

/**
 * Runs a program to its end and returns what it wrote to its standard output. Throws a {@link DatasetError} of one
 * line when the program is missing or fails.
 */
export function runTool(
  tool: string,
  args: string[],
  options: { cwd?: string; input?: Uint8Array } = {},
): Buffer {
  const result = spawnSync(tool, args, { ...options, maxBuffer: 2 ** 30 });
  if (result.error && "code" in result.error && result.error.code === "ENOENT") {
    throw new DatasetError(`${tool} is not installed: ${ADVICE[tool] ?? "install it"}.`);
  }
  if (result.error) throw result.error;
  if (result.status !== 0) {
    const reason = result.stderr.toString().trim().split("\n").at(-1);
    throw new DatasetError(`${tool} ${args.join(" ")} failed: ${reason}`);
  }
  return result.stdout;
}
