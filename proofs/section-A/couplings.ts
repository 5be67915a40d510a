import { constant } from '../../spec/section-4/distributions.ts';
import { eqA1 as coupling, eqA6 as largest, sAb as ratio } from '../../spec/section-A/couplings.ts';
import { angular, type Binders } from '../../spec/section-A/notation.ts';
import { add, call, div, type Expr, mul, num, pow, sqrt, sub } from '../../src/formula/expression.ts';
import { nS, phi, r, r0, theta } from '../../src/formula/symbols.ts';
import { about, proof, sameForm } from '../proof.ts';
import { overPartners, overSphere, primitiveOverSphere } from '../section-4/positions.ts';

export const eqA1 = proof('eqA1', { about: 'truth', steps: sameForm }, { about: about(coupling), steps: sameForm });

export const eqA5 = proof('eqA5', { about: 'step', steps: overPartners(2) }, { about: 'truth', steps: sameForm });

/** 2 - |1 - 3 c^2|, not below 0 because 4 - (1 - 3 c^2)^2 = 3 s^2 (1 + 3 c^2). */
const angularRoom = div(
  mul(3, pow(call('sin', theta), 2), add(1, mul(3, pow(call('cos', theta), 2)))),
  add(2, call('abs', angular)),
);
const apart = sub(div(1, pow(r0, 3)), div(1, pow(r, 3)));

export const eqA6 = proof(
  'eqA6',
  { about: 'step', steps: sameForm },
  { about: 'truth', steps: sameForm },
  {
    about: about(largest),
    steps: [
      {
        by: 'sign',
        why: 'no partner is closer than r0, and the angular factor is at most 2',
        to: add(mul(constant, apart), mul(constant, div(angularRoom, mul(2, pow(r, 3))))),
      },
    ],
  },
);

/** The root of the mean square of the angular factor, with the sphere taken over the azimuth. */
const averageOf = (overAngle: Expr): Expr =>
  mul<string, Binders>(div(constant, 2), nS, sqrt(div<string, Binders>(overAngle, 2)));

export const eqA7 = proof(
  'eqA7',
  {
    about: 'step',
    steps: [
      { by: 'primitive', variable: phi, primitive: phi, to: averageOf(overSphere(2)) },
      { by: 'primitive', variable: theta, primitive: primitiveOverSphere(2), to: averageOf(num(8, 5)) },
    ],
  },
  { about: 'truth', steps: sameForm },
);

export const sAb = proof('sAb', { about: about(ratio, 1), steps: sameForm });
