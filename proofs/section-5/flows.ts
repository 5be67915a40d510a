import { s5a as claim } from '../../spec/section-5/flows.ts';
import { num } from '../../src/formula/expression.ts';
import { about, eitherWay, off, proof, sameForm, stepAndTruth } from '../proof.ts';

/** What is left of the rate equations by the factor 2 of (16). */
const half = num(1, 2);

export const eq51 = proof('eq51', { about: 'step', steps: sameForm }, off('truth', half));
export const eq54 = proof('eq54', { about: 'step', steps: sameForm }, off('truth', half));
export const eq57 = proof('eq57', ...stepAndTruth);
export const eq58 = proof('eq58', ...stepAndTruth);
export const eq59 = proof('eq59', { about: 'step', steps: sameForm }, off('truth', half));
export const eq60 = proof('eq60', { about: 'step', steps: sameForm }, off('truth', half));
export const s5a = proof('s5a', ...eitherWay({ about: about(claim), steps: sameForm }));
