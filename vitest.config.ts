import { defineConfig } from "vitest/config";

/** Tests that open the built site in a browser: `npm test` builds it and finds the browser for them. */
const browserTests = ["tests/browser/**/*.test.ts", "tests/lessons/**/*.test.ts"];

/** Those of them that measure what happens in the next frame, stop what runs, type ahead, or listen: one at a time. */
const alone = [
  "tests/browser/notebook/{contract,editing,editor,keeping,outputs,runaway,safety}.test.ts",
  "tests/browser/stdlib/{compute,sound*}.test.ts",
  "tests/lessons/{overfitting,gaussian-mixture-models}.test.ts",
];

/** Tests of pure functions, which leave nothing behind: they share what they import, and take half the time so. */
const pureTests = [
  "tests/golden/**/*.test.ts",
  "tests/unit/{course,datasets,learn,lessons,music}/**/*.test.ts",
  "tests/unit/notebook/{compile,document}/**/*.test.ts",
  "tests/unit/stdlib/{figures,inputs}/**/*.test.ts",
];

/** Property tests draw the same cases in every run of CI. */
const setupFiles = ["tests/unit/support/same-cases-in-ci.ts"];

const inBrowser = {
  // Twenty lessons are long, and a machine may be five times as slow as the one that they were written on.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // What is waited for comes at once, but a machine may be doing other things as well.
  expect: { poll: { timeout: 15_000 } },
  // A browser on a shared machine may be late once. `npm test` names every test that needed its second attempt.
  retry: process.env.CI ? 1 : 0,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "pure",
          include: pureTests,
          setupFiles,
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "node",
          include: ["tests/**/*.test.ts"],
          exclude: [...browserTests, ...pureTests],
          setupFiles,
          maxWorkers: 2,
          testTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...inBrowser,
          name: "pages",
          include: browserTests,
          exclude: alone,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...inBrowser,
          name: "browser",
          include: alone,
          // One at a time, and after the others: what happens in the next frame is measured here.
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
