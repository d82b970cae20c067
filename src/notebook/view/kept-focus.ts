/** Where the focus was in some nodes: in which, and by which child of which child. */
export type FocusPlace = { node: number; path: number[]; localName: string };

/** Where the focus is in the nodes; undefined if it is elsewhere. */
export function focusIn(nodes: readonly Node[]): FocusPlace | undefined {
  const focused = document.activeElement;
  const node = nodes.findIndex((node) => node.contains(focused));
  if (!focused || node < 0) return undefined;
  const path: number[] = [];
  for (let at = focused; at !== nodes[node]; at = at.parentElement!) {
    path.unshift(Array.prototype.indexOf.call(at.parentElement!.children, at));
  }
  return { node, path, localName: focused.localName };
}

/** Gives the focus to what stands at the same place now, unless it has gone elsewhere meanwhile. */
export function focusAt(nodes: readonly Node[], { node, path, localName }: FocusPlace): void {
  if (document.activeElement !== document.body) return;
  let at: Element | undefined = nodes[node] instanceof Element ? nodes[node] : undefined;
  for (const child of path) at = at?.children[child];
  if (at instanceof HTMLElement && at.localName === localName) at.focus({ preventScroll: true });
}
