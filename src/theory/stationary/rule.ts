/** Gauss-Legendre nodes on [-1, 1], rising, and their weights, in binary64. */
export interface Rule64 {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** The Legendre polynomial of degree n > 0 and its derivative at x inside (-1, 1), by the recurrence of three terms. */
const legendre = (n: number, x: number): readonly [value: number, slope: number] => {
  let [before, value] = [1, x];
  for (let k = 2; k <= n; k++) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
  return [value, (n * (before - x * value)) / ((1 - x) * (1 + x))];
};

const make = (n: number): Rule64 => {
  const [nodes, weights] = [new Float64Array(n), new Float64Array(n)];
  for (let k = 0; k < n; k++) {
    // Tricomi's estimate is close enough for Newton to converge in a few steps; ten are ample.
    let x = -Math.cos((Math.PI * (k + 0.75)) / (n + 0.5));
    for (let step = 0; step < 10; step++) {
      const [value, slope] = legendre(n, x);
      x -= value / slope;
    }
    const slope = legendre(n, x)[1];
    nodes[k] = x;
    weights[k] = 2 / ((1 - x) * (1 + x) * slope * slope);
  }
  return { nodes, weights };
};

const made: (Rule64 | undefined)[] = [];

/** The Gauss-Legendre rule of n >= 1 nodes, made once; exact for polynomials of degree 2n - 1 but for rounding. */
export const gaussLegendre = (n: number): Rule64 => {
  const known = made[n];
  if (known !== undefined) return known;
  const rule = make(n);
  made[n] = rule;
  return rule;
};
