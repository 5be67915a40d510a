import { join } from 'node:path';
import { root } from '../child.ts';
import type { NotAsked, Question } from './questions.ts';
import type { AnsweredStep } from './steps.ts';

/** What proofs/second-opinion.json holds. */
export interface SecondOpinion {
  readonly asked: string;
  readonly answers: readonly (Question & { readonly answer: string })[];
  readonly notAsked: readonly NotAsked[];
  /** What it makes of the identity steps of the proofs. */
  readonly steps: readonly AnsweredStep[];
  readonly stepsNotAsked: Readonly<Record<string, number>>;
}

export const answersFile = join(root, 'proofs', 'second-opinion.json');
