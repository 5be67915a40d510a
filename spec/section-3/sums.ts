import { domain, oneOf } from '../../src/claim/domain.ts';
import { underBinders } from '../../src/formula/binders.ts';
import { pureNumber } from '../../src/formula/dimension.ts';
import {
  add,
  apply,
  call,
  delta,
  div,
  type Expr,
  mul,
  num,
  pairSum,
  pi,
  pow,
  sqrt,
  sub,
  symbol,
  total,
} from '../../src/formula/expression.ts';
import { instantiate, substitute } from '../../src/formula/substitute.ts';
import {
  A2,
  couplingOf,
  D,
  dPI,
  i,
  j,
  k,
  l,
  M2,
  m,
  NI,
  NS,
  omega0I,
  omegaOf,
  rhoIminus,
  rhoIplus,
  rhoMinusOf,
  rhoPlusOf,
} from '../../src/formula/symbols.ts';
import { rational } from '../../src/number/rational.ts';
import { claim } from '../claim.ts';
import { listed, rateDomain } from '../domains.ts';
import { mixedStates, squaredElement } from '../pair.ts';
import { hyperfine } from '../section-2/interactions.ts';
import { probe } from '../section-4/notation.ts';
import { twentieth, window } from '../section-4/random-glass.ts';
import { prefactorOf } from './prefactor.ts';
import { asFollowed, eq12, eq17, flipOf, flipsAtRate, followed } from './triple-flip.ts';

type Binders = 'scalar' | 'binder';

/** The sum (21) over nuclei and ordered pairs, in terms of W. */
const summed = mul<string, Binders>(-1, div(1, NI), total(k, NI, pairSum(i, j, NS, flipsAtRate)));
const withRate = (of: Expr, rate: Expr): Expr => instantiate(of, { flipRateOf: { parameters: [], body: rate } });

/** Both electrons of a pair coupled to the nucleus: the amplitude of the second times a sign. */
const pairOfElectrons = mixedStates(eq12.formula as Expr);
const bothCoupled = (sign: 1 | -1): Expr =>
  squaredElement(pairOfElectrons, add<string, Binders>(hyperfine('i'), mul<string, Binders>(sign, hyperfine('j'))));
const oneByOne = add<string, Binders>(
  squaredElement(pairOfElectrons, hyperfine('i')),
  squaredElement(pairOfElectrons, hyperfine('j')),
);

export const eq21 = claim({
  id: 'eq21',
  text: { status: 'clean' },
  role: 'rate',
  printed: { left: dPI, is: '=', right: summed },
  // Its second form, with (17) put in: what later claims use of it.
  formula: withRate(summed, eq17.printed?.right as Expr),
  domain: rateDomain,
  // The mean (20) of what (16) adds up to over the ordered pairs.
  step: ({ eq16: one, eq20: average }) =>
    instantiate(average as Expr, { PkOf: { parameters: ['k'], body: pairSum(i, j, NS, one as Expr) } }),
  relate: (printed, derived) => ({ kind: 'integrands', left: derived as Expr, right: printed }),
  condition:
    'the amplitudes with which the two electrons of a pair flip one nucleus do not interfere on average, as when the nuclei that count are much nearer to one of them than the electrons are to each other',
  parts: [
    {
      says: 'two electrons of a pair flip one nucleus at the sum of their rates, in the mean over the relative sign of their amplitudes',
      domain: rateDomain,
      relation: () => ({
        kind: 'equal',
        left: div<string, Binders>(add<string, Binders>(bothCoupled(1), bothCoupled(-1)), 2),
        right: oneByOne,
      }),
    },
    {
      says: 'they do so when their amplitudes are equal',
      domain: rateDomain,
      judges: 'outside',
      relation: () => ({
        kind: 'equal',
        left: bothCoupled(1),
        right: oneByOne,
      }),
    },
    {
      says: 'the polarization of a nucleus coupled to both electrons of a pair, followed in exact time evolution, in the mean over the relative sign of the couplings',
      domain: domain([...followed.coordinates, listed(['NS', 'NI'], [[rational(2), rational(1)]])]),
      judges: 'prefactor',
      relation: ({ eq21: printed }) => ({
        kind: 'measured',
        experiment: 'triple spin flips',
        result: 'polarization rate of a nucleus coupled to both electrons',
        right: asFollowed(printed as Expr),
        tells: rational(101, 100),
      }),
    },
  ],
  instead: {
    says: 'where both electrons of a pair are coupled to one nucleus, |A_i - A_j|^2 takes the place of |A_i|^2 + |A_j|^2: the sum is right where the cross terms average out, as for nuclei much nearer to one electron than the two are to each other',
  },
});

export const eq22 = claim({
  id: 'eq22',
  text: { status: 'clean' },
  role: 'number',
  printed: {
    left: A2,
    is: '=',
    right: mul<string, Binders>(div(1, NS), total(i, NS, total(k, NI, apply(flipOf, i, k)))),
  },
  domain: rateDomain,
});

const populations = sub(mul(apply(rhoPlusOf, i, j), rhoIplus), mul(apply(rhoMinusOf, i, j), rhoIminus));
const splitting = sub(apply(omegaOf, i), apply(omegaOf, j));
const coupling = apply(couplingOf, l, m);

/** The sum over ordered pairs with couplings of the pair itself, (26), or of another pair, (27). */
const rateOfPair = (couplingOfPair: Expr): Expr =>
  mul<string, Binders>(
    pow(couplingOfPair, 2),
    populations,
    delta(sub(omega0I, sqrt(add(pow(splitting, 2), pow(couplingOfPair, 2))))),
  );

