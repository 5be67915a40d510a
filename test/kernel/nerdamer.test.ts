import { expect, test } from 'vitest';
import type { Expr } from '../../src/formula/expression.ts';
import { Refusal } from '../../src/kernel/state.ts';
import { shows, under } from './ask.ts';
import {
  atMost,
  below,
  integralOver,
  type Letter,
  letter,
  minus,
  n,
  negative,
  of,
  over,
  plus,
  root,
  slopeOf,
  squared,
  times,
  to,
} from './identities/terms.ts';

const [a, d, l, t, w, x, y, z] = ['a', 'd', 'l', 't', 'w', 'x', 'y', 'z'].map(letter) as [
  Letter,
  Letter,
  Letter,
  Letter,
  Letter,
  Letter,
  Letter,
  Letter,
];

interface Case {
  readonly truth: readonly [Expr, Expr];
  /** The equation that nerdamer 1.1.13 makes of it. */
  readonly nerdamer: readonly [Expr, Expr];
}

/** Inside the circle of radius w, where the roots are real. */
const inside = () => under([below(n(0), w), below(times(n(-1), w), x), below(x, w)], { w: '2', x: '1' });
const slope1 = slopeOf(t, times(t, root(plus(n(1), squared(d)))), t);
const slope2 = slopeOf(x, times(x, root(minus(squared(w), squared(x)))), x);
const r = root(minus(squared(w), squared(x)));
const occupied = over(of('exp', a), plus(of('exp', a), of('exp', negative(a))));
const tangent = over(of('sin', minus(y, y)), of('cos', minus(y, y)));
const determinant = minus(times(minus(n(2), l), minus(n(2), l)), n(1));
const cube = to(plus(times(n(2), z), n(10)), 3);
const product = times(minus(x, z), minus(z, n(4)));
const power = plus(n(1), times(n(-1), a));

const cases: Readonly<Record<string, Case>> = {
  'diff(t*sqrt(1+d^2),t)': {
    truth: [slope1, root(plus(n(1), squared(d)))],
    nerdamer: [slope1, root(root(plus(n(1), squared(d))))],
  },
  'diff(x*sqrt(w^2-x^2),x)': {
    truth: [slope2, minus(r, over(squared(x), r))],
    nerdamer: [slope2, minus(root(r), over(squared(x), r))],
  },
  'exp(a)/(exp(a)+exp(-a))': {
    truth: [occupied, over(n(1), plus(n(1), of('exp', times(n(-2), a))))],
    // (e^-a + e^a)^(a - 1), as exp of a logarithm.
    nerdamer: [occupied, of('exp', times(negative(power), of('log', plus(of('exp', a), of('exp', negative(a))))))],
  },
  'determinant(matrix([2-l,1],[1,2-l]))-(2-l)^2': {
    truth: [minus(determinant, squared(minus(n(2), l))), n(-1)],
    nerdamer: [minus(determinant, squared(minus(n(2), l))), n(0)],
  },
  'simplify(tan(y-y))-1': { truth: [minus(tangent, n(1)), n(-1)], nerdamer: [minus(tangent, n(1)), n(0)] },
  'factor((2*z+10)^3)-2*(z+5)^3': {
    truth: [minus(cube, times(n(2), to(plus(z, n(5)), 3))), times(n(6), to(plus(z, n(5)), 3))],
    nerdamer: [minus(cube, times(n(2), to(plus(z, n(5)), 3))), n(0)],
  },
  'expand((((x-z)*(z-4))^3)^2)': {
    truth: [to(to(product, 3), 2), to(product, 6)],
    nerdamer: [to(to(product, 3), 2), squared(product)],
  },
};

test.each(Object.entries(cases))('%s: what nerdamer makes of it is rejected, what is right is shown', (_, one) => {
  expect(shows(...one.truth, inside())).toBe(true);
  expect(shows(...one.nerdamer, inside())).toBe(false);
});

// What nerdamer gives for an integral is wrong if its derivative is not the integrand.
const squareSum = (e: Expr): Expr => plus(squared(of('sin', e)), squared(d));
test('integrate(1/(sin(t)^2+d^2),t): an arc tangent without its reciprocal has another derivative', () => {
  const k = () => under([below(n(0), d)], { d: '1' });
  const lost = of('atan', over(times(root(plus(n(1), squared(d))), of('sin', t)), d));
  expect(shows(slopeOf(t, lost, t), over(n(1), squareSum(t)), k())).toBe(false);
});

test('integrate(sqrt(w^2-x^2),x): the power of w matters', () => {
  const primitive = (p: number): Expr =>
    plus(over(times(x, r), n(2)), times(over(to(w, p), n(2)), of('asin', over(x, w))));
  expect(shows(slopeOf(x, primitive(2), x), r, inside())).toBe(true);
  for (const p of [0, 1, 3]) expect(shows(slopeOf(x, primitive(p), x), r, inside())).toBe(false);
});

test('a primitive that jumps is none: tan at pi/2 is refused', () => {
  const jumping = of('atan', over(of('sin', t), times(d, of('cos', t))));
  const k = () => under([below(n(0), d), atMost(n(0), t), atMost(t, n(3))], { d: '1', t: '0' });
  expect(() => shows(slopeOf(t, jumping, t), n(0), k())).toThrow(Refusal);
  expect(shows(integralOver(t, n(0), n(1), t), integralOver(t, n(0), n(1), squared(t)))).toBe(false);
});
