/** What is later than this was hardly meant in seconds (mir_eval's limit). */
const latestSeconds = 30000;

/** Throws unless `events` are finite times in increasing order; two at one time are allowed. */
export function requireEvents(events: ArrayLike<number>, name: string, caller: string): void {
  requireNumbers(events, name, caller);
  for (let i = 0; i < events.length; i++) {
    const time = events[i];
    if (time > latestSeconds) {
      throw new RangeError(
        `${caller}: ${name}[${i}] is ${time}; times must be in seconds, ${latestSeconds} at most.`,
      );
    }
    if (i > 0 && time < events[i - 1]) {
      throw new RangeError(
        `${caller}: ${name}[${i}] is ${time}, before ${name}[${i - 1}], which is ${events[i - 1]}; times must be in increasing order: sort them first.`,
      );
    }
  }
}

/** Throws unless `numbers` is an array of finite numbers. */
export function requireNumbers(numbers: ArrayLike<number>, name: string, caller: string): void {
  requireList(numbers, name, caller);
  for (let i = 0; i < numbers.length; i++) {
    if (!Number.isFinite(numbers[i])) {
      throw new RangeError(`${caller}: ${name}[${i}] is ${numbers[i]}; it must be a finite number.`);
    }
  }
}

/** Throws unless `list` is an array of objects. */
export function requireObjects(list: readonly object[], name: string, like: string, caller: string): void {
  if (!Array.isArray(list)) throw new TypeError(`${caller}: ${name} must be an array of ${like}.`);
  const wrong = list.findIndex((item) => item === null || typeof item !== "object");
  if (wrong >= 0) throw new TypeError(`${caller}: ${name}[${wrong}] is ${list[wrong]}; it must be ${like}.`);
}

/** Throws unless `list` is an array of some kind. */
export function requireList(list: unknown, name: string, caller: string): void {
  if (list === null || typeof list !== "object" || !("length" in list)) {
    const found = list === null || typeof list !== "object" ? String(list) : "an object";
    throw new TypeError(`${caller}: ${name} is ${found}; it must be an array.`);
  }
}

/** Throws unless `value` is a finite number of at least 0. */
export function requireNotNegative(value: number, name: string, caller: string): void {
  if (!(value >= 0 && Number.isFinite(value))) {
    throw new RangeError(`${caller}: ${name} is ${value}; it must be a number of 0 or more.`);
  }
}
