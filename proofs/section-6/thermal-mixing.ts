import { eq66 as rate } from '../../spec/section-6/flows.ts';
import { ratio } from '../../spec/section-6/notation.ts';
import * as claims from '../../spec/section-6/thermal-mixing.ts';
import type { Lemma } from '../../src/evidence/proof/step.ts';
import { add, call, div, mul, neg, num, pow, sqrt, sub } from '../../src/formula/expression.ts';
import { D0, omega0I, theta } from '../../src/formula/symbols.ts';
import { about, inTheLimit, limitOff, printedRight, proof } from '../proof.ts';
import { executedByAngle } from './notation.ts';

const half = num(1, 2);
const [sine, cosine] = [call('sin', theta), call('cos', theta)];
/** The primitive of sin^2: what is left of (66) over the angle when the width is dropped. */
const ofSineSquared = mul(half, add(theta, neg(mul(sine, cosine))));

export const eq71 = proof(
  'eq71',
  { about: 'step', steps: [...executedByAngle('eq66', 'SS', 'above', printedRight(rate)), ...inTheLimit] },
  limitOff('truth', half),
  {
    about: about(claims.eq71, 0),
    steps: ({ end }) => [{ by: 'primitive', variable: theta, primitive: ofSineSquared, to: end }],
  },
);

/** The bracket of (72) is positive for D0 > 0: it is 0 at D0 = 0 and rises. */
const bracketIsPositive: Lemma = {
  positive: sub(call('asin', ratio), mul(ratio, sqrt(sub(1, pow(ratio, 2))))),
  by: {
    by: 'monotonic',
    variable: D0,
    from: num(0),
    to: div(mul(2, pow(D0, 2)), mul(pow(omega0I, 2), sqrt(sub(pow(omega0I, 2), pow(D0, 2))))),
  },
};

export const eq72 = proof(
  'eq72',
  {
    about: 'step',
    lemmas: [bracketIsPositive],
    steps: [...executedByAngle('eq66', 'SS', 'below', printedRight(rate)), ...inTheLimit],
  },
  { ...limitOff('truth', half), lemmas: [bracketIsPositive] },
);

export const eq73 = proof('eq73', { about: 'step', steps: inTheLimit }, limitOff('truth', num(5, 8)));
export const eq74 = proof('eq74', { about: 'step', steps: inTheLimit }, limitOff('truth', num(5, 4)));
