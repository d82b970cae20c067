// The box above the reference that leaves only what one looks for. Without it the page is complete, and long.
const form = document.querySelector<HTMLFormElement>("[data-part='reference-filter']")!;
const input = form.querySelector("input")!;
const tally = form.querySelector("output")!;
const groups = [...document.querySelectorAll<HTMLElement>(".etude-group")];
const names = [...document.querySelectorAll<HTMLElement>(".etude-name")];

function matches(name: HTMLElement, words: readonly string[]): boolean {
  return words.every((word) => name.dataset.search!.includes(word));
}

function filter(): void {
  const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
  const hits = names.filter((name) => matches(name, words));
  const shown = new Set(hits.flatMap((name) => [name, ...ancestors(name)]));
  for (const name of names) name.hidden = !shown.has(name);
  for (const group of groups) group.hidden = !group.querySelector(".etude-name:not([hidden])");
  // What holds a find only because of it shows its own name and no more.
  for (const name of names) name.toggleAttribute("data-only-inside", !hits.includes(name));
  if (words.length === 0) tally.textContent = "";
  else if (hits.length === 0) tally.textContent = "Nothing is called that. Try a shorter word.";
  else tally.textContent = hits.length === 1 ? "1 name" : `${hits.length} names`;
}

function ancestors(name: HTMLElement): HTMLElement[] {
  const outer = name.parentElement!.closest<HTMLElement>(".etude-name");
  return outer ? [outer] : [];
}

function showTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target?.closest("[hidden], [data-only-inside]")) return;
  input.value = "";
  filter();
  target.scrollIntoView();
}

input.addEventListener("input", filter);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const first = names.find((name) => !name.hidden && !name.hasAttribute("data-only-inside"));
  if (first) location.hash = first.getAttribute("aria-labelledby")!;
});
addEventListener("hashchange", showTarget);
form.hidden = false;
// The browser may have kept what was typed before.
filter();

export {};
