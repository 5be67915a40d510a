import { eq13 as claim } from '../../spec/section-3/polarization.ts';
import { about, proof, sameForm } from '../proof.ts';

export const eq13 = proof('eq13', { about: about(claim), steps: sameForm });
export const eq25 = proof('eq25', { about: 'step', steps: sameForm });
