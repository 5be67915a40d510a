import { domain, moderate } from '../../src/claim/domain.ts';
import { angularFrequency, powerDimension, pureNumber } from '../../src/formula/dimension.ts';
import { add, apply, div, type Expr, mul, neg, num, pow, sub, symbol, total } from '../../src/formula/expression.ts';
import { instantiate, substitute } from '../../src/formula/substitute.ts';
import { i, j, k, NI, NS, omega0I, omegaOf, PI, PkOf, PSOf } from '../../src/formula/symbols.ts';
import { claim } from '../claim.ts';
import { apartFrom } from '../domains.ts';
import {
  electrons,
  inLevels,
  levelDomain,
  levels,
  moderately,
  n,
  nuclei,
  spinOf,
  twoLevels,
  weightOf,
} from '../levels.ts';
import { normalisedNucleus } from '../section-3/polarization.ts';

type Binders = 'scalar' | 'binder';
const half = num(1, 2);
const energyRate = powerDimension(angularFrequency, 2);
const energy = (name: string, tex: string) => symbol(name, tex, angularFrequency, 'real');
const p = symbol('p', 'p', pureNumber);

export const eq45 = claim({
  id: 'eq45',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: energy('UIk', 'U_I^k'), is: '=', right: mul<string, Binders>(num(-1, 2), omega0I, apply(PkOf, k)) },
  domain: twoLevels,
  // The mean (10) of (6) over the levels I_z = 1/2 and -1/2.
  step: ({ eq6: zeeman, eq10: mean }) =>
    inLevels(mean as Expr, {
      weightOf: [p, sub(1, p)],
      energyOf: [half, neg(half)].map((Iz) => substitute(zeeman as Expr, { Iz })),
    }),
  relate: (printed, derived, { eq13: polarization }) => {
    const normalised = instantiate(polarization as Expr, normalisedNucleus);
    return {
      kind: 'equal',
      left: derived as Expr,
      right: instantiate(printed, { PkOf: { parameters: [], body: normalised } }),
    };
  },
});

/** The mean of S_z in the levels of a pair, for S = 1/2. */
export const eq47 = claim({
  id: 'eq47',
  text: { status: 'clean' },
  role: 'number',
  printed: {
    left: apply(PSOf, i),
    is: '=',
    right: mul<string, Binders>(
      -1,
      div(1, half),
      div<string, Binders>(
        total(n, levels, mul<string, Binders>(apply(weightOf, n), apply(spinOf, n))),
        total(n, levels, apply(weightOf, n)),
      ),
    ),
  },
  domain: levelDomain,
  parts: [
    {
      says: 'it is 1 for a spin that is down, the lower level of (5)',
      domain: levelDomain,
      relation: ({ eq47: polarization }) => ({
        kind: 'equal',
        left: num(1),
        right: instantiate(polarization as Expr, { spinOf: { parameters: [], body: neg(half) } }),
      }),
    },
  ],
});

export const eq46 = claim({
  id: 'eq46',
  text: { status: 'clean' },
  role: 'number',
  printed: {
    left: energy('UZi', 'U_Z^i'),
    is: '=',
    right: mul<string, Binders>(num(-1, 2), apply(omegaOf, i), apply(PSOf, i)),
  },
  domain: levelDomain,
  // The mean (10) of (5) over the levels of the pair.
  step: ({ eq5: zeeman, eq10: mean }) =>
    instantiate(mean as Expr, {
      energyOf: { parameters: ['n'], body: substitute(zeeman as Expr, { Sz: apply(spinOf, n) }) },
    }),
  relate: (printed, derived, { eq47: polarization }) => ({
    kind: 'equal',
    left: derived as Expr,
    right: instantiate(printed, { PSOf: { parameters: [], body: polarization as Expr } }),
  }),
});

const splittings = sub<string, Binders>(apply(omegaOf, i), apply(omegaOf, j));
const share = pow(div<string, Binders>(splittings, omega0I), 2);
const rateOf = (name: string, tex: string) => symbol(name, tex, energyRate, 'real');
const dUIk = rateOf('dUIk', '\\partial_t U_I^k');

const exactDynamics = 'exact time evolution of two electrons and a nucleus would decide it';

export const eq48 = claim({
  id: 'eq48',
  text: { status: 'clean' },
  role: 'flow',
  printed: {
    left: add(rateOf('dUZi', '\\partial_t U_Z^i'), rateOf('dUZj', '\\partial_t U_Z^j')),
    is: '=',
    right: mul<string, Binders>(-1, share, dUIk),
  },
  domain: moderately('omega0I', 'i', 'j', 'dUIk'),
  undecided: exactDynamics,
});

export const eq49 = claim({
  id: 'eq49',
  text: { status: 'clean' },
  role: 'flow',
  printed: {
    left: rateOf('dUSSk', '\\partial_t U_{SS}'),
    is: '=',
    right: mul<string, Binders>(-1, sub<string, Binders>(1, share), dUIk),
  },
  domain: moderately('omega0I', 'i', 'j', 'dUIk'),
  undecided: exactDynamics,
});

export const eq50 = claim({
  id: 'eq50',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: energy('UI', 'U_I'), is: '=', right: mul(num(-1, 2), NI, omega0I, PI) },
  domain: nuclei,
  // The sum (3) of (6), the mean of I_z being half the polarization.
  step: ({ eq3: sum, eq6: zeeman }) =>
    instantiate(sum as Expr, {
      energyOf: {
        parameters: ['k'],
        body: substitute(zeeman as Expr, { Iz: mul<string, Binders>(half, apply(PkOf, k)) }),
      },
    }),
  relate: (printed, derived, { eq20: average }) => ({
    kind: 'equal',
    left: derived as Expr,
    right: substitute(printed, { PI: average as Expr }),
  }),
});

export const eq55 = claim({
  id: 'eq55',
  text: { status: 'clean' },
  role: 'number',
  printed: {
    left: energy('UZ', 'U_Z'),
    is: '=',
    right: mul<string, Binders>(half, total(i, NS, mul<string, Binders>(apply(omegaOf, i), apply(PSOf, i)))),
  },
  domain: electrons,
  step: ({ eq46: one }) => total(i, NS, one as Expr),
  instead: { says: 'the sum of the energies (46) has their sign' },
});

export const eq56 = claim({
  id: 'eq56',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: energy('USS', 'U_{SS}'), is: '=', right: sub(energy('US', 'U_S'), energy('UZ', 'U_Z')) },
  domain: domain([apartFrom(moderate('US'), 3, 4), moderate('UZ')]),
});
