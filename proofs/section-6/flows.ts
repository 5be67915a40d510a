import * as claims from '../../spec/section-6/flows.ts';
import { num } from '../../src/formula/expression.ts';
import { about, off, proof, sameForm } from '../proof.ts';

const half = num(1, 2);

export const eq63 = proof('eq63', { about: 'step', steps: sameForm }, off('truth', half));
export const eq64 = proof('eq64', { about: 'step', steps: sameForm }, off('truth', half), {
  about: about(claims.eq64, 0),
  steps: sameForm,
});
export const eq65 = proof('eq65', { about: 'step', steps: sameForm }, off('truth', half));
export const eq66 = proof('eq66', { about: 'step', steps: sameForm }, off('truth', half), {
  about: about(claims.eq66, 0),
  steps: sameForm,
});
