// The search box, fetched when someone is about to search: Starlight would fetch it on every page at its first idle
// moment, in competition with a lesson's first figure.
type Options = Record<string, unknown>;

/** Stands in for Pagefind's own class until search is wanted, and then makes way for it. */
export class PagefindUI {
  constructor(options: Options) {
    const search = document.querySelector("site-search")!;
    const button = search.querySelector("button[data-open-modal]")!;
    const dialog = search.querySelector("dialog")!;
    let begun = false;
    const begin = async () => {
      if (begun) return;
      begun = true;
      const pagefind = await import("@pagefind/default-ui");
      new pagefind.PagefindUI(options);
      if (dialog.open) search.querySelector("input")?.focus();
    };
    for (const sign of ["pointerenter", "focus", "click"]) button.addEventListener(sign, begin);
    // However it was opened.
    new MutationObserver(begin).observe(dialog, { attributes: true, attributeFilter: ["open"] });
    if (dialog.open) void begin();
  }
}
