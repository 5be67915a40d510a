import { eq8 as flips, eq7 as interaction, s2b as ratio, s2c as zzTerm } from '../../spec/section-2/interactions.ts';
import { num } from '../../src/formula/expression.ts';
import { coupled } from '../mixed-states.ts';
import { about, off, proof, sameForm } from '../proof.ts';

export const eq9 = proof('eq9', { about: 'step', steps: sameForm });

export const eq7 = proof(
  'eq7',
  { about: about(interaction, 0), steps: sameForm },
  { about: about(interaction, 1), steps: sameForm },
);

export const eq8 = proof('eq8', { about: about(flips), steps: sameForm });

/** 2 D+- is -1/2 of what D_zz is. */
export const s2b = proof(
  's2b',
  off(about(ratio), num(-1, 2)),
  ...[0, 1, 2].map((index) => ({ about: about(ratio, index, 'instead'), steps: sameForm })),
);

export const s2c = proof(
  's2c',
  ...[0, 1].map((index) => ({ about: about(zzTerm, index), steps: sameForm, facts: coupled })),
  { about: about(zzTerm, 2), steps: sameForm },
);
