import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../../lib/root.ts";
import { type MusicTask, pitchHop } from "./tasks.ts";

/** aubio's least processor time in ms for each task, null where it has none; undefined when it is not installed. */
export function timeAubio(
  tasks: { task: MusicTask; y: Float32Array; sr: number }[],
  repeats: number,
): (number | null)[] | undefined {
  const request = {
    repeats,
    tasks: tasks.map(({ task, y, sr }) => ({
      peer: task.peer ?? "",
      sr,
      hop: pitchHop(sr),
      samples: Buffer.from(y.buffer, y.byteOffset, y.byteLength).toString("base64"),
    })),
  };
  // Debian's own Python has Debian's python3-aubio, whatever else is on the PATH.
  for (const python of ["/usr/bin/python3", "python3"]) {
    const { status, stdout } = spawnSync(python, [join(root, "scripts/bench/music/aubio_side.py")], {
      input: JSON.stringify(request),
      encoding: "utf8",
      maxBuffer: 1e9,
    });
    if (status === 0) return JSON.parse(stdout);
  }
  return undefined;
}
