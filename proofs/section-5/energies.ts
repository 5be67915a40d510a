import { levels, n, weightOf } from '../../spec/levels.ts';
import * as claims from '../../spec/section-5/energies.ts';
import { apply, num, total } from '../../src/formula/expression.ts';
import { coupled } from '../mixed-states.ts';
import { about, off, proof, sameForm } from '../proof.ts';

/** A state has some population: it can be normalised. */
const populated = [{ left: total(n, levels, apply(weightOf, n)), is: '!=', right: num(0) }] as const;

export const eq45 = proof('eq45', { about: 'step', steps: sameForm });
export const eq46 = proof('eq46', { about: 'step', steps: sameForm, facts: populated });
export const eq47 = proof('eq47', { about: about(claims.eq47), steps: sameForm, facts: populated });
export const eq50 = proof('eq50', { about: 'step', steps: sameForm });
/** The sum of the energies (46), printed without their minus sign. */
export const eq55 = proof('eq55', off('step', num(-1)));
/** The traces of the pair's energies with its projectors, over its splitting. */
export const eq48 = proof('eq48', { about: 'step', steps: sameForm, facts: coupled });
export const eq49 = proof('eq49', { about: 'step', steps: sameForm, facts: coupled });
