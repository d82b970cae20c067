/** The two syllabi that the course follows. */
export type Syllabus = "production" | "education";

/** A term of the course: how it is written, and what it means in one or two sentences. */
export type Term = {
  name: string;
  definition: string;
  /** The syllabi that name it; none for a term that only helps to explain others. */
  syllabi?: readonly Syllabus[];
  /** The lesson that is about it, finished or still to come, as `module/lesson`. */
  lesson?: string;
};
