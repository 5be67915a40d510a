import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atLeast, below, domain, positive } from '../../../src/claim/domain.ts';
import type { Step } from '../../../src/evidence/proof/step.ts';
import { BrokenChain } from '../../../src/evidence/proof/walk.ts';
import {
  add,
  call,
  cases,
  delta,
  div,
  type Expr,
  infinity,
  integral,
  mul,
  neg,
  num,
  pi,
  pow,
  sqrt,
  sub,
} from '../../../src/formula/expression.ts';
import { differentiate } from '../../../src/kernel/differentiate.ts';
import {
  attempt,
  bothPositive,
  equal,
  nothing,
  over,
  proves,
  refuses,
  t,
  times,
  u,
  x,
  xPositive,
  y,
} from './made-up.ts';

const executed = (F: Expr, to: Expr): Step => ({ by: 'primitive', variable: t, primitive: F, to });
const [zero, one, two] = [num(0), num(1), num(2)];

describe('primitive', () => {
  test('at the ends of the range, also as limits and at infinity', () => {
    proves(equal(over(zero, x, pow(t, 2)), div(pow(x, 3), 3)), xPositive, [
      executed(div(pow(t, 3), 3), div(pow(x, 3), 3)),
    ]);
    const lorentzian = div(1, add(1, pow(t, 2)));
    proves(equal(over(zero, infinity, lorentzian), div(pi, 2)), nothing, [executed(call('atan', t), div(pi, 2))]);
    proves(equal(over(neg(infinity), infinity, lorentzian), pi), nothing, [executed(call('atan', t), pi)]);
    const [F, value] = [div(call('sin', t), t), sub(div(call('sin', x), x), 1)];
    proves(equal(over(zero, x, differentiate(F, 't')), value), xPositive, [executed(F, value)]);
  });

  test('over several ranges, and from the greater end to the smaller one', () => {
    const ranges = integral(
      t,
      [
        [neg(x), zero],
        [zero, x],
      ],
      pow(t, 2),
    );
    proves(equal(ranges, mul(num(2, 3), pow(x, 3))), xPositive, [
      executed(div(pow(t, 3), 3), mul(num(2, 3), pow(x, 3))),
    ]);
    proves(equal(over(x, zero, t), div(pow(x, 2), -2)), xPositive, [executed(div(pow(t, 2), 2), div(pow(x, 2), -2))]);
  });

  test('any polynomial: its value is taken, and no other', () => {
    const coefficients = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(coefficients, fc.integer({ min: -5, max: 5 }), (all, off) => {
        const power = (n: number, of: Expr): Expr => (n === 0 ? one : pow(of, n));
        const body = add(...all.map((c, n) => mul(c, power(n, t))));
        const F = (of: Expr): Expr => add(...all.map((c, n) => mul(num(c, n + 1), pow(of, n + 1))));
        const value = add(sub(F(y), F(x)), off);
        const goal = equal(over(x, y, body), value);
        const of = domain([positive('x'), atLeast('y', 'x', 'open')]);
        if (off === 0) proves(goal, of, [executed(F(t), value)]);
        else refuses(goal, of, [executed(F(t), value)], 'the primitive at the ends gives another value');
        refuses(
          goal,
          of,
          [executed(add(F(t), t), value)],
          /the derivative .* is not the integrand; what remains is 1$/,
        );
      }),
      { seed: 3, numRuns: 40 },
    );
  });

  test.each<[string, Expr, Expr, Expr, Expr, string]>([
    ['1/t over a range with 0 inside', num(-1), one, div(1, pow(t, 2)), div(-1, t), 'not to be 0'],
    ['log |t| over a range with 0 inside', num(-1), one, div(1, t), call('log', call('abs', t)), 'to be above 0'],
    [
      'atan(tan t/2) in another form, with a jump at pi',
      zero,
      mul(2, pi),
      div(1, add(2, call('cos', t))),
      mul(div(2, sqrt(num(3))), call('atan', div(div(call('sin', t), add(1, call('cos', t))), sqrt(num(3))))),
      'not to be 0',
    ],
    ['atan(1/t), with a jump at 0', num(-1), one, div(-1, add(1, pow(t, 2))), call('atan', div(1, t)), 'not to be 0'],
    [
      'a step function',
      num(-1),
      one,
      zero,
      cases<string, 'scalar'>({ left: t, right: zero }, 1, 2),
      'whether t is below 0',
    ],
    ['an end where it diverges', zero, one, div(1, t), call('log', t), 'logarithm'],
    ['an end where it diverges as a power', zero, one, div(-1, pow(t, 2)), div(1, t), 'finite at the ends'],
    ['an end at infinity where it diverges', zero, infinity, t, div(pow(t, 2), 2), 'finite at the ends'],
    [
      'an end where it is known only beyond the terms that are kept',
      zero,
      one,
      differentiate(div(sub(call('sin', pow(t, 6)), pow(t, 6)), pow(t, 18)), 't'),
      div(sub(call('sin', pow(t, 6)), pow(t, 6)), pow(t, 18)),
      'not known as far as the ends',
    ],
    ['twice infinity, which is not a number', zero, mul(2, infinity), one, t, 'infinity is not a number'],
  ])('is refused: %s', (_, from, to, body, F, says) => {
    refuses(equal(over(from, to, body), one), nothing, [executed(F, one)], says);
    refuses(equal(over(from, to, body), one), nothing, [executed(F, one)], 'step 1 (primitive)');
  });

  test('which end is the greater one must be known', () => {
    refuses(equal(over(x, y, one), sub(y, x)), bothPositive, [executed(t, sub(y, x))], 'which limit of the integral');
    proves(equal(over(x, y, one), sub(y, x)), domain([positive('y'), below('x', 'y')]), [executed(t, sub(y, x))]);
  });

  test('there must be an integral over the variable, of a name that the hypotheses do not have', () => {
    refuses(equal(x, x), xPositive, [executed(t, x)], 'expected an integral over t, got x');
    const own = over(zero, y, one, x);
    refuses(
      equal(own, y),
      bothPositive,
      [{ by: 'primitive', variable: x, primitive: x, to: y }],
      'it needs another name',
    );
  });

  test('within what binds a symbol the hypotheses do not speak of that symbol', () => {
    // y > 0 is known of another y: the integral over this one is 0.
    const inner = over(num(-1), one, over(zero, one, times(call('abs', y), y)), y);
    const to = over(num(-1), one, pow(y, 2), y);
    refuses(equal(inner, to), bothPositive, [executed(mul(pow(y, 2), t), to)], 'is not the integrand; what remains');
  });
});

test('a chain through all three, and each of its steps is needed', () => {
  // The integral of exp(-t) delta(t - 1) from 0 to 2, and of that over x from 0 to 1.
  const start = over(zero, one, over(zero, two, times(y, call('exp', neg(t)), delta(sub(t, 1)))), y);
  const moved = over(zero, one, over(num(-1), one, times(y, call('exp', sub(-1, u)), delta(u)), u), y);
  const taken = over(zero, one, times(y, call('exp', num(-1))), y);
  const end = mul(num(1, 2), call('exp', num(-1)));
  const steps: readonly Step[] = [
    { by: 'substitution', variable: t, into: u, pieces: [{ at: add(u, 1), from: num(-1), to: one }], to: moved },
    { by: 'delta', variable: u, to: taken },
    { by: 'primitive', variable: y, primitive: mul(num(1, 2), pow(y, 2), call('exp', num(-1))), to: end },
  ];
  const proof = attempt(equal(start, end), nothing, steps);
  expect(proof.steps.map(({ by }) => by)).toEqual(['substitution', 'delta', 'primitive']);
  steps.forEach((_, index) => {
    expect(() => attempt(equal(start, end), nothing, steps.toSpliced(index, 1))).toThrow(BrokenChain);
  });
});
