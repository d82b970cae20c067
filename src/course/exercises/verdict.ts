/** How an exercise stands: what an attempt was worth, with a message that helps. */
export type Result = {
  /** `error`: it could not be checked, through no fault of the attempt. */
  state: "unattempted" | "failed" | "passed" | "error";
  message: string;
};

/** What `pass` and `fail` hand to the one who asked. */
class Verdict {
  readonly passed: boolean;
  readonly message: string;

  constructor(passed: boolean, message: string) {
    this.passed = passed;
    this.message = message;
  }
}

export type { Verdict };

/** The answer is right; the message may add to it. For a check: `return pass("So that is why …")`. */
export function pass(message = ""): Verdict {
  return new Verdict(true, String(message));
}

/** The answer is not right yet. For a check: `return fail("…")`, or from deep inside `throw fail("…")`. */
export function fail(message: string): Verdict {
  return new Verdict(false, String(message));
}

/** Whether two numbers are alike within `tolerance`, taken relatively where `relative` is true. For checks. */
export function near(value: unknown, wanted: number, tolerance: number, { relative = false } = {}): boolean {
  if (typeof value !== "number" || Number.isNaN(value)) return false;
  return Math.abs(value - wanted) <= (relative ? tolerance * Math.abs(wanted) : tolerance);
}

/** What every check can name, beside the lesson's names and the learner's. */
export const checkNames = { pass, fail, near } as const;

/** What an attempt made, or why it did not come to that. */
export type Attempt =
  | { kind: "blank" }
  | { kind: "empty" }
  | { kind: "same" }
  | { kind: "crashed"; message: string; line?: number | undefined }
  | { kind: "stopped" }
  | { kind: "made"; exports: Readonly<Record<string, unknown>> };

/** What a check came to: the value that it returned, or what it threw. */
export type Checked = { returned: unknown } | { thrown: unknown };

/** The result of an attempt that never came to the check; null for one that did. */
export function resultBefore(attempt: Attempt): Result | null {
  const failed = (message: string): Result => ({ state: "failed", message });
  switch (attempt.kind) {
    case "blank":
      return failed("Fill in the blanks first: each ____ stands for something that you write.");
    case "empty":
      return failed(
        "There is nothing here yet. Write your answer, or press Reset for what stood here at first.",
      );
    case "same":
      return failed("This is what stood here at first. Change it, then check again.");
    case "crashed": {
      const where = attempt.line === undefined ? "" : ` in line ${attempt.line}`;
      return failed(`Your code stopped${where}, so there is nothing to check yet: ${attempt.message}`);
    }
    case "stopped":
      return failed("Your code was stopped before it had ended.");
    case "made":
      return null;
  }
}

/** The names that a check looks at and the attempt should have made: those of the starter or the solution. */
export function missingNames(
  checkInputs: readonly string[],
  promised: readonly string[],
  exports: Readonly<Record<string, unknown>>,
): string[] {
  return checkInputs.filter((name) => promised.includes(name) && !Object.hasOwn(exports, name));
}

/** The result of an attempt whose names the check looks for and does not find. */
export function resultOfMissing(names: readonly string[]): Result {
  const list = names.map((name) => `\`${name}\``).join(" and ");
  return {
    state: "failed",
    message: `Your answer must be called ${list}: write ${names.map((name) => `\`const ${name} = …\``).join(" and ")} at the start of a line.`,
  };
}

/** The result of a check. A text that it returned is a message; what it threw by accident is no verdict on the answer. */
export function resultOf(checked: Checked): Result {
  const value = "returned" in checked ? checked.returned : checked.thrown;
  if (value instanceof Verdict) return { state: value.passed ? "passed" : "failed", message: value.message };
  if ("thrown" in checked) {
    const why = value instanceof Error ? value.message : String(value);
    return { state: "error", message: `This answer could not be checked: ${why}` };
  }
  if (typeof value === "string" && value !== "") return { state: "failed", message: value };
  if (value === true) return { state: "passed", message: "" };
  if (value === false) return { state: "failed", message: "Not yet." };
  return {
    state: "error",
    message:
      "This answer could not be checked: the check came to no verdict. Please tell whoever wrote this lesson.",
  };
}
