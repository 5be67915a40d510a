import nerdamer from 'nerdamer';
import { expect, test } from 'vitest';
import { add, apply, call, cases, div, type Expr, mul, num, pi, pow, sqrt, sub } from '../../src/formula/expression.ts';
import { f1 } from '../../src/formula/symbols.ts';
import { nerdamerText } from '../../src/meaning/nerdamer.ts';
import { W_SSI, W_Z_above, W_Z_below, W_Z_narrow } from '../../src/theory/rates.ts';
import { at, digits, type Scalar, valueAt, x, y } from '../formula/trees.ts';

/** What nerdamer itself makes of the text, as a number. */
const byNerdamer = (formula: Scalar, values: Readonly<Record<string, string>>): number =>
  Number(
    nerdamer(
      nerdamerText(formula),
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, `(${value})`])),
    )
      .evaluate()
      .text('decimals'),
  );

const places: readonly Readonly<Record<string, string>>[] = [
  { x: '1/3', y: '5/4' },
  { x: '-7/2', y: '1/8' },
  { x: '2', y: '3' },
];

test.each<[string, Scalar]>([
  ['a difference of products', sub<string>(mul<string>(2, x, y), mul<string>(x, num(-3, 7)))],
  ['a negative base', pow<string, 'scalar'>(sub<string>(x, 4), 3)],
  ['a power of a quotient', pow<string, 'scalar'>(div<string>(x, y), -2)],
  ['a quotient of quotients', div<string>(div<string>(x, y), div<string>(y, 7))],
  ['a power of a power', pow<string, 'scalar'>(pow<string, 'scalar'>(y, 2), 3, 2)],
  ['a root', sqrt<string, 'scalar'>(add<string>(pow<string, 'scalar'>(x, 2), y))],
  ['an inverse root', pow<string, 'scalar'>(add<string>(1, y), -3, 2)],
  ['circular functions', mul<string>(call('sin', x), call('cos', mul<string>(pi, y)))],
  ['hyperbolic functions', add<string>(call('tanh', x), call('sinh', y), call('cosh', x))],
  ['inverse functions', add<string>(call('atan', x), call('asin', div<string>(x, 9)), call('acos', div<string>(y, 9)))],
  ['exp, log and abs', mul<string>(call('exp', x), call('log', add<string>(y, 2)), call('abs', x))],
])('nerdamer reads %s as it is meant', (_, formula) => {
  for (const values of places) {
    const expected = valueAt(formula, at(values));
    expect(expected).toBeDefined();
    const middle = digits.middle(expected as NonNullable<typeof expected>);
    expect(Math.abs(byNerdamer(formula, values) - middle)).toBeLessThan(1e-11 * Math.max(1, Math.abs(middle)));
  }
});

test.each<[string, Scalar]>(Object.entries({ W_SSI, W_Z_above, W_Z_below, W_Z_narrow }))(
  'nerdamer reads %s',
  (_, formula) => {
    const values = { A2: '3', DD: '1/7', D0: '3/5', omega0I: '5/4', Delta: '-1/3' };
    const middle = digits.middle(valueAt(formula, at(values)) as NonNullable<ReturnType<typeof valueAt>>);
    expect(byNerdamer(formula, values) / middle).toBeCloseTo(1, 10);
  },
);

test('it is not asked about what it does not know', () => {
  expect(() => nerdamerText(cases<string, 'scalar'>({ left: x, right: y }, 1, 2))).toThrow(TypeError);
  expect(() => nerdamerText(apply<string, 'scalar'>(f1, x))).toThrow('unknown function f');
  expect(nerdamerText(num(-2, 3))).toBe('(-2/3)');
  const unused: Expr = pi;
  expect(nerdamerText(unused as Scalar)).toBe('pi');
});
