import { defineConfig } from "vitest/config";

/** Tests that open the built site in a browser: `npm test` builds it and finds the browser for them. */
const browserTests = ["tests/browser/**/*.test.ts", "tests/lessons/**/*.test.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          include: ["tests/**/*.test.ts"],
          exclude: browserTests,
          testTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "browser",
          include: browserTests,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // What is waited for comes at once, but a machine may be doing other things as well.
          expect: { poll: { timeout: 15_000 } },
          // One at a time, and after the others: what happens in the next frame is measured here.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
