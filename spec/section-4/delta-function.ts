import { overDelta } from '../../src/claim/delta.ts';
import { domain, oneOf, positive, real } from '../../src/claim/domain.ts';
import type { Computed, Relation } from '../../src/claim/relation.ts';
import { angularFrequency, pureNumber } from '../../src/formula/dimension.ts';
import {
  add,
  apply,
  call,
  delta,
  derivative,
  div,
  type Expr,
  integral,
  mul,
  neg,
  num,
  pow,
  sqrt,
  sub,
  symbol,
} from '../../src/formula/expression.ts';
import { substitute } from '../../src/formula/substitute.ts';
import { D, omega0I } from '../../src/formula/symbols.ts';
import { rational } from '../../src/number/rational.ts';
import { claim } from '../claim.ts';
import { circle, circleWithCutOff } from '../domains.ts';
import { anything, type Binders, hypotenuse, probe, radicand, root, rootDomain, wide } from './notation.ts';

/** The argument of the delta function that multiplies a formula. */
export const deltaArgument = (formula: Expr): Expr => {
  const found = deltaFactor(formula);
  if (!found) throw new TypeError('expected a product with a delta function');
  return found;
};

export const deltaFactor = (formula: Expr): Expr | undefined => {
  if (formula.kind === 'delta') return formula.argument;
  return formula.kind === 'product'
    ? formula.factors.map(deltaFactor).find((argument) => argument !== undefined)
    : undefined;
};

export const sign = symbol('sign', '\\pm', pureNumber, 'real');

export const signedCircle = domain(
  [...circle.coordinates, oneOf('sign', [rational(1), rational(-1)])],
  circle.hypotheses,
);

/** The electrons change by `relative` times the sign of the nucleus; the two changes cancel. */
export const conserved = (rate: Expr, relative: 1 | -1): Relation => ({
  kind: 'equal',
  left: mul(sign, omega0I),
  right: neg(mul(relative, sign, sub(omega0I, deltaArgument(rate)))),
});

export const s4e = claim({
  id: 's4e',
  text: {
    status: 'reconstructed',
    readings: [{ says: 'the signs are opposite (adopted)' }, { says: 'the two signs are equal' }],
  },
  role: 'sentence',
  domain: signedCircle,
  parts: [
    {
      says: 'the change -+sqrt(Delta^2 + D^2) of the electron energy makes up for the +-omega_0I of the nucleus where the delta function of (34) has its root',
      domain: signedCircle,
      relation: ({ eq34: rate }) => conserved(rate as Expr, -1),
      otherReadings: ({ eq34: rate }) => [conserved(rate as Expr, 1)],
    },
  ],
});

export const eq36 = claim({
  id: 'eq36',
  text: { status: 'clean' },
  role: 'symbol',
  printed: { left: omega0I, is: '=', right: hypotenuse },
  domain: circle,
  step: ({ eq34: rate }) => sub(omega0I, deltaArgument(rate as Expr)),
});

export const a = symbol('a', 'a', pureNumber, 'real');

export const b = symbol('b', 'b', pureNumber);

export const c = symbol('c', 'c', pureNumber);

export const x = symbol('x', 'x', pureNumber, 'real');

export const [lower, upper] = [mul(a, b), mul(add(a, 1), b)];

export const twoRoots = (at: Expr): Expr => mul(c, sub(at, lower), sub(at, upper));

export const outer = (times: number): Expr => mul(add(a, times), b);

/** To either side of the extremum in the middle, where f is not 0. */
export const [beforeExtremum, afterExtremum] = [mul(add(a, num(2, 5)), b), mul(add(a, num(3, 5)), b)];

export const spread = domain([real('a'), positive('b'), positive('c')]);

/** The left side of (37) under an integral with any function phi; f = c (x - a b)(x - a b - b) has two simple zeros. */
export const underAnyFunction: Computed = overDelta(
  integral(x, [[outer(-2), outer(3)]], mul<string, Binders>(apply(anything, x), delta(twoRoots(x)))),
  [
    [outer(-2), beforeExtremum],
    [afterExtremum, outer(3)],
  ],
);

export const bySlopes = (roots: readonly Expr[]): Expr =>
  add(...roots.map((root) => div(apply(anything, root), call('abs', derivative(x, twoRoots(x), root)))));

