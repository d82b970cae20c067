import type { Plugin } from "vite";

/**
 * Leaves out the lists that say what each dynamic import needs besides its own file: for the hundred names of the library
 * they would weigh more than they save. What nearly all of them need is preloaded by the page, and the rest is small.
 */
export function lightPreloads(): Plugin {
  return {
    name: "etude:light-preloads",
    configResolved({ environments }) {
      for (const { build } of Object.values(environments)) {
        build.modulePreload = { polyfill: false, resolveDependencies: () => [] };
      }
    },
  };
}
