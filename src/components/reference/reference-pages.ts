import {
  type ReferenceEntry,
  type ReferenceGroup,
  type ReferenceName,
  referenceGroups,
} from "../../stdlib/reference-entry.ts";
import { groupTexts } from "./groups.ts";
import { pageTexts } from "./page-texts.ts";

/** An entry with its path, as a cell writes it: `music.stft`. */
export type ToldName = { path: string; entry: ReferenceEntry };

/** A page of the reference: what stands on it in full. */
export type ReferencePage = {
  /** Its address inside the reference, without slashes at its ends: `music/pitch`. */
  id: string;
  group: ReferenceGroup;
  title: string;
  about: string;
  names: ToldName[];
};

/** The id of the page that an address of the reference leads to. */
export function pageIdOf(url: string): string {
  return url.slice("reference/".length, url.indexOf("/#"));
}

/** The members of a space that stand on the page of the space, below it; the others are told of elsewhere. */
export function membersHere({ path, entry }: ToldName): ToldName[] {
  if (entry.kind !== "namespace") return [];
  const here = entry.url!.slice(0, entry.url!.indexOf("#") + 1);
  return (entry.members ?? [])
    .map((member) => ({ path: `${path}.${member.name}`, entry: member }))
    .filter((member) => member.entry.url === here + member.path);
}

/** Members of a space that have their place on another page; not those that are only another word for a name. */
function membersOnOtherPages({ path, entry }: ToldName): ToldName[] {
  if (entry.kind !== "namespace") return [];
  return (entry.members ?? [])
    .map((member) => ({ path: `${path}.${member.name}`, entry: member }))
    .filter(
      ({ path, entry: { url } }) => url!.endsWith(`/#${path}`) && pageIdOf(url!) !== pageIdOf(entry.url!),
    );
}

/**
 * The pages of the reference, in order, each with what stands on it.
 * @throws if an entry lies on a page that has no title.
 */
export function referencePages(names: readonly ReferenceName[]): ReferencePage[] {
  const pages = [...referenceGroups, ...Object.keys(pageTexts)].map((id): ReferencePage => {
    const group = id.split("/")[0] as ReferenceGroup;
    return { id, group, ...(pageTexts[id] ?? groupTexts[group]), names: [] };
  });
  const put = (told: ToldName) => {
    const page = pages.find(({ id }) => id === pageIdOf(told.entry.url!));
    if (!page) throw new Error(`${told.entry.url} is on a page that page-texts.ts does not name`);
    page.names.push(told);
  };
  const told = names.map((entry) => ({ path: entry.name, entry }));
  for (const each of [...told, ...told.flatMap(membersOnOtherPages)]) put(each);
  const place = ({ group }: ReferencePage) => referenceGroups.indexOf(group);
  return pages.filter((page) => page.names.length > 0).sort((a, b) => place(a) - place(b));
}
