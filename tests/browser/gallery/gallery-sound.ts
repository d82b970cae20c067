import { createSound, soundFor } from "../../../src/stdlib/sound/index.ts";

/** What the examples sound with: one at a time on the whole page. */
export const pageSound = createSound();
export const sound = soundFor(pageSound);
