import { z } from "astro/zod";
import { glossary } from "./glossary.ts";

const term = z.string().refine((id) => id in glossary, {
  error: ({ input }) =>
    `"${input}" is not in the glossary (src/course/glossary.ts): add it there, or mend the spelling.`,
});

/** What the head of a lesson file must say. `npm run build` checks it and names what is wrong. */
export const lessonFields = {
  summary: z.string().regex(/^[^.!?]+[.!?]$/, { error: "The summary is one sentence, with its full stop." }),
  terms: z.array(term).min(1, { error: "A lesson teaches at least one term of the glossary." }),
  objectives: z
    .array(z.string())
    .min(2, { error: "A lesson has 2 to 4 objectives." })
    .max(4, { error: "A lesson has 2 to 4 objectives." }),
  minutes: z.number().int().positive(),
  datasets: z.array(z.string()).default([]),
  needs: z.array(z.string()).default([]),
  seed: z.number().int(),
  /** The present ids of exercises and questions, by the ids that they had once: what is kept of them stays. */
  aliases: z
    .record(z.string(), z.string())
    .default({})
    .refine((aliases) => Object.values(aliases).every((id) => !Object.hasOwn(aliases, id)), {
      error: "An alias leads from an old id to the present one: no id may be both.",
    }),
};

/** A lesson's front matter, without what the site's own schema adds. */
export const lessonFrontMatter = z.object({ title: z.string(), ...lessonFields });
