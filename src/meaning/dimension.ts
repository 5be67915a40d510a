import {
  type Dimension,
  formatDimension,
  overDimension,
  powerDimension,
  pureNumber,
  sameDimension,
  timesDimension,
} from '../formula/dimension.ts';
import type { Expr } from '../formula/expression.ts';
import { type Algebra, fold } from '../formula/fold.ts';

const mustBePure = (what: string, of: Dimension | 'any'): Dimension | 'any' => {
  if (of !== 'any' && !sameDimension(of, pureNumber))
    throw new RangeError(`${what} needs a pure number, got ${formatDimension(of)}`);
  return pureNumber;
};

/** An exact 0 (a limit of an integral) and infinity fit any dimension. */
type Found = Dimension | 'any';

const agree = (what: string, parts: readonly Found[]): Found => {
  const definite = parts.filter((part) => part !== 'any');
  const first = definite[0];
  if (!first) return 'any';
  const odd = definite.find((part) => !sameDimension(part, first));
  if (odd) throw new RangeError(`${what} joins ${formatDimension(first)} and ${formatDimension(odd)}`);
  return first;
};

const times = (parts: readonly Found[]): Found =>
  parts.includes('any') ? 'any' : (parts as Dimension[]).reduce(timesDimension, pureNumber);

const dimensions: Algebra<Found> = {
  number: (value) => (value.numerator === 0n ? 'any' : pureNumber),
  pi: () => pureNumber,
  symbol: (symbol) => (symbol.name === 'infinity' ? 'any' : symbol.dimension),
  sum: (terms) => agree('a sum', terms),
  product: times,
  quotient: (over, under) => (over === 'any' || under === 'any' ? 'any' : overDimension(over, under)),
  power: (base, exponent) =>
    base === 'any' ? 'any' : powerDimension(base, Number(exponent.numerator) / Number(exponent.denominator)),
  call: (name, argument) => (name === 'abs' ? argument : mustBePure(name, argument)),
  cases: (left, right, below, otherwise) => {
    agree('a condition', [left, right]);
    return agree('the cases', [below, otherwise]);
  },
  unknown: (unknown, args) => {
    if (!unknown.indexed)
      args.forEach((argument, index) => {
        agree(`an argument of ${unknown.name}`, [argument, unknown.parameters[index] as Dimension]);
      });
    return unknown.dimension;
  },
  delta: (argument) => (argument === 'any' ? 'any' : overDimension(pureNumber, argument)),
  integral: (variable, ranges, body) => {
    for (const range of ranges) agree(`a limit of the integral over ${variable.name}`, [variable.dimension, ...range]);
    return times([body, variable.dimension]);
  },
  pairSum: (_first, _second, _count, body) => body,
  total: (_index, _count, body) => body,
  derivative: (variable, body, at) => {
    agree('the point of a derivative', [variable.dimension, at]);
    return body === 'any' ? 'any' : overDimension(body, variable.dimension);
  },
};

/** The dimension of a formula. Throws a RangeError where it joins unlike quantities. */
export const dimensionOf = (expression: Expr): Dimension => {
  const found = fold(expression, dimensions);
  return found === 'any' ? pureNumber : found;
};

/** The dimension that both sides share. Throws a RangeError when they do not. */
export const commonDimension = (left: Expr, right: Expr): Dimension => {
  const found = agree('an equation', [fold(left, dimensions), fold(right, dimensions)]);
  return found === 'any' ? pureNumber : found;
};
