/** Whether the page is dark. */
export function isDark(): boolean {
  return document.documentElement.dataset.theme === "dark";
}

const redraws = new WeakMap<Element, () => void>();
const followers = new Set<WeakRef<Element>>();
let watch: MutationObserver | undefined;

function redrawAll(): void {
  for (const follower of followers) {
    const node = follower.deref();
    if (!node) followers.delete(follower);
    else if (node.isConnected) redraws.get(node)!();
  }
}

/**
 * Calls `redraw` whenever the page becomes dark or light, as long as `node` is on it: for what is painted on a canvas,
 * whose colours no style sheet can change. Keeps nothing alive that the page has let go.
 */
export function onThemeChange(node: Element, redraw: () => void): void {
  redraws.set(node, redraw);
  followers.add(new WeakRef(node));
  if (watch) return;
  watch = new MutationObserver(redrawAll);
  watch.observe(document.documentElement, { attributeFilter: ["data-theme"] });
}
