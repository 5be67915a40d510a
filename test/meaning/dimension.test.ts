import { expect, test } from 'vitest';
import { angularFrequency, dimension, formatDimension } from '../../src/formula/dimension.ts';
import {
  add,
  apply,
  call,
  cases,
  delta,
  derivative,
  div,
  type Expr,
  infinity,
  integral,
  mul,
  neg,
  num,
  pairSum,
  pow,
  sqrt,
  sub,
  symbol,
} from '../../src/formula/expression.ts';
import { A2, D, D0, Delta, gD, gi, i, j, M2, mu0, NS, nS, omega, omega0I, r0 } from '../../src/formula/symbols.ts';
import { commonDimension, dimensionOf } from '../../src/meaning/dimension.ts';

const x = symbol('x', 'x', dimension(), 'real');
const text = (formula: Expr): string => formatDimension(dimensionOf(formula));

test.each<[string, Expr]>([
  ['s^-1', mul(2, omega0I)],
  ['s^-2', mul(omega0I, D)],
  ['1', div(omega0I, D)],
  ['s^-1', sqrt(add(pow(Delta, 2), pow(D, 2)))],
  ['s^-1', sqrt(A2)],
  ['m^-3', mul(nS, div(omega0I, D0))],
  ['m^-9', pow(nS, 3)],
  ['s^-2 m kg A^-2', mu0],
  ['s^-1', call('abs', D)],
  ['1', call('sin', div(D, D0))],
  ['s', apply(gD, D)],
  ['s', delta(sub(omega0I, D))],
  ['1', integral(D, [[neg(infinity), infinity]], apply(gD, D))],
  ['s^-2', integral(D, [[num(0), D0]], D)],
  ['s^-1', pairSum(i, j, NS, D)],
  ['s^-1', derivative(D, pow(D, 2), D0)],
  ['s^-1', cases({ left: D0, right: omega0I }, D0, 0)],
  ['s^-1', add(D, 0)],
  ['s m', mul(apply(gD, omega), r0)],
])('%s', (expected, formula) => {
  expect(text(formula)).toBe(expected);
});

test.each<[string, Expr, string]>([
  ['a sum of unlike quantities', add(D, A2), 'a sum joins s^-1 and s^-2'],
  ['a number added to a frequency', add(D, 1), 'a sum joins s^-1 and 1'],
  ['a function of a frequency', call('exp', D), 'exp needs a pure number, got s^-1'],
  ['unlike cases', cases<string, 'scalar'>({ left: D0, right: omega0I }, D0, 1), 'the cases joins s^-1 and 1'],
  ['an unlike comparison', cases<string, 'scalar'>({ left: D0, right: A2 }, D0, 0), 'a condition joins'],
  ['an argument of another kind', apply(gi, r0), 'an argument of gi joins m and s^-1'],
  ['a limit of another kind', integral(D, [[num(0), A2]], D), 'a limit of the integral over D joins s^-1 and s^-2'],
  ['a derivative elsewhere', derivative(D, D, x), 'the point of a derivative joins s^-1 and 1'],
  ['deep inside', mul(2, sqrt(div(1, sub(D, r0)))), 'a sum joins s^-1 and m'],
])('refuses %s', (_, formula, message) => {
  expect(() => dimensionOf(formula)).toThrow(RangeError);
  expect(() => dimensionOf(formula)).toThrow(message);
});

test('both sides of an equation', () => {
  expect(commonDimension(M2, A2)).toEqual(dimension({ s: -2 }));
  expect(commonDimension(D, num(0))).toEqual(angularFrequency);
  expect(() => commonDimension(M2, D)).toThrow('an equation joins s^-2 and s^-1');
});
