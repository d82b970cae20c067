import { join } from "node:path";
import { clipFile } from "../../scripts/datasets/clips.ts";
import {
  type ClipPlace,
  type DrumRow,
  drumColumns,
  setAsideTable,
} from "../../scripts/datasets/drum-table.ts";
import { type SourcePackage, unpackPackage } from "../../scripts/datasets/packages.ts";
import { type Measured, measure, type Recording } from "../../scripts/datasets/recording.ts";
import { SOUNDFONTS } from "../../scripts/datasets/soundfonts.ts";
import { findTwins } from "../../scripts/datasets/twins.ts";
import type { DatasetFile } from "../../src/stdlib/data/dataset-file.ts";
import { sources as drumSources } from "../drums/build.ts";
import { hydrogenRecordings } from "../drums/kits.ts";
import { CLASS_NAMES, checkedLabel, naiveLabel } from "../drums/labels.ts";
import { PERCUSSION_NOTES } from "./general-midi.ts";
import { soundfontKits, soundfontRecordings } from "./kits.ts";

const [FLUID_FONT, MUSESCORE_FONT] = SOUNDFONTS;
const FLUID = FLUID_FONT.source.authors;
const MUSESCORE = MUSESCORE_FONT.source.authors;
const RUMPF = "Emanuel Rumpf";

// This kit fills the slots of a drum machine as it likes: what stands in these three is no cymbal.
const NO_CYMBAL = "named a cymbal, but nearly silent above 1 kHz";
const DOUBTFUL = new Map([
  ["rumpf_kit_z01_h2/d#4 - cymbal 1/beats_08-20.flac", NO_CYMBAL],
  ["rumpf_kit_z01_h2/e4 - cymbal 2/beats_06-30.flac", NO_CYMBAL],
  ["rumpf_kit_z01_h2/f4 - ride bell/beats_06-40.flac", NO_CYMBAL],
]);

/** The packages that the sounds are taken from. */
export const sources: SourcePackage[] = [
  FLUID_FONT.package,
  MUSESCORE_FONT.package,
  { ...drumSources[0], licence: "of this package only rumpf_kit_z01_h2, CC-BY-3.0" },
];

/** What was done, in the order in which it was done. */
export const steps = [
  "unpack the packages",
  "play every note of general-midi.ts on the kits of both soundfonts with fluidsynth, velocity 100, no reverb, no chorus, 6 s each, as floats at 44100 Hz",
  "label them by the General MIDI standard, the recordings of rumpf_kit_z01_h2 by datasets/drums/labels.ts",
  "measure with drumFeatures of src/music, before any compression; round to 4 significant digits",
  "set aside twins (correlation above 0.999): one of the soundfonts is made from the other",
  "cut to 1.2 s with a fade, bring to one peak level, join each kit in one file, encode to mono Opus in WebM",
];

/** Builds the dataset and its clips from its packages, unpacked under `cache`. */
export function build(cache: string): { dataset: DatasetFile; clips: Map<string, Uint8Array> } {
  const [fluid, muse, hydrogen] = sources.map((source) => unpackPackage(source, cache));
  // Of twins the last stays: reversed, that is the soundfont that the other was made from, and its Standard kit.
  const recordings = [
    ...soundfontRecordings({
      name: "Fluid",
      authors: FLUID,
      path: join(fluid, FLUID_FONT.path),
    }),
    ...soundfontRecordings({
      name: "MuseScore",
      authors: MUSESCORE,
      path: join(muse, MUSESCORE_FONT.path),
    }),
    ...hydrogenRecordings(join(hydrogen, "usr/share/hydrogen/data/drumkits"), ["rumpf_kit_z01_h2"]),
  ].filter((recording) => labelOf(recording) !== null);
  const measured = recordings.map(measure).filter((recording) => recording !== null);
  const twins = findTwins(measured.toReversed());
  const kept = measured.filter((recording) => !twins.has(recording) && !DOUBTFUL.has(recording.id));
  const kitNames = [...new Set(kept.map(({ kit }) => kit))];
  const files = kitNames.map((name) =>
    clipFile(
      name,
      kept.filter(({ kit }) => kit === name),
    ),
  );
  const places = new Map(files.flatMap((file) => [...file.places]));
  const rows = kept.map((recording) => toRow(recording, places.get(recording.id)));
  const byRow = (ids: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(ids).map(([label, id]) => [label, rows.findIndex((row) => row.id === id)]),
    );
  const setAside = measured.flatMap((recording) => {
    const twin = twins.get(recording);
    const reason = twin ? `the same recording as ${twin.id}` : DOUBTFUL.get(recording.id);
    return reason ? [{ ...toRow(recording), reason }] : [];
  });
  const dataset: DatasetFile = {
    id: "drum-test",
    title: "Drum strokes to test on, and to hear",
    summary: "Features and sounds of drum kits whose makers made none of the kits in drums.",
    licence: "MIT, CC-BY-3.0 by kit, see datasets/LICENSES.md.",
    classNames: CLASS_NAMES,
    group: "kit",
    source: "kit",
    sources: [
      ...soundfontKits("Fluid", FLUID, "Debian fluid-soundfont-gm"),
      ...soundfontKits("MuseScore", MUSESCORE, "Debian musescore-general-soundfont-small"),
      {
        name: "rumpf_kit_z01_h2",
        authors: RUMPF,
        licence: "CC-BY-3.0",
        source: "Debian hydrogen-drumkits",
        credit: `rumpf_kit_z01: ${RUMPF} (CC-BY-3.0), shortened`,
      },
    ],
    ...drumColumns(rows, CLASS_NAMES),
    examples: byRow({
      kick: "Fluid Standard/36",
      snare: "Fluid Standard/38",
      tom: "Fluid Standard/45",
      "hi-hat": "Fluid Standard/42",
      cymbal: "Fluid Standard/49",
      clap: "Fluid Standard/39",
    }),
    tables: setAsideTable(setAside, CLASS_NAMES),
  };
  return { dataset, clips: new Map(files.map(({ file, bytes }) => [file, bytes])) };
}

function labelOf({ kit, instrument }: Recording): string | null {
  return PERCUSSION_NOTES.find(({ name }) => name === instrument)?.label ?? checkedLabel(kit, instrument);
}

function toRow(recording: Measured, clip?: ClipPlace): DrumRow {
  const { id, kit, author, instrument, layer, layers, x } = recording;
  const label = labelOf(recording);
  if (label === null) throw new Error(`${id} has no class.`);
  return { id, label, naive: naiveLabel(instrument), kit, author, instrument, layer, layers, x, clip };
}
