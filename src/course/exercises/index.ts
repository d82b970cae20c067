export { checkExpression, type Exercise, exercisesOf, type Passage } from "./exercise.ts";
export {
  attemptsForSolution,
  type ExerciseEvent,
  type ExerciseRecord,
  maySeeSolution,
  recorded,
  untouched,
} from "./progress.ts";
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
