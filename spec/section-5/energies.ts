import type { Part, Premises } from '../../src/claim/claim.ts';
import { domain, moderate, oneOf } from '../../src/claim/domain.ts';
import { angularFrequency, powerDimension, pureNumber } from '../../src/formula/dimension.ts';
import { add, apply, div, type Expr, mul, neg, num, pow, sub, symbol, total } from '../../src/formula/expression.ts';
import { instantiate, substitute } from '../../src/formula/substitute.ts';
import { i, j, k, NI, NS, omega0I, omegaOf, PI, PkOf, PSOf } from '../../src/formula/symbols.ts';
import { rational } from '../../src/number/rational.ts';
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
import { changeOf, mixedStates } from '../pair.ts';
import { normalisedNucleus } from '../section-3/polarization.ts';
import { asFollowed, followed, splitting } from '../section-3/triple-flip.ts';

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
      energyOf: [half, neg(half)].map((Iz) => substitute(zeeman as Expr, { 'I_z@k': Iz })),
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
      energyOf: { parameters: ['n'], body: substitute(zeeman as Expr, { 'S_z@i': apply(spinOf, n) }) },
    }),
  relate: (printed, derived, { eq47: polarization }) => ({
    kind: 'equal',
    left: derived as Expr,
    right: instantiate(printed, { PSOf: { parameters: [], body: polarization as Expr } }),
  }),
});

const splittings = sub<string, Binders>(apply(omegaOf, i), apply(omegaOf, j));
const share = pow(div<string, Binders>(splittings, omega0I), 2);
const pairDomain = moderately('omega0I', 'i', 'j', 'dUIk');
const rateOf = (name: string, tex: string) => symbol(name, tex, energyRate, 'real');
const dUIk = rateOf('dUIk', '\\partial_t U_I^k');

/** The Zeeman energies of a pair with the Hamiltonian (12), and the rest of it. */
const zeemanOfPair = (pair: Expr): Expr =>
  instantiate(pair, { couplingOf: { parameters: [], body: num(0) }, zzOf: { parameters: [], body: num(0) } });
const interactionOfPair = (pair: Expr): Expr => sub<string, Binders>(pair, zeemanOfPair(pair));

/**
 * In each triple spin flip the nucleus takes what the pair gives, its whole splitting by (17); of that a part of the
 * pair's energy gives its share.
 */
const shareOf = (part: (pair: Expr) => Expr, pair: Expr): Expr => {
  const states = mixedStates(pair);
  const given = changeOf(part(pair), states.upper, states.lower);
  return mul<string, Binders>(div<string, Binders>(given, states.splitting), dUIk);
};
/** On average over the flips of an ensemble, which conserve energy. */
const onShell = (formula: Expr): Expr => substitute(formula, { omega0I: splitting });

const flows = (result: string, printed: (premises: Premises) => Expr): Part => ({
  says: 'the energies of two electrons and a nucleus, followed in exact time evolution',
  domain: domain([...followed.coordinates, oneOf('dUIk', [rational(1)])]),
  judges: 'prefactor',
  relation: (premises) => ({
    kind: 'measured',
    experiment: 'triple spin flips',
    result,
    right: asFollowed(printed(premises)),
    tells: rational(101, 100),
  }),
});

/** How good it is: the share is that of the limit of weak hyperfine coupling. */
const deviation: Part = {
  says: 'it is off by a part of second order in the hyperfine coupling, in exact time evolution',
  domain: followed,
  judges: 'prefactor',
  relation: () => ({
    kind: 'measured',
    experiment: 'triple spin flips',
    result: 'order of the deviation',
    right: num(2),
    tells: rational(5, 4),
  }),
};

export const eq48 = claim({
  id: 'eq48',
  text: { status: 'clean' },
  role: 'flow',
  printed: {
    left: add(rateOf('dUZi', '\\partial_t U_Z^i'), rateOf('dUZj', '\\partial_t U_Z^j')),
    is: '=',
    right: mul<string, Binders>(-1, share, dUIk),
  },
  domain: pairDomain,
  step: ({ eq12: pair }) => shareOf(zeemanOfPair, pair as Expr),
  relate: (printed, derived) => ({ kind: 'equal', left: derived as Expr, right: onShell(printed) }),
  parts: [flows('Zeeman energy for each nuclear energy', ({ eq48: printed }) => printed as Expr), deviation],
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
  domain: pairDomain,
  step: ({ eq12: pair }) => shareOf(interactionOfPair, pair as Expr),
  relate: (printed, derived) => ({ kind: 'equal', left: derived as Expr, right: onShell(printed) }),
  parts: [flows('interaction energy for each nuclear energy', ({ eq49: printed }) => printed as Expr), deviation],
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
        body: substitute(zeeman as Expr, { 'I_z@k': mul<string, Binders>(half, apply(PkOf, k)) }),
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
