import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { grouped } from "./grouped.ts";
import { halfOf, type Item, type Piece, type Recording, randomOf } from "./item.ts";
import { type Noise, withNoise } from "./noise.ts";
import { renderScores, SAMPLE_RATE } from "./render.ts";
import { writeWav } from "./wav.ts";

/** Where everything that is rendered and measured is kept. */
export const CACHE = resolve(import.meta.dirname, "../../.cache/quality");

/**
 * A set: the pieces to be rendered for a seed, or the real recordings of its half; and a number that changes with
 * them, so that what was built before is not used.
 */
export type SetMaker = { version: number } & (
  | { make(seed: number): Piece[] }
  | { record(seed: number, cache: string): Recording[] }
);

// Where the datasets keep their packages too.
const PACKAGE_CACHE = resolve(CACHE, "../datasets");
// A batch of this many seconds is 0.7 GB of rendered floats.
const BATCH_SECONDS = 2000;
const LOUDEST_DB = -1;
const QUIETEST_DB = -18;

/** The folder of a set with that seed. */
export function folderOf(set: string, seed: number): string {
  return join(CACHE, `${set}-${seed}`);
}

/** Renders a set into its folder, unless it is there: `<id>.wav` and, beside it, `<id>.json`, an {@link Item}. */
export function buildSet(set: string, seed: number, maker: SetMaker): void {
  const folder = folderOf(set, seed);
  const stamp = `version-${maker.version}`;
  if (existsSync(join(folder, stamp))) return;
  console.error(`Building ${set}, seed ${seed} …`);
  // Two runs may build the same set at once: each in its own folder, and the later one wins.
  const partial = `${folder}.partial-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const place: Place = { folder: partial, set, seed, version: maker.version };
  if ("make" in maker) renderPieces(place, maker.make(seed));
  else for (const recording of maker.record(seed, PACKAGE_CACHE)) writeRecording(place, recording);
  writeFileSync(join(partial, stamp), "");
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
}

/** Where an item's samples are. */
export function wavPath(item: Item): string {
  return join(folderOf(item.set, item.seed), `${item.id}.wav`);
}

/** The items of a set that was built, in order of their ids. */
export function itemsOf(set: string, seed: number): Item[] {
  const folder = folderOf(set, seed);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.sort().map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
}

function renderPieces(place: Place, pieces: Piece[]): void {
  for (const batch of batches(pieces)) {
    const { font, reverb } = batch[0];
    const rendered = renderScores(
      font,
      reverb,
      batch.flatMap((piece) => piece.stems),
    );
    for (const piece of batch) writePiece(place, piece, rendered.splice(0, piece.stems.length));
  }
}

/** Pieces that one run of the synthesizer can play. */
function batches(pieces: Piece[]): Piece[][] {
  const groups = grouped(pieces, ({ font, reverb }) => `${font} ${reverb}`);
  return [...groups.values()].flatMap((group) => {
    const most = Math.max(1, Math.floor(BATCH_SECONDS / secondsOf(group[0])));
    return Array.from({ length: Math.ceil(group.length / most) }, (_, i) =>
      group.slice(i * most, (i + 1) * most),
    );
  });
}

function secondsOf(piece: Piece): number {
  return piece.stems.reduce((sum, stem) => sum + stem.seconds, 0);
}

type Place = { folder: string; set: string; seed: number; version: number };

function writePiece(place: Place, piece: Piece, stems: Float32Array[]): void {
  const random = randomOf(place.set, place.seed, `${piece.name} noise`);
  const truth = piece.truth(stems);
  const rendered = mixed(stems);
  const peakDb = random.uniform(QUIETEST_DB, LOUDEST_DB);
  for (const variant of piece.variants) {
    const samples = atPeak(variant ? withNoise(rendered, variant, random) : rendered, peakDb, piece.name);
    const noise = noiseTag(variant);
    const name = variant ? `${piece.name} ${noise}` : piece.name;
    const tags = { ...piece.tags, font: piece.font, noise: piece.reverb && !variant ? "reverb" : noise };
    writeRecording(place, { name, tags, samples, truth });
  }
}

function writeRecording({ folder, set, seed, version }: Place, recording: Recording): void {
  const { name, tags, samples, truth } = recording;
  const id = `${set}-${seed}-${name}`.replaceAll(" ", "-");
  const about = { id, set, version, seed, half: halfOf(seed), sr: SAMPLE_RATE };
  const item: Item = { ...about, seconds: samples.length / SAMPLE_RATE, tags, truth };
  writeWav(join(folder, `${id}.wav`), samples, SAMPLE_RATE);
  writeFileSync(join(folder, `${id}.json`), JSON.stringify(item));
}

function mixed(stems: Float32Array[]): Float32Array {
  return stems[0].map((sample, i) => stems.slice(1).reduce((sum, stem) => sum + stem[i], sample));
}

function noiseTag(noise: Noise | null): string {
  return noise ? `${noise.kind} ${noise.snrDb} dB` : "clean";
}

function atPeak(y: Float32Array, peakDb: number, name: string): Float32Array {
  const peak = y.reduce((greatest, sample) => Math.max(greatest, Math.abs(sample)), 0);
  if (peak === 0) throw new Error(`${name} was rendered as silence`);
  return y.map((sample) => (sample * 10 ** (peakDb / 20)) / peak);
}
