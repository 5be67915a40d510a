import type { Part } from '../../src/claim/claim.ts';
import { atLeast, type Coordinate, domain, moderate, type Point, real } from '../../src/claim/domain.ts';
import { dimension, length, pureNumber } from '../../src/formula/dimension.ts';
import {
  add,
  apply,
  call,
  div,
  type Expr,
  integral,
  mul,
  neg,
  num,
  pi,
  pow,
  sqrt,
  sub,
  symbol,
} from '../../src/formula/expression.ts';
import { substitute } from '../../src/formula/substitute.ts';
import { D, D0, DD, f1, nS, r, r0, theta } from '../../src/formula/symbols.ts';
import { multiply, one, type Rational, rational } from '../../src/number/rational.ts';
import { frees } from '../domains.ts';
import type { Binders } from './notation.ts';

/**
 * How the density of couplings for positions uniform outside r0 comes about: the partners at one angle, the directions
 * in which a coupling occurs; and its support, wings and moments. All to first order in n_S r0^3, where g_D is the mean
 * number of partners per unit of coupling.
 */

/** D = K (1 - 3 cos^2)/(2 r^3) for a pair; K = D0 r0^3, rad m^3/s. */
export const K = symbol('K', 'K', dimension({ m: 3, s: -1 }));
/** |1 - 3 cos^2| at one angle, the cosine itself, and a radius out to which partners are counted. */
export const size = symbol('a', 'a', pureNumber);
export const cosine = symbol('c', 'c', pureNumber, 'real');
export const outer = symbol('R', 'R', length);

/** What D^2 times the density is for |D| << D0, rad/s. */
export const wing = div(mul(4, pi, nS, K), mul(9, sqrt(num(3))));

/** The density times D^2, on -D0 <= D <= D0/2. */
export const weighted = mul(wing, add(1, div(D, D0)), sqrt(sub(1, div(mul(2, D), D0))));
export const density = div(weighted, pow(D, 2));

const less = (left: Expr, right: Expr) => ({ left, is: '<', right }) as const;

/** A multiple of 1/128 of an earlier coordinate, between two halves of it and reaching neither. */
const share = (name: string, of: string, from: number, to: number, facts: Coordinate['facts']): Coordinate => {
  const at = (chosen: Point, k: number): Rational =>
    multiply(rational(64 * from + k * (to - from), 128), chosen.get(of) ?? one);
  return {
    names: [name],
    draw: ({ random }, chosen) => [at(chosen, 1 + random.below(63))],
    simple: (chosen) => [32, 16, 48].map((k) => [at(chosen, k)]),
    facts,
  };
};

const someGlass = frees('nS', 'K', 'D0');
/** Couplings of one sign, within their support. */
const withCoupling = (sign: 1 | -1) =>
  domain([
    ...someGlass,
    sign > 0
      ? share('D', 'D0', 0, 1, [less(num(0), D), less(D, div(D0, 2))])
      : share('D', 'D0', -2, 0, [less(D, num(0)), less(neg(D0), D)]),
  ]);
const signs = [1, -1] as const;

/** All partners at one angle, out to R, written as an integral over their couplings. */
const atOneAngle = (sign: 1 | -1): Part => {
  const couplingAt = (distance: Expr): Expr => div(mul(num(sign, 2), K, size), pow(distance, 3));
  const ends = [couplingAt(r0), couplingAt(outer)] as const;
  return {
    says: `partners at an angle with 1 - 3 cos^2 = ${sign > 0 ? 'a' : '-a'}, a > 0, have the density K a/(6 D^2) of couplings per solid angle and n_S, from ${sign > 0 ? 'those at R up to those at r0' : 'those at r0 up to those at R'}`,
    domain: domain([moderate('K'), moderate('a'), moderate('r0'), share('R', 'r0', 2, 8, [less(r0, outer)])]),
    relation: () => ({
      kind: 'equal',
      left: integral(r, [[r0, outer]], mul<string, Binders>(pow(r, 2), apply(f1, couplingAt(r)))),
      right: integral(
        D,
        [sign > 0 ? [ends[1], ends[0]] : ends],
        mul<string, Binders>(div(mul(K, size), mul(6, pow(D, 2))), apply(f1, D)),
      ),
    }),
  };
};

/** The |cosine| at which the partners at r0 have the coupling D: those with greater couplings are on one side of it. */
const limitingCosine = sqrt(div(sub(1, div(mul(2, D), D0)), 3));

