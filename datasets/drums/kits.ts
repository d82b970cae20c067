import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "../../scripts/datasets/decode.ts";
import { parseHydrogenKit } from "../../scripts/datasets/hydrogen-kit.ts";
import type { Recording } from "../../scripts/datasets/recording.ts";

// One clap alone is no kit: it goes with the other kit of the same author.
const MERGED = new Map([["Gimme A Hand 1.0", "The Black Pearl 1.0"]]);
// Families of Sonic Pi's samples that are single strokes or short notes, each with the kit it is counted to. The
// drum_ family is one acoustic set, elec_ one electronic set; the rest are single sounds by many hands, each family
// of one class.
const SONIC_PI_FAMILIES: [string, string][] = [
  ["drum_", "Sonic Pi drums"],
  ["elec_", "Sonic Pi electric"],
  ...["bass_", "bd_", "hat_", "perc_", "ride_", "sn_", "tbd_perc_"].map((family): [string, string] => [
    family,
    "Sonic Pi singles",
  ]),
];

/** The recordings of the Hydrogen kits in a folder, every layer of every instrument, in a fixed order. */
export function hydrogenRecordings(folder: string, kits: readonly string[]): Recording[] {
  return [...kits].sort().flatMap((kitFolder) => {
    const kit = parseHydrogenKit(readFileSync(join(folder, kitFolder, "drumkit.xml"), "utf8"));
    const present = new Set(readdirSync(join(folder, kitFolder)));
    return kit.instruments.flatMap(({ name, layers }) =>
      layers
        .map(({ file }, i) => ({
          // Some instruments share a file.
          id: `${kitFolder}/${name}/${file}`,
          kit: MERGED.get(kitFolder) ?? kitFolder,
          author: freesoundAuthor(file) ?? kit.author,
          instrument: name,
          layer: i + 1,
          layers: layers.length,
          samples: () => decode(join(folder, kitFolder, file)),
        }))
        // Two kits name recordings that the package does not have.
        .filter((_, i) => present.has(layers[i].file)),
    );
  });
}

/** The single strokes among Sonic Pi's samples, in a fixed order. */
export function sonicPiRecordings(packageFolder: string): Recording[] {
  const provenance = readFileSync(join(packageFolder, "PROVENANCE.md"), "utf8");
  const files = readdirSync(join(packageFolder, "samples")).filter((file) => file.endsWith(".flac"));
  return files.sort().flatMap((file) => {
    const instrument = file.replace(".flac", "");
    const kit = SONIC_PI_FAMILIES.find(([family]) => instrument.startsWith(family))?.[1];
    if (!kit) return [];
    const samples = () => decode(join(packageFolder, "samples", file));
    const author = provenanceAuthor(provenance, instrument);
    return [{ id: `Sonic Pi/${instrument}`, kit, author, instrument, layer: 1, layers: 1, samples }];
  });
}

/** Recordings from freesound.org are named number__author__title. */
function freesoundAuthor(file: string): string | null {
  return file.match(/^\d+__(.+?)__/)?.[1] ?? null;
}

function provenanceAuthor(provenance: string, sample: string): string {
  const line = provenance
    .split("\n")
    .find((text) => text.includes(`\`:${sample}\``) || text.includes(`\`${sample}\``));
  const author = line?.match(/people\/([^/]+)\//i)?.[1] ?? line?.match(/Donated by (.+?) under/)?.[1];
  return author ? decodeURIComponent(author) : "unnamed, in Sonic Pi's collection";
}
