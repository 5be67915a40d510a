const least = -1074;
const most = 1023;

/** 2^k for k = -1074 to 1023, all exact. */
const powers: Float64Array = /* @__PURE__ */ (() => {
  const of = new Float64Array(most - least + 1);
  for (let k = least, power = Number.MIN_VALUE; k <= most; k++, power *= 2) of[k - least] = power;
  return of;
})();

/** 2^k for an integer k; 0 below the range and Infinity above it. */
export const powerOfTwo = (k: number): number =>
  k < least ? 0 : k > most ? Number.POSITIVE_INFINITY : (powers[k - least] as number);

/** The k with 2^k <= x < 2^(k + 1), for any positive finite number. */
export const exponentOf = (x: number): number => {
  let [from, to] = [0, powers.length];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((powers[middle] as number) <= x) from = middle;
    else to = middle;
  }
  return from + least;
};

/** x 2^k for integers k, exact where the result is a normal number, otherwise rounded once; Infinity above the range. */
export const scaled = (x: number, k: number): number => {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) return x < 0 && x > Number.NEGATIVE_INFINITY ? -scaled(-x, k) : x;
  const exponent = exponentOf(x) + k;
  if (exponent > most) return Number.POSITIVE_INFINITY;
  if (exponent >= -1022) return timesPower(x, k);
  // Down to 2^-1000 without rounding, and from there to the subnormal result in one multiplication.
  return timesPower(x, k - exponent - 1000) * powerOfTwo(exponent + 1000);
};

/** x 2^k by steps that stay within the range, for a normal result. */
const timesPower = (x: number, k: number): number => {
  if (k >= least && k <= most) return x * powerOfTwo(k);
  const half = k > 0 ? Math.floor(k / 2) : Math.ceil(k / 2);
  return timesPower(timesPower(x, half), k - half);
};
