/** What a listener has said so far. */
export interface DuelValue {
  /** The rows of all sounds that are asked about, in their order. */
  sounds: readonly number[];
  /** The rows of the sounds that have been answered. */
  rows: readonly number[];
  /** What the listener said of each of them. */
  answers: readonly string[];
  /** What each of them is. */
  truth: readonly string[];
  /** Whether the listener has finished, or has had enough: now the other side may be shown. */
  over: boolean;
  /** How often it was started again, with other sounds. */
  round: number;
}

/** The part of a value from which the rest follows. */
export type DuelState = Pick<DuelValue, "answers" | "over" | "round">;

/** Whether something can be taken over as the state of a duel of `n` sounds. */
export function isDuelState(value: unknown, classNames: readonly string[], n: number): value is DuelState {
  const { answers, over, round } = Object(value);
  return (
    Array.isArray(answers) &&
    answers.length <= n &&
    answers.every((answer) => classNames.includes(answer)) &&
    typeof over === "boolean" &&
    (over || answers.length < n) &&
    Number.isInteger(round) &&
    round >= 0
  );
}

/** The value that a cell reads. */
export function duelValue(state: DuelState, sounds: readonly number[], labels: readonly string[]): DuelValue {
  const rows = sounds.slice(0, state.answers.length);
  return {
    sounds,
    rows,
    answers: [...state.answers],
    truth: rows.map((row) => labels[row]!),
    over: state.over,
    round: state.round,
  };
}