/** Any function in place of the delta function, so that the sums have a value. */
const smooth = (formula: Expr): Expr =>
  instantiate(formula, { delta: { parameters: ['x'], body: apply(probe, symbol('x', 'x', pureNumber, 'real')) } });

/** Few enough spins that the sums can be written out. */
const fewSpins = domain([
  ...rateDomain.coordinates.filter(({ names }) => !names.includes('NS') && !names.includes('NI')),
  oneOf('NS', [rational(2), rational(3)]),
  oneOf('NI', [rational(1), rational(2), rational(3)]),
]);

/** The couplings |A_z+/2|^2 of every electron and nucleus replaced by their mean, the nuclear populations by theirs. */
const meanFlip = mul<string, Binders>(div(1, mul(NS, NI)), total(l, NS, total(m, NI, apply(flipOf, l, m))));
const uncorrelated = (of: Expr): Expr =>
  instantiate(of, {
    flipOf: { parameters: ['electron', 'nucleus'], body: meanFlip },
    rhoKplusOf: { parameters: ['k'], body: rhoIplus },
    rhoKminusOf: { parameters: ['k'], body: rhoIminus },
  });

export const eq26 = claim({
  id: 'eq26',
  text: { status: 'clean' },
  role: 'rate',
  printed: {
    left: dPI,
    is: '=',
    right: mul<string, Binders>(
      mul(-1, div(pi, 2), div(1, NI), div(A2, pow(omega0I, 2))),
      pairSum(i, j, NS, rateOfPair(apply(couplingOf, i, j))),
    ),
  },
  domain: fewSpins,
  // What is not correlated is the same on average as if every electron and nucleus had the mean (22) and (23).
  step: ({ eq21: whole }) => uncorrelated(whole as Expr),
  relate: (printed, derived, { eq22: square }) => ({
    kind: 'equal',
    left: smooth(derived as Expr),
    right: smooth(substitute(printed, { A2: square as Expr })),
  }),
});

/** 1/N_S, which goes to 0. */
const few = symbol('few', '1/N_S', pureNumber);
const ofMany = (formula: Expr): Expr => substitute(formula, { NS: div(1, few) });

export const eq27 = claim({
  id: 'eq27',
  text: { status: 'clean' },
  role: 'rate',
  printed: {
    left: dPI,
    is: '=',
    right: mul<string, 'scalar' | 'binder'>(
      mul(-1, div(pi, 2), div(1, mul(NI, pow(NS, 2))), div(A2, pow(omega0I, 2))),
      pairSum(i, j, NS, pairSum(l, m, NS, rateOfPair(coupling))),
    ),
  },
  domain: rateDomain,
  small: { symbol: few.symbol, scale: num(1) },
  // The couplings of a pair replaced by the mean over all N_S (N_S - 1) ordered pairs.
  step: ({ eq26: sum }) =>
    div<string, Binders>(
      instantiate(underBinders(sum as Expr).integrand, { couplingOf: { parameters: [], body: coupling } }),
      mul(NS, sub(NS, 1)),
    ),
  relate: (printed, derived) => ({
    kind: 'approaches',
    left: ofMany(smooth(derived as Expr)),
    right: ofMany(smooth(underBinders(printed).integrand)),
    small: { symbol: few.symbol, scale: num(1) },
  }),
  parts: [
    {
      says: 'with frequencies drawn at random, the sum (26) over the pairs of a random glass is the sum (27)',
      domain: window,
      judges: 'prefactor',
      relation: ({ eq26: sum, eq27: printed }) => ({
        kind: 'measured',
        experiment: 'random glass',
        result: 'correlated over decorrelated',
        // Sums per spin over pairs, and over pairs of pairs.
        times: div<string, Binders>(
          mul<string, Binders>(prefactorOf(sum as Expr), NS),
          mul<string, Binders>(prefactorOf(printed as Expr), pow(NS, 3)),
        ),
        right: num(1),
        tells: twentieth,
      }),
    },
  ],
});

export const eq28 = claim({
  id: 'eq28',
  text: { status: 'clean' },
  role: 'symbol',
  printed: {
    left: M2,
    is: '=',
    right: mul<string, 'scalar' | 'binder'>(div(1, NS), pairSum(l, m, NS, pow(coupling, 2))),
  },
  domain: rateDomain,
});

/** The summand of a sum over pairs, all couplings called D. */
const summand = (formula: Expr): Expr =>
  instantiate(underBinders(formula).integrand, { couplingOf: { parameters: [], body: D } });

export const eq29 = claim({
  id: 'eq29',
  text: { status: 'clean' },
  role: 'rate',
  printed: {
    left: dPI,
    is: '=',
    right: mul<string, 'scalar' | 'binder'>(
      mul(-1, div(pi, 2), div(1, mul(NI, NS)), div(mul(A2, M2), pow(omega0I, 2))),
      pairSum(i, j, NS, mul<string, 'scalar' | 'binder'>(populations, delta(sub(omega0I, call('abs', splitting))))),
    ),
  },
  domain: rateDomain,
  small: { symbol: D.symbol, scale: omega0I },
  // The summands are compared with any smooth function in place of the delta function.
  step: ({ eq27: general }) => summand(general as Expr),
  relate: (printed, derived, { eq28: moment }) => ({
    kind: 'approaches',
    left: derived as Expr,
    right: summand(substitute(printed, { M2: moment as Expr })),
    small: { symbol: D.symbol, scale: omega0I },
  }),
});
