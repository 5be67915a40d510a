import { s5a as claim } from '../../spec/section-5/flows.ts';
import { about, proof, sameForm } from '../proof.ts';

export const eq51 = proof('eq51', { about: 'step', steps: sameForm });
export const eq54 = proof('eq54', { about: 'step', steps: sameForm });
export const eq57 = proof('eq57', { about: 'step', steps: sameForm });
export const eq58 = proof('eq58', { about: 'step', steps: sameForm });
export const eq59 = proof('eq59', { about: 'step', steps: sameForm });
export const eq60 = proof('eq60', { about: 'step', steps: sameForm });
export const s5a = proof('s5a', { about: about(claim), steps: sameForm });
