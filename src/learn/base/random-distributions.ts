/** What the distributions are made of: `random` from 0 to below 1, and the standard normal distribution. */
type Source = { random(): number; normal(): number };

/**
 * A number from the gamma distribution of this shape: Marsaglia and Tsang (2000), below shape 1 Ahrens and Dieter
 * (1974). These and those below take from the source in the order in which numpy does.
 */
export function standardGamma(source: Source, shape: number): number {
  if (shape === 0) return 0;
  if (shape === 1) return -Math.log(1 - source.random());
  if (shape < 1) return smallGamma(source, shape);
  const b = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * b);
  for (;;) {
    let x: number;
    let root: number;
    do {
      x = source.normal();
      root = 1 + c * x;
    } while (root <= 0);
    const v = root * root * root;
    const u = source.random();
    if (u < 1 - 0.0331 * (x * x) * (x * x)) return b * v;
    if (Math.log(u) < 0.5 * x * x + b * (1 - v + Math.log(v))) return b * v;
  }
}

function smallGamma(source: Source, shape: number): number {
  for (;;) {
    const u = source.random();
    const v = -Math.log(1 - source.random());
    if (u <= 1 - shape) {
      const x = u ** (1 / shape);
      if (x <= v) return x;
    } else {
      const y = -Math.log((1 - u) / shape);
      const x = (1 - shape + shape * y) ** (1 / shape);
      if (x <= v + y) return x;
    }
  }
}

/** A number from the beta distribution: the share of one gamma variate in two, of small ones by Jöhnk (1964). */
export function beta(source: Source, a: number, b: number): number {
  if (a > 1 || b > 1) {
    const first = standardGamma(source, a);
    return first / (first + standardGamma(source, b));
  }
  for (;;) {
    const u = source.random();
    const v = source.random();
    const x = u ** (1 / a);
    const y = v ** (1 / b);
    if (x + y > 1) continue;
    if (x + y > 0) return x / (x + y);
    // Both are too small to be written: their logarithms are not.
    const logX = Math.log(u) / a;
    const logY = Math.log(v) / b;
    const most = Math.max(logX, logY);
    return Math.exp(logX - most - Math.log(Math.exp(logX - most) + Math.exp(logY - most)));
  }
}

/** Expecting more successes than this, they are not counted up. */
const FEW = 30;

/** How many of `n` tries succeed, each with probability `p`. */
export function binomial(source: Source, n: number, p: number): number {
  return p > 0.5 ? n - rarer(source, n, 1 - p) : rarer(source, n, p);
}

/** As `binomial`, for `p` up to ½. */
function rarer(source: Source, n: number, p: number): number {
  return p * n <= FEW ? counted(source, n, p) : rejected(source, n, p);
}

/** By inversion: adds up the probabilities of 0, 1, 2 … until they reach a random number. */
function counted(source: Source, n: number, p: number): number {
  const q = 1 - p;
  const none = Math.exp(n * Math.log(q));
  const bound = Math.floor(Math.min(n, n * p + 10 * Math.sqrt(n * p * q + 1)));
  let successes = 0;
  let probability = none;
  let rest = source.random();
  while (rest > probability) {
    successes++;
    if (successes > bound) {
      successes = 0;
      probability = none;
      rest = source.random();
    } else {
      rest -= probability;
      probability = ((n - successes + 1) * p * probability) / (successes * q);
    }
  }
  return successes;
}

/** By rejection under a triangle, two parallelograms and two tails: BTPE of Kachitvichyanukul and Schmeiser (1988). */
function rejected(source: Source, n: number, p: number): number {
  const q = 1 - p;
  const spread = n * p * q;
  const top = n * p + p;
  const mode = Math.floor(top);
  const half = Math.floor(2.195 * Math.sqrt(spread) - 4.6 * q) + 0.5;
  const middle = mode + 0.5;
  const left = middle - half;
  const right = middle + half;
  const c = 0.134 + 20.5 / (15.3 + mode);
  const tail = (a: number) => a * (1 + a / 2);
  const leftTail = tail((top - left) / (top - left * p));
  const rightTail = tail((right - top) / (right * q));
  const p2 = half * (1 + 2 * c);
  const p3 = p2 + c / leftTail;
  const p4 = p3 + c / rightTail;
  for (;;) {
    const u = source.random() * p4;
    let v = source.random();
    if (u <= half) return Math.floor(middle - half * v + u);
    let y: number;
    if (u <= p2) {
      const x = left + (u - half) / c;
      v = v * c + 1 - Math.abs(mode - x + 0.5) / half;
      if (v > 1) continue;
      y = Math.floor(x);
    } else if (u <= p3) {
      y = Math.floor(left + Math.log(v) / leftTail);
      if (y < 0 || v === 0) continue;
      v = v * (u - p2) * leftTail;
    } else {
      y = Math.floor(right - Math.log(v) / rightTail);
      if (y > n || v === 0) continue;
      v = v * (u - p3) * rightTail;
    }
    if (isBelow(v, y, { n, p, mode, middle, spread })) return y;
  }
}

/** Whether `v` is at most the probability of `y` against that of the mode. */
function isBelow(
  v: number,
  y: number,
  { n, p, mode, middle, spread }: { n: number; p: number; mode: number; middle: number; spread: number },
): boolean {
  const q = 1 - p;
  const k = Math.abs(y - mode);
  if (k <= 20 || k >= spread / 2 - 1) {
    const s = p / q;
    const a = s * (n + 1);
    let ratio = 1;
    for (let i = mode + 1; i <= y; i++) ratio *= a / i - s;
    for (let i = y + 1; i <= mode; i++) ratio /= a / i - s;
    return v <= ratio;
  }
  const rho = (k / spread) * ((k * (k / 3 + 0.625) + 0.16666666666666666) / spread + 0.5);
  const t = (-k * k) / (2 * spread);
  const logarithm = Math.log(v);
  if (logarithm < t - rho) return true;
  if (logarithm > t + rho) return false;
  const x1 = y + 1;
  const f1 = mode + 1;
  const z = n + 1 - mode;
  const w = n - y + 1;
  const bound =
    middle * Math.log(f1 / x1) +
    (n - mode + 0.5) * Math.log(z / w) +
    (y - mode) * Math.log((w * p) / (x1 * q)) +
    stirling(f1) +
    stirling(z) +
    stirling(x1) +
    stirling(w);
  return logarithm <= bound;
}

/** What Stirling's formula leaves of the logarithm of a factorial. */
function stirling(x: number): number {
  const s = x * x;
  return (13680 - (462 - (132 - (99 - 140 / s) / s) / s) / s) / x / 166320;
}
