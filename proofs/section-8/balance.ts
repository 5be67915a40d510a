import { type Flow, primitives } from '../../spec/section-8/balance.ts';
import type { Claim } from '../../src/claim/claim.ts';
import type { Chain } from '../../src/evidence/proof/step.ts';
import { theta } from '../../src/formula/symbols.ts';
import { about, sameForm } from '../proof.ts';

/** That the pairs at Delta balance at a temperature of their own, the part of that number. */
export const eachPair = (claim: Claim, part: number): Chain => ({
  about: about(claim, part, 'instead'),
  steps: sameForm,
});

/** The closed form of a mean share: its two integrals, each for D0 below and above omega0I, from the part of that number on. */
export const meanShares = (claim: Claim, flow: Flow, first: number): readonly Chain[] =>
  (['over', 'under'] as const).flatMap((name, side) =>
    [0, 1].map(
      (range): Chain => ({
        about: about(claim, first + 2 * side + range, 'instead'),
        steps: ({ end }) => [{ by: 'primitive', variable: theta, primitive: primitives[flow][name], to: end }],
      }),
    ),
  );
