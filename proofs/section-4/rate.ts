import { lorentzian } from '../../spec/section-4/distributions.ts';
import { type Binders, radicand, wide } from '../../spec/section-4/notation.ts';
import {
  evenProbe,
  s4d as lowerLimit,
  onePositiveRoot,
  eq42 as rateEquation,
  eq43 as rateOfPairs,
  s4b as roots,
} from '../../spec/section-4/rate.ts';
import type { Step } from '../../src/evidence/proof/step.ts';
import { add, div, type Expr, mul, num, pi, pow, sqrt, sub } from '../../src/formula/expression.ts';
import { substitute } from '../../src/formula/substitute.ts';
import { A2, D, D0, Delta, omega0I } from '../../src/formula/symbols.ts';
import { about, eitherWay, inCases, off, proof, sameForm } from '../proof.ts';
import { couplingAt, overMismatch, overY, splitting, y } from './roots.ts';

const half = num(1, 2);
const lorentzianAt = (coupling: Expr): Expr => substitute(lorentzian, { D: coupling });

/** The least Delta for D0 < omega0I; on the circle Delta^2 - least^2 = D0^2 - D^2. */
const least = sqrt(sub(pow(omega0I, 2), pow(D0, 2)));

export const eq42 = proof(
  'eq42',
  { about: 'step', steps: sameForm },
  off('truth', half),
  ...eitherWay({
    about: about(rateEquation),
    steps: [
      inCases(
        D0,
        omega0I,
        { by: 'sign', to: div(mul(sub(D0, D), add(D0, D)), add(Delta, least)) },
        { by: 'sign', to: Delta },
      ),
    ],
  }),
);

export const s4d = proof(
  's4d',
  { about: about(lowerLimit, 0), steps: sameForm },
  { about: about(lowerLimit, 1), steps: sameForm },
);

/** Both signs of D give the same for an even density: twice (pi/2)(A^2/omega0I^2) g_D(D) D^2 omega0I/|D|. */
const fromBothRoots: readonly Step[] = [
  overMismatch(
    D0,
    [-1, 1],
    mul(pi, div(A2, pow(omega0I, 2)), overY(D0, mul(lorentzianAt(couplingAt), couplingAt, splitting))),
  ),
  {
    by: 'delta',
    variable: y,
    to: mul(pi, div(A2, omega0I), lorentzianAt(sqrt(radicand)), sqrt(radicand)),
  },
];

/** One root of an even function: what D^2 phi(D^2) delta(...) gives by its slope. */
const rootsOf = (signs: readonly (1 | -1)[]): readonly Step[] => [
  overMismatch(
    wide,
    signs,
    mul<string, Binders>(signs.length, overY(wide, mul<string, Binders>(evenProbe(couplingAt), couplingAt, splitting))),
  ),
  { by: 'delta', variable: y, to: mul<string, Binders>(signs.length, onePositiveRoot) },
];

export const s4b = proof(
  's4b',
  // What one root gives is half of what both give.
  { about: about(roots), factor: half, steps: rootsOf([-1, 1]), other: rootsOf([1]) },
  { about: about(roots, 0, 'instead'), steps: rootsOf([-1, 1]) },
);

export const eq43 = proof('eq43', { about: 'step', factor: half, steps: fromBothRoots }, off('truth', half), {
  about: about(rateOfPairs),
  steps: sameForm,
});

export const eq44 = proof(
  'eq44',
  { about: 'step', steps: [{ by: 'limit', to: num(1), error: { order: 2, coefficient: num(1) } }] },
  { about: 'truth', factor: half, steps: [{ by: 'limit', to: half, error: { order: 2, coefficient: half } }] },
);
