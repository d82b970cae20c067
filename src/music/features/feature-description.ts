/** What one column of a table of features says. */
export type FeatureDescription = {
  /** The column's name in a table. */
  name: string;
  /** Its name in words, for an axis. */
  label: string;
  /** What it is counted in. */
  unit: string;
  /** What it says, in half a sentence. */
  description: string;
};

export function column(name: string, label: string, unit: string, description: string): FeatureDescription {
  return { name, label, unit, description };
}
