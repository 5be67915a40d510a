import { join } from 'node:path';
import { root } from '../child.ts';
import type { NotAsked, Question } from './questions.ts';

/** What proofs/second-opinion.json holds. */
export interface SecondOpinion {
  readonly asked: string;
  readonly answers: readonly (Question & { readonly answer: string })[];
  readonly notAsked: readonly NotAsked[];
}

export const answersFile = join(root, 'proofs', 'second-opinion.json');
