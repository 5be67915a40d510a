import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atLeast, below, type Domain, domain, oneOf, positive, real } from '../../../src/claim/domain.ts';
import type { Step } from '../../../src/evidence/proof/step.ts';
import { pureNumber } from '../../../src/formula/dimension.ts';
import {
  add,
  apply,
  call,
  div,
  type Expr,
  mul,
  neg,
  num,
  pi,
  pow,
  sqrt,
  sub,
  symbol,
} from '../../../src/formula/expression.ts';
import { rational } from '../../../src/number/rational.ts';
import { atMost, attempt, bothPositive, f, less, nothing, proves, refuses, x, xPositive, y } from './made-up.ts';

const [zero, one] = [num(0), num(1)];
const belowOne = domain([oneOf('one', [rational(1)]), below('x', 'one')]);
const sign = (to: Expr): Step => ({ by: 'sign', to });

describe('sign', () => {
  const squared = pow(sub(x, y), 2);

  test('of sums, products and quotients of what has one', () => {
    proves(less(neg(x), y), bothPositive, [sign(add(x, y))]);
    proves(atMost(mul(2, x, y), add(pow(x, 2), pow(y, 2))), bothPositive, [sign(squared)]);
    proves(less(x, sqrt(add(1, pow(x, 2)))), xPositive, [sign(sub(sqrt(add(1, pow(x, 2))), x))]);
    proves(less(x, y), domain([positive('y'), below('x', 'y')]), [sign(sub(y, x))]);
  });

  test('0 is allowed where "at most" is claimed only', () => {
    refuses(less(mul(2, x, y), add(pow(x, 2), pow(y, 2))), bothPositive, [sign(squared)], 'the sign does not follow');
    refuses(less(x, x), xPositive, [sign(zero)], 'step 1 (sign): the sign does not follow');
    proves(atMost(x, x), xPositive, [sign(zero)]);
  });

  test('a hypothesis that is not there', () => {
    refuses(less(zero, x), domain([real('x')]), [sign(x)], 'step 1 (sign): the sign does not follow');
    refuses(less(x, y), bothPositive, [sign(sub(y, x))], 'the sign does not follow');
    refuses(less(x, num(2)), xPositive, [sign(sub(2, x))], 'the sign does not follow');
    refuses(less(zero, apply(f, x)), xPositive, [sign(apply(f, x))], 'the sign does not follow');
  });

  test('of another formula: what remains', () => {
    refuses(less(y, x), bothPositive, [sign(x)], 'step 1 (sign): the other form is not the same; what remains is -y');
  });

  test('much smaller is a tenth', () => {
    const tenth = domain([positive('y'), atLeast('x', 'y')]);
    const muchSmaller = (left: Expr, right: Expr) => ({ kind: 'muchSmaller', left, right }) as const;
    proves(muchSmaller(y, mul(10, x)), tenth, [sign(mul(10, sub(x, y)))]);
    refuses(muchSmaller(y, mul(9, x)), tenth, [sign(sub(mul(9, x), mul(10, y)))], 'the sign does not follow');
  });
});

