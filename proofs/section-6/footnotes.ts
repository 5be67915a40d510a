import { fn4 as claim4, fn6 as claim6 } from '../../spec/section-6/footnotes.ts';
import type { Chain } from '../../src/evidence/proof/step.ts';
import { add, call, mul, neg, num } from '../../src/formula/expression.ts';
import { theta } from '../../src/formula/symbols.ts';
import { about, eitherWay, proof, sameForm } from '../proof.ts';

const product = mul(call('sin', theta), call('cos', theta));
const half = num(1, 2);

/** The three parts of the substitution, which both footnotes share, and two integrals over the angle. */
const substitution = (claim: typeof claim4): readonly Chain[] =>
  [0, 1, 2].map((part) => ({ about: about(claim, part), steps: sameForm }));
const integrals = (claim: typeof claim4, sign: 1 | -1): readonly Chain[] =>
  [3, 4].map((part) => ({
    about: about(claim, part),
    steps: ({ end }) => [
      {
        by: 'primitive',
        variable: theta,
        primitive: mul(half, add(theta, sign > 0 ? product : neg(product))),
        to: end,
      },
    ],
  }));

export const fn4 = proof(
  'fn4',
  ...[...substitution(claim4), ...integrals(claim4, 1)].flatMap((chain) => eitherWay(chain)),
);
export const fn6 = proof(
  'fn6',
  ...[...substitution(claim6), ...integrals(claim6, -1)].flatMap((chain) => eitherWay(chain)),
);