/** K a/(6 D^2) over the directions in which |D| is reached outside r0. */
const overDirections = (sign: 1 | -1): Part => {
  const [from, to] = sign > 0 ? [neg<string, Binders>(limitingCosine), limitingCosine] : [limitingCosine, num(1)];
  const perAngle = div(mul(num(sign), K, sub(1, mul(3, pow(cosine, 2)))), mul(6, pow(D, 2)));
  return {
    says:
      sign > 0
        ? 'for D > 0 the density is that of all directions with 3 cos^2 <= 1 - 2 x'
        : 'for D < 0 the density is that of all directions with 3 cos^2 >= 1 - 2 x, and the same formula',
    domain: withCoupling(sign),
    relation: () => ({
      kind: 'equal',
      // A cosine and its opposite have the same coupling.
      left: mul<string, Binders>(sign > 0 ? 2 : 4, pi, nS, integral(cosine, [[from, to]], perAngle)),
      right: density,
    }),
  };
};

/** The coupling of a pair beyond r0 lies within the support. */
const ofPair = div(mul(K, sub(1, mul(3, pow(call('cos', theta), 2)))), mul(2, pow(r, 3)));
const largest = div(K, pow(r0, 3));
const anyPair = domain([...frees('K', 'r0'), atLeast('r', 'r0'), real('theta')]);

/** The Lorentzian of (32), and its width for positions uniform outside r0, as defined before (A.8). */
const lorentzian = div(DD, mul(pi, add(pow(D, 2), pow(DD, 2))));
const width = mul(num(2, 15), pow(pi, 2), nS, K);
const wingRatio = div(10, mul(3, sqrt(num(3))));
const positiveCoupling = frees('nS', 'K', 'D0', 'D');

/** The integral of D^n times the density over all couplings. */
const moment = (n: number): Expr => integral(D, [[neg(D0), div(D0, 2)]], mul<string, Binders>(pow(D, n - 2), weighted));
const secondMoment = mul(num(4, 15), pi, nS, K, D0);

/** What makes the density, and what follows from it, each with a proof of its own. */
export const densityParts: readonly Part[] = [
  ...signs.map(atOneAngle),
  {
    says: 'at 3 cos^2 = 1 - 2 x the partners at r0 have the coupling D = x D0',
    domain: withCoupling(1),
    relation: () => ({
      kind: 'equal',
      left: mul(num(1, 2), D0, sub(1, mul(3, pow(limitingCosine, 2)))),
      right: D,
    }),
  },
  ...signs.map(overDirections),
  {
    says: 'no coupling beyond r0 is greater than D0/2',
    domain: anyPair,
    relation: () => ({ kind: 'ordered', left: ofPair, is: '<=', right: mul(num(1, 2), largest) }),
  },
  {
    says: 'no coupling beyond r0 is less than -D0',
    domain: anyPair,
    relation: () => ({ kind: 'ordered', left: neg(largest), is: '<=', right: ofPair }),
  },
  {
    says: 'of the couplings of equal size more are negative than positive',
    domain: withCoupling(1),
    relation: () => ({
      kind: 'ordered',
      left: density,
      is: '<',
      right: substitute(density, { D: neg<string, Binders>(D) }),
    }),
  },
  {
    says: 'for |D| << D0 the density is 4 pi n_S K/(9 sqrt(3) D^2)',
    domain: domain(positiveCoupling),
    relation: () => ({
      kind: 'approaches',
      left: div(wing, pow(D, 2)),
      right: density,
      small: { symbol: D.symbol, scale: D0 },
    }),
  },
  {
    says: 'that is 10/(3 sqrt(3)) = 1.92 times Delta_D/(pi D^2), whatever n_S',
    domain: domain(positiveCoupling),
    relation: () => ({
      kind: 'equal',
      left: div(wing, pow(D, 2)),
      right: mul(wingRatio, div(width, mul(pi, pow(D, 2)))),
    }),
  },
  {
    says: 'Delta_D/(pi D^2) is what the Lorentzian gives for |D| >> Delta_D',
    domain: domain(frees('DD', 'D')),
    relation: () => ({
      kind: 'approaches',
      left: div(DD, mul(pi, pow(D, 2))),
      right: lorentzian,
      small: { symbol: DD.symbol, scale: D },
    }),
  },
  {
    says: 'M_2 is 4 pi n_S K D0/15 for every n_S and D0',
    domain: domain(someGlass),
    relation: () => ({ kind: 'equal', left: moment(2), right: secondMoment }),
  },
  {
    says: 'M_4 is M_2 D0^2/7 for every n_S and D0',
    domain: domain(someGlass),
    relation: () => ({ kind: 'equal', left: moment(4), right: mul(num(1, 7), pow(D0, 2), secondMoment) }),
  },
];
