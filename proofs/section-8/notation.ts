import { aligned, sign } from '../../spec/section-8/notation.ts';
import type { Steps } from '../../src/evidence/proof/step.ts';
import { call, type Expr, mul, num } from '../../src/formula/expression.ts';
import { identity } from '../proof.ts';

type Binders = 'scalar' | 'binder';

/** One printed formula for parallel and for mixed states: the same for each of the two. */
export const inBothStates: Steps = ({ end }) => [
  {
    by: 'cases',
    left: aligned,
    right: num(0),
    below: identity(end),
    otherwise: identity(end),
    to: end,
    why: 'the mixed states and the parallel ones',
  },
];

/** exp -+ of half an exponent. */
export const boltzmann = (exponent: Expr): Expr => call('exp', mul<string, Binders>(num(-1, 2), sign, exponent));
