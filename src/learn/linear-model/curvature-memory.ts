/**
 * What the last steps of a descent and the changes of the gradient along them tell about the curvature of a
 * function: enough to guess the step to its minimum without its second derivatives (the two loops of L-BFGS).
 */
export class CurvatureMemory {
  private readonly steps: Float64Array[];
  private readonly changes: Float64Array[];
  private readonly products: Float64Array;
  private readonly shares: Float64Array;
  /** How many steps were remembered in all; the place of one is its number modulo the capacity. */
  private count = 0;

  constructor(size: number, capacity: number) {
    this.steps = Array.from({ length: capacity }, () => new Float64Array(size));
    this.changes = Array.from({ length: capacity }, () => new Float64Array(size));
    this.products = new Float64Array(capacity);
    this.shares = new Float64Array(capacity);
  }

  get isEmpty(): boolean {
    return this.count === 0;
  }

  clear(): void {
    this.count = 0;
  }

  /** Remembers that the gradient went from `g0` to `g1` on the way from `x0` to `x1`, in place of the oldest. */
  remember(x0: Float64Array, x1: Float64Array, g0: Float64Array, g1: Float64Array, product: number): void {
    const at = this.count++ % this.steps.length;
    const step = this.steps[at]!;
    const change = this.changes[at]!;
    for (let i = 0; i < step.length; i++) {
      step[i] = x1[i]! - x0[i]!;
      change[i] = g1[i]! - g0[i]!;
    }
    this.products[at] = product;
  }

  /** Writes into `direction` where the minimum seems to be, seen from a point with this gradient. */
  descend(gradient: Float64Array, direction: Float64Array): void {
    const { steps, changes, products, shares, count } = this;
    const capacity = steps.length;
    const oldest = Math.max(0, count - capacity);
    for (let i = 0; i < direction.length; i++) direction[i] = -gradient[i]!;
    for (let k = count - 1; k >= oldest; k--) {
      const at = k % capacity;
      shares[at] = dot(steps[at]!, direction) / products[at]!;
      add(direction, changes[at]!, -shares[at]!);
    }
    if (count > 0) {
      const last = (count - 1) % capacity;
      const scale = products[last]! / dot(changes[last]!, changes[last]!);
      for (let i = 0; i < direction.length; i++) direction[i] = direction[i]! * scale;
    }
    for (let k = oldest; k < count; k++) {
      const at = k % capacity;
      add(direction, steps[at]!, shares[at]! - dot(changes[at]!, direction) / products[at]!);
    }
  }
}

/** The sum of the products of two equally long arrays. */
export function dot(a: Float64Array, b: Float64Array): number {
  let even = 0;
  let odd = 0;
  const pairs = a.length - (a.length % 2);
  for (let i = 0; i < pairs; i += 2) {
    even += a[i]! * b[i]!;
    odd += a[i + 1]! * b[i + 1]!;
  }
  return pairs < a.length ? even + odd + a[pairs]! * b[pairs]! : even + odd;
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] = to[i]! + times * what[i]!;
}
