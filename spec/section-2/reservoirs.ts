import type { Part } from '../../src/claim/claim.ts';
import { domain, moderate } from '../../src/claim/domain.ts';
import { quotedInput } from '../../src/claim/quote.ts';
import { angularFrequency, pureNumber } from '../../src/formula/dimension.ts';
import { apply, div, type Expr, mul, num, symbol, total, type Unknown } from '../../src/formula/expression.ts';
import { instantiate } from '../../src/formula/substitute.ts';
import { nS, omega0I } from '../../src/formula/symbols.ts';
import { rational } from '../../src/number/rational.ts';
import { claim } from '../claim.ts';
import { nothing } from '../domains.ts';
import { energyOf, levelDomain, levels, n, weightOf } from '../levels.ts';

type Binders = 'scalar' | 'binder';

export const eq10 = claim({
  id: 'eq10',
  text: { status: 'clean' },
  role: 'symbol',
  printed: {
    left: symbol('Un', 'U_n', angularFrequency, 'real'),
    is: '=',
    right: div<string, Binders>(
      total(n, levels, mul<string, Binders>(apply(weightOf, n), apply(energyOf, n))),
      total(n, levels, apply(weightOf, n)),
    ),
  },
  domain: levelDomain,
  parts: [
    {
      says: 'it is a mean: what has the same energy in every level has that energy',
      domain: levelDomain,
      relation: ({ eq10: mean }) => ({
        kind: 'equal',
        left: omega0I,
        right: instantiate(mean as Expr, { energyOf: { parameters: [], body: omega0I } }),
      }),
    },
  ],
});

/** Population of a level of a pair, and of a level of another electron. */
const pairOf: Unknown = { ...weightOf, name: 'pairOf', tex: '\\rho_{i,i+1}' };
const m = symbol('m', 'm', pureNumber);

/** A pair and one more electron: the population of a level of both is the product of their populations. */
export const eq11 = claim({
  id: 'eq11',
  text: { status: 'clean' },
  role: 'number',
  printed: {
    left: symbol('rhoS', '\\rho_S', pureNumber, 'nonnegative'),
    is: '\\approx',
    right: mul<string, Binders>(apply(pairOf, n), apply(weightOf, m)),
  },
  domain: levelDomain,
  parts: [
    {
      says: 'the sum over the levels of both is the product of the sums, so that it is normalised when they are',
      domain: levelDomain,
      relation: ({ eq11: joint }) => ({
        kind: 'equal',
        left: mul<string, Binders>(total(n, levels, apply(pairOf, n)), total(m, levels, apply(weightOf, m))),
        right: total(n, levels, total(m, levels, joint as Expr)),
      }),
    },
    {
      says: 'what is known of the pair does not depend on the electron that is left out',
      domain: domain([...levelDomain.coordinates, moderate('n')]),
      relation: ({ eq11: joint }) => ({
        kind: 'equal',
        left: apply(pairOf, n),
        right: div<string, Binders>(total(m, levels, joint as Expr), total(m, levels, apply(weightOf, m))),
      }),
    },
  ],
});

/** Avogadro's constant, and a concentration in mmol/l, which is mol per m^3. */
const avogadro = symbol('avogadro', 'N_A', pureNumber);
const millimolar = div(nS, avogadro);

export const s2a = claim({
  id: 's2a',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  parts: (
    [
      ['1e25', '16'],
      ['4e25', '66'],
    ] as const
  ).map(([concentration, text]) => ({
    says: `${concentration} per m3 is ${text} mM`,
    domain: nothing,
    relation: () => ({
      kind: 'quoted',
      value: millimolar,
      inputs: { avogadro: 'avogadro', nS: quotedInput(concentration) },
      quote: { text },
    }),
  })),
});

/** At twice the concentration so many times as many spins are in clusters. */
const moreOf = (result: 'pairs' | 'triples', times: number): Part => ({
  says: `twice the concentration puts ${times} times as large a share of the spins in ${result}`,
  domain: nothing,
  relation: () => ({
    kind: 'measured',
    experiment: 'clusters of a random glass',
    result,
    right: num(times),
    // Of the powers of the concentration that are whole.
    tells: rational(19, 10),
  }),
});

export const s2d = claim({
  id: 's2d',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  parts: [moreOf('pairs', 2), moreOf('triples', 4)],
});
