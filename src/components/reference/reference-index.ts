// The index of the reference: a box that leaves only what one looks for, and a way on for addresses from the time when
// all names stood on this page. Without it the index is complete, and long.
import { forwardAddress } from "./forward-address.ts";
import { bestMatch, type FindableName, nameRank } from "./name-rank.ts";

type Found = FindableName & { href: string };
type Row = Found & { item: HTMLElement; parts: Found[] };

const form = document.querySelector<HTMLFormElement>("[data-part='reference-filter']")!;
const input = form.querySelector("input")!;
const tally = form.querySelector("output")!;
const groups = [...document.querySelectorAll<HTMLElement>(".etude-group")];
const rows = [...document.querySelectorAll<HTMLElement>("[data-name]")].map(rowOf);

/** From this many letters on, the methods of classes are looked through as well. */
const PART_LETTERS = 2;

function rowOf(item: HTMLElement): Row {
  const path = item.dataset.name!;
  const { href } = item.querySelector("a")!;
  const parts = (item.dataset.parts?.split(" ") ?? []).map((name) => ({
    path: `${path}.${name}`,
    href: `${href}.${name}`,
  }));
  return { path, href, summary: item.querySelector("span")!.textContent, item, parts };
}

/** Methods that answer by their own names, not only because their class does. */
function partsFound(typed: string, { path, parts }: Row): Found[] {
  if (typed.length < PART_LETTERS) return [];
  return parts.filter((part) => nameRank(typed, { path: part.path.slice(path.length + 1) }) !== undefined);
}

function showParts(item: HTMLElement, parts: readonly Found[]): void {
  item.querySelector("[data-part='found']")?.remove();
  if (parts.length === 0) return;
  const box = document.createElement("small");
  box.dataset.part = "found";
  for (const { path, href } of parts) {
    const link = document.createElement("a");
    link.href = href;
    link.textContent = path.slice(path.lastIndexOf("."));
    box.append(link, " ");
  }
  item.append(box);
}

/** Shows what answers, says how much it is, and gives all of it. */
function filter(): Found[] {
  const typed = input.value.trim();
  const found: Found[] = [];
  for (const row of rows) {
    const own = nameRank(typed, row) !== undefined;
    const parts = partsFound(typed, row);
    if (own) found.push(row);
    found.push(...parts);
    row.item.hidden = typed !== "" && !own && parts.length === 0;
    showParts(row.item, parts);
  }
  for (const group of groups) group.hidden = !group.querySelector("[data-name]:not([hidden])");
  document.querySelector("[data-part='reference-index']")!.toggleAttribute("data-filtered", typed !== "");
  tally.textContent = typed === "" ? "" : tallyOf(found, bestMatch(typed, found));
  return found;
}

function tallyOf({ length }: readonly Found[], best: Found | undefined): string {
  if (!best) return "Nothing is called that. Try a shorter word.";
  return `${length === 1 ? "1 name" : `${length} names`}. Enter opens ${best.path}.`;
}

function wanted(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

function forward(): void {
  const path = wanted();
  if (document.getElementById(path)) return;
  const address = forwardAddress(path, new Map(rows.map(({ path, href }) => [path, href])));
  if (address) location.replace(address);
}

input.addEventListener("input", filter);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const best = bestMatch(input.value, filter());
  if (best) location.href = best.href;
});
addEventListener("hashchange", forward);
forward();
form.hidden = false;
// The browser may have kept what was typed before.
filter();
