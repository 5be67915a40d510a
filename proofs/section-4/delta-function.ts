import {
  a,
  b,
  s4e as balance,
  eq41 as bothRoots,
  bySlopes,
  c,
  fn2 as footnote,
  lower,
  outer,
  eq37 as rule,
  twoRoots,
  upper,
  x,
  eq39 as zeros,
} from '../../spec/section-4/delta-function.ts';
import { anything, type Binders, probe, root, wide } from '../../spec/section-4/notation.ts';
import type { Step } from '../../src/evidence/proof/step.ts';
import { angularFrequency, pureNumber } from '../../src/formula/dimension.ts';
import {
  add,
  apply,
  delta,
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
import { D, omega0I } from '../../src/formula/symbols.ts';
import { about, eitherWay, identity, proof, sameForm, stepAndTruth } from '../proof.ts';
import { couplingAt, overMismatch, overY, splitting, y } from './roots.ts';

export const s4e = proof('s4e', ...eitherWay({ about: about(balance), steps: sameForm }));

export const eq36 = proof('eq36', ...stepAndTruth);

/** The extremum of f = c (x - a b)(x - a b - b), half-way between its zeros, and how far x is from it where f = v. */
const v = symbol('v', 'v', pureNumber, 'real');
const middle = mul(add(a, num(1, 2)), b);
const least = div(mul(-1, c, pow(b, 2)), 4);
const away = sqrt(add(div(pow(b, 2), 4), div(v, c)));

/** f itself as the variable, before and after the extremum: dx/df = -+1/(2 c away). */
const overValues = (at: (away: Expr) => Expr): Expr =>
  integral(
    v,
    [[least, mul(6, c, pow(b, 2))]],
    mul<string, Binders>(div<string, Binders>(apply(anything, at(away)), mul(2, c, away)), delta(v)),
  );
const [before, after] = [(by: Expr): Expr => sub(middle, by), (by: Expr): Expr => add(middle, by)];

const slopesOfInverse: readonly Step[] = [
  {
    by: 'substitution',
    variable: x,
    into: v,
    why: 'the values of f in place of x, before and after its extremum',
    pieces: [
      { at: before(away), from: twoRoots(outer(-2)), to: least },
      { at: after(away), from: least, to: twoRoots(outer(3)) },
    ],
    to: add(overValues(before), overValues(after)),
  },
  {
    by: 'delta',
    variable: v,
    to: div<string, Binders>(add<string, Binders>(apply(anything, lower), apply(anything, upper)), mul(c, b)),
  },
  identity(bySlopes([lower, upper]), 'c b is the magnitude of the slope at both zeros'),
];

export const eq37 = proof('eq37', { about: about(rule), steps: slopesOfInverse });
export const fn2 = proof('fn2', { about: about(footnote), steps: slopesOfInverse });

export const eq39 = proof(
  'eq39',
  { about: 'step', steps: sameForm },
  { about: about(zeros, 0), steps: sameForm },
  { about: about(zeros, 1), steps: sameForm },
);

export const eq40 = proof('eq40', { about: 'step', steps: sameForm });

/** What is left of (41) under an integral with any function. */
const atBothRoots = mul<string, Binders>(
  div(omega0I, root),
  add<string, Binders>(apply(probe, neg(root)), apply(probe, root)),
);

const throughMismatch: readonly Step[] = [
  overMismatch(
    wide,
    [-1, 1],
    add(
      ...[neg(couplingAt), couplingAt].map((at) =>
        overY(wide, mul<string, Binders>(apply(probe, at), div(splitting, couplingAt))),
      ),
    ),
  ),
  { by: 'delta', variable: y, to: atBothRoots },
];

/** How far |D| is beyond its root. */
const z = symbol('z', 'z', angularFrequency, 'real');
const size = add(root, z);
const [nearest, farthest] = [neg(root), sub(wide, root)];
const fromRoot: readonly Step[] = [
  {
    by: 'substitution',
    variable: D,
    into: z,
    why: 'how far |D| is beyond its root, in place of D',
    pieces: [
      { at: neg(size), from: farthest, to: nearest },
      { at: size, from: nearest, to: farthest },
    ],
    to: add(
      ...[neg(size), size].map((at) =>
        integral(z, [[nearest, farthest]], mul<string, Binders>(apply(probe, at), div(omega0I, size), delta(z))),
      ),
    ),
  },
  { by: 'delta', variable: z, to: atBothRoots },
];

export const eq41 = proof(
  'eq41',
  { about: about(bothRoots, 0), steps: throughMismatch, other: fromRoot },
  { about: about(bothRoots, 1), steps: throughMismatch },
);
