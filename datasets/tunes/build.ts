import { join } from "node:path";
import { about, category, exact, texts } from "../../scripts/datasets/columns.ts";
import { type SourcePackage, unpackPackage } from "../../scripts/datasets/packages.ts";
import type { DatasetFile, TableFile } from "../../src/stdlib/data/dataset-file.ts";
import { ABCM2PS_FILES, ABCMIDI_FILES, abcTunes, TEXLIVE_FILES } from "./abc.ts";
import { featureColumns } from "./features.ts";
import { gcomprisTunes } from "./gcompris.ts";
import { KEPT, type Kept } from "./kept.ts";
import { LEFT_OUT } from "./left-out.ts";
import { solfegeTunes } from "./solfege.ts";
import type { SourceTune } from "./tune.ts";

/** The packages that the melodies are taken from. */
export const sources: SourcePackage[] = [
  {
    registry: "debian",
    name: "gcompris-qt-data",
    version: "3.1-2",
    file: "gcompris-qt-data_3.1-2_all.deb",
    sha256: "e9cf06ab2105529068df73085784e835d2ff03f870d2a8091f09125d40abac9f",
    licence: "GPL-3+; the melodies are traditional",
  },
  {
    registry: "debian",
    name: "solfege",
    version: "3.23.4-11",
    file: "solfege_3.23.4-11_all.deb",
    sha256: "02697a06a7e0bcf509c91485c0e207c57706b5cf7c4ca868dba8aeb92403634e",
    licence: "GPL-3+; the melodies are traditional",
  },
  {
    registry: "debian",
    name: "abcmidi",
    version: "20230208+ds1-1",
    file: "abcmidi_20230208+ds1-1_amd64.deb",
    sha256: "b4b177976324fb5a7b50108c5f1c35ae9a4b3c3897dbcc88c3683559a8aadda4",
    licence: "GPL-2+; the melodies are traditional",
  },
  {
    registry: "debian",
    name: "abcm2ps",
    version: "8.14.14-1",
    file: "abcm2ps_8.14.14-1_amd64.deb",
    sha256: "269084468d5ca79b03240521fc12f4f0818a5a6b87fcc554ae02efa86cbe7534",
    licence: "GPL-3+; the melodies are traditional",
  },
  {
    registry: "debian",
    name: "texlive-music",
    version: "2022.20230122-4",
    file: "texlive-music_2022.20230122-4_all.deb",
    sha256: "50158a3ce71187155e257c0e8d06bb7903bd24989e6347ee1bb6dd82ba038776",
    licence:
      "by part; used are tunes in the documentation of latex4musicians and abc, traditional themselves",
  },
];

/** What was done, in the order in which it was done. */
export const steps = [
  "unpack the packages; read GCompris' melodies.js from its Qt resource file, Solfege's lesson files for dictation, and the ABC files of abc.ts",
  "of a tune in ABC notation take the first voice, without words, drums and grace notes, with repeats played out (readAbc of src/music)",
  "keep what kept.ts names, set aside what left-out.ts names; fail when a tune is in neither or in both",
  "times in beats (quarter notes), rounded to 1/10000",
];

