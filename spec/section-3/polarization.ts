import { pureNumber } from '../../src/formula/dimension.ts';
import {
  add,
  apply,
  div,
  type Expr,
  mul,
  neg,
  num,
  sub,
  symbol,
  total,
  type Unknown,
} from '../../src/formula/expression.ts';
import { instantiate, substitute } from '../../src/formula/substitute.ts';
import {
  i,
  j,
  k,
  NI,
  PI,
  PkOf,
  rhoIminus,
  rhoIplus,
  rhoKminusOf,
  rhoKplusOf,
  rhoPlusOf,
} from '../../src/formula/symbols.ts';
import { claim } from '../claim.ts';
import { inLevels, levels, moderately, n, nuclei, spinOf, twoLevels, weightOf } from '../levels.ts';

type Binders = 'scalar' | 'binder';
const [up, down] = [apply(rhoKplusOf, k), apply(rhoKminusOf, k)];
const half = num(1, 2);
const p = symbol('p', 'p', pureNumber);

/** Two populations that add up to 1. */
export const normalisedNucleus = {
  rhoKplusOf: { parameters: [], body: p },
  rhoKminusOf: { parameters: [], body: sub(1, p) },
} as const;

export const eq13 = claim({
  id: 'eq13',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: apply(PkOf, k), is: '=', right: sub<string, Binders>(up, down) },
  domain: twoLevels,
  parts: [
    {
      says: 'its first form, the mean of I_z over I, is its second for I = 1/2 and a normalised state',
      domain: twoLevels,
      relation: ({ eq13: printed }) => {
        const mean = div<string, Binders>(
          total(n, levels, mul<string, Binders>(apply(weightOf, n), apply(spinOf, n))),
          mul<string, Binders>(half, total(n, levels, apply(weightOf, n))),
        );
        return {
          kind: 'equal',
          left: inLevels(mean, { weightOf: [p, sub(1, p)], spinOf: [half, neg(half)] }),
          right: instantiate(printed as Expr, normalisedNucleus),
        };
      },
    },
  ],
});

export const eq14 = claim({
  id: 'eq14',
  text: { status: 'clean' },
  role: 'number',
  printed: { is: '=', right: apply(rhoKplusOf, k) },
  domain: moderately('k'),
});

export const eq15 = claim({
  id: 'eq15',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: num(1), is: '=', right: add<string, Binders>(up, down) },
  domain: moderately('k'),
});

export const eq18 = claim({
  id: 'eq18',
  text: { status: 'clean' },
  role: 'number',
  printed: { is: '=', right: apply(rhoPlusOf, i, j) },
  domain: moderately('i', 'j'),
});

const mean = (of: Expr): Expr => mul<string, Binders>(div(1, NI), total(k, NI, of));

export const eq20 = claim({
  id: 'eq20',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: PI, is: '=', right: mean(apply(PkOf, k)) },
  domain: nuclei,
});

/** One of the two populations of nucleus k, and the mean of it. */
const populationOf: Unknown = { ...PkOf, name: 'populationOf', tex: '\\rho', sign: 'nonnegative' };
/** The mean of either population. */
const averaged = (average: unknown, population: Unknown): Expr =>
  instantiate(average as Expr, { populationOf: { parameters: ['k'], body: apply(population, k) } });

export const eq23 = claim({
  id: 'eq23',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: symbol('rhoI', '\\rho_I', pureNumber, 'nonnegative'), is: '=', right: mean(apply(populationOf, k)) },
  domain: nuclei,
});

export const eq24 = claim({
  id: 'eq24',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: add(rhoIplus, rhoIminus), is: '=', right: num(1) },
  domain: nuclei,
  // Each of the populations averaged adds up to what (15) says.
  step: ({ eq15: sum, eq23: average }) =>
    instantiate(average as Expr, {
      populationOf: { parameters: [], body: div<string, Binders>(sum as Expr, add<string, Binders>(up, down)) },
    }),
});

export const eq25 = claim({
  id: 'eq25',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: PI, is: '=', right: sub(rhoIplus, rhoIminus) },
  domain: nuclei,
  step: ({ eq13: polarization, eq20: average }) =>
    instantiate(average as Expr, { PkOf: { parameters: ['k'], body: polarization as Expr } }),
  relate: (printed, derived, { eq23: average }) => ({
    kind: 'equal',
    left: derived as Expr,
    right: substitute(printed, { rhoIplus: averaged(average, rhoKplusOf), rhoIminus: averaged(average, rhoKminusOf) }),
  }),
});
