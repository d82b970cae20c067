import { AT_LOWER, AT_UPPER, FREE, middleSlope } from "./middle-slope.ts";
import { moveApart, moveTogether } from "./move-pair.ts";
import type { SmoProblem } from "./smo-problem.ts";

/** What stands for a curvature that is not positive. */
const TAU = 1e-12;
/** Less than 1 by more than a quotient can be rounded. */
const ALMOST_ONE = 1 - 1e-14;

/**
 * Sequential minimal optimisation: each iteration finds the best α of two variables, chosen by second-order
 * information (Fan, Chen and Lin, 2005, WSS 2), and puts variables aside that seem settled (shrinking). Step for
 * step as in LIBSVM (Chang and Lin, 2011, §4), so that it stops at the same α.
 *
 * What is kept of the gradient is y times it: in that form y is left out of the search for a pair and, as a change
 * of sign rounds nothing, no digit differs.
 */
export class Smo {
  /** How many iterations were made. */
  iterations = 0;
  /** Whether the last `iterate` ended because it is solved, not because of the limit. */
  solved = false;
  private readonly problem: SmoProblem;
  private readonly alpha: Float64Array;
  private readonly status: Uint8Array;
  /** 0 for a variable that may move so that y·α rises (or falls), else -Infinity: added, it leaves the others out. */
  private readonly mayRise: Float64Array;
  private readonly mayFall: Float64Array;
  /** y times the gradient, and the part of it that is due to variables at their upper bound. */
  private readonly slope: Float64Array;
  private readonly slopeOfBounded: Float64Array;
  /** For each place in the current order the variable's original place. */
  private readonly order: Int32Array;
  /** The variables from here on are put aside. */
  private active: number;
  private untilShrinking: number;
  private hasUnshrunk = false;
  /** The first of the next pair and how steeply it should rise, if known. */
  private rising = -1;
  private steepestRise = Number.NEGATIVE_INFINITY;
  private isSearched = false;

  constructor(problem: SmoProblem) {
    const { y, linear, upper } = problem;
    const size = y.length;
    this.problem = { ...problem, y: y.slice(), linear: linear.slice(), upper: upper.slice() };
    this.alpha = new Float64Array(size);
    this.status = new Uint8Array(size);
    this.mayRise = new Float64Array(size);
    this.mayFall = new Float64Array(size);
    this.slope = new Float64Array(size);
    this.slopeOfBounded = new Float64Array(size);
    this.order = new Int32Array(size);
    this.active = size;
    this.untilShrinking = Math.min(size, 1000) + 1;
    for (let i = 0; i < size; i++) {
      this.slope[i] = y[i]! * linear[i]!;
      this.order[i] = i;
      this.updateStatus(i);
    }
  }

  /** Makes at most so many iterations; returns whether it has ended, solved or at `maxIter`. */
  iterate(most: number): boolean {
    const size = this.alpha.length;
    for (let made = 0; made < most; made++) {
      if (this.iterations >= this.problem.maxIter) return true;
      if (--this.untilShrinking === 0) {
        this.untilShrinking = Math.min(size, 1000);
        if (this.problem.shrinking) this.shrink();
      }
      let falling = this.partner();
      if (falling < 0) {
        this.bringBack();
        falling = this.partner();
        this.solved = falling < 0;
        if (this.solved) return true;
        this.untilShrinking = 1;
      }
      this.iterations++;
      this.move(this.rising, falling);
    }
    return false;
  }

  /** The α of each variable in the original order. */
  solution(): Float64Array {
    const result = new Float64Array(this.alpha.length);
    for (let i = 0; i < result.length; i++) result[this.order[i]!] = this.alpha[i]!;
    return result;
  }

  /** What is minimised; while variables are put aside, from their slopes as they were then. */
  objective(): number {
    const { y, linear } = this.problem;
    let sum = 0;
    for (let i = 0; i < y.length; i++) sum += this.alpha[i]! * (y[i]! * this.slope[i]! + linear[i]!);
    return sum / 2;
  }

