function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

/**
 * Takes files that are dropped anywhere on the page, which carries `data-dropping` while they hang over it. (A browser
 * would leave the page, and show the file.)
 */
export function takeDroppedFiles(page: HTMLElement, take: (files: File[]) => void): void {
  let depth = 0; // entering an inner element comes before leaving the outer one
  const show = () => page.toggleAttribute("data-dropping", depth > 0);
  addEventListener("dragenter", (event) => {
    if (!holdsFiles(event)) return;
    ++depth;
    show();
  });
  addEventListener("dragleave", (event) => {
    if (!holdsFiles(event)) return;
    depth = Math.max(0, depth - 1);
    show();
  });
  addEventListener("dragover", (event) => {
    if (holdsFiles(event)) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth = 0;
    show();
    take(Array.from(event.dataTransfer!.files));
  });
}
