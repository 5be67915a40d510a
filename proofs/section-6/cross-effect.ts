import * as claims from '../../spec/section-6/cross-effect.ts';
import { eq64 as rate } from '../../spec/section-6/flows.ts';
import { ratio } from '../../spec/section-6/notation.ts';
import { add, call, div, mul, num, pi, pow, sqrt, sub } from '../../src/formula/expression.ts';
import { D0, theta } from '../../src/formula/symbols.ts';
import { about, inTheLimit, limitOff, printedRight, proof, sameForm } from '../proof.ts';
import { executedByAngle } from './notation.ts';

const half = num(1, 2);
const [sine, cosine] = [call('sin', theta), call('cos', theta)];
/** The primitive of cos^2: what is left of (64) over the angle when the width is dropped. */
const ofCosineSquared = mul(half, add(theta, mul(sine, cosine)));

export const eq67 = proof(
  'eq67',
  { about: 'step', steps: [...executedByAngle('eq64', 'Z', 'above', printedRight(rate)), ...inTheLimit] },
  limitOff('truth', half),
  {
    about: about(claims.eq67, 0),
    steps: ({ end }) => [{ by: 'primitive', variable: theta, primitive: ofCosineSquared, to: end }],
  },
);

export const eq68 = proof(
  'eq68',
  { about: 'step', steps: [...executedByAngle('eq64', 'Z', 'below', printedRight(rate)), ...inTheLimit] },
  limitOff('truth', half),
);

/** printed/arccos - 1 = -(1/6)/(pi/2) (D0/omega0I)^3: the printed cubic term is twice the right one. */
export const eq69 = proof(
  'eq69',
  {
    about: 'step',
    steps: [
      {
        by: 'series',
        small: D0,
        order: 4,
        upTo: num(1, 2),
        bound: num(1),
        to: claims.rightArccos,
        why: 'the rest is at most (D0/omega_0I)^5 for D0 up to omega_0I/2',
      },
      { by: 'limit', to: num(1), error: { order: 3, coefficient: div(num(-1, 3), pi) } },
    ],
  },
  {
    about: about(claims.eq69, 0, 'instead'),
    // The next term of the arc cosine is -(3/40) x^5.
    steps: [{ by: 'limit', to: num(1), error: { order: 5, coefficient: div(num(3, 20), pi) } }],
  },
);

export const eq70 = proof('eq70', { about: 'step', steps: inTheLimit }, limitOff('truth', half), {
  about: about(claims.eq70, 0),
  steps: sameForm,
});

/** (70) over W^Z without its width: what the sentence takes to be 1. */
const excess = div(mul(2, ratio), add(call('asin', ratio), mul(ratio, sqrt(sub(1, pow(ratio, 2))))));

export const s6i = proof(
  's6i',
  limitOff(about(claims.s6i), excess),
  { about: about(claims.s6i, 0, 'instead'), steps: inTheLimit },
  { about: about(claims.s6i, 1, 'instead'), steps: sameForm },
);
