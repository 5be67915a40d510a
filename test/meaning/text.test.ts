import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
  total,
} from '../../src/formula/expression.ts';
import { mutants } from '../../src/formula/mutate.ts';
import { A2, couplingOf, D, D0, Delta, gD, i, j, NS, omega0I } from '../../src/formula/symbols.ts';
import { plainText } from '../../src/meaning/text.ts';
import { digits, environments, trees, valueAt, valuesOf, x, y, z } from '../formula/trees.ts';
import { read } from './read-text.ts';

type Any = 'scalar' | 'binder';
const times = (...factors: (Expr | number)[]): Expr => mul<string, Any>(...factors);
const twoRanges = integral(
  x,
  [
    [num(-2), num(-1)],
    [num(1), num(2)],
  ],
  add(x, 1),
);

test.each<[string, Expr]>([
  ['x - y', sub(x, y)],
  ['x + (-1/2) y', add(x, mul(num(-1, 2), y))],
  ['-(x + y)', neg(add(x, y))],
  ['x - (y - z)', sub(x, sub(y, z))],
  ['-x - y + z', add(sub(neg(x), y), z)],
  ['x (y + z)', mul(x, add(y, z))],
  ['x (-2)', mul(x, -2)],
  ['(x/y) z', mul(div(x, y), z)],
  ['-(x/y) z', mul(-1, div(x, y), z)],
  ['-(1/2) x', mul(-1, num(1, 2), x)],
  ['z x/y', mul(z, div(x, y))],
  ['x/(y z)', div(x, mul(y, z))],
  ['x/(y/z)', div(x, div(y, z))],
  ['(x + y)/z', div(add(x, y), z)],
  ['x^(-1)', pow(x, -1)],
  ['x^(3/2)', pow(x, 3, 2)],
  ['sqrt(x + y)', sqrt(add(x, y))],
  ['(-x)^2', pow(neg(x), 2)],
  ['-x^2', neg(pow(x, 2))],
  ['(1/2)^2', pow(num(1, 2), 2)],
  ['(x^2)^3', pow(pow(x, 2), 3)],
  ['sqrt(x)^3', pow(sqrt(x), 3)],
  ['sin(x)^2', pow(call('sin', x), 2)],
  ['acos(D0/omega0I)', call('acos', div(D0, omega0I))],
  ['A2', A2],
  ['(1 where x < y, -x elsewhere)', cases<string, 'scalar'>({ left: x, right: y }, 1, neg(x))],
  ['gD(D)', apply(gD, D)],
  ['delta(omega0I - D)', delta(sub(omega0I, D))],
  ['integral[D = 0 .. infinity](gD(D))', integral(D, [[num(0), infinity]], apply(gD, D))],
  ['integral[x = -2 .. -1](x + 1) + integral[x = 1 .. 2](x + 1)', twoRanges],
  ['2 (integral[x = -2 .. -1](x + 1) + integral[x = 1 .. 2](x + 1))', times(2, twoRanges)],
  [
    'sum[i != j of NS](D_ij)',
    pairSum(i, j, NS, { kind: 'unknown', unknown: { ...couplingOf, name: 'D_ij' }, args: [] }),
  ],
  ['sum[i of NS](i + 1)', total(i, NS, add(i, 1))],
  ['(d/dDelta[Delta^2] at D0)', derivative(Delta, pow(Delta, 2), D0)],
  ['(d/dDelta[Delta^2] at D0 + 1) D', times(derivative(Delta, pow(Delta, 2), add(D0, 1)), D)],
])('%s', (expected, formula) => {
  expect(plainText(formula)).toBe(expected);
});

describe('what is read from the text', () => {
  test.each(['from left to right', 'products first'] as const)('%s, has the value of the formula', (habit) => {
    let compared = 0;
    fc.assert(
      fc.property(trees(3), environments, (formula, values) => {
        const again = read(plainText(formula), habit);
        const [a, b] = [formula, again].map((of) => valueAt(of, valuesOf(values)));
        // Where a sign is not told, such as at a jump, the two need not be without a value in the same places.
        if (!a || !b) return;
        compared++;
        expect(digits.overlap(a, b), plainText(formula)).toBe(true);
      }),
      { seed: 5, numRuns: 1500 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  test('formulas that differ have texts that differ', () => {
    let told = 0;
    fc.assert(
      fc.property(trees(2), environments, (formula, values) => {
        const before = valueAt(formula, valuesOf(values));
        for (const { formula: mutant } of mutants(formula)) {
          const after = valueAt(mutant, valuesOf(values));
          if (!before || !after || digits.overlap(before, after)) continue;
          told++;
          expect(plainText(mutant)).not.toBe(plainText(formula));
        }
      }),
      { seed: 6, numRuns: 300 },
    );
    expect(told).toBeGreaterThan(1000);
  });
});
