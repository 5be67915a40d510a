import { minus, multiply, parseRational, plus, power, type Rational, rational } from '../number/rational.ts';
import type { Input } from './relation.ts';

/** One unit of the last significant digit of a figure; trailing zeros of an integer are not significant. */
export const unitOfLastDigit = (text: string): Rational => {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '', decimals] = mantissa.split('.');
  const zeros = decimals === undefined ? (/[1-9](0*)$/.exec(whole)?.[1]?.length ?? 0) : -decimals.length;
  return power(rational(10), Number(exponent) + zeros);
};

/** A figure of the text as an input: half a unit of its last digit to either side. */
export const quotedInput = (text: string): Input => {
  const nominal = parseRational(text);
  const half = multiply(rational(1, 2), unitOfLastDigit(text));
  return { nominal, range: [minus(nominal, half), plus(nominal, half)], from: text };
};

/** A number that stands for itself, with the range in which its meaning leaves it. */
export const named = (value: string, spread: string, from: string): Input => {
  const [nominal, reach] = [parseRational(value), parseRational(spread)];
  return { nominal, range: [minus(nominal, reach), plus(nominal, reach)], from };
};
