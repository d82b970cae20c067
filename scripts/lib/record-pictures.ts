import type { Page } from "playwright-core";
import type { Pictures } from "../../src/components/markdown/pictures.ts";

/**
 * What the cells of an open, settled lesson show, as a page without scripts can show it: figures without their
 * controls, and the text of inline expressions, by cell.
 */
export function recordPictures(page: Page): Promise<Omit<Pictures, "sources">> {
  return page.evaluate(() => {
    // Controls do nothing without scripts, and a tab stop that does nothing is a trap.
    const controls = "button, input, select, details, [role='status'], .etude-readout";
    const round = (text: string) =>
      text.replace(/-?\d+\.\d{2,}/g, (number) => String(+Number(number).toFixed(1)));
    const still = (figure: Element): string => {
      const copy = figure.cloneNode(true) as Element;
      // What is painted is not part of a copy: it is kept as a picture.
      const painted = figure.querySelectorAll("canvas");
      for (const [i, canvas] of copy.querySelectorAll("canvas").entries()) {
        const picture = document.createElement("img");
        picture.alt = "";
        picture.style.cssText = canvas.style.cssText;
        picture.src = painted[i]!.toDataURL("image/webp", 0.8);
        canvas.replaceWith(picture);
      }
      // The heads of a table are buttons that sort it; their words stay.
      for (const button of copy.querySelectorAll("th button")) button.replaceWith(...button.childNodes);
      for (const control of copy.querySelectorAll(controls)) control.remove();
      for (const element of [copy, ...copy.querySelectorAll("*")]) {
        element.removeAttribute("tabindex");
        for (const name of ["d", "transform", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy"]) {
          const value = element.getAttribute(name);
          if (value) element.setAttribute(name, round(value));
        }
      }
      return copy.outerHTML;
    };
    const cells: Pictures["cells"] = {};
    const inline: Pictures["inline"] = {};
    for (const cell of document.querySelectorAll<HTMLElement>("etude-cell")) {
      const output = cell.querySelector('[data-part="output"]')!;
      const figures = output.querySelectorAll("figure.etude-figure");
      if (figures.length === 0) continue;
      const height = Math.round(output.getBoundingClientRect().height);
      cells[cell.dataset.cell!] = { html: Array.from(figures, still).join(""), height };
    }
    for (const element of document.querySelectorAll<HTMLElement>("etude-inline")) {
      inline[element.dataset.cell!] = element.querySelector('[data-part="output"]')!.textContent!;
    }
    return { cells, inline };
  });
}