describe('monotonic', () => {
  const rises = (to: Expr, from: Expr = zero): Step => ({ by: 'monotonic', variable: x, from, to });
  const rest = sub(x, call('sin', x));
  const slope = sub(1, call('cos', x));

  test('0 or above at its start, and rising', () => {
    proves(less(call('atan', x), x), xPositive, [rises(div(pow(x, 2), add(1, pow(x, 2))))]);
    proves(less(one, call('exp', x)), xPositive, [rises(call('exp', x))]);
    const beyond = domain([positive('y'), atLeast('x', 'y', 'open')]);
    proves(less(pow(y, 2), pow(x, 2)), beyond, [rises(mul(2, x), y)]);
  });

  test('falling somewhere on the way, though not at its end', () => {
    // x^3 - x is 0 at 0 and positive beyond 1, but falls up to 1/sqrt 3.
    const of = domain([oneOf('one', [rational(1)]), atLeast('x', 'one', 'open')]);
    refuses(less(x, pow(x, 3)), of, [rises(sub(mul(3, pow(x, 2)), 1))], 'that the function rises does not follow');
    refuses(less(call('sin', x), x), xPositive, [rises(slope)], 'step 1 (monotonic): that the function rises');
  });

  test('below 0 or without end at its start, or not beyond it', () => {
    refuses(less(one, x), xPositive, [rises(one)], 'starts at 0 or above does not follow');
    refuses(less(zero, sub(x, div(1, x))), xPositive, [rises(add(1, div(1, pow(x, 2))))], 'not finite at its start');
    refuses(less(neg(one), x), xPositive, [rises(one, num(2))], 'the variable lies beyond the start does not follow');
    refuses(less(zero, pow(x, 2)), domain([real('x')]), [rises(mul(2, x))], 'the variable lies beyond the start');
  });

  test('with a pole on the way', () => {
    const pole = div(-1, sub(x, one));
    const square = pow(sub(x, one), -2);
    refuses(less(zero, add(pole, -1)), xPositive, [rises(square)], 'not to be 0');
  });

  test('another derivative: what remains', () => {
    refuses(less(zero, rest), xPositive, [rises(add(slope, x))], /the derivative is another one; what remains is -?x'/);
  });

  test('a symbol of the name that stands for values on the way', () => {
    const taken = symbol("x'", "x'", pureNumber, 'real');
    const of = domain([positive("x'"), atLeast('x', "x'", 'open')]);
    refuses(less(zero, mul(x, taken)), of, [rises(taken)], "expected no symbol x'");
  });
});

describe('bound', () => {
  const box = { x: [zero, one] } as const;
  const parabola = sub(num(1), mul(x, sub(one, x)));
  const bound = (to: Expr, of: Readonly<Record<string, readonly [Expr, Expr]>> = box): Step => ({
    by: 'bound',
    box: of,
    to,
  });

  test('positive all over a box, cut where it must be', () => {
    proves(less(mul(x, sub(one, x)), one), belowOne, [bound(parabola)]);
    const narrow = sub(num(251, 1000), mul(x, sub(one, x)));
    const [coarse, fine] = [parabola, narrow].map((to) => attempt(less(zero, to), belowOne, [bound(to)]).operations);
    expect(fine).toBeGreaterThan(coarse as number);
  });

  test('0 or below somewhere in the box', () => {
    const touches = sub(num(1, 4), mul(x, sub(one, x)));
    refuses(less(zero, touches), belowOne, [bound(touches)], 'step 1 (bound): the box is not decided');
    refuses(less(zero, sub(x, num(1, 2))), belowOne, [bound(sub(x, num(1, 2)))], 'not decided');
    refuses(less(num(2), one), nothing, [bound(num(-1), {})], 'expected a number that is shown to be positive');
  });

  test('a box that does not hold all points', () => {
    for (const ends of [
      [zero, num(9, 10)],
      [num(1, 10), one],
      [one, zero],
    ] as const)
      refuses(less(zero, parabola), belowOne, [bound(parabola, { x: ends })], 'that x lies in the box does not follow');
    refuses(less(zero, parabola), xPositive, [bound(parabola)], 'that x lies in the box does not follow');
  });

  test('a box of other symbols, or of ends that are no numbers', () => {
    refuses(less(zero, parabola), belowOne, [bound(parabola, {})], 'expected a range for x');
    refuses(less(zero, parabola), belowOne, [bound(parabola, { ...box, y: [zero, one] })], 'does not speak of y');
    refuses(less(zero, parabola), belowOne, [bound(parabola, { x: [zero, div(pi, 3)] })], 'expected numbers');
  });

  test('of another formula: what remains', () => {
    refuses(less(x, one), belowOne, [bound(num(1))], 'the other form is not the same; what remains is -x');
  });
});

test('no order is taken for shown that fails at a point', () => {
  // a x^2 + b x + c against 0, for every sign of the three and every kind of domain.
  const domains: readonly (readonly [Domain, readonly number[]])[] = [
    [xPositive, [0.001, 0.5, 1, 2, 1000]],
    [belowOne, [0.001, 0.5, 0.999]],
    [domain([real('x')]), [-1000, -1, 0.001, 1, 1000]],
  ];
  const coefficient = fc.integer({ min: -3, max: 3 });
  let shown = 0;
  fc.assert(
    fc.property(coefficient, coefficient, coefficient, fc.constantFrom(...domains), (a, b, c, [of, points]) => {
      const formula = add(mul(a, pow(x, 2)), mul(b, x), num(c));
      const step: Step = { by: 'sign', to: formula };
      try {
        attempt(less(zero, formula), of, [step]);
        shown++;
      } catch {
        return;
      }
      for (const at of points) expect(a * at * at + b * at + c).toBeGreaterThan(0);
    }),
    { seed: 11, numRuns: 400 },
  );
  expect(shown).toBeGreaterThan(30);
});
