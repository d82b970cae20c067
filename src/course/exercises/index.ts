export { checkExpression, type Exercise, exercisesOf, type Passage } from "./exercise.ts";
export {
  type LessonProgress,
  lessonProgress,
  presentName,
  progressWords,
  quizTask,
  type Task,
  underPresentNames,
} from "./lesson-progress.ts";
export {
  attemptsForSolution,
  type ExerciseEvent,
  type ExerciseRecord,
  maySeeSolution,
  mergedRecords,
  recorded,
  untouched,
} from "./progress.ts";
export { mergedRecordTexts, readRecordText, recordText } from "./record-text.ts";
export { tasksOf } from "./tasks-of.ts";
export {
  type Attempt,
  type Checked,
  checkNames,
  missingNames,
  type Result,
  resultBefore,
  resultOf,
  resultOfMissing,
} from "./verdict.ts";
