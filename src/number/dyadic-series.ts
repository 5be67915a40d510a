import { big, bitLength, type Dyadic, describe, leading, shiftDown } from './dyadic-number.ts';

/** value 2^-shift. */
interface Fixed {
  readonly value: bigint;
  readonly shift: number;
}

const largestAngle = 3400;

const products = Array.from({ length: 512 }, (_, k) => BigInt(k * (k + 1)));

/**
 * first (1 + square/(k(k+1)) + square^2/(k(k+1)(k+2)(k+3)) + ...), or the sum with alternating signs, in units of
 * 2^-shift, for 0 <= square < 1. Sines and cosines, hyperbolic or not, are such sums.
 * Each term inherits less than half the error of the one before and is rounded down twice: less than 2 units off.
 * Once a term vanishes, the rest is less than 2 units. There are fewer than shift/4 terms at 50 bits or more.
 */
const factorialSeries = (first: bigint, square: bigint, shift: bigint, k: number, alternating: boolean): bigint => {
  let [term, sum, n] = [first, first, k];
  for (let minus = alternating; ; n += 2, minus = alternating && !minus) {
    term = ((term * square) >> shift) / (products[n] ?? BigInt(n * (n + 1)));
    if (term === 0n) return sum;
    sum = minus ? sum - term : sum + term;
  }
};

/**
 * z + z^3/3 + z^5/5 + ... (artanh z), or with alternating signs (arctan z), in units of 2^-shift, 0 <= z <= 1/64.
 * Each power is less than 1.1 units off, each term less than 2, the rest when a power vanishes less than 1; there are
 * fewer than shift/12 + 2 terms.
 */
const arcSeries = (z: bigint, shift: bigint, alternating: boolean): bigint => {
  const square = (z * z) >> shift;
  let [power, sum] = [z, z];
  for (let [n, minus] = [3, alternating]; ; n += 2, minus = alternating && !minus) {
    power = (power * square) >> shift;
    if (power === 0n) return sum;
    sum = minus ? sum - power / big(n) : sum + power / big(n);
  }
};

/** More bits for a sum of terms that are each less than 4 units off, so that it ends less than 1 unit off. */
const reserve = 24;

