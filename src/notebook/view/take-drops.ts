/**
 * Lets files be dropped anywhere on the page, as one that misses its place would be opened instead of the page, and be
 * pasted while the focus is in `element`, which shows that it takes what hovers. Returns what ends it.
 */
export function takeDrops(element: HTMLElement, take: (files: File[]) => void): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  const holdsFiles = (transfer: DataTransfer | null) => transfer?.types.includes("Files") ?? false;
  const over = (isOver: boolean) => element.toggleAttribute("data-drop", isOver);
  const onDragOver = (event: DragEvent) => {
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer!.dropEffect = "copy";
    over(true);
  };
  const onDragLeave = (event: DragEvent) => {
    if (event.relatedTarget === null) over(false);
  };
  const onDrop = (event: DragEvent) => {
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    over(false);
    take([...event.dataTransfer!.files]);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (!holdsFiles(event.clipboardData)) return;
    event.preventDefault();
    take([...event.clipboardData!.files]);
  };
  document.addEventListener("dragover", onDragOver, { signal });
  document.addEventListener("dragleave", onDragLeave, { signal });
  document.addEventListener("drop", onDrop, { signal });
  element.addEventListener("paste", onPaste, { signal });
  return () => ended.abort();
}
