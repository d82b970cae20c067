import type { Locator } from "playwright-core";

/**
 * Presses a running cell's Stop, and answers whether the cell had stopped before so many milliseconds were over by the
 * page's own timers: a machine that does other things delays both alike.
 */
export function stopsWithin(cell: Locator, ms: number): Promise<boolean> {
  return cell.evaluate((element, ms) => {
    const hasStopped = () => element.dataset.state === "stopped";
    return new Promise<boolean>((resolve) => {
      new MutationObserver(() => hasStopped() && resolve(true)).observe(element, { attributes: true });
      setTimeout(() => resolve(hasStopped()), ms);
      element.querySelector<HTMLElement>('[data-part="progress"] [data-command="stop"]')!.click();
    });
  }, ms);
}
