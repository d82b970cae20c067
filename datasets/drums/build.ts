import { join } from "node:path";
import { clipFile } from "../../scripts/datasets/clips.ts";
import {
  type ClipPlace,
  type DrumRow,
  drumColumns,
  type SetAsideRow,
  setAsideTable,
} from "../../scripts/datasets/drum-table.ts";
import { type SourcePackage, unpackPackage } from "../../scripts/datasets/packages.ts";
import { type Measured, measure } from "../../scripts/datasets/recording.ts";
import { findTwins } from "../../scripts/datasets/twins.ts";
import type { DatasetFile } from "../../src/stdlib/data/dataset-file.ts";
import { hydrogenRecordings, sonicPiRecordings } from "./kits.ts";
import { CLASS_NAMES, checkedLabel, naiveLabel } from "./labels.ts";
import { HYDROGEN_KITS, KITS } from "./licences.ts";

/** The packages that the sounds are taken from. */
export const sources: SourcePackage[] = [
  {
    registry: "debian",
    name: "hydrogen-drumkits",
    version: "2017.09.19~dfsg-1",
    file: "hydrogen-drumkits_2017.09.19~dfsg-1_all.deb",
    sha256: "6ea3c6df9a67762e2362f946c695e619859126b19fbccf32a2e8f07dfd03b2f4",
    licence: "GPL-2, GPL-2+, CC-BY-SA-3.0, CC0 by kit; rumpf_kit_z01_h2 (CC-BY-3.0) is not used here",
  },
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
  "unpack both packages; read each kit's drumkit.xml; take the single-stroke families of Sonic Pi's samples",
  "label each instrument by labels.ts (whole words, then the hand-checked table) and, beside it, naively",
  "decode with ffmpeg to mono, 44100 Hz, 32-bit float; leave out recordings without sound",
  "measure with drumFeatures of src/music; round to 4 significant digits",
  "set aside what is none of the six classes though the naive rule says so, and twins (correlation above 0.999)",
  "of instruments with more than four recordings keep four, evenly from the softest to the hardest",
  "of the CC0 kits: cut to 1.2 s with a fade, bring to one peak level, join each kit in one file and what is set aside in another, encode to mono Opus in WebM",
];

const LAYERS_KEPT = 4;
const PLAYABLE = "CC0-1.0";

/** Builds the dataset from its packages, unpacked under `cache`. */
export function build(cache: string): { dataset: DatasetFile; clips: Map<string, Uint8Array> } {
  const [hydrogen, sonicPi] = sources.map((source) => unpackPackage(source, cache));
  const recordings = [
    ...hydrogenRecordings(join(hydrogen, "usr/share/hydrogen/data/drumkits"), HYDROGEN_KITS),
    ...sonicPiRecordings(join(sonicPi, "package")),
  ].filter(({ kit, instrument }) => naiveLabel(instrument) || checkedLabel(kit, instrument));
  const measured = recordings.map(measure).filter((recording) => recording !== null);
  const labelled = measured.filter(({ kit, instrument }) => checkedLabel(kit, instrument));
  const twins = findTwins(labelled);
  const single = labelled.filter((recording) => !twins.has(recording));
  const kept = fewLayers(single);
  const aside = measured.filter((recording) => !labelled.includes(recording) || twins.has(recording));
  // Only what everybody may share can be heard.
  const playable = KITS.filter(({ licence }) => licence === PLAYABLE).map(({ name }) => name);
  const files = [
    ...playable.map((name) =>
      clipFile(
        name,
        kept.filter(({ kit }) => kit === name),
      ),
    ),
    clipFile(
      "Set aside",
      aside.filter(({ kit }) => playable.includes(kit)),
    ),
  ];
  const places = new Map(files.flatMap((file) => [...file.places]));
  const dataset: DatasetFile = {
    id: "drums",
    title: "Drum strokes",
    summary: "Features of single drum strokes in six classes, from fourteen drum kits.",
    licence: "The features are facts; the recordings keep their own licences, see datasets/LICENSES.md.",
    classNames: CLASS_NAMES,
    group: "kit",
    source: "kit",
    sources: KITS,
    ...drumColumns(
      kept.map((recording) => toRow(recording, places.get(recording.id))),
      CLASS_NAMES,
    ),
    tables: setAsideTable(
      aside.map((recording) => {
        const twin = twins.get(recording);
        const reason = twin ? `the same recording as ${twin.id}` : "none of the six classes";
        return setAside(recording, reason, places.get(recording.id));
      }),
      CLASS_NAMES,
    ),
  };
  return { dataset, clips: new Map(files.map(({ file, bytes }) => [file, bytes])) };
}

/** At most four recordings of each instrument, evenly from the first to the last. */
function fewLayers(recordings: Measured[]): Measured[] {
  const byInstrument = new Map<string, Measured[]>();
  for (const recording of recordings) {
    const instrument = `${recording.kit}/${recording.instrument}`;
    byInstrument.set(instrument, [...(byInstrument.get(instrument) ?? []), recording]);
  }
  return [...byInstrument.values()].flatMap((layers) => {
    if (layers.length <= LAYERS_KEPT) return layers;
    const step = (layers.length - 1) / (LAYERS_KEPT - 1);
    return Array.from({ length: LAYERS_KEPT }, (_, i) => layers[Math.round(i * step)]);
  });
}

function toRow({ id, kit, author, instrument, layer, layers, x }: Measured, clip?: ClipPlace): DrumRow {
  const label = checkedLabel(kit, instrument);
  if (label === null) throw new Error(`${id} has no class.`);
  return { id, label, naive: naiveLabel(instrument), kit, author, instrument, layer, layers, x, clip };
}

function setAside(recording: Measured, reason: string, clip?: ClipPlace): SetAsideRow {
  const { id, kit, author, instrument, layer, layers, x } = recording;
  const label = checkedLabel(kit, instrument);
  return {
    id,
    label,
    naive: naiveLabel(instrument),
    kit,
    author,
    instrument,
    layer,
    layers,
    reason,
    x,
    clip,
  };
}
