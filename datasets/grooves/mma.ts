import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTool } from "../../scripts/datasets/tools.ts";

/** A groove of mma's library: a pattern for drums, bass and chords, and how many quarter notes its bar has. */
export type Groove = { file: string; name: string; beats: number };

const LIBRARY = "stdlib";
// Parts of a piece that are no pattern to go on with; "DescendingJazz" is no ending.
const NO_PATTERN = /(Intro|End|Fill|Metronome)([^a-z]|$)/;
const USUAL_BEATS = 4;

/** The first groove of a file, the last and the one between, of those that go on and on; fewer where there are no three. */
export function groovesOf(mma: string, file: string): Groove[] {
  const found: Groove[] = [];
  let beats = USUAL_BEATS;
  for (const line of readFileSync(join(mma, "lib", LIBRARY, `${file}.mma`), "utf8").split("\n")) {
    const time = line.match(/^\s*Time\s+(\d+)/i);
    if (time) beats = Number(time[1]);
    const name = line.match(/^\s*DefGroove\s+(\S+)/i)?.[1];
    if (name && !NO_PATTERN.test(name) && !found.some((groove) => groove.name === name))
      found.push({ file, name, beats });
  }
  const last = found.length - 1;
  return [...new Set([0, Math.floor(last / 2), last])].flatMap((i) => found.slice(i, i + 1));
}

/** What is to be played: a chord a bar, beats a minute, and the seed of what mma leaves to chance. */
export type Sheet = { chords: string[]; bpm: number; seed: number };

/** Plays a groove and returns a standard MIDI file. */
export function playGroove(mma: string, { file, name }: Groove, { chords, bpm, seed }: Sheet): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "etude-mma-"));
  try {
    const [sheet, midi] = [join(folder, "sheet.mma"), join(folder, "sheet.mid")];
    const bars = chords.map((chord, i) => `${i + 1} ${chord}`);
    writeFileSync(
      sheet,
      [`RndSeed ${seed}`, `Tempo ${bpm}`, `Groove ${LIBRARY}/${file}:${name}`, ...bars, ""].join("\n"),
    );
    // It looks for its modules and its library in the folder that it is started from.
    runTool("python3", [join("..", "..", "bin", "mma"), "-f", midi, sheet], { cwd: mma });
    return new Uint8Array(readFileSync(midi));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
