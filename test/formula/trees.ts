import fc from 'fast-check';
import { pureNumber } from '../../src/formula/dimension.ts';
import { add, call, cases, div, type Expr, mul, num, pi, pow, symbol } from '../../src/formula/expression.ts';
import { evaluate } from '../../src/meaning/value.ts';
import { type Dyadic, dyadics } from '../../src/number/dyadic.ts';
import { parseRational, type Rational, rational } from '../../src/number/rational.ts';

export type Scalar = Expr<string, 'scalar'>;

export const x: Expr<'x', 'scalar'> & ReturnType<typeof symbol<'x'>> = symbol('x', 'x', pureNumber, 'real');
export const y = symbol('y', 'y', pureNumber, 'real');
export const z = symbol('z', 'z', pureNumber, 'real');

const fractions = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 4 }))
  .map(([n, d]) => rational(n, d));
const leaf: fc.Arbitrary<Scalar> = fc.oneof(
  fractions.map((value): Scalar => num(value)),
  fc.constantFrom<Scalar>(x, y, z),
  fc.constant<Scalar>(pi),
);
const exponents = fc.constantFrom<readonly [number, number]>([2, 1], [3, 1], [-1, 1], [-2, 1], [1, 2], [3, 2]);

/** Scalar formulas in x, y and z with every kind of node, up to the depth given. */
export const trees = (depth: number): fc.Arbitrary<Scalar> => {
  if (depth === 0) return leaf;
  const part = trees(depth - 1);
  const several = fc.array(part, { minLength: 2, maxLength: 3 });
  return fc.oneof(
    leaf,
    several.map((parts) => add<string>(...parts)),
    several.map((parts) => mul<string>(...parts)),
    fc.tuple(part, part).map(([a, b]) => div<string>(a, b)),
    fc.tuple(part, exponents).map(([base, [n, d]]) => pow<string, 'scalar'>(base, n, d)),
    fc
      .tuple(fc.constantFrom('sin' as const, 'cos' as const, 'atan' as const, 'abs' as const, 'tanh' as const), part)
      .map(([name, argument]) => call<string, 'scalar'>(name, argument)),
    fc
      .tuple(part, part, part, part)
      .map(([left, right, below, otherwise]) => cases<string, 'scalar'>({ left, right }, below, otherwise)),
  );
};

export const environments = fc.tuple(fractions, fractions, fractions);

export const digits = dyadics(40);
export const valuesOf = ([a, b, c]: readonly [Rational, Rational, Rational]): ReadonlyMap<string, Dyadic> =>
  new Map([
    ['x', digits.rational(a)],
    ['y', digits.rational(b)],
    ['z', digits.rational(c)],
  ]);
export const at = (values: Readonly<Record<string, string>>): ReadonlyMap<string, Dyadic> =>
  new Map(Object.entries(values).map(([name, value]) => [name, digits.rational(parseRational(value))]));

/** The enclosed value, or undefined outside the domain of the formula. */
export const valueAt = (formula: Expr, environment: ReadonlyMap<string, Dyadic>): Dyadic | undefined => {
  try {
    return evaluate(formula)(digits, environment);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};
