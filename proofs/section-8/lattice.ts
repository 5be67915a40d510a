import { mul, num, sub } from '../../src/formula/expression.ts';
import { betaL, betaSS, Delta } from '../../src/formula/symbols.ts';
import { proof, sameForm, stepAndTruth } from '../proof.ts';
import { inBothStates } from './notation.ts';
import { tooMuch } from './populations.ts';

/** At alpha = beta_L. */
const difference = mul(Delta, sub(betaL, betaSS));

export const eq97 = proof(
  'eq97',
  { about: 'step', steps: inBothStates },
  { ...tooMuch(difference), at: { aligned: num(-1) } },
);
export const eq98 = proof('eq98', { about: 'step', steps: sameForm }, tooMuch(difference));
export const eq100 = proof('eq100', ...stepAndTruth);
