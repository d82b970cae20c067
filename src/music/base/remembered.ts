const KEPT = 16;

/** `make`, which keeps its last 16 answers and gives them again to who asks the same: for tables that take time. */
export function remembered<Arguments extends unknown[], Answer>(
  make: (...args: Arguments) => Answer,
): (...args: Arguments) => Answer {
  const answers = new Map<string, Answer>();
  return (...args) => {
    const key = JSON.stringify(args);
    let answer = answers.get(key);
    if (answer === undefined) answer = make(...args);
    else answers.delete(key);
    // Whoever was asked for last stands last, so that the first to go is the one not asked for the longest.
    answers.set(key, answer);
    if (answers.size > KEPT) answers.delete(answers.keys().next().value!);
    return answer;
  };
}
