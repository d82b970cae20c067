import { describe } from "vitest";
import { isLesson, ofEachKind, withTitle } from "../../support/all-pages.ts";
import { lookWithAxe } from "../../support/look-with-axe.ts";
import { useSite } from "../../support/site.ts";

const site = useSite();

// Every other page, so that two are looked at at a time. Lessons are looked at in tests/lessons/walk.
const pages = ofEachKind
  .filter((path) => !isLesson(path))
  .filter((_, i) => i % 2 === 1)
  .map(withTitle);

describe.each(pages)("%s", (_, path) => lookWithAxe(site, path));
