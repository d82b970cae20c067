/** Lets files be dropped on an element, and pasted while the focus is in it; while some hover over it, it says so. */
export function takeDrops(element: HTMLElement, take: (files: File[]) => void): void {
  const holdsFiles = (transfer: DataTransfer | null) => transfer?.types.includes("Files") ?? false;
  const over = (isOver: boolean) => element.toggleAttribute("data-drop", isOver);
  element.addEventListener("dragover", (event) => {
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer!.dropEffect = "copy";
    over(true);
  });
  element.addEventListener("dragleave", (event) => {
    if (!element.contains(event.relatedTarget as Node | null)) over(false);
  });
  element.addEventListener("drop", (event) => {
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    over(false);
    take([...event.dataTransfer!.files]);
  });
  element.addEventListener("paste", (event) => {
    if (!holdsFiles(event.clipboardData)) return;
    event.preventDefault();
    take([...event.clipboardData!.files]);
  });
}
