/** What is around a lesson, as far as it is known: rules about it are silent where it is null. */
export type Surroundings = {
  /** Of this lesson, `module/lesson`. */
  id: string | null;
  /** The ids of all lessons. */
  lessons: readonly string[] | null;
  datasets: readonly string[] | null;
  /** The paths of the site's pages, without the base, each with a slash at its end: `reference/`. */
  pages: readonly string[] | null;
};

/** For a lesson by itself. */
export const nowhere: Surroundings = { id: null, lessons: null, datasets: null, pages: null };
