import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Expr } from '../../src/formula/expression.ts';
import { differentiate } from '../../src/kernel/differentiate.ts';
import { Refusal } from '../../src/kernel/state.ts';
import { evaluate } from '../../src/meaning/value.ts';
import { dyadics } from '../../src/number/dyadic.ts';
import { rational } from '../../src/number/rational.ts';
import { environments, trees, valuesOf } from '../formula/trees.ts';
import { shows, under } from './ask.ts';
import {
  applied,
  below,
  f,
  ifBelow,
  integralOver,
  letter,
  minus,
  n,
  of,
  over,
  plus,
  slopeOf,
  squared,
  times,
  to,
} from './identities/terms.ts';

const digits = dyadics(40);
const [t, x, y] = ['t', 'x', 'y'].map(letter) as [
  ReturnType<typeof letter>,
  ReturnType<typeof letter>,
  ReturnType<typeof letter>,
];

test('the derivative of a tree has the value that power series give', () => {
  let compared = 0;
  fc.assert(
    fc.property(trees(3), environments, (tree, point) => {
      const at = valuesOf(point);
      try {
        const slope = evaluate(differentiate(tree, 'x'))(digits, at);
        const series = evaluate(slopeOf(x, tree, x))(digits, at);
        expect(digits.overlap(slope, series)).toBe(true);
        compared++;
      } catch (error) {
        // Outside the domain, cases (of which power series know nothing), or at a kink.
        if (!(error instanceof RangeError || error instanceof TypeError || error instanceof Refusal)) throw error;
      }
    }),
    { seed: 20240705, numRuns: 600 },
  );
  expect(compared).toBeGreaterThan(250);
});

describe('what it does not know is refused', () => {
  const unknown: readonly (readonly [string, Expr])[] = [
    ['the function f', applied(f, x)],
    ['"cases"', ifBelow(x, n(1), x, n(1))],
    ['"integral"', integralOver(t, n(0), x, t)],
    ['"delta"', { kind: 'delta', argument: x }],
  ];
  test.each(unknown)('%s', (what, formula) => {
    expect(() => differentiate(formula, 'x')).toThrow(`the derivative of ${what} is not known`);
  });
  test('but not what does not speak of the variable', () => {
    expect(shows(slopeOf(x, plus(x, applied(f, y)), n(1)), n(1))).toBe(true);
    const own = integralOver(x, n(0), n(1), squared(x));
    expect(shows(differentiate(own, 'x'), n(0))).toBe(true);
  });
});

describe('a derivative as a formula', () => {
  test('is taken at its point, which hypotheses about the variable say nothing of', () => {
    expect(shows(slopeOf(t, to(t, 3), x), times(n(3), squared(x)))).toBe(true);
    const k = () => under([below(n(0), t)], { t: '1' });
    expect(() => shows(slopeOf(t, of('abs', t), x), n(1), k())).toThrow('not to be 0');
    expect(shows(slopeOf(t, of('abs', t), t), n(1), k())).toBe(true);
  });
  test('needs a function that has a value there', () => {
    const k = () => under([below(x, n(0))], { x: '-1' });
    expect(() => shows(slopeOf(t, of('log', t), x), over(n(1), x), k())).toThrow('to be above 0');
    expect(() => shows(slopeOf(t, plus(t, of('log', n(-1))), x), n(1))).toThrow('expected -1 to be above 0');
  });
  test('of a derivative, with the variable of one at the point of the other', () => {
    const inner = slopeOf(t, times(squared(t), x), x);
    expect(shows(slopeOf(x, inner, y), times(n(4), y))).toBe(true);
    expect(shows(slopeOf(t, slopeOf(t, to(t, 4), t), x), times(n(12), squared(x)))).toBe(true);
  });
  test('at a kink or a pole is refused', () => {
    expect(() => shows(slopeOf(t, of('abs', t), n(0)), n(0))).toThrow('not to be 0');
    expect(() => shows(slopeOf(t, over(n(1), t), n(0)), n(0))).toThrow('not to be 0');
    expect(() => shows(slopeOf(t, to(t, 1, 2), n(0)), n(0))).toThrow('not to be 0');
    expect(() => shows(slopeOf(t, of('asin', t), n(1)), n(0))).toThrow('not to be 0');
  });
  test('of a symbol that a hypothesis gives is that of a number', () => {
    const given = under([{ left: y, is: '=', right: squared(x) }], { x: '1', y: '1' });
    expect(shows(slopeOf(x, y, x), n(0), given)).toBe(true);
    expect(shows(minus(y, squared(x)), n(0), given)).toBe(true);
  });
});

test('exact exponents: the slope of x^(3/2) and of x^0', () => {
  const k = () => under([below(n(0), x)], { x: '1' });
  expect(shows(slopeOf(t, to(t, 3, 2), x), times(n(3, 2), to(x, 1, 2)), k())).toBe(true);
  const flat: Expr = { kind: 'power', base: t, exponent: rational(0) };
  expect(shows(slopeOf(t, flat, x), n(0), k())).toBe(true);
});
