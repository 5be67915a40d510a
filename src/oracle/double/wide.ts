/**
 * Numbers of some 76 bits: the sum of a binary32 number and a binary64 number that is smaller by 2^-24. Products of two
 * high parts are exact in binary64, so that an operation costs few of the usual ones, without bits taken apart. Only
 * +, -, x, / and Math.sqrt are used, which IEEE 754 defines to the last bit: results are the same on every machine.
 *
 * Each operation errs by at most 2^-72 of its result where no high part leaves 2^-126 to 2^127. Below, a high part loses
 * bits, and the error grows to 2^-52 of the result; above, it is infinite.
 */
export interface Wide {
  readonly high: number;
  readonly low: number;
}

/** sum + rest, where |rest| is below 2^-20 |sum| or sum is 0. */
const wide = (sum: number, rest: number): Wide => {
  const high = Math.fround(sum + rest);
  return { high, low: sum - high + rest };
};

/** A binary64 number as it is. */
export const exact = (x: number): Wide => wide(x, 0);

/** The sum of two binary64 numbers: Knuth's TwoSum gives its rounding error as well. */
export const sum = (a: number, b: number): Wide => {
  const s = a + b;
  const t = s - a;
  return wide(s, a - (s - t) + (b - t));
};

/** The nearest binary64 number, by less than 1/2 + 2^-19 ulp. */
export const narrow = (a: Wide): number => a.high + a.low;

/** a 2^k for a power of two. */
export const byPower = (a: Wide, powerOfTwo: number): Wide => ({ high: a.high * powerOfTwo, low: a.low * powerOfTwo });

export const minus = (a: Wide): Wide => byPower(a, -1);

export const plus = (a: Wide, b: Wide): Wide => {
  const s = a.high + b.high;
  const t = s - a.high;
  return wide(s, a.high - (s - t) + (b.high - t) + (a.low + b.low));
};

export const times = (a: Wide, b: Wide): Wide => wide(a.high * b.high, a.high * b.low + a.low * (b.high + b.low));

/** a/b = h + (a - h b)/b, h the rounded quotient: a.high - h b.high is exact, since both agree to 22 bits. */
export const over = (a: Wide, b: Wide): Wide => {
  const divisor = b.high + b.low;
  const h = Math.fround((a.high + a.low) / divisor);
  return wide(h, (a.high - h * b.high + (a.low - h * b.low)) / divisor);
};

/** sqrt a = h + (a - h^2)/(sqrt a + h), h the rounded root; a >= 0. */
export const root = (a: Wide): Wide => {
  const r = Math.sqrt(a.high + a.low);
  if (r === 0) return zero;
  const h = Math.fround(r);
  return wide(h, (a.high - h * h + a.low) / (r + h));
};

/** c0 + x (c1 + x (c2 + ...)), all but the last step in binary64: for |c1 x| below 2^-6 |c0| right to 2^-58. */
export const series = (x: Wide, first: Wide, rest: readonly number[]): Wide => {
  const at = narrow(x);
  let tail = 0;
  for (let k = rest.length - 1; k >= 0; k--) tail = (rest[k] as number) + at * tail;
  return plus(first, exact(at * tail));
};

export const zero: Wide = { high: 0, low: 0 };
export const one: Wide = { high: 1, low: 0 };
export const two: Wide = { high: 2, low: 0 };
/** The product of all of them. */
export const product = (first: Wide, ...others: readonly Wide[]): Wide => others.reduce(times, first);
