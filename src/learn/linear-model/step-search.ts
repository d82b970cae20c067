/** The loss must fall by at least this share of what the slope at the start promises. */
const SUFFICIENT_DECREASE = 1e-3;
/** The slope must become this much flatter than at the start. */
const CURVATURE = 0.9;
/** The bracket may shrink to this share of its upper end. */
const NARROW = 0.1;
const LARGEST_STEP = 1e10;

/** A step that was tried: how far, the loss there and its slope along the direction. */
type Trial = { step: number; loss: number; slope: number };

/**
 * Looks for a step along a direction of descent after which the loss is clearly lower and its slope clearly
 * flatter (the strong Wolfe conditions), by fitting cubics and parabolas to the losses and slopes seen so far.
 *
 * Moré and Thuente, Line search algorithms with guaranteed sufficient decrease, 1994; with the constants of
 * L-BFGS-B, so that the steps are those that scipy takes.
 */
export class StepSearch {
  /** The step to try. */
  step: number;
  private readonly start: Trial;
  private readonly least: number;
  /** The best step so far and the other end of the interval that must hold a minimum. */
  private best: Trial;
  private other: Trial;
  private bracketed = false;
  private descending = true;
  private width = LARGEST_STEP;
  private formerWidth = 2 * LARGEST_STEP;
  private from = 0;
  private to: number;

  /** `loss` and `slope` are those where the search starts; the slope is negative. */
  constructor(loss: number, slope: number, step: number) {
    this.step = step;
    this.start = { step: 0, loss, slope };
    this.best = this.start;
    this.other = this.start;
    this.least = SUFFICIENT_DECREASE * slope;
    this.to = 5 * step;
  }

  /** Takes the loss and slope after `step`; true if that step is the one, else `step` is the next to try. */
  accepts(loss: number, slope: number): boolean {
    const { step, start, least } = this;
    const enough = start.loss + step * least;
    if (this.descending && loss <= enough && slope >= 0) this.descending = false;
    if (this.bracketed && (step <= this.from || step >= this.to)) return true;
    if (this.bracketed && this.to - this.from <= NARROW * this.to) return true;
    if (step === LARGEST_STEP && loss <= enough && slope <= least) return true;
    if (step === 0) return true;
    if (loss <= enough && Math.abs(slope) <= CURVATURE * -start.slope) return true;

    // As long as no step was low enough, a function is searched that is 0 where it just would be.
    const tilt = this.descending && loss <= this.best.loss && loss > enough ? least : 0;
    this.choose({ step, loss, slope }, tilt);
    if (this.bracketed) {
      const width = Math.abs(this.other.step - this.best.step);
      if (width >= 0.66 * this.formerWidth) {
        this.step = this.best.step + 0.5 * (this.other.step - this.best.step);
      }
      this.formerWidth = this.width;
      this.width = width;
      this.from = Math.min(this.best.step, this.other.step);
      this.to = Math.max(this.best.step, this.other.step);
    } else {
      this.from = this.step + 1.1 * (this.step - this.best.step);
      this.to = this.step + 4 * (this.step - this.best.step);
    }
    this.step = Math.min(LARGEST_STEP, Math.max(0, this.step));
    const stuck = this.step <= this.from || this.step >= this.to || this.to - this.from <= NARROW * this.to;
    if (this.bracketed && stuck) this.step = this.best.step;
    return false;
  }

  /** Picks the next step from the best, the other and the new trial, and narrows the interval. */
  private choose(trial: Trial, tilt: number): void {
    const best = tilted(this.best, tilt);
    const other = tilted(this.other, tilt);
    const tried = tilted(trial, tilt);
    const turned = tried.slope * Math.sign(best.slope) < 0;
    this.step = this.nextStep(best, other, tried, turned);
    if (tried.loss > best.loss) {
      this.other = trial;
    } else {
      if (turned) this.other = this.best;
      this.best = trial;
    }
  }

  private nextStep(best: Trial, other: Trial, tried: Trial, turned: boolean): number {
    const { step } = tried;
    if (tried.loss > best.loss) {
      this.bracketed = true;
      const cubic = cubicMinimum(best, tried);
      const gap = step - best.step;
      const parabola = best.step + (best.slope / ((best.loss - tried.loss) / gap + best.slope) / 2) * gap;
      const cubicIsNearer = Math.abs(cubic - best.step) < Math.abs(parabola - best.step);
      return cubicIsNearer ? cubic : cubic + (parabola - cubic) / 2;
    }
    const secant = step + (tried.slope / (tried.slope - best.slope)) * (best.step - step);
    if (turned) {
      this.bracketed = true;
      const cubic = cubicMinimum(tried, best);
      return Math.abs(cubic - step) > Math.abs(secant - step) ? cubic : secant;
    }
    const beyond = step > best.step ? this.to : this.from;
    if (Math.abs(tried.slope) < Math.abs(best.slope)) {
      const cubic = cubicBeyond(tried, best) ?? beyond;
      const cubicIsNearer = Math.abs(cubic - step) < Math.abs(secant - step);
      if (!this.bracketed) {
        const farther = Math.abs(cubic - step) > Math.abs(secant - step) ? cubic : secant;
        return Math.max(this.from, Math.min(this.to, farther));
      }
      const nearer = cubicIsNearer ? cubic : secant;
      const limit = step + 0.66 * (other.step - step);
      return step > best.step ? Math.min(limit, nearer) : Math.max(limit, nearer);
    }
    return this.bracketed ? cubicMinimum(tried, other) : beyond;
  }
}

function tilted({ step, loss, slope }: Trial, tilt: number): Trial {
  return { step, loss: loss - step * tilt, slope: slope - tilt };
}

/** What a cubic through two trials is described by: how far apart they are is the unit. */
function cubicTerms(a: Trial, b: Trial) {
  const theta = (3 * (a.loss - b.loss)) / (b.step - a.step) + a.slope + b.slope;
  const scale = Math.max(Math.abs(theta), Math.abs(a.slope), Math.abs(b.slope));
  const squared = (theta / scale) ** 2 - (a.slope / scale) * (b.slope / scale);
  const root = scale * Math.sqrt(Math.max(0, squared));
  return { theta, gamma: b.step < a.step ? -root : root };
}

/** Where the cubic with the losses and slopes of `a` and `b` is least. */
function cubicMinimum(a: Trial, b: Trial): number {
  const { theta, gamma } = cubicTerms(a, b);
  const ratio = (gamma - a.slope + theta) / (gamma - a.slope + gamma + b.slope);
  return a.step + ratio * (b.step - a.step);
}

/** The same for a minimum that lies on the other side of `a` than `b`; undefined where the cubic has none there. */
function cubicBeyond(a: Trial, b: Trial): number | undefined {
  const { theta, gamma } = cubicTerms(a, b);
  const ratio = (gamma - a.slope + theta) / (gamma + (b.slope - a.slope) + gamma);
  return ratio < 0 && gamma !== 0 ? a.step + ratio * (b.step - a.step) : undefined;
}
