/** A module of the course: its folder in `lessons/`, its title, and its lessons in the order in which they are taught. */
export type CourseModule = { id: string; title: string; question: string; lessons: string[] };

/** The course. A lesson stands here when it is finished; until then its module says what it will ask. */
export const outline: CourseModule[] = [
  { id: "start", title: "Start", question: "Can a single number tell a drum from a note?", lessons: [] },
  { id: "learning", title: "Learning", question: "How does a machine learn from examples?", lessons: [] },
  {
    id: "generalising",
    title: "Generalising",
    question: "Will it still be right about music it has never heard?",
    lessons: ["overfitting"],
  },
  { id: "sound", title: "Sound", question: "What does a machine hear in a recording?", lessons: [] },
  { id: "networks", title: "Networks", question: "What do layers of simple units learn?", lessons: [] },
  { id: "listening", title: "Listening", question: "Which notes, which chords, which beat?", lessons: [] },
  { id: "making", title: "Making", question: "Can it write a tune, or only copy one?", lessons: [] },
  { id: "people", title: "People", question: "What will you want to hear next?", lessons: [] },
  {
    id: "responsibility",
    title: "Responsibility",
    question: "Why did it say that, and whom does it serve?",
    lessons: [],
  },
  {
    id: "instructors",
    title: "For instructors",
    question: "How do you write a lesson of your own?",
    lessons: ["writing-a-lesson"],
  },
];

/** The modules that have a finished lesson. */
export function openModules(): CourseModule[] {
  return outline.filter(({ lessons }) => lessons.length > 0);
}
