import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { afterFree } from "../../../../src/notebook/view/patience.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("who is free all the time is late when the time is over, and not before", () => {
  const late = vi.fn();
  afterFree(1000, late);
  vi.advanceTimersByTime(999);
  expect(late).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(late).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(5000);
  expect(late).toHaveBeenCalledOnce();
});

test("nobody is late who was stopped", () => {
  const late = vi.fn();
  afterFree(1000, late)();
  vi.advanceTimersByTime(5000);
  expect(late).not.toHaveBeenCalled();
});

test("an answer that comes while the page is busy is in time", async () => {
  vi.useRealTimers();
  const late = vi.fn();
  const stop = afterFree(300, late);
  const answer = new Promise<void>((resolve) => setTimeout(resolve, 400));
  const until = performance.now() + 500;
  while (performance.now() < until);
  // The timer that was due long ago and the answer are both heard now: the answer counts.
  await answer;
  expect(late).not.toHaveBeenCalled();
  stop();
});