  /** How many α are at 0, between, and at their upper bound. */
  counts(): { atZero: number; free: number; atBound: number } {
    const counts = [0, 0, 0];
    for (const status of this.status) counts[status] = counts[status]! + 1;
    return { atZero: counts[AT_LOWER]!, free: counts[FREE]!, atBound: counts[AT_UPPER]! };
  }

  /** ρ, which is taken away from Σ yᵢαᵢKᵢ. */
  offset(): number {
    return middleSlope(this.slope, this.problem.y, this.status, this.active);
  }

  private updateStatus(i: number): void {
    const { y, upper } = this.problem;
    const alpha = this.alpha[i]!;
    const status = alpha >= upper[i]! ? AT_UPPER : alpha <= 0 ? AT_LOWER : FREE;
    this.status[i] = status;
    this.mayRise[i] = status !== (y[i] === 1 ? AT_UPPER : AT_LOWER) ? 0 : Number.NEGATIVE_INFINITY;
    this.mayFall[i] = status !== (y[i] === 1 ? AT_LOWER : AT_UPPER) ? 0 : Number.NEGATIVE_INFINITY;
  }

  /** By how much the worst pair violates the conditions of the optimum. */
  violation(): number {
    if (!this.isSearched) this.search();
    return this.steepestRise + this.steepestFall();
  }

  /** Finds the variable that should rise most. */
  private search(): void {
    const { slope, mayRise, active } = this;
    let rise = Number.NEGATIVE_INFINITY;
    let rising = -1;
    for (let i = 0; i < active; i++) {
      const upwards = mayRise[i]! - slope[i]!;
      if (upwards >= rise) {
        rise = upwards;
        rising = i;
      }
    }
    this.rising = rise === Number.NEGATIVE_INFINITY ? -1 : rising;
    this.steepestRise = rise;
    this.isSearched = true;
  }

