import { big, bitLength, type Dyadic, describe, leading, shiftDown } from './dyadic-number.ts';
import {
  arcSeries,
  arcTangent,
  areaTangent,
  factorialSeries,
  ln2Fixed,
  ofCosine,
  ofExponential,
  ofSine,
  piFixed,
  squared,
} from './power-series.ts';

/** value 2^-shift. */
interface Fixed {
  readonly value: bigint;
  readonly shift: number;
}

const largestAngle = 3400;

/** Arguments are reduced to multiples of 1/256, and where there are many bits to multiples of 1/65536. */
const fineness = 8n;
const [fine1, fine2] = [2 ** 8, 2 ** 16];
/** From this many bits on a product costs more than a second reduction. */
const dear = 600;

const table = (compute: (i: number) => bigint): ((i: number) => bigint) => {
  const known: (bigint | undefined)[] = [];
  return (i) => {
    const value = known[i] ?? compute(i);
    known[i] = value;
    return value;
  };
};

/**
 * Elementary functions at one exact number x = m 2^e. The argument is reduced to the sum of i/256 (times a power of
 * 2 for log, a multiple of pi/2 or of ln 2 for the others) and a remainder below 1/256; the function of i/256 is kept in
 * a table, that of the remainder is a power series, and an addition theorem joins them. All in integers, in units of
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

  const steps = (i: number): bigint => big(i) << (shift - fineness);
  const exponential = (z: bigint): bigint => factorialSeries(z, shift, ofExponential, false);
  const sine = (z: bigint): bigint => (z * factorialSeries((z * z) >> shift, shift, ofSine, true)) >> shift;
  const cosine = (z: bigint): bigint => factorialSeries((z * z) >> shift, shift, ofCosine, true);

  const atans = table((i) => arcTangent(i, fine1, bits));
  const fineAtans = table((i) => arcTangent(i, fine2, bits));
  const logs = table(
    (i) => 2n * (i < fine1 ? -areaTangent(fine1 - i, fine1 + i, bits) : areaTangent(i - fine1, i + fine1, bits)),
  );
  const exps = table((i) => exponential(steps(i)));
  const sines = table((i) => sine(steps(i)));
  const cosines = table((i) => cosine(steps(i)));

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

  /** (x - i/2^k)/(1 + x i/2^k), the tangent of what atan x exceeds atan(i/2^k) by. */
  const beyond = (x: bigint, i: number, k: bigint): bigint =>
    (((x << k) - (big(i) << shift)) << shift) / ((unit << k) + x * big(i));

  /**
   * atan of x in units of 2^-bits, 0 <= x <= 1: from i/256 and what it exceeds it by; where products are dear that is
   * taken apart once more, into j/65536 and the rest.
   */
  const arc = (x: bigint): bigint => {
    const i = Number(x >> (shift - fineness));
    const z = i === 0 ? x : beyond(x, i, fineness);
    const angle = i === 0 ? 0n : atans(i);
    const j = bits < dear ? 0 : Number(z >> (shift - 2n * fineness));
    if (j === 0) return angle + arcSeries(z, shift, shift, true);
    return angle + fineAtans(j) + arcSeries(beyond(z, j, 2n * fineness), shift, shift, true);
  };

  /** atan(m 2^e), m > 0. Above 1 from the reciprocal. */
  const atan = (m: bigint, e: number): Dyadic => {
    const x = floating(m, e);
    if (x.shift < bits) return around(halfPi - arc((1n << BigInt(x.shift + bits)) / x.value), -bits);
    if (x.shift < bits + 8) return around(arc(x.value >> big(x.shift - bits)), -bits);
    return around(arcSeries(x.value, BigInt(x.shift), shift, true), -x.shift);
  };

  /**
   * log(m 2^e), m > 0: with x = f 2^n, 3/4 <= f < 3/2, it is n ln 2 + log(i/256) + 2 artanh((f - i/256)/(f + i/256)).
   * Where f is within 1/256 of 1 and n = 0, the exact x - 1 is used instead, so that the logarithm keeps its digits.
   */
  const log = (m: bigint, e: number): Dyadic => {
    const length = bitLength(m);
    let [n, f] = [e + length, shiftDown(m, bits - length)];
    if (f < 3n << (shift - 2n)) [n, f] = [n - 1, f << 1n];
    const i = Number(f >> (shift - fineness));
    if (n === 0 && (i === fine1 - 1 || i === fine1)) {
      const [difference, sum] = [m - (1n << BigInt(-e)), m + (1n << BigInt(-e))];
      if (difference === 0n) return { lo: 0n, hi: 0n, exponent: 0 };
      const [size, less] = difference < 0n ? [-difference, true] : [difference, false];
      const at = bits + bitLength(sum) - bitLength(size);
      const value = arcSeries((size << BigInt(at)) / sum, BigInt(at), shift, false);
      return around(less ? -value : value, 1 - at);
    }
    const step = big(i) << shift;
    const z = (((f << fineness) - step) << shift) / ((f << fineness) + step);
    const count = BigInt(n);
    const error = slack + 2n * (n < 0 ? -count : count);
    return around(count * ln2 + logs(i) + 2n * arcSeries(z, shift, shift, false), -bits, error);
  };

  /** exp(m 2^e) for arguments of less than 2^24 in magnitude, which cost 24 of the 32 bits more in the reduction. */
  const exp = (m: bigint, e: number): Dyadic => {
    const x = shiftDown(m, e + fine);
    const n = x >= 0n ? x / ln2Fine : (x + 1n) / ln2Fine - 1n;
    const r = (x - n * ln2Fine) >> 32n;
    const i = Number(r >> (shift - fineness));
    const value = (exps(i) * exponential(r - steps(i))) >> shift;
    const { lo, hi, exponent } = around(value, Number(n) - bits);
    if (n !== 0n && n !== -1n) return { lo, hi, exponent };
    // Near 1 on the side where exp x is known to be.
    const at1 = 1n << BigInt(-exponent);
    return m > 0n ? { lo: lo < at1 ? at1 : lo, hi, exponent } : { lo, hi: hi > at1 ? at1 : hi, exponent };
  };

  /** sinh(m 2^e) for 0 < m 2^e <= 1/2. */
  const sinh = (m: bigint, e: number): Dyadic => {
    const x = floating(m, e);
    const ratio = factorialSeries(squared(x.value, BigInt(x.shift), shift), shift, ofSine, false);
    return around((x.value * ratio) >> shift, -x.shift);
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
    const i = Number(coarse >> (shift - fineness));
    let [s, c, sineShift] = [value, coarse, at];
    if (i === 0) {
      s = (value * factorialSeries(squared(value, BigInt(at), shift), shift, ofSine, true)) >> shift;
      c = cosine(coarse);
    } else {
      const d = coarse - steps(i);
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