/** artanh(p/q) in units of 2^-bits, less than 2 off, for 0 <= p/q <= 1/3. */
const areaTangent = (p: number, q: number, bits: number): bigint => {
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
const arcTangent = (p: number, q: number, bits: number): bigint => {
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
const ln2Fixed = constant((bits) => (2n * areaTangent(1, 3, bits + 8)) >> 8n);

const table = (compute: (i: number) => bigint): ((i: number) => bigint) => {
  const known: (bigint | undefined)[] = [];
  return (i) => {
    const value = known[i] ?? compute(i);
    known[i] = value;
    return value;
  };
};

/**
 * Elementary functions at one exact number x = m 2^e. The argument is reduced to the sum of i/64 (times a power of 2
 * for log, a multiple of pi/2 or of ln 2 for the others) and a remainder below 1/64; the function of i/64 is kept in a
 * table, that of the remainder is a power series, and an addition theorem joins them. All in integers, in units of
 * 2^-shift chosen such that the result has at least w = bits - 8 bits; `bits` is at least 50.
 * Rounding and truncation of a series in the reduced argument: less than bits/2 + 2 units, see there; of a table entry
 * no more; of an argument after its reduction: 9 units at most. Products with factors of at most 2 and sums of two
 * such numbers stay below 8 bits units, which is what every function allows for.
 */
export const points = (bits: number) => {
  const unit = 1n << BigInt(bits);
  const shift = BigInt(bits);
  const slack = BigInt(8 * bits);
  const fine = bits + 32;
  const halfPi = piFixed(bits) >> 1n;
  const [ln2, ln2Fine] = [ln2Fixed(bits), ln2Fixed(fine)];

  const sixtyFourths = (i: number): bigint => big(i) << (shift - 6n);
  const exponential = (z: bigint): bigint => {
    const square = (z * z) >> shift;
    return factorialSeries(unit, square, shift, 1, false) + factorialSeries(z, square, shift, 2, false);
  };
  const sine = (z: bigint): bigint => factorialSeries(z, (z * z) >> shift, shift, 2, true);
  const cosine = (z: bigint): bigint => factorialSeries(unit, (z * z) >> shift, shift, 1, true);

  const atans = table((i) => arcTangent(i, 64, bits));
  const logs = table((i) => 2n * (i < 64 ? -areaTangent(64 - i, 64 + i, bits) : areaTangent(i - 64, i + 64, bits)));
  const exps = table((i) => exponential(sixtyFourths(i)));
  const sines = table((i) => sine(sixtyFourths(i)));
  const cosines = table((i) => cosine(sixtyFourths(i)));

  const around = (value: bigint, exponent: number, error = slack): Dyadic => ({
    lo: value - error,
    hi: value + error,
    exponent,
  });

  /** m 2^e for m > 0 with `bits` bits, or one less, and what the shift is then. */
  const floating = (m: bigint, e: number): Fixed => {
    const by = bits - bitLength(m);
    return { value: shiftDown(m, by), shift: by - e };
  };

  /** atan of x in units of 2^-bits, 0 <= x <= 1: from i/64 and the remainder (x - i/64)/(1 + x i/64). */
  const arc = (x: bigint): bigint => {
    const i = Number(x >> (shift - 6n));
    if (i === 0) return arcSeries(x, shift, true);
    const z = (((x << 6n) - (big(i) << shift)) << shift) / ((unit << 6n) + x * big(i));
    return atans(i) + arcSeries(z, shift, true);
  };

  /** atan(m 2^e), m > 0. Above 1 from the reciprocal. */
  const atan = (m: bigint, e: number): Dyadic => {
    const x = floating(m, e);
    if (x.shift < bits) return around(halfPi - arc((1n << BigInt(x.shift + bits)) / x.value), -bits);
    if (x.shift < bits + 6) return around(arc(x.value >> big(x.shift - bits)), -bits);
    return around(arcSeries(x.value, BigInt(x.shift), true), -x.shift);
  };

  /**
   * log(m 2^e), m > 0: with x = f 2^n, 3/4 <= f < 3/2, it is n ln 2 + log(i/64) + 2 artanh((f - i/64)/(f + i/64)).
   * Where f is within 1/64 of 1 and n = 0, the exact x - 1 is used instead, so that the logarithm keeps its digits.
   */
  const log = (m: bigint, e: number): Dyadic => {
    const length = bitLength(m);
    let [n, f] = [e + length, shiftDown(m, bits - length)];
    if (f < 3n << (shift - 2n)) [n, f] = [n - 1, f << 1n];
    const i = Number(f >> (shift - 6n));
    if (n === 0 && (i === 63 || i === 64)) {
      const [difference, sum] = [m - (1n << BigInt(-e)), m + (1n << BigInt(-e))];
      if (difference === 0n) return { lo: 0n, hi: 0n, exponent: 0 };
      const [size, less] = difference < 0n ? [-difference, true] : [difference, false];
      const at = bits + bitLength(sum) - bitLength(size);
      const value = arcSeries((size << BigInt(at)) / sum, BigInt(at), false);
      return around(less ? -value : value, 1 - at);
    }
    const step = big(i) << shift;
    const z = (((f << 6n) - step) << shift) / ((f << 6n) + step);
    const count = BigInt(n);
    const error = slack + 2n * (n < 0 ? -count : count);
    return around(count * ln2 + logs(i) + 2n * arcSeries(z, shift, false), -bits, error);
  };

  /** exp(m 2^e) for arguments of less than 2^24 in magnitude, which cost 24 of the 32 bits more in the reduction. */
  const exp = (m: bigint, e: number): Dyadic => {
    const x = shiftDown(m, e + fine);
    const n = x >= 0n ? x / ln2Fine : (x + 1n) / ln2Fine - 1n;
    const r = (x - n * ln2Fine) >> 32n;
    const i = Number(r >> (shift - 6n));
    const value = (exps(i) * exponential(r - sixtyFourths(i))) >> shift;
    const { lo, hi, exponent } = around(value, Number(n) - bits);
    if (n !== 0n && n !== -1n) return { lo, hi, exponent };
    // Near 1 on the side where exp x is known to be.
    const at1 = 1n << BigInt(-exponent);
    return m > 0n ? { lo: lo < at1 ? at1 : lo, hi, exponent } : { lo, hi: hi > at1 ? at1 : hi, exponent };
  };

  /** sinh(m 2^e) for 0 < m 2^e <= 1/2. */
  const sinh = (m: bigint, e: number): Dyadic => {
    const x = floating(m, e);
    const at = BigInt(x.shift);
    return around(factorialSeries(x.value, (x.value * x.value) >> at, at, 2, false), -x.shift);
  };

  /**
   * The number of quarter turns nearest to m 2^e > 0, and by how much it is exceeded, in units of 2^-shift. That the
   * turns and the remainder are less than 9 units off in sum decides how many bits of pi are taken: more if the
   * remainder turns out small.
   */
  const reduced = (m: bigint, e: number): Fixed & { readonly quarters: bigint; readonly less: boolean } => {
    const size = e + bitLength(m);
    if (size < 0) return { ...floating(m, e), quarters: 0n, less: false };
    if (size > largestAngle) throw new RangeError(`sine or cosine of a number of too many digits: ${describe(m, e)}`);
    for (let more = 8; ; ) {
      const at = bits + size + more;
      const quarter = piFixed(at) >> 1n;
      const x = shiftDown(m, e + at);
      let quarters = x / quarter;
      let value = x - quarters * quarter;
      const less = value << 1n > quarter;
      if (less) [quarters, value] = [quarters + 1n, quarter - value];
      const length = value === 0n ? 0 : bitLength(value);
      if (length >= bits + size) {
        const excess = Math.min(size + more, length - bits);
        return { value: value >> BigInt(excess), shift: at - excess, quarters, less };
      }
      more += bits + size - length + 8;
    }
  };

  /** sin and cos of m 2^e > 0. The cosine of a small remainder needs no more than `bits` bits after the point. */
  const turn = (m: bigint, e: number): { readonly sin: Dyadic; readonly cos: Dyadic } => {
    const { value, shift: at, quarters, less } = reduced(m, e);
    const coarse = value >> BigInt(at - bits);
    const i = Number(coarse >> (shift - 6n));
    let [s, c, sineShift] = [value, coarse, at];
    if (i === 0) {
      const wide = BigInt(at);
      s = factorialSeries(value, (value * value) >> wide, wide, 2, true);
      c = cosine(coarse);
    } else {
      const d = coarse - sixtyFourths(i);
      const [p, q] = [sine(d), cosine(d)];
      s = (sines(i) * q + cosines(i) * p) >> shift;
      c = (cosines(i) * q - sines(i) * p) >> shift;
      sineShift = bits;
    }
    const sin = around(less ? -s : s, -sineShift);
    const cos = around(c, -bits);
    const minus = (a: Dyadic): Dyadic => ({ lo: -a.hi, hi: -a.lo, exponent: a.exponent });
    switch (Number(quarters & 3n)) {
      case 0:
        return { sin, cos };
      case 1:
        return { sin: cos, cos: minus(sin) };
      case 2:
        return { sin: minus(sin), cos: minus(cos) };
      default:
        return { sin: minus(cos), cos: sin };
    }
  };

  return { pi: around(piFixed(bits), -bits, 2n), atan, log, exp, sinh, turn };
};

/** An upper bound of 2^32 (atan x)' max(1, 4^n) for x = m 2^e, m > 0, 2^(n-1) <= x < 2^n; and this n if positive. */
export const slopeOfAtan = (m: bigint, e: number): readonly [slope: bigint, n: number] => {
  const [fraction, length] = leading(m);
  const n = Math.max(0, e + length);
  const x = n > 0 ? fraction : fraction * 2 ** Math.max(-600, e + length);
  // In binary64 this is off by a few units of 1e-16; 1 unit of 2^-32 is added.
  return [BigInt(Math.ceil(2 ** 32 / (2 ** Math.max(-600, -2 * n) + x * x)) + 1), n];
};