export const eq37 = claim({
  id: 'eq37',
  text: { status: 'clean' },
  role: 'density',
  domain: spread,
  formula: bySlopes([lower, upper]),
  parts: [
    {
      says: "the delta function of f is the sum of |f'|^-1 delta(x - x_n) over its simple zeros, under an integral with any function",
      domain: spread,
      relation: () => ({ kind: 'equal', left: underAnyFunction, right: bySlopes([lower, upper]) }),
    },
  ],
});

export const fn2 = claim({
  id: 'fn2',
  text: { status: 'clean' },
  role: 'sentence',
  domain: spread,
  condition:
    'every zero is simple: the derivative does not vanish there; and the equation is meant under an integral with any function',
  parts: [
    {
      says: 'for simple zeros the linearised argument gives (37)',
      domain: spread,
      relation: ({ eq37: rule }) => ({ kind: 'equal', left: underAnyFunction, right: rule as Expr }),
    },
    {
      says: 'at a double zero, such as that of c x^2, the slope is not above 0 and the rule has no value',
      domain: domain([positive('c')]),
      judges: 'outside',
      relation: () => ({
        kind: 'ordered',
        left: num(0),
        is: '<',
        right: call('abs', derivative(x, mul(c, pow(x, 2)), num(0))),
      }),
    },
  ],
});

export const eq38 = claim({
  id: 'eq38',
  text: { status: 'clean' },
  role: 'symbol',
  printed: { left: symbol('x', 'x', angularFrequency, 'real'), is: '=', right: D },
  domain: circle,
});

export const eq39 = claim({
  id: 'eq39',
  text: { status: 'reconstructed', readings: [{ says: 'both signs (adopted; the sum over n in (37) asks for them)' }] },
  role: 'symbol',
  printed: { left: D, is: '=', right: sqrt(radicand) },
  domain: circleWithCutOff,
  step: () => D,
  parts: [1, -1].map((of) => ({
    says: `the zero of sign ${of > 0 ? '+' : '-'} obeys (36)`,
    domain: circleWithCutOff,
    relation: ({ eq36: matching }) => ({
      kind: 'equal',
      left: omega0I,
      right: substitute(matching as Expr, { D: mul(of, sqrt(radicand)) }),
    }),
  })),
});

export const slope = derivative(D, sub(omega0I, hypotenuse), D);

export const eq40 = claim({
  id: 'eq40',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: call('abs', slope), is: '=', right: div(call('abs', D), omega0I) },
  domain: circle,
  step: ({ eq36: matching }) => call('abs', derivative(D, sub(omega0I, matching as Expr), D)),
});

export const original = integral(
  D,
  [[neg(wide), wide]],
  mul<string, Binders>(apply(probe, D), delta(sub(omega0I, hypotenuse))),
);

export const transformed = integral(
  D,
  [[neg(wide), wide]],
  mul<string, Binders>(apply(probe, D), div(omega0I, call('abs', D)), delta(sub(call('abs', D), sqrt(radicand)))),
);

export const eq41 = claim({
  id: 'eq41',
  text: { status: 'clean' },
  role: 'density',
  formula: delta(sub(omega0I, hypotenuse)),
  domain: rootDomain,
  parts: [
    {
      says: 'both sides give the same under an integral over D with any function',
      domain: rootDomain,
      relation: () => ({
        kind: 'equal',
        left: overDelta(original, [
          [neg(wide), num(0)],
          [num(0), wide],
        ]),
        // Next to D = 0 the right side has no root: |D| is below its root there.
        right: overDelta(transformed, [
          [neg(wide), div(neg(root), 8)],
          [div(root, 8), wide],
        ]),
      }),
    },
    {
      says: 'it is the rule (37) at the zeros (39) with the slope (40)',
      domain: rootDomain,
      relation: ({ eq39: zero, eq40: slopeAt }) => {
        const at = (of: number): Expr => mul(of, zero as Expr);
        return {
          kind: 'equal',
          left: overDelta(original, [
            [neg(wide), num(0)],
            [num(0), wide],
          ]),
          right: add<string, Binders>(
            ...[1, -1].map((of) =>
              div<string, Binders>(apply(probe, at(of)), substitute(slopeAt as Expr, { D: at(of) })),
            ),
          ),
        };
      },
    },
  ],
});
