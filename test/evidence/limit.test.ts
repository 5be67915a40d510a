import { describe, expect, test } from 'vitest';
import { domain, moderate, positive } from '../../src/claim/domain.ts';
import { commonFactor } from '../../src/evidence/factor.ts';
import type { Effort, Ends } from '../../src/evidence/finding.ts';
import { approaches } from '../../src/evidence/limit.ts';
import { add, call, div, type Expr, mul, num, pi, pow, sqrt, sub } from '../../src/formula/expression.ts';
import { evaluate } from '../../src/meaning/value.ts';
import { dyadics } from '../../src/number/dyadic.ts';
import { parseRational, rational } from '../../src/number/rational.ts';
import { x, y } from '../formula/trees.ts';

const effort: Effort = { points: 20, seed: 6, label: 'test' };
const toZero = { symbol: x.symbol, scale: num(1) };
const limit = (left: Expr, right: Expr, beyond = 0, of = domain([positive('x'), moderate('y')])) =>
  approaches(left, right, toZero, of, effort, beyond);

describe('known expansions: right/left - 1', () => {
  test.each<[string, Expr, Expr, number, string]>([
    ['sin x/x and 1', div(call('sin', x), x), num(1), 2, '\\tfrac{1}{6}'],
    ['1 and sin x/x', num(1), div(call('sin', x), x), 2, '-\\tfrac{1}{6}'],
    ['exp and 1', call('exp', x), num(1), 1, '-1'],
    ['cos and 1 - x^2/2', call('cos', x), sub(1, div(pow(x, 2), 2)), 4, '-\\tfrac{1}{24}'],
    ['a root', sqrt(add(1, x)), add(1, div(x, 2)), 2, '\\tfrac{1}{8}'],
    ['one that diverges', div(1, call('tanh', x)), div(1, x), 2, '-\\tfrac{1}{3}'],
    ['an inverse root', div(1, sqrt(call('sin', pow(x, 2)))), div(1, x), 4, '-\\tfrac{1}{12}'],
    ['atan of what diverges', call('atan', div(1, x)), div(pi, 2), 1, '\\frac{2}{\\pi}'],
  ])('%s', (_, left, right, order, coefficient) => {
    expect(limit(left, right)).toMatchObject({
      outcome: 'holds',
      by: 'limit',
      points: 20,
      discarded: 0,
      error: { order, coefficient },
    });
  });

  test('equal to all orders looked at, there is no error to tell', () => {
    const same = limit(pow(call('cos', x), 2), sub(1, pow(call('sin', x), 2)));
    expect(same.outcome).toBe('holds');
    expect(same.error).toBeUndefined();
  });

  test('a coefficient that depends on other symbols is said to', () => {
    expect(limit(call('exp', mul(x, y)), num(1)).error).toEqual({ order: 1, coefficient: 'depends on the point' });
  });

  test('the scale counts', () => {
    const scaled = approaches(
      div(call('sin', x), x),
      num(1),
      { symbol: x.symbol, scale: num(3) },
      domain([positive('x')]),
      effort,
    );
    expect(scaled.error).toEqual({ order: 2, coefficient: '\\tfrac{3}{2}' });
  });
});

describe('a wrong limit', () => {
  test('fails with its factor', () => {
    expect(limit(call('sin', x), mul(num(2, 3), x))).toMatchObject({
      outcome: 'fails',
      factor: { text: '\\tfrac{2}{3}' },
    });
    expect(limit(call('sin', mul(y, x)), mul(pi, x, y))).toMatchObject({ outcome: 'fails', factor: { text: '\\pi' } });
    const apart = limit(call('sin', mul(y, x)), x);
    expect(apart.outcome).toBe('fails');
    expect(apart.factor).toBeUndefined();
    expect(apart.counterexample).toBeDefined();
  });

  test('fails where the two sides vanish with different powers', () => {
    for (const [left, right] of [
      [x, pow(x, 2)],
      [pow(x, 2), x],
      [num(1), div(1, x)],
    ] as const)
      expect(limit(left, right)).toMatchObject({
        outcome: 'fails',
        detail: 'the two sides do not vanish with the same power',
      });
  });

  test('is left open where there is no series', () => {
    expect(limit(call('abs', sub(x, x)), num(1))).toMatchObject({ outcome: 'undecided', points: 0, discarded: 20 });
    expect(limit(sqrt(x), sqrt(x))).toMatchObject({ outcome: 'undecided' });
  });
});

test('an expansion holds beyond the orders that it prints, and no further', () => {
  const printed = add(1, x, div(pow(x, 2), 2));
  expect([0, 1, 2, 3].map((beyond) => limit(call('exp', x), printed, beyond).outcome)).toEqual([
    'holds',
    'holds',
    'holds',
    'fails',
  ]);
  expect(limit(call('exp', x), printed, 3).detail).toBe('the error is of order 3, not beyond 3');
  expect(limit(call('exp', x), add(1, x, pow(x, 2)), 2)).toMatchObject({
    outcome: 'fails',
    error: { order: 2, coefficient: '\\tfrac{1}{2}' },
  });
});

describe('recognising a factor', () => {
  const digits = dyadics(40);
  const around = (formula: Expr, spread = '1e-20'): Ends => {
    const [lo, hi] = digits.ends(evaluate(formula)(digits, new Map()));
    const reach = parseRational(spread);
    const wide = digits.ends(
      digits.add(
        digits.hull(digits.rational(lo), digits.rational(hi)),
        digits.hull(digits.rational({ ...reach, numerator: -reach.numerator }), digits.rational(reach)),
      ),
    );
    return wide;
  };
  const three = (formula: Expr, spread?: string): readonly Ends[] => [1, 2, 3].map(() => around(formula, spread));

  test.each<[string, Expr]>([
    ['1', num(1)],
    ['\\tfrac{5}{12}', num(5, 12)],
    ['-\\tfrac{1}{2}', num(-1, 2)],
    ['\\pi', pi],
    ['\\tfrac{239}{240}\\,\\pi', mul(num(239, 240), pi)],
    ['2\\,\\pi^{2}', mul(2, pow(pi, 2))],
    ['\\frac{1}{\\pi}', div(1, pi)],
    ['\\frac{\\tfrac{4}{3}}{\\pi^{2}}', div(num(4, 3), pow(pi, 2))],
    ['-\\tfrac{1}{2}\\,\\pi', mul(num(-1, 2), pi)],
  ])('%s', (text, formula) => {
    expect(commonFactor(three(formula))?.text).toBe(text);
    const found = commonFactor(three(formula))?.formula as Expr;
    expect(digits.overlap(evaluate(found)(digits, new Map()), evaluate(formula)(digits, new Map()))).toBe(true);
  });

  test.each<[string, readonly Ends[]]>([
    ['none at all', []],
    ['a root', three(sqrt(num(2)))],
    ['a fraction of large parts', three(num(241, 242))],
    ['two different ones', [around(num(2)), around(num(2)), around(num(3))]],
    ['one that is not narrow', three(num(2), '1e-6')],
    ['too few narrow ones', [around(num(2)), around(num(2), '1e-3'), around(num(2), '1e-3')]],
    ['0', three(num(0))],
  ])('%s has no name', (_, ratios) => {
    expect(commonFactor(ratios)).toBeUndefined();
  });

  test('wide enclosures must contain it, too', () => {
    expect(commonFactor([...three(num(2)), [rational(1), rational(5)]])?.text).toBe('2');
    expect(commonFactor([...three(num(2)), [rational(3), rational(5)]])).toBeUndefined();
  });
});
