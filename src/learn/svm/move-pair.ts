// Both move α of two variables along the line on which Σ yα stays the same, by `delta` or, if that is less, to where
// the line leaves the square of 0 ≤ αᵢ ≤ upperI and 0 ≤ αⱼ ≤ upperJ.

/** For variables with different y, whose α rise and fall together. */
export function moveTogether(
  alpha: Float64Array,
  i: number,
  j: number,
  delta: number,
  upperI: number,
  upperJ: number,
): void {
  const difference = alpha[i]! - alpha[j]!;
  let a = alpha[i]! + delta;
  let b = alpha[j]! + delta;
  if (difference > 0) {
    if (b < 0) {
      a = difference;
      b = 0;
    }
  } else if (a < 0) {
    a = 0;
    b = -difference;
  }
  if (difference > upperI - upperJ) {
    if (a > upperI) {
      a = upperI;
      b = upperI - difference;
    }
  } else if (b > upperJ) {
    a = upperJ + difference;
    b = upperJ;
  }
  alpha[i] = a;
  alpha[j] = b;
}

/** For variables with the same y, of which one α falls by as much as the other rises. */
export function moveApart(
  alpha: Float64Array,
  i: number,
  j: number,
  delta: number,
  upperI: number,
  upperJ: number,
): void {
  const sum = alpha[i]! + alpha[j]!;
  let a = alpha[i]! - delta;
  let b = alpha[j]! + delta;
  if (sum > upperI) {
    if (a > upperI) {
      a = upperI;
      b = sum - upperI;
    }
  } else if (b < 0) {
    a = sum;
    b = 0;
  }
  if (sum > upperJ) {
    if (b > upperJ) {
      a = sum - upperJ;
      b = upperJ;
    }
  } else if (a < 0) {
    a = 0;
    b = sum;
  }
  alpha[i] = a;
  alpha[j] = b;
}
