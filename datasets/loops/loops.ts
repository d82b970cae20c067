/** A loop of Sonic Pi's samples: its file, who gave it away, and how many beats it has. */
export type Loop = { id: string; author: string; beats: number };

/** The loops that are used; authors by PROVENANCE.md of the package. */
export const LOOPS: readonly Loop[] = [
  { id: "breakbeat", author: "Snapper4298", beats: 4 },
  { id: "compus", author: "godspine", beats: 16 },
  { id: "drone_g_97", author: "hullum", beats: 8 },
  { id: "electric", author: "hullum", beats: 4 },
  { id: "garzul", author: "Garzul", beats: 16 },
  { id: "industrial", author: "godspine", beats: 2 },
  { id: "mehackit1", author: "hullum", beats: 4 },
  { id: "mehackit2", author: "hullum", beats: 4 },
  { id: "mika", author: "mika55", beats: 16 },
  { id: "perc1", author: "hullum", beats: 4 },
  { id: "perc2", author: "hullum", beats: 4 },
  { id: "safari", author: "nemaavla", beats: 16 },
  { id: "weirdo", author: "hullum", beats: 8 },
];

/** The other loops of the package, and why they are not used. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  amen: "a few seconds of a record of 1969, whoever uploaded it",
  amen_full: "a few seconds of a record of 1969, whoever uploaded it",
  tabla: "16 beats or 32: nothing says which",
  "3d_printer": "no whole number of beats",
};
