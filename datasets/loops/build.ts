import { join } from "node:path";
import { soundFile } from "../../scripts/datasets/clips.ts";
import { about, category, exact, measured, texts } from "../../scripts/datasets/columns.ts";
import { decode, SAMPLE_RATE } from "../../scripts/datasets/decode.ts";
import { clipColumns } from "../../scripts/datasets/drum-table.ts";
import { type SourcePackage, unpackPackage } from "../../scripts/datasets/packages.ts";
import { onsetDetect, tempo } from "../../src/music/index.ts";
import type { DatasetFile, TableFile } from "../../src/stdlib/data/dataset-file.ts";
import { LEFT_OUT, LOOPS, type Loop } from "./loops.ts";

/** The package that the loops are taken from. */
export const sources: SourcePackage[] = [
  {
    registry: "npm",
    name: "supersonic-scsynth-samples",
    version: "0.84.2",
    file: "supersonic-scsynth-samples-0.84.2.tgz",
    sha256: "aff0b03208adb5dc7612dc7a4e86d55161188326bcff4dbc2d20ce9e1b94238c",
    licence: "CC0-1.0",
  },
];

/** What was done, in the order in which it was done. */
export const steps = [
  "unpack the package; decode the loops of loops.ts with ffmpeg to mono, 44100 Hz, 32-bit float",
  "tempo: the beats of loops.ts by the length of the file",
  "measure with tempo of src/music on each loop played four times, with onsetDetect on it played once",
  "bring to one peak level, join, encode to mono Opus in WebM at 56 kbit/s",
];

const TIMES = 4;
const PEAK = 0.7;
const BIT_RATE = "56k";

type Heard = Loop & {
  samples: Float32Array;
  seconds: number;
  bpm: number;
  tempo: number;
  plainTempo: number;
  onsets: number[];
};

/** Builds the dataset and its clips from the package, unpacked under `cache`. */
export function build(cache: string): { dataset: DatasetFile; clips: Map<string, Uint8Array> } {
  const folder = join(unpackPackage(sources[0]!, cache), "package/samples");
  const loops = LOOPS.map((loop) => heardIn(decode(join(folder, `loop_${loop.id}.flac`)), loop));
  const of = <T>(value: (loop: Heard) => T): T[] => loops.map(value);
  const clip = soundFile(
    "loops",
    loops.map(({ id, samples }) => ({ id, samples: () => samples })),
    BIT_RATE,
  );
  const authors = [...new Set(of(({ author }) => author))];
  const dataset: DatasetFile = {
    id: "loops",
    title: "Loops",
    summary: "Thirteen loops of drums, percussion and synthesisers that can be heard, with their tempo.",
    licence: "CC0-1.0",
    classNames: [],
    target: measured(
      about("bpm", "Its tempo, if it has as many beats as the column beats says.", {
        label: "tempo",
        unit: "beats a minute",
      }),
      of(({ bpm }) => bpm),
    ),
    features: [
      measured(
        about("tempo", "What music.tempo finds when it is played four times.", {
          label: "tempo found",
          unit: "beats a minute",
        }),
        of((loop) => loop.tempo),
      ),
      measured(
        about("plainTempo", "What music.tempo finds as it was published (plain).", {
          label: "tempo found, plain",
          unit: "beats a minute",
        }),
        of(({ plainTempo }) => plainTempo),
      ),
      measured(
        about("onsetRate", "What music.onsetDetect finds.", {
          label: "onsets found",
          unit: "onsets a second",
        }),
        of(({ onsets, seconds }) => onsets.length / seconds),
      ),
    ],
    group: "author",
    info: [
      texts(
        about("id", "Its name in Sonic Pi, without loop_."),
        of(({ id }) => id),
      ),
      category(
        about("author", "Who gave it away on freesound.org."),
        of(({ author }) => author),
      ),
      exact(
        about("beats", "How many beats it has, by loops.ts.", { unit: "beats" }),
        of(({ beats }) => beats),
      ),
      exact(
        about("samples", "How long it is: played from end to beginning without a gap, it goes on in time.", {
          label: "length",
          unit: "1/44100 s",
        }),
        of(({ samples }) => samples.length),
      ),
    ],
    sources: authors.map((author) => ({
      name: author,
      authors: author,
      licence: "CC0-1.0",
      source: "npm supersonic-scsynth-samples 0.84.2, from freesound.org",
      credit: `${author} on freesound.org, by way of Sonic Pi, CC0-1.0`,
    })),
    source: "author",
    clips: clipColumns(of(({ id }) => clip.places.get(id))),
    tables: { onsets: onsetTable(loops), leftOut: leftOutTable() },
  };
  return { dataset, clips: new Map([[clip.file, clip.bytes]]) };
}

function heardIn(y: Float32Array, loop: Loop): Heard {
  const repeated = new Float32Array(TIMES * y.length);
  for (let i = 0; i < TIMES; i++) repeated.set(y, i * y.length);
  const seconds = y.length / SAMPLE_RATE;
  const peak = y.reduce((greatest, sample) => Math.max(greatest, Math.abs(sample)), 0);
  return {
    ...loop,
    seconds,
    bpm: (60 * loop.beats) / seconds,
    samples: y.map((sample) => (PEAK * sample) / peak),
    tempo: tempo(repeated, { sr: SAMPLE_RATE }).bpm,
    plainTempo: tempo(repeated, { sr: SAMPLE_RATE, plain: true }).bpm,
    onsets: Array.from(onsetDetect(y, { sr: SAMPLE_RATE })),
  };
}

function onsetTable(loops: readonly Heard[]): TableFile {
  const onsets = loops.flatMap(({ id, onsets }) => onsets.map((time) => ({ id, time })));
  return {
    title: "Onsets found",
    description: "Where music.onsetDetect would cut each loop into slices: found, not checked by ear.",
    columns: [
      category(
        about("loop", "Which loop it is in."),
        onsets.map(({ id }) => id),
      ),
      measured(
        about("time", "From the beginning of the loop.", { unit: "s" }),
        onsets.map(({ time }) => time),
      ),
    ],
  };
}

function leftOutTable(): TableFile {
  return {
    title: "Left out",
    description: "Loops of the package that are not here, and why.",
    columns: [
      texts(about("id", "Its name in Sonic Pi, without loop_."), Object.keys(LEFT_OUT)),
      texts(about("reason", "Why it is not here."), Object.values(LEFT_OUT)),
    ],
  };
}
