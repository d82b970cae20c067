import { element } from "../../element.ts";

/** What a place for files is called, and takes. */
export type FilePlaceOptions = {
  /** The words on its button. */
  label: string;
  /** What the file chooser offers, as in `accept` of a file input. */
  accept: string;
  /** Whether several are taken. */
  multiple: boolean;
  /** What is said below the button. */
  note: string;
  /** Told of the files. */
  take(files: File[]): void;
};

/** A button that opens the file chooser, in a box on which files can be dropped. */
export function filePlace({ label, accept, multiple, note, take }: FilePlaceOptions): HTMLElement {
  const chooser = element("input", { type: "file", accept, multiple, class: "etude-hidden", tabindex: -1 });
  chooser.setAttribute("aria-hidden", "true");
  const button = element("button", { type: "button", class: "etude-quiet" }, label);
  const box = element("div", { class: "etude-file-place" }, button, chooser, element("small", {}, note));
  const given = (files: FileList | null | undefined) => {
    const list = Array.from(files ?? []);
    if (list.length > 0) take(multiple ? list : list.slice(0, 1));
  };
  button.addEventListener("click", () => chooser.click());
  // The choice is no input of the notebook: what is made of the files is.
  chooser.addEventListener("input", (event) => event.stopPropagation());
  chooser.addEventListener("change", (event) => {
    event.stopPropagation();
    given(chooser.files);
    // The same file can be chosen again, after it was changed.
    chooser.value = "";
  });
  box.addEventListener("dragover", (event) => {
    event.preventDefault();
    event.stopPropagation();
    box.dataset.over = "";
  });
  box.addEventListener("dragleave", () => delete box.dataset.over);
  box.addEventListener("drop", (event) => {
    event.preventDefault();
    // Not for the page, which would add it to the notebook.
    event.stopPropagation();
    delete box.dataset.over;
    given(event.dataTransfer?.files);
  });
  return box;
}