/** Builds the dataset from its packages, unpacked under `cache`. */
export async function build(
  cache: string,
): Promise<{ dataset: DatasetFile; clips: Map<string, Uint8Array> }> {
  const [gcompris, solfege, abcmidi, abcm2ps, texlive] = sources.map((source) =>
    unpackPackage(source, cache),
  );
  const found = [
    ...gcomprisTunes(join(gcompris, "usr/share/gcompris-qt/rcc/piano_composition.rcc")),
    ...solfegeTunes(join(solfege, "usr/share/solfege/exercises/standard/lesson-files")),
    ...(await abcTunes("abcmidi", join(abcmidi, "usr/share/doc/abcmidi/examples"), ABCMIDI_FILES)),
    ...(await abcTunes("abcm2ps", join(abcm2ps, "usr/share/doc/abcm2ps/examples"), ABCM2PS_FILES)),
    ...(await abcTunes("texlive-music", join(texlive, "usr/share/doc/texlive-doc/latex"), TEXLIVE_FILES)),
  ];
  requireJudged(found);
  const tunes = KEPT.map((kept) => tuneOf(kept, found));
  const dataset: DatasetFile = {
    id: "tunes",
    title: "Traditional tunes",
    summary: "Folk melodies of a dozen countries, note for note.",
    licence: "The tunes are traditional; their notes are facts.",
    classNames: [],
    features: featureColumns(tunes),
    group: "family",
    info: [
      texts(
        about("id", "The tune, as the table of notes names it."),
        tunes.map(({ id }) => id),
      ),
      texts(
        about("title", "Its title."),
        tunes.map(({ title }) => title),
      ),
      category(
        about("origin", "Where it is sung, or was first written down."),
        tunes.map(({ origin }) => origin),
      ),
      category(
        about("family", "Variants of one tune have one family: keep them together."),
        tunes.map(({ family }) => family),
      ),
      category(
        about(
          "key",
          "Its key, by the package; for GCompris' tunes by the last note and the thirds, checked by hand.",
        ),
        tunes.map(({ key }) => key),
      ),
      category(
        about("meter", "Its metre, the first one where it changes; missing where nobody says it."),
        tunes.map(({ meter }) => meter),
      ),
      texts(
        about("evidence", "Why it is called traditional."),
        tunes.map(({ evidence }) => evidence),
      ),
      category(
        about("source", "The package that it was taken from."),
        tunes.map(({ source }) => source),
      ),
    ],
    sources: sources.map(({ name, version, licence }) => ({
      name,
      authors: "traditional",
      licence,
      source: `Debian ${name} ${version}`,
      credit: `traditional, from the Debian package ${name}`,
    })),
    source: "source",
    tables: { notes: noteTable(tunes), leftOut: leftOutTable() },
  };
  return { dataset, clips: new Map() };
}

type Tune = Omit<Kept, "key" | "meter"> & {
  id: string;
  key: string;
  meter: string | null;
  notes: SourceTune["notes"];
};

function tuneOf(kept: Kept, found: readonly SourceTune[]): Tune {
  const tune = found.find(({ source, name }) => source === kept.source && name === kept.name);
  const key = kept.key ?? tune?.key;
  if (!tune || !key) throw new Error(`${kept.source} has no tune ${kept.name}, or its key is not known.`);
  return { ...kept, id: idOf(kept.title), key, meter: kept.meter ?? tune.meter, notes: tune.notes };
}

/** "À la claire fontaine" as "a-la-claire-fontaine". */
function idOf(title: string): string {
  const plain = title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ł", "l")
    .replaceAll("'", "")
    .toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

function requireJudged(found: readonly SourceTune[]): void {
  const named = (list: readonly { source: string; name: string }[], tune: SourceTune) =>
    list.some(({ source, name }) => source === tune.source && name === tune.name);
  for (const tune of found) {
    if (named(KEPT, tune) === named(LEFT_OUT, tune)) {
      throw new Error(`${tune.source}, ${tune.name}: is it kept or left out?`);
    }
  }
}

function noteTable(tunes: readonly Tune[]): TableFile {
  const notes = tunes.flatMap(({ id, notes }) => notes.map((note) => ({ ...note, tune: id })));
  const rounded = (beats: number) => Math.round(beats * 1e4) / 1e4;
  return {
    title: "Notes",
    description: "Every note of every tune, in order.",
    columns: [
      category(
        about("tune", "Which tune it is in."),
        notes.map(({ tune }) => tune),
      ),
      exact(
        about("onset", "When it begins, from the beginning of the tune.", { unit: "beats" }),
        notes.map(({ onset }) => rounded(onset)),
      ),
      exact(
        about("duration", "How long it is.", { unit: "beats" }),
        notes.map(({ duration }) => rounded(duration)),
      ),
      exact(
        about("midi", "Its pitch; 60 is middle C.", { label: "pitch", unit: "MIDI number" }),
        notes.map(({ midi }) => midi),
      ),
    ],
  };
}

function leftOutTable(): TableFile {
  return {
    title: "Left out",
    description: "Melodies of the packages that are not here, and why.",
    columns: [
      texts(
        about("name", "What the package calls it."),
        LEFT_OUT.map(({ name }) => name),
      ),
      category(
        about("source", "The package."),
        LEFT_OUT.map(({ source }) => source),
      ),
      texts(
        about("reason", "Why it is not here."),
        LEFT_OUT.map(({ reason }) => reason),
      ),
    ],
  };
}
