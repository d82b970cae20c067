import drumClassifier from "./templates/drum-classifier.etude.md?raw";
import empty from "./templates/empty.etude.md?raw";
import exploreCsv from "./templates/explore-csv.etude.md?raw";

/** A notebook to begin with. */
export type Template = { id: string; title: string; summary: string; markdown: string };

/** The notebooks that the playground offers to begin with. */
export const templates: Template[] = [
  {
    id: "empty",
    title: "Empty notebook",
    summary: "One cell, and everything a lesson can do.",
    markdown: empty,
  },
  {
    id: "explore-csv",
    title: "Explore a CSV",
    summary: "Look at a table of your own: its rows, its columns, one against another.",
    markdown: exploreCsv,
  },
  {
    id: "drum-classifier",
    title: "Train a drum classifier",
    summary: "Choose features and a model, test it on kits it has never heard, and listen to its mistakes.",
    markdown: drumClassifier,
  },
];

/** The template for looking at a table, set to a CSV or TSV file of this name. */
export function exploreFile(name: string): string {
  // A function, since a replacement text gives a meaning to dollar signs.
  const named = exploreCsv.replace('"my-data.csv"', () => JSON.stringify(name));
  return /\.tsv$/i.test(name) ? named.replace(".csv({typed", ".tsv({typed") : named;
}
