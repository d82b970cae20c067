import { defineCollection } from "astro:content";
import { docsSchema } from "@astrojs/starlight/schema";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { lessonFields } from "./course/front-matter.ts";

export const collections = {
  docs: defineCollection({
    loader: glob({ base: "./lessons", pattern: "**/*.md" }),
    // A lesson must have all of them (see components/lesson.ts); a page of the site's own has none.
    schema: docsSchema({ extend: z.object(lessonFields).partial() }),
  }),
};
