import * as v from "valibot";

// What is kept, as types and as the schemas that tell a record of ours from what merely lies in its place. A later
// version that changes a record raises the database's version with it, and its migration looks through what was set
// aside for records that it can read.

/** Where something came from; what is not the learner's own does not run by itself. */
export type Trust = "mine" | "foreign";

/** What is kept of a cell that a learner has changed. */
export type StoredEdit = {
  schema: 1;
  /** The learner's source. */
  source: string;
  /** The lesson's source when the edit began: when the lesson has changed since, the learner is told. */
  base: string;
  trust: Trust;
  /** When it was last changed, in milliseconds since 1970. */
  updated: number;
};

/** Where a cell was put: beside which other one. */
export type CellPlace = { before: string } | { after: string };

/** A cell that was added to a lesson or moved in it. */
export type PlacedCell = {
  id: string;
  /** The language of a cell that was added; absent for one that was moved. */
  added?: "js" | "md";
  /** null: at the end. */
  at: CellPlace | null;
};

/** The structure of a lesson as the learner changed it. */
export type StoredLayout = {
  schema: 1;
  /** In the order in which they are put in. */
  placed: PlacedCell[];
  removed: string[];
  options: [cell: string, { fold?: boolean; onClick?: boolean }][];
  trust: Trust;
  updated: number;
};

/** A notebook of the learner's own, whole. Its id has no slash in it: those with one are lessons. */
export type StoredNotebook = {
  schema: 1;
  id: string;
  title: string;
  markdown: string;
  trust: Trust;
  created: number;
  updated: number;
};

/** What a list of notebooks shows. */
export type NotebookSummary = {
  id: string;
  title: string;
  trust: Trust;
  created: number;
  updated: number;
  /** How much its text and its files take. */
  bytes: number;
};

/** A learner's own file, without its content. */
export type StoredFile = { name: string; type: string; size: number; updated: number };

/**
 * What is kept of a task of a lesson. What its text says is the site's own matter: the notebook keeps it and does not look
 * into it.
 */
export type StoredProgress = { schema: 1; json: string; updated: number };

/** An earlier source of a cell. */
export type CellVersion = {
  source: string;
  at: number;
  why: "run" | "reset" | "replaced" | "other tab" | "restored";
  /** What it is when it is taken up again. */
  trust: Trust;
};

/** An earlier source that is to be kept; one that does not say whose it is counts as the learner's own. */
export type NewVersion = Omit<CellVersion, "trust"> & { trust?: Trust | undefined };

/** What autosave writes: a cell's edit, a lesson's layout, or an own notebook whole. */
export type EntryKey = `cell:${string}` | "layout" | "document";

export type Entry = StoredEdit | StoredLayout | StoredNotebook;

/** Entries that are not written yet; null for one that was taken back. */
export type Unwritten = Map<EntryKey, Entry | null>;

const moment = v.pipe(v.number(), v.finite());
const trust = v.picklist(["mine", "foreign"]);

export const editSchema = v.object({
  schema: v.literal(1),
  source: v.string(),
  base: v.string(),
  trust,
  updated: moment,
}) satisfies v.GenericSchema<StoredEdit>;

export const layoutSchema = v.object({
  schema: v.literal(1),
  placed: v.array(
    v.object({
      id: v.string(),
      added: v.optional(v.picklist(["js", "md"])),
      at: v.nullable(
        v.union([v.strictObject({ before: v.string() }), v.strictObject({ after: v.string() })]),
      ),
    }),
  ),
  removed: v.array(v.string()),
  options: v.array(
    v.tuple([v.string(), v.object({ fold: v.optional(v.boolean()), onClick: v.optional(v.boolean()) })]),
  ),
  trust,
  updated: moment,
}) satisfies v.GenericSchema<StoredLayout>;

/** Whether an id can be that of an own notebook: not empty, no path, not endless. */
export function isOwnId(id: string): boolean {
  return id.length > 0 && id.length <= 200 && !id.includes("/");
}

export const notebookSchema = v.object({
  schema: v.literal(1),
  id: v.pipe(v.string(), v.check(isOwnId)),
  title: v.string(),
  markdown: v.string(),
  trust,
  created: moment,
  updated: moment,
}) satisfies v.GenericSchema<StoredNotebook>;

export const fileSchema = v.object({
  name: v.string(),
  type: v.string(),
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  updated: moment,
}) satisfies v.GenericSchema<StoredFile>;

/** A task's text may be so long. */
export const mostProgressCharacters = 20_000;

export const progressSchema = v.object({
  schema: v.literal(1),
  json: v.pipe(v.string(), v.maxLength(mostProgressCharacters)),
  updated: moment,
}) satisfies v.GenericSchema<StoredProgress>;

/** Older versions of the site did not note whose a version is: what came from a backup was somebody's. */
function withTrust(version: NewVersion): CellVersion {
  return { ...version, trust: version.trust ?? (version.why === "restored" ? "foreign" : "mine") };
}

export const versionsSchema = v.array(
  v.pipe(
    v.object({
      source: v.string(),
      at: moment,
      why: v.picklist(["run", "reset", "replaced", "other tab", "restored"]),
      trust: v.optional(trust),
    }),
    v.transform(withTrust),
  ),
) satisfies v.GenericSchema<NewVersion[], CellVersion[]>;

export const timeSchema = v.pipe(v.number(), v.finite(), v.minValue(0));
