import { html } from "htl";
import { writeLink } from "../share/index.ts";
import { openDialog } from "./dialog.ts";
import type { NotebookHost } from "./host.ts";

const largestSeed = 2 ** 32 - 1;

/** Opens what makes a link to the page as it stands: where its inputs are, and which random numbers it has. */
export function openShare(notebook: NotebookHost): void {
  const seed =
    html`<input type="number" min="0" max=${largestSeed} step="1" value=${notebook.seed} required>` as HTMLInputElement;
  const withInputs = html`<input type="checkbox" checked>` as HTMLInputElement;
  const link = html`<textarea readonly rows="3" aria-label="Link"></textarea>` as HTMLTextAreaElement;
  const copy = html`<button type="button" autofocus>Copy the link</button>`;
  const open = html`<a class="etude-open-link">Open it here</a>` as HTMLAnchorElement;
  const said = html`<p role="status"></p>`;
  const write = () => {
    const inputs = withInputs.checked ? notebook.runtime.inputValues() : new Map<string, unknown[]>();
    try {
      link.value = writeLink(location.href, {
        inputs,
        ...(seed.value !== "" && seed.checkValidity() && { seed: seed.valueAsNumber }),
      });
      open.href = link.value;
      said.textContent = seed.checkValidity() ? "" : `A seed is a whole number from 0 to ${largestSeed}.`;
    } catch (error) {
      said.textContent = (error as Error).message;
    }
  };
  seed.addEventListener("input", write);
  withInputs.addEventListener("change", write);
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(link.value);
      said.textContent = "Copied.";
    } catch {
      link.select();
      said.textContent = "The browser did not let this page copy it: copy the marked text.";
    }
  });
  write();
  openDialog(
    "Link to this page as it stands",
    html`<p>Who opens it sees this page with the sliders where they are now and the same random numbers. Your edits of
      the code are not in it.</p>`,
    html`<p class="etude-fields"><label>Seed ${seed}</label> <label>${withInputs} with the inputs as they stand</label></p>`,
    link,
    html`<p class="etude-actions-row">${copy}${open}</p>`,
    said,
  );
}
