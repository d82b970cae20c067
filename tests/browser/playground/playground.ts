import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** The page of the learner's notebooks. */
export const listPath = "playground/";

/** Waits until a page of the playground has read what is kept. */
export async function ready(page: Page): Promise<void> {
  await page.waitForSelector('[data-page][data-state="ready"]');
}

/** Goes to another page of the site in the same profile. */
export async function goTo(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await ready(page);
}

/** The titles in the list, from the top. */
export function titles(page: Page): Promise<string[]> {
  return page.locator(".etude-notebooks [data-part='title']").allTextContents();
}

/** A notebook of the list, by its title. */
export function item(page: Page, title: string): Locator {
  return page
    .locator(".etude-notebooks > li")
    .filter({ has: page.getByRole("link", { name: title, exact: true }) });
}

/** Begins a notebook from a template on the list's page, and waits until its own page is there. */
export async function begin(page: Page, template: string): Promise<void> {
  await page.locator(`button[data-template="${template}"]`).click();
  await page.waitForURL(/playground\/notebook\/\?id=/);
  await ready(page);
}

/** Opens files with the list's button. */
export async function openFiles(page: Page, ...files: { name: string; text: string }[]): Promise<void> {
  await page
    .locator('input[type="file"]')
    .setInputFiles(
      files.map(({ name, text }) => ({ name, mimeType: "text/markdown", buffer: Buffer.from(text) })),
    );
}

/** Waits until the page says this. */
export async function said(page: Page, text: string | RegExp): Promise<void> {
  await expect.poll(() => page.locator('[data-part="notices"]').textContent()).toMatch(text);
}
