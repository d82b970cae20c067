import type { BrowserContext, Page } from "playwright-core";

/** What a page did that a test may ask about; filled while the page is open. */
export type PageRecord = {
  /** Texts of `console.error` and of uncaught errors, in order. */
  errors: string[];
  /** Addresses of all requests, those of workers included, in order. */
  requests: string[];
  /** Requests to another origin than the site's. There must never be one. */
  foreign: string[];
  /** Requests that failed or were answered with 400 or more, as `404 http://…`. */
  broken: string[];
};

/** Starts to record what a page of the site does. */
export function record(context: BrowserContext, page: Page, siteUrl: string): PageRecord {
  const seen: PageRecord = { errors: [], requests: [], foreign: [], broken: [] };
  const { origin } = new URL(siteUrl);
  page.on("console", (message) => {
    if (message.type() === "error") seen.errors.push(message.text());
  });
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  context.on("request", (request) => {
    const url = request.url();
    seen.requests.push(url);
    const inside = url.startsWith("data:") || url.startsWith("blob:") || new URL(url).origin === origin;
    if (!inside) seen.foreign.push(url);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) seen.broken.push(`${response.status()} ${response.url()}`);
  });
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "failed";
    // A request that the page itself gave up, as when it is left, is not broken.
    if (reason !== "net::ERR_ABORTED") seen.broken.push(`${reason} ${request.url()}`);
  });
  return seen;
}
