import { eq21 as summedClaim } from '../../spec/section-3/sums.ts';
import { s3a as factorised } from '../../spec/section-3/triple-flip.ts';
import { num } from '../../src/formula/expression.ts';
import { coupled } from '../mixed-states.ts';
import { about, asItStands, eitherWay, inTheLimit, off, proof, sameForm } from '../proof.ts';

export const eq17 = proof('eq17', { about: 'step', steps: sameForm, facts: coupled });

/** One population gains what the other loses, so that their difference changes twice as fast. */
export const eq16 = proof('eq16', off('step', num(1, 2)));

export const eq21 = proof(
  'eq21',
  { about: 'step', steps: sameForm },
  off('truth', num(1, 2)),
  ...eitherWay({ about: about(summedClaim), steps: sameForm, facts: coupled }),
);

export const s3a = proof(
  's3a',
  { about: about(factorised, 0), steps: inTheLimit },
  { about: about(factorised, 1), steps: asItStands },
);
