import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, call, div, type Expr, infinity, integral, mul, num, pi, pow, sub } from '../../src/formula/expression.ts';
import { mutants } from '../../src/formula/mutate.ts';
import { key } from '../../src/formula/substitute.ts';
import { D0, DD, omega0I } from '../../src/formula/symbols.ts';
import { W_SS_below, W_SSI, W_Z_below } from '../../src/theory/rates.ts';
import { at, digits, environments, trees, valueAt, valuesOf, x, y } from './trees.ts';

const changes = (formula: Expr): readonly string[] => mutants(formula).map(({ change }) => change);
const keys = (formula: Expr): readonly string[] => mutants(formula).map((mutant) => key(mutant.formula));

describe('each operator', () => {
  test.each<[string, Expr, string, Expr]>([
    ['the whole doubled', x, 'whole x 2', mul(2, x)],
    ['the whole negated', x, 'whole x -1', mul(-1, x)],
    ['a constant halved', add(x, 3), 'constant 3 / 2', add(x, mul(num(1, 2), 3))],
    ['a constant times pi', add(x, 3), 'constant 3 x pi', add(x, mul(pi, 3))],
    ['pi times 2 pi', add(x, pi), 'constant pi x 2 pi', add(x, mul(mul(2, pi), pi))],
    ['a sign', sub(x, y), 'sign of term 1 of 2', add(mul(-1, x), mul(-1, y))],
    ['an exponent raised', pow(x, 1, 2), 'exponent 1/2 + 1', pow(x, 3, 2)],
    ['an exponent lowered', pow(x, 2), 'exponent 2 - 1', pow(x, 1)],
    ['a term dropped', add(x, y, 1), 'term 2 of 3 dropped', add(x, 1)],
    ['variables exchanged', div(D0, pow(DD, 2)), 'D0 and DD exchanged', div(DD, pow(D0, 2))],
    [
      'a limit moved',
      integral(x, [[num(0), y]], x),
      'upper limit 1 moved to the middle',
      integral(x, [[num(0), mul(num(1, 2), add(0, y))]], x),
    ],
  ])('%s', (_, formula, change, mutant) => {
    expect(changes(formula)).toContain(change);
    expect(keys(formula)).toContain(key(mutant));
  });

  test('reaches every place of a formula', () => {
    const deep = div(call('sin', pow(add(x, 3), 2)), mul(y, 5));
    for (const constant of ['3', '5']) expect(changes(deep)).toContain(`constant ${constant} x 2`);
  });

  test('leaves infinite limits and unlike quantities alone', () => {
    expect(changes(integral(x, [[num(1), infinity]], pow(x, -2))).filter((change) => change.includes('limit'))).toEqual(
      [],
    );
    expect(changes(mul(D0, x)).filter((change) => change.includes('exchanged'))).toEqual([]);
    expect(changes(mul(D0, omega0I)).filter((change) => change.includes('exchanged'))).toEqual([]);
  });
});

test('no mutant is the original or another mutant', () => {
  fc.assert(
    fc.property(trees(2), (tree) => {
      const found = keys(tree);
      expect(found).not.toContain(key(tree));
      expect(new Set(found).size).toBe(found.length);
      expect(found.length).toBeGreaterThanOrEqual(5);
    }),
    { seed: 20240608, numRuns: 150 },
  );
});

test('the whole multiplied changes every value other than 0', () => {
  fc.assert(
    fc.property(trees(2), environments, (tree, point) => {
      const before = valueAt(tree, valuesOf(point));
      fc.pre(before !== undefined && digits.sign(before) !== undefined && digits.sign(before) !== 0);
      // Where a case is not decided the value is as wide as both cases are apart.
      fc.pre(before !== undefined && digits.relativeWidth(before) < 1e-20);
      const seen = mutants(tree).filter(({ change }) => change.startsWith('whole'));
      expect(seen).toHaveLength(5);
      for (const { formula } of seen) {
        const after = valueAt(formula, valuesOf(point));
        expect(before && after && digits.overlap(before, after)).toBe(false);
      }
    }),
    { seed: 20240609, numRuns: 150 },
  );
});

test.each(Object.entries({ W_SSI, W_Z_below, W_SS_below }))('every mutant of %s differs somewhere', (_, formula) => {
  const points = [
    { A2: '3', DD: '1/7', D0: '3/5', omega0I: '1', Delta: '4/5' },
    { A2: '2', DD: '5', D0: '1/2', omega0I: '3', Delta: '-1' },
    { A2: '1/9', DD: '1/100', D0: '2', omega0I: '11/5', Delta: '1/3' },
  ].map(at);
  const survivors = mutants(formula)
    .filter((mutant) =>
      points.every((point) => {
        const [before, after] = [valueAt(formula, point), valueAt(mutant.formula, point)];
        return before && after && digits.overlap(before, after);
      }),
    )
    .map(({ change }) => change);
  expect(survivors).toEqual([]);
});