  private steepestFall(): number {
    const { slope, mayFall, active } = this;
    let fall = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < active; i++) {
      const downwards = mayFall[i]! + slope[i]!;
      if (downwards > fall) fall = downwards;
    }
    return fall;
  }

  /** The variable that, moved with the rising one, lowers the objective most; -1 when the problem is solved. */
  private partner(): number {
    if (!this.isSearched) this.search();
    const { slope, mayFall, active, rising, steepestRise: rise } = this;
    if (rising < 0) return -1;
    const { diagonal } = this.problem.rows;
    const row = this.problem.rows.row(rising);
    const kernels = this.problem.rows.values;
    const own = diagonal[rising]!;
    let best = Number.NEGATIVE_INFINITY;
    let partner = -1;
    for (let j = 0; j < active; j++) {
      const difference = rise + (slope[j]! + mayFall[j]!);
      if (difference > 0) {
        const measured = own + diagonal[j]! - 2 * kernels[row + j]!;
        const curvature = measured > 0 ? measured : TAU;
        const squared = difference * difference;
        // A multiplication that is certain spares most divisions.
        if (squared < best * curvature * ALMOST_ONE) continue;
        const gain = squared / curvature;
        if (gain >= best) {
          best = gain;
          partner = j;
        }
      }
    }
    // Only when this pair does not violate the conditions enough, another may: most searches are spared.
    if (partner >= 0 && rise + slope[partner]! < this.problem.tol && this.violation() < this.problem.tol)
      return -1;
    return partner;
  }

  /** Moves two variables to the best place on the line that Σ yα = 0 and the bounds leave them. */
  private move(i: number, j: number): void {
    const { alpha, slope } = this;
    const { y, upper, rows } = this.problem;
    const rowI = rows.row(i);
    const rowJ = rows.row(j);
    const oldI = alpha[i]!;
    const oldJ = alpha[j]!;
    const yI = y[i]!;
    const yJ = y[j]!;
    const measured = rows.diagonal[i]! + rows.diagonal[j]! - 2 * rows.values[rowI + j]!;
    const curvature = measured <= 0 ? TAU : measured;
    if (yI !== yJ) {
      const delta = (-yI * slope[i]! - yJ * slope[j]!) / curvature;
      moveTogether(alpha, i, j, delta, upper[i]!, upper[j]!);
    } else {
      const delta = (yI * slope[i]! - yJ * slope[j]!) / curvature;
      moveApart(alpha, i, j, delta, upper[i]!, upper[j]!);
    }
    const wasUpperI = this.status[i] === AT_UPPER;
    const wasUpperJ = this.status[j] === AT_UPPER;
    this.updateStatus(i);
    this.updateStatus(j);
    this.follow(rowI, yI * (alpha[i]! - oldI), rowJ, yJ * (alpha[j]! - oldJ));
    this.countBounded(i, rowI, wasUpperI);
    this.countBounded(j, rowJ, wasUpperJ);
  }

  /** Brings the slopes up to date after a move, and in the same pass makes the next `search`. */
  private follow(rowI: number, changeI: number, rowJ: number, changeJ: number): void {
    const { slope, mayRise, active } = this;
    const kernels = this.problem.rows.values;
    let rise = Number.NEGATIVE_INFINITY;
    let rising = -1;
    for (let k = 0; k < active; k++) {
      const value = slope[k]! + (kernels[rowI + k]! * changeI + kernels[rowJ + k]! * changeJ);
      slope[k] = value;
      const upwards = mayRise[k]! - value;
      if (upwards >= rise) {
        rise = upwards;
        rising = k;
      }
    }
    this.rising = rise === Number.NEGATIVE_INFINITY ? -1 : rising;
    this.steepestRise = rise;
  }

  private countBounded(i: number, row: number, wasUpper: boolean): void {
    const isUpper = this.status[i] === AT_UPPER;
    if (isUpper === wasUpper) return;
    const { slopeOfBounded } = this;
    const kernels = this.problem.rows.values;
    const weight = (isUpper ? 1 : -1) * this.problem.y[i]! * this.problem.upper[i]!;
    for (let k = 0; k < slopeOfBounded.length; k++) {
      slopeOfBounded[k] = slopeOfBounded[k]! + weight * kernels[row + k]!;
    }
  }

  /** Puts variables aside that are at a bound and would be pushed further; near the end, once, takes all back first. */
  private shrink(): void {
    this.search();
    const [rise, fall] = [this.steepestRise, this.steepestFall()];
    if (!this.hasUnshrunk && rise + fall <= this.problem.tol * 10) {
      this.hasUnshrunk = true;
      this.bringBack();
    }
    for (let i = 0; i < this.active; i++) {
      if (!this.isSettled(i, rise, fall)) continue;
      this.active--;
      while (this.active > i) {
        if (!this.isSettled(this.active, rise, fall)) {
          this.swap(i, this.active);
          break;
        }
        this.active--;
      }
    }
    this.isSearched = false;
  }

  private isSettled(i: number, rise: number, fall: number): boolean {
    if (this.status[i] === FREE) return false;
    const slope = this.slope[i]!;
    return this.mayRise[i] === 0 ? slope > fall : -slope > rise;
  }

  /** Takes back the variables that were put aside, their slopes made anew. */
  private bringBack(): void {
    const { slope, slopeOfBounded, alpha, active, status } = this;
    const { y, linear, rows } = this.problem;
    const size = alpha.length;
    this.isSearched = false;
    if (active === size) return;
    this.active = size;
    for (let k = active; k < size; k++) slope[k] = slopeOfBounded[k]! + y[k]! * linear[k]!;
    for (let i = 0; i < active; i++) {
      if (status[i] !== FREE) continue;
      const row = rows.row(i);
      const weight = y[i]! * alpha[i]!;
      for (let k = active; k < size; k++) slope[k] = slope[k]! + weight * rows.values[row + k]!;
    }
  }

  private swap(a: number, b: number): void {
    const { y, linear, upper, rows } = this.problem;
    rows.swap(a, b);
    const { alpha, status, mayRise, mayFall, slope, slopeOfBounded, order } = this;
    for (const values of [y, linear, upper, alpha, status, mayRise, mayFall, slope, slopeOfBounded, order]) {
      const value = values[a]!;
      values[a] = values[b]!;
      values[b] = value;
    }
  }
}
