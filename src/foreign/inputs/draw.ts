/** Where drawn integers come from: fast-check's generator, or a stream of number/random.ts. */
export interface Draw {
  /** Uniform from 0 to n - 1, for n up to 2^32. */
  below(n: number): number;
}

export const pick = <T>(draw: Draw, options: readonly T[]): T => options[draw.below(options.length)] as T;
/** An integer from least to most. */
export const whole = (draw: Draw, least: number, most: number): number => least + draw.below(most - least + 1);
export const isOne = (draw: Draw, outOf: number): boolean => draw.below(outOf) === 0;
export const signed = (draw: Draw, x: number): number => (isOne(draw, 2) ? -x : x);

const reach = 128;
const powersOf2 = Array.from({ length: 2 * reach + 1 }, (_, index) => {
  const n = index - reach;
  const size = Number(1n << BigInt(Math.abs(n)));
  return n < 0 ? 1 / size : size;
});
const within = (table: readonly number[], n: number): number => {
  const found = table[n + (table.length >> 1)];
  if (found === undefined) throw new RangeError(`expected an exponent up to ${table.length >> 1}, got ${n}`);
  return found;
};
/** 2^n exactly, |n| up to 128. */
export const twoTo = (n: number): number => within(powersOf2, n);
const powersOf10 = Array.from({ length: 81 }, (_, index) => Number(`1e${index - 40}`));
/** The double nearest to 10^n, |n| up to 40. */
const tenTo = (n: number): number => within(powersOf10, n);

/** All 53 bits drawn, from 1 to below 2. */
const fullMantissa = (draw: Draw): number => 1 + (draw.below(67108864) * 67108864 + draw.below(67108864)) * twoTo(-52);

/** From 10^low to 10^high, a decade being as probable as the next: of one digit, of three, or of as many as there are. */
export const decades = (draw: Draw, low: number, high: number): number => {
  const n = whole(draw, low, high - 1);
  const digits = draw.below(3);
  if (digits === 0) return Number(`${whole(draw, 1, 9)}e${n}`);
  if (digits === 1) return Number(`${whole(draw, 100, 999)}e${n - 2}`);
  return fullMantissa(draw) * whole(draw, 1, 5) * tenTo(n);
};

/** From 2^low to 2^high: a power of 2, a few bits, or as many as there are. */
export const octaves = (draw: Draw, low: number, high: number): number => {
  const scale = twoTo(whole(draw, low, high - 1));
  const bits = draw.below(3);
  if (bits === 0) return scale;
  return bits === 1 ? (whole(draw, 16, 31) / 16) * scale : fullMantissa(draw) * scale;
};

/** Between 0 and 1, exclusively: of two digits, or of as many as there are. */
export const fraction = (draw: Draw): number =>
  isOne(draw, 2) ? whole(draw, 1, 99) / 100 : fullMantissa(draw) - 1 || 0.5;

/** 1 + or - 2^-k, k from 4 to 52. */
export const nextTo1 = (draw: Draw): number => 1 + signed(draw, twoTo(-whole(draw, 4, 52)));

/** x moved by some ulps, within its binade or into the next. 0 stays 0. */
export const nudged = (x: number, ulps: number): number => {
  const size = Math.abs(x);
  let ulp = twoTo(-52);
  if (x === 0) return 0;
  while (size >= 2 * twoTo(52) * ulp) ulp *= 2;
  while (size < twoTo(52) * ulp) ulp /= 2;
  return x + ulps * ulp;
};
