/** Times of events in seconds, in increasing order: a list or a typed array. */
export type Events = ArrayLike<number>;

/** What is later than this was hardly meant in seconds (mir_eval's limit). */
const latestSeconds = 30000;

/** Throws unless `events` are finite times in increasing order; two at one time are allowed. */
export function requireEvents(events: Events, name: string, caller: string): void {
  requireList(events, name, caller);
  for (let i = 0; i < events.length; i++) {
    const time = events[i];
    if (!Number.isFinite(time)) {
      throw new RangeError(`${caller}: ${name}[${i}] is ${time}; times must be finite numbers, in seconds.`);
    }
    if (time > latestSeconds) {
      throw new RangeError(
        `${caller}: ${name}[${i}] is ${time}; times must be at most ${latestSeconds} s. Are they in seconds?`,
      );
    }
    if (i > 0 && time < events[i - 1]) {
      throw new RangeError(
        `${caller}: ${name}[${i}] is ${time}, before ${name}[${i - 1}], which is ${events[i - 1]}; times must be in increasing order: sort them first.`,
      );
    }
  }
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
