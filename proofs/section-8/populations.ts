import * as continuum from '../../spec/section-8/continuum.ts';
import { zeemanDifference } from '../../spec/section-8/notation.ts';
import * as populations from '../../spec/section-8/populations.ts';
import type { Chain } from '../../src/evidence/proof/step.ts';
import { div, type Expr, mul, num, sub } from '../../src/formula/expression.ts';
import { betaSS, Delta, omega0I } from '../../src/formula/symbols.ts';
import { about, off, proof, sameForm, stepAndTruth } from '../proof.ts';
import { boltzmann, inBothStates } from './notation.ts';

type Binders = 'scalar' | 'binder';

export const eq79 = proof('eq79', { about: 'step', steps: sameForm });
export const eq80 = proof('eq80', { about: 'step', steps: sameForm });
export const eq81 = proof('eq81', { about: about(populations.eq81), steps: sameForm });
export const eq82 = proof(
  'eq82',
  ...[0, 1].map((part): Chain => ({ about: about(populations.eq82, part), steps: sameForm })),
);
export const eq83 = proof('eq83', { about: 'step', steps: sameForm });
export const eq84 = proof('eq84', { about: 'step', steps: sameForm });

/** What (94) says to be 0: how far the Zeeman temperatures are from that of the interaction. */
const outOfEquilibrium = sub<string, Binders>(zeemanDifference, mul(Delta, betaSS));

/** Of a mixed state, what is printed for (omega, Delta) over what is printed for the same pair exchanged. */
export const eq85 = proof(
  'eq85',
  { about: about(continuum.eq85, 0), steps: inBothStates },
  {
    ...off(about(continuum.eq85, 1), boltzmann(mul<string, Binders>(2, outOfEquilibrium))),
    at: { aligned: num(-1) },
  },
  { about: about(continuum.eq85, 0, 'instead'), steps: inBothStates },
  { about: about(continuum.eq85, 2, 'instead'), steps: sameForm },
  { about: about(continuum.eq85, 3, 'instead'), steps: sameForm },
);

export const eq86 = proof('eq86', ...stepAndTruth);

/** What is printed over the means in the mixed states, where the electrons are not fully polarized: |Delta| < omega0I. */
export const tooMuch = (difference: Expr): Chain =>
  off('truth', boltzmann(mul<string, Binders>(sub(1, div(Delta, omega0I)), difference)));

export const eq87 = proof('eq87', { about: 'step', steps: sameForm }, tooMuch(outOfEquilibrium));
export const eq88 = proof('eq88', ...stepAndTruth);
