/** A piece: where its file is in the package, and what its score says. */
export type Piece = {
  id: string;
  file: string;
  title: string;
  composer: string;
  /** When it was published. */
  year: number;
  key: string;
  meter: string;
  /** How many quarter notes there are before the first whole bar. */
  upbeat: number;
  /** Whether the file plays the repeats that the score asks for. */
  repeats: "played" | "left out";
};

const JOPLIN = "Scott Joplin";

/** The pieces whose composers died more than seventy years ago and whose typesetters gave their work away. */
export const PIECES: readonly Piece[] = [
  rag("maple-leaf-rag", "Maple Leaf Rag", 1899, "Ab major", { upbeat: 0.5 }),
  rag("peacherine-rag", "Peacherine Rag", 1901, "Eb major", { repeats: "left out" }),
  rag("the-easy-winners", "The Easy Winners", 1901, "Ab major"),
  rag("elite-syncopations", "Elite Syncopations", 1902, "F major"),
  rag("the-entertainer", "The Entertainer", 1902, "C major"),
  rag("bethena", "Bethena, a concert waltz", 1905, "G major", { meter: "3/4" }),
  rag("pineapple-rag", "Pine Apple Rag", 1908, "Bb major"),
  rag("solace", "Solace, a Mexican serenade", 1909, "C major"),
  {
    id: "gymnopedie-1",
    file: "classical/satie-gymnopedie-no1",
    title: "Gymnopédie no. 1",
    composer: "Erik Satie",
    year: 1888,
    key: "D major",
    meter: "3/4",
    upbeat: 0,
    repeats: "left out",
  },
  {
    id: "arabesque-1",
    file: "classical/debussy-arabesque-no1",
    title: "Première arabesque",
    composer: "Claude Debussy",
    year: 1891,
    key: "E major",
    meter: "4/4",
    upbeat: 0,
    repeats: "played",
  },
];

function rag(
  id: string,
  title: string,
  year: number,
  key: string,
  {
    meter = "2/4",
    upbeat = 0,
    repeats = "played",
  }: Partial<Pick<Piece, "meter" | "upbeat" | "repeats">> = {},
): Piece {
  return { id, file: `ragtime/${id}`, title, composer: JOPLIN, year, key, meter, upbeat, repeats };
}
