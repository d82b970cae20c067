import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { halfOf, type Item, type Piece, randomOf } from "./item.ts";
import { type Noise, withNoise } from "./noise.ts";
import { renderScores, SAMPLE_RATE } from "./render.ts";
import { writeWav } from "./wav.ts";

/** Where everything that is rendered and measured is kept. */
export const CACHE = resolve(import.meta.dirname, "../../.cache/quality");

/** Makes the pieces of a set from a seed. */
export type MakeSet = (seed: number) => Piece[];

// A batch of this many seconds is 0.7 GB of rendered floats.
const BATCH_SECONDS = 2000;
const LOUDEST_DB = -1;
const QUIETEST_DB = -18;

/** The folder of a set with that seed. */
export function folderOf(set: string, seed: number): string {
  return join(CACHE, `${set}-${seed}`);
}

/** Renders a set into its folder, unless it is there: `<id>.wav` and, beside it, `<id>.json`, an {@link Item}. */
export function buildSet(set: string, seed: number, make: MakeSet): void {
  const folder = folderOf(set, seed);
  if (existsSync(folder)) return;
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  for (const batch of batches(make(seed))) {
    const { font, reverb } = batch[0];
    const rendered = renderScores(
      font,
      reverb,
      batch.map((piece) => piece.score),
    );
    for (const [i, piece] of batch.entries()) writePiece(partial, set, seed, piece, rendered[i]);
  }
  renameSync(partial, folder);
}

/** The items of a set that was built, in order of their ids. */
export function itemsOf(set: string, seed: number): Item[] {
  const folder = folderOf(set, seed);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.sort().map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
}

/** Pieces that one run of the synthesizer can play. */
function batches(pieces: Piece[]): Piece[][] {
  const groups = Map.groupBy(pieces, ({ font, reverb }) => `${font} ${reverb}`);
  return [...groups.values()].flatMap((group) => {
    const most = Math.max(1, Math.floor(BATCH_SECONDS / group[0].score.seconds));
    return Array.from({ length: Math.ceil(group.length / most) }, (_, i) =>
      group.slice(i * most, (i + 1) * most),
    );
  });
}

function writePiece(folder: string, set: string, seed: number, piece: Piece, rendered: Float32Array): void {
  const random = randomOf(set, seed, `${piece.name} noise`);
  const truth = piece.truth(rendered);
  const peakDb = random.uniform(QUIETEST_DB, LOUDEST_DB);
  for (const variant of piece.variants) {
    const samples = atPeak(variant ? withNoise(rendered, variant, random) : rendered, peakDb, piece.name);
    const noise = noiseTag(variant);
    const id = `${set}-${seed}-${piece.name}${variant ? ` ${noise}` : ""}`.replaceAll(" ", "-");
    const tags = { ...piece.tags, font: piece.font, noise: piece.reverb && !variant ? "reverb" : noise };
    const item: Item = {
      id,
      set,
      seed,
      half: halfOf(seed),
      sr: SAMPLE_RATE,
      seconds: piece.score.seconds,
      tags,
      truth,
    };
    writeWav(join(folder, `${id}.wav`), samples, SAMPLE_RATE);
    writeFileSync(join(folder, `${id}.json`), JSON.stringify(item));
  }
}

function noiseTag(noise: Noise | null): string {
  return noise ? `${noise.kind} ${noise.snrDb} dB` : "clean";
}

function atPeak(y: Float32Array, peakDb: number, name: string): Float32Array {
  const peak = y.reduce((greatest, sample) => Math.max(greatest, Math.abs(sample)), 0);
  if (peak === 0) throw new Error(`${name} was rendered as silence`);
  return y.map((sample) => (sample * 10 ** (peakDb / 20)) / peak);
}
