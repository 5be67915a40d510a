/** The error of `exponential`, in units of the last place. */
export const exponentialError = 16;

/**
 * x -> exp(-x) for fixed-point x >= 0 of unit 2^-bits, within 16 units. x = m/2^8 + k/2^16 + r with r < 2^-16: two
 * table entries and the series of exp(-r) by Horner's scheme.
 * The tables are powers of q = exp(-2^-16) with 64 bits more. Each term of the series of q errs by less than 4 of their
 * units and there are at most bits/16 + 5 terms; a product errs by one more than both factors (all are at most 1), so
 * an entry that is a product of j <= 2^16 (bits + 1) factors q by less than j (bits/4 + 21) < 2^48 for bits <= 40,000:
 * far below one unit, once rounded.
 * The series is cut where its next term is below one unit; a step of Horner's scheme errs by 2 units and 2^-16 of the
 * step before. The two products add one unit each, the tables one each: 1 + 3 + 2 + 2 < 16. Beyond exp(-x) < 2^-bits
 * the value is 0.
 */
export const exponential = (bits: number): ((x: bigint) => bigint) => {
  const found = made.get(bits);
  if (found) return found;
  const value = construct(bits);
  made.set(bits, value);
  return value;
};

const made = new Map<number, (x: bigint) => bigint>();

const construct = (bits: number): ((x: bigint) => bigint) => {
  const B = BigInt(bits);
  const one = 1n << B;
  const inner = B + 64n;
  const rounded = (x: bigint): bigint => (x + (1n << 63n)) >> 64n;
  const product = (x: bigint, y: bigint): bigint => (x * y) >> inner;

  let [q, term] = [0n, 1n << inner];
  for (let n = 1n; term !== 0n; n++) {
    q += term;
    term = -((term >> 16n) / n);
  }
  const powers = (of: bigint, count: number): bigint[] => {
    const all = [1n << inner];
    for (let k = 1; k <= count; k++) all.push(product(all[k - 1] as bigint, of));
    return all;
  };
  const fine = powers(q, 256);
  const middle = powers(fine[256] as bigint, 256);
  const largest = Math.ceil(bits * Math.LN2) + 1;
  const coarse = powers(middle[256] as bigint, largest);
  const last = fine.map(rounded);
  // exp(-m/256), made when it is asked for.
  const first: (bigint | undefined)[] = [];

  // 1/n! as long as 2^(-16 n)/n! reaches one unit.
  const coefficients: bigint[] = [];
  for (let [n, c] = [0n, one]; c >> (16n * n) > 0n; n++, c /= n) coefficients.push(c);
  const [highest, ...lower] = coefficients.reverse() as [bigint, ...bigint[]];

  const [shift, mask, limit] = [B - 16n, (1n << (B - 16n)) - 1n, BigInt(largest) << B];
  return (x) => {
    if (x >= limit) return 0n;
    const steps = Number(x >> shift);
    const rest = x & mask;
    let sum = highest;
    for (const c of lower) sum = c - ((rest * sum) >> B);
    const m = steps >> 8;
    let start = first[m];
    if (start === undefined) {
      start = rounded(product(coarse[m >> 8] as bigint, middle[m & 255] as bigint));
      first[m] = start;
    }
    return (((start * (last[steps & 255] as bigint)) >> B) * sum) >> B;
  };
};
