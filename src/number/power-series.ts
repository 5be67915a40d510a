import { big, bitLength } from './dyadic-number.ts';

/**
 * A power series is summed in blocks of m terms: m powers of the argument are made once, each further term costs a
 * division by a small integer, and each block one more product (D. M. Smith, "Efficient multiple-precision evaluation of
 * elementary functions", Math. Comp. 52 (1989) 131). m is even, so that signs alternate within a block alone.
 */
interface Blocks {
  readonly powers: readonly bigint[];
  readonly blocks: number;
}

/** Powers of x in units of 2^-shift from 0 to m for so many terms, each less than 1/(1 - x) units off. */
const inBlocks = (x: bigint, shift: bigint, terms: number): Blocks => {
  const m = Math.max(2, 2 * Math.round(Math.sqrt(terms) / 2));
  const powers = [1n << shift, x];
  for (let i = 2; i <= m; i++) powers.push(((powers[i - 1] as bigint) * x) >> shift);
  return { powers, blocks: Math.max(1, Math.ceil(terms / m)) };
};

/**
 * 1 + x/d(1) + x^2/(d(1) d(2)) + ..., or the sum with alternating signs, in units of 2^-shift, for 0 <= x <= 4/5 and
 * integers d >= 1 that rise: exponentials and sines, hyperbolic or not, are such sums.
 * Each step adds the error of a power, less than 5 units, and of a division to 1/d of the error of the step before: less
 * than 14 units in all. What is left out is less than 2 units.
 */
export const factorialSeries = (
  x: bigint,
  shift: bigint,
  divisor: (n: number) => bigint,
  alternating: boolean,
): bigint => {
  const bits = Number(shift);
  const lead = x === 0n ? bits : bits - bitLength(x);
  let terms = 1;
  for (let reached = 0; reached < bits; terms++) reached += lead + Math.log2(Number(divisor(terms)));
  const { powers, blocks } = inBlocks(x, shift, terms);
  const m = powers.length - 1;
  const last = powers[m] as bigint;
  let sum = 0n;
  for (let block = blocks - 1; block >= 0; block--) {
    sum = (sum * last) >> shift;
    for (let i = m; i > 0; i--) {
      const rest = sum / divisor(block * m + i);
      const power = powers[i - 1] as bigint;
      sum = alternating ? power - rest : power + rest;
    }
  }
  return sum;
};

const divisors = (of: (n: number) => number): ((n: number) => bigint) => {
  const known = Array.from({ length: 512 }, (_, n) => BigInt(of(n)));
  return (n) => known[n] ?? BigInt(of(n));
};
export const ofExponential = divisors((n) => n);
export const ofCosine = divisors((n) => (2 * n - 1) * 2 * n);
export const ofSine = divisors((n) => 2 * n * (2 * n + 1));

/** x^2 in units of 2^-shift for x in units of 2^-at, at >= shift. */
export const squared = (x: bigint, at: bigint, shift: bigint): bigint => (x * x) >> (2n * at - shift);

/**
 * z + z^3/3 + z^5/5 + ... (artanh z), or with alternating signs (arctan z), in units of 2^-at, for 0 <= z <= 1/64 in these
 * units with at most shift + 1 bits, at >= shift.
 * Of the first block of the series of the ratio to z each term is less than 2 units off, and there are fewer than
 * sqrt(shift/12) + 2; what the others add is below 1/64 of that. Times z, and with what is left out, it is no more.
 */
export const arcSeries = (z: bigint, at: bigint, shift: bigint, alternating: boolean): bigint => {
  const square = squared(z, at, shift);
  if (square === 0n) return z;
  const bits = Number(shift);
  const { powers, blocks } = inBlocks(square, shift, Math.ceil(bits / (bits - bitLength(square))));
  const m = powers.length - 1;
  const last = powers[m] as bigint;
  let sum = 0n;
  for (let block = blocks - 1; block >= 0; block--) {
    sum = (sum * last) >> shift;
    for (let i = 0; i < m; i++) {
      const term = (powers[i] as bigint) / big(2 * (block * m + i) + 1);
      sum = alternating && i % 2 === 1 ? sum - term : sum + term;
    }
  }
  return (z * sum) >> shift;
};

/** More bits for a sum of terms that are each less than 4 units off, so that it ends less than 1 unit off. */
const reserve = 24;

/** artanh(p/q) in units of 2^-bits, less than 2 off, for 0 <= p/q <= 1/3. */
export const areaTangent = (p: number, q: number, bits: number): bigint => {
  const [over, under] = [BigInt(p * p), BigInt(q * q)];
  let power = (BigInt(p) << BigInt(bits + reserve)) / BigInt(q);
  let sum = power;
  for (let n = 3; power > 0n; n += 2) {
    power = (power * over) / under;
    sum += power / big(n);
  }
  return sum >> BigInt(reserve);
};

/**
 * arctan(p/q) in units of 2^-bits, less than 2 off, for 0 <= p/q <= 1, by Euler's series
 * (y/x)(1 + (2/3) y + (2/3)(4/5) y^2 + ...), x = p/q, y = x^2/(1 + x^2) <= 1/2: each term is at most half of the last.
 */
export const arcTangent = (p: number, q: number, bits: number): bigint => {
  const under = p * p + q * q;
  let term = (BigInt(p * q) << BigInt(bits + reserve)) / BigInt(under);
  let sum = term;
  for (let n = 2; term > 0n; n += 2) {
    term = (term * BigInt(n * p * p)) / BigInt((n + 1) * under);
    sum += term;
  }
  return sum >> BigInt(reserve);
};

/** A constant in units of 2^-bits, less than 2 off, from the longest form computed so far. */
const constant = (compute: (bits: number) => bigint): ((bits: number) => bigint) => {
  let [known, value] = [0, 0n];
  return (bits) => {
    if (bits > known) {
      known = bits + (bits >> 2) + 64;
      value = compute(known);
    }
    return value >> BigInt(known - bits);
  };
};

/** pi = 16 arctan(1/5) - 4 arctan(1/239), after Machin. */
export const piFixed = constant((bits) => (16n * arcTangent(1, 5, bits + 8) - 4n * arcTangent(1, 239, bits + 8)) >> 8n);
export const ln2Fixed = constant((bits) => (2n * areaTangent(1, 3, bits + 8)) >> 8n);
