import type { Expr } from '../src/formula/expression.ts';
import { num, sqrt } from '../src/formula/expression.ts';
import { substitute } from '../src/formula/substitute.ts';
import { betaSS, Delta, omega0I } from '../src/formula/symbols.ts';
import { claim } from './claim.ts';
import { circle, circleWithCutOff, cutOffAbove, rateDomain } from './domains.ts';
import { radicand } from './section-4/notation.ts';
import { eq67, eq70 } from './section-6/cross-effect.ts';
import { scrambledStates, sourceNotAtHand } from './section-8/cross-effect.ts';
import { atResonanceAlone, awayFromResonance } from './section-8/lattice.ts';
import { bothWays, eq95, onlyAt } from './section-8/local-equilibrium.ts';
import { eq78 } from './section-8/thermal-mixing.ts';
import { aboveBoth, sameForSpecies } from './section-10/species.ts';

export const s1a = claim({
  id: 's1a',
  text: { status: 'clean' },
  role: 'sentence',
  domain: rateDomain,
  parts: [scrambledStates, ...awayFromResonance],
  undecided: `${sourceNotAtHand}; and the cross effect leads to (91) only where ${atResonanceAlone}`,
});

export const s1b = claim({
  id: 's1b',
  text: { status: 'clean' },
  role: 'sentence',
  domain: cutOffAbove,
  parts: [
    {
      says: 'for D0 >= omega0I the rate (67) is smaller than the rate (70) of the scrambled states approach',
      domain: cutOffAbove,
      relation: () => ({
        kind: 'ordered',
        left: eq67.printed?.right as Expr,
        is: '<',
        right: eq70.printed?.right as Expr,
      }),
    },
    {
      says: 'a pair that conserves energy by (36) has |Delta| below omega0I, the value that the scrambled states approach gives it',
      domain: circle,
      relation: () => ({ kind: 'ordered', left: Delta, is: '<', right: omega0I }),
    },
  ],
});

export const s1c = claim({
  id: 's1c',
  text: { status: 'clean' },
  role: 'sentence',
  domain: circleWithCutOff,
  parts: [
    {
      says: 'in thermal mixing (62) every coupling below omega0I and D0 has a part',
      domain: circleWithCutOff,
      relation: ({ eq62: factor }) => ({ kind: 'ordered', left: num(0), is: '<', right: factor as Expr }),
    },
    {
      says: 'the fluctuating field approach is the case Delta = 0 of it, where the coupling that conserves energy is omega0I',
      domain: circle,
      relation: () => ({ kind: 'equal', left: omega0I, right: sqrt(substitute(radicand, { Delta: num(0) })) }),
    },
  ],
});

export const s1d = claim({
  id: 's1d',
  text: { status: 'clean' },
  role: 'sentence',
  domain: aboveBoth,
  condition: sameForSpecies.condition,
  parts: [
    ...sameForSpecies.parts,
    // During polarization: the case (94), at any temperature, for nuclei of any omega0I.
    ...onlyAt('thermal mixing under local equilibrium (94)', 'beta_SS', betaSS, () =>
      bothWays(eq78.printed?.right, eq95.printed?.right),
    ),
  ],
  instead: sameForSpecies.instead,
});
