/**
 * The probabilities of all classes from those of pairs: `pairs[i * classes + j]` is that of i when it is i or j, in
 * which nothing is known of the diagonal. Minimises Σ (pairs[j][i] pᵢ - pairs[i][j] pⱼ)² one p after another (Wu, Lin
 * and Weng, Probability estimates for multi-class classification by pairwise coupling, 2004, method 2).
 */
export function couple(pairs: Float64Array, classes: number): Float64Array {
  const p = new Float64Array(classes).fill(1 / classes);
  const q = new Float64Array(classes * classes);
  for (let i = 0; i < classes; i++) {
    let own = 0;
    for (let j = 0; j < classes; j++) {
      if (j === i) continue;
      const against = pairs[j * classes + i]!;
      own += against * against;
      q[i * classes + j] = -against * pairs[i * classes + j]!;
    }
    q[i * classes + i] = own;
  }
  const tolerance = 0.005 / classes;
  const most = Math.max(100, classes);
  for (let iteration = 0; iteration < most; iteration++) {
    const qp = new Float64Array(classes);
    let pqp = 0;
    for (let i = 0; i < classes; i++) {
      for (let j = 0; j < classes; j++) qp[i] = qp[i]! + q[i * classes + j]! * p[j]!;
      pqp += p[i]! * qp[i]!;
    }
    if (qp.every((value) => Math.abs(value - pqp) < tolerance)) break;
    for (let i = 0; i < classes; i++) {
      const own = q[i * classes + i]!;
      const change = (pqp - qp[i]!) / own;
      p[i] = p[i]! + change;
      pqp = (pqp + change * (change * own + 2 * qp[i]!)) / (1 + change) / (1 + change);
      for (let j = 0; j < classes; j++) {
        qp[j] = (qp[j]! + change * q[i * classes + j]!) / (1 + change);
        p[j] = p[j]! / (1 + change);
      }
    }
  }
  return p;
}
