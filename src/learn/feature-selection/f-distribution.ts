/** How many terms of the continued fraction are taken at most; it needs about the root of the degrees of freedom. */
const MOST_TERMS = 100_000;
/** Stands for 0 where the continued fraction divides. */
const TINY = 1e-300;

/**
 * How likely a number from the F distribution with `between` and `within` degrees of freedom is larger than `f`:
 * the regularised incomplete beta function by its continued fraction (Lentz). Degrees of freedom are whole numbers.
 */
export function fSurvival(f: number, between: number, within: number): number {
  if (f <= 0) return 1;
  const ratio = (between * f) / within;
  if (ratio === Number.POSITIVE_INFINITY) return 0;
  const a = within / 2;
  const b = between / 2;
  const x = 1 / (1 + ratio);
  const rest = ratio / (1 + ratio);
  const front = Math.exp(-a * Math.log1p(ratio) + b * Math.log(rest) - logBeta(a, b));
  return x < (a + 1) / (a + b + 2)
    ? (front / a) * betaFraction(a, b, x)
    : 1 - (front / b) * betaFraction(b, a, rest);
}

function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / apart(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / apart(1 + even * d);
    c = apart(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / apart(1 + odd * d);
    c = apart(1 + odd / c);
    const change = d * c;
    result *= change;
    if (Math.abs(change - 1) <= Number.EPSILON) break;
  }
  return result;
}

function apart(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** The logarithm of the beta function of two multiples of ½, without the differences of large logarithms. */
function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  const sum = a + b;
  const part = small / sum;
  if (small >= 10) {
    const corrections = stirlingRest(small) + stirlingRest(large) - stirlingRest(sum);
    const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);
    return (
      -0.5 * Math.log(large) +
      halfLogTwoPi +
      corrections +
      (small - 0.5) * Math.log(part) +
      large * Math.log1p(-part)
    );
  }
  const logGammaSmall = Math.log(gammaOfHalves(small));
  if (large < 10) return logGammaSmall + Math.log(gammaOfHalves(large) / gammaOfHalves(sum));
  const corrections = stirlingRest(large) - stirlingRest(sum);
  return logGammaSmall + corrections + small - small * Math.log(sum) + (large - 0.5) * Math.log1p(-part);
}

/** The gamma function of a multiple of ½ below 20. */
function gammaOfHalves(x: number): number {
  const whole = Number.isInteger(x);
  let result = whole ? 1 : Math.sqrt(Math.PI);
  for (let factor = whole ? 1 : 0.5; factor < x; factor++) result *= factor;
  return result;
}

/** What Stirling's formula leaves of the logarithm of the gamma function, for x of at least 10. */
function stirlingRest(x: number): number {
  const s = 1 / (x * x);
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360360))))) / x;
}
