import { html } from "htl";

/** Says, at the head of a page, that this browser keeps nothing for the site, why, and what works all the same. */
export function showBlocked(page: HTMLElement, why: string): void {
  page.prepend(html`<div class="etude-say etude-say-error" data-part="blocked"><div>
    <p><strong>This browser keeps nothing for Etude.</strong> ${why}</p>
    <p>Lessons and templates work, and can be changed; what you change is gone when you leave the page, unless you
      download it. To keep notebooks, leave the private window, or allow this site to store data, and load the page
      again.</p></div></div>`);
}
