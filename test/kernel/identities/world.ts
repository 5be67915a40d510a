import type { Expr } from '../../../src/formula/expression.ts';
import type { Fact } from '../../../src/kernel/kernel.ts';
import { divide, minus, multiply, one, type Rational, rational, plus as sum } from '../../../src/number/rational.ts';
import type { Draw } from './draw.ts';
import { below, equals, type Letter, minus as less, letter, n, over, plus, squared } from './terms.ts';

export type Point = ReadonlyMap<string, Rational>;

/** Hypotheses, formulas of which they say something, and exact points at which they hold. */
export interface World {
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly letters: readonly Letter[];
  /** What is > 0 under the hypotheses. */
  readonly positive: readonly Expr[];
  /** What lies between -1 and 1. */
  readonly unit: readonly Expr[];
  readonly point: (draw: Draw) => Point;
}

const [x, y, h] = ['x', 'y', 'h'].map(letter) as [Letter, Letter, Letter];
const zero = n(0);

export const at = (values: Readonly<Record<string, Rational>>): Point => new Map(Object.entries(values));
export const square = (value: Rational): Rational => multiply(value, value);

/** A rational point of the circle of radius r, by the tangent of half the angle. */
const onCircle = (r: Rational, s: Rational): readonly [Rational, Rational] => {
  const under = sum(one, square(s));
  return [multiply(r, divide(minus(one, square(s)), under)), multiply(r, divide(multiply(rational(2), s), under))];
};

/** A circle x^2 + y^2 = h^2, or the quarter of it in which both are positive. */
export const circle = (isQuarter: boolean): World => ({
  name: isQuarter ? 'a quarter of a circle' : 'a circle',
  facts: [
    below(zero, h),
    equals(squared(y), less(squared(h), squared(x))),
    ...(isQuarter ? [below(zero, x), below(zero, y)] : []),
  ],
  letters: [x, y, h],
  positive: isQuarter ? [h, x, y, plus(h, x), plus(x, y)] : [h, squared(h)],
  unit: [over(x, h), over(y, h)],
  point: (draw) => {
    const r = draw.positive();
    const [p, q] = onCircle(r, isQuarter ? draw.fraction() : draw.rational());
    return at({ x: p, y: q, h: r });
  },
});
