import type { Random } from '../../src/number/random.ts';
import { compare, minus, multiply, negate, plus, type Rational, rational } from '../../src/number/rational.ts';

/** Ends of a closed interval; the same object twice for a number. */
export type Ends = readonly [Rational, Rational];

export const zero = rational(0);
export const one = rational(1);

export const pick = <T>(random: Random, options: readonly T[]): T => options[random.below(options.length)] as T;
/** An integer from least to most. */
export const whole = (random: Random, least: number, most: number): number => least + random.below(most - least + 1);

/** 2 to an integer power. */
export const powerOf2 = (n: number): Rational => (n >= 0 ? rational(1n << BigInt(n)) : rational(1n, 1n << BigInt(-n)));

/** A number of that many bits between 2^top and 2^(top + 1). */
export const sized = (random: Random, bits: number, top: number): Rational => {
  let words = '';
  for (let left = bits; left > 0; left -= 32) words += random.next().toString(16).padStart(8, '0');
  const drawn = BigInt(`0x${words}`) >> BigInt(4 * words.length - bits);
  return multiply(rational(drawn | (1n << BigInt(bits - 1))), powerOf2(top - bits + 1));
};

/** Few bits, as many as a double has, as many as the precision has, or more of them. */
export const bitsFor = (random: Random, precision: number): number =>
  pick(random, [whole(random, 1, 8), whole(random, 1, 53), 53, precision, precision + whole(random, 1, 64)]);

/** Positive, its leading bit anywhere from 2^low to 2^high; half of the time near 1. */
export const positive = (random: Random, precision: number, low: number, high: number): Rational => {
  const [least, most] = random.below(2) === 0 ? [Math.max(low, -8), Math.min(high, 8)] : [low, high];
  return sized(random, bitsFor(random, precision), whole(random, Math.min(least, most), most));
};

/** center + or - a number of relative size 2^-precision to 1. */
export const near = (random: Random, precision: number, center: Rational): Rational => {
  const away = multiply(center, sized(random, whole(random, 1, 20), -whole(random, 1, precision)));
  return random.below(2) === 0 ? plus(center, away) : minus(center, away);
};

export const signed = (random: Random, x: Rational): Rational => (random.below(2) === 0 ? x : negate(x));

export const inOrder = (a: Rational, b: Rational): Ends => (compare(a, b) <= 0 ? [a, b] : [b, a]);

/** A number, an interval about it of any relative width, one that ends at or reaches over 0, or one between two draws. */
export const interval = (random: Random, precision: number, draw: () => Rational): Ends => {
  const x = draw();
  switch (random.below(8)) {
    case 0:
    case 1:
    case 2:
      return [x, x];
    case 3:
      return inOrder(x, plus(x, multiply(x, sized(random, 4, -precision + whole(random, 0, 8)))));
    case 4:
    case 5:
      return inOrder(x, plus(x, multiply(x, sized(random, 4, -whole(random, 1, precision)))));
    case 6:
      return inOrder(x, pick(random, [zero, zero, negate(multiply(x, sized(random, 8, whole(random, -30, 3))))]));
    default:
      return inOrder(x, draw());
  }
};
