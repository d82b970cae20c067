import * as ours from "../../../src/music/index.ts";
import { timeAubio } from "./aubio.ts";
import { timeBeatDetector } from "./beat-detector.ts";
import { bestCpu } from "./best-cpu.ts";
import { npmPeers } from "./npm-peers.ts";
import { SECONDS } from "./sound.ts";
import { type MusicTask, RATES, tasks } from "./tasks.ts";

/** How often aubio and the browser are timed, of which the best counts. */
const REPEATS = 5;

type Row = { task: MusicTask; sr: number; y: Float32Array; ms: number; npm?: { name: string; ms: number } };

/**
 * Our analyses against those of npm packages and aubio, in one run, as ms of processor time for each second of
 * sound. What runs in a browser is timed by the clock.
 */
export async function benchMusic(wanted: readonly string[]): Promise<void> {
  const chosen = tasks.filter(
    ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part.toLowerCase())),
  );
  const there = chosen.filter(({ name, needs }) => {
    const found = needs in ours;
    if (!found) console.log(`${name}: src/music has no ${needs} yet.`);
    return found;
  });
  const rows = RATES.flatMap((sr) => there.map((task) => timed(task, sr)));
  const aubio = timeAubio(rows, REPEATS);
  if (!aubio) console.log("aubio is not installed (Debian: python3-aubio): compared with npm packages only.");
  const tempi = rows.filter(({ task }) => task.peer === "tempo");
  const inBrowser = tempi.length > 0 ? await timeBeatDetector(tempi, REPEATS) : undefined;
  if (tempi.length > 0 && !inBrowser) console.log("No browser, and so no web-audio-beat-detector.");
  console.log("Processor time in ms for a second of sound:");
  console.table(
    rows.map((row, i) => ({
      ...shown(row),
      aubio: perSecond(aubio?.[i]),
      "in a browser": perSecond(inBrowser?.[tempi.indexOf(row)], "web-audio-beat-detector"),
    })),
  );
}

function timed(task: MusicTask, sr: number): Row {
  const y = task.sound(sr);
  const ms = bestCpu(() => task.run(ours, y, sr));
  const peer = task.peer && npmPeers[task.peer];
  if (!peer) return { task, sr, y, ms };
  return { task, sr, y, ms, npm: { name: peer.name, ms: bestCpu(() => peer.run(y, sr)) } };
}

function shown({ task, sr, ms, npm }: Row): Record<string, string | number> {
  const { target } = task;
  return {
    analysis: task.name,
    Hz: sr,
    ours: perSecond(ms),
    target: target ?? "",
    met: target === undefined ? "" : ms / SECONDS <= target ? "yes" : "NO",
    npm: perSecond(npm?.ms, npm?.name),
  };
}

function perSecond(ms: number | null | undefined, name = ""): string {
  return ms === null || ms === undefined ? "" : `${(ms / SECONDS).toFixed(2)} ${name}`.trim();
}
