import { overDelta } from '../../src/claim/delta.ts';
import { atLeast, domain, positive } from '../../src/claim/domain.ts';
import type { Computed, Relation } from '../../src/claim/relation.ts';
import {
  add,
  apply,
  cases,
  delta,
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
} from '../../src/formula/expression.ts';
import { instantiate, substitute } from '../../src/formula/substitute.ts';
import { A2, D, D0, DD, Delta, Delta0, dPI, NI, NS, omega0I, WSSI } from '../../src/formula/symbols.ts';
import { claim } from '../claim.ts';
import { circleWithCutOff, cutOffAbove, cutOffBelow, nothing, rateDomain } from '../domains.ts';
import { prefactorUnderIntegrals } from './distributions.ts';
import {
  type Binders,
  bothSigns,
  halves,
  hypotenuse,
  lineShapes,
  overLine,
  populations,
  probe,
  radicand,
  root,
  rootDomain,
  wide,
} from './notation.ts';
import { overWindow, twentieth, weightedInGlass, widthInGlass, window } from './random-glass.ts';

/** (pi/2)(A^2/omega0I^2) times the integral of D^2 g_D over the delta function: what (33) and (34) leave after D. */
export const rateWithoutRoots = (density: Expr, upTo: Expr, pieces: readonly (readonly [Expr, Expr])[]): Computed =>
  overDelta(
    integral(
      D,
      [[neg(upTo), upTo]],
      mul<string, Binders>(div(pi, 2), div(A2, pow(omega0I, 2)), density, pow(D, 2), delta(sub(omega0I, hypotenuse))),
    ),
    pieces,
  );

export const eq42 = claim({
  id: 'eq42',
  text: { status: 'clean' },
  role: 'rate',
  printed: {
    left: dPI,
    is: '=',
    right: mul<string, Binders>(
      -1,
      integral(Delta, bothSigns, overLine(mul(lineShapes, div(NS, NI), apply(WSSI, Delta), populations))),
    ),
  },
  domain: rateDomain,
  // Whatever multiplies (pi/2)(A^2/omega0I^2) D^2 delta(...) in (34) multiplies W_SSI, the integral of that over g_D.
  step: ({ eq34: rate }) => {
    const rest = div(
      instantiate(rate as Expr, { delta: { parameters: [], body: num(1) } }),
      mul(div(pi, 2), div(A2, pow(omega0I, 2)), pow(D, 2)),
    );
    return integral(Delta, bothSigns, overLine(mul<string, Binders>(lineShapes, apply(WSSI, Delta), rest)));
  },
  relate: (printed, derived) => ({ kind: 'integrands', left: derived as Expr, right: printed }),
  parts: [
    {
      says: 'couplings up to D0 leave the range |Delta| >= Delta0',
      domain: circleWithCutOff,
      relation: ({ s4d: lower }) => ({ kind: 'ordered', left: lower as Expr, is: '<=', right: Delta }),
    },
  ],
});

export const s4d = claim({
  id: 's4d',
  text: { status: 'clean' },
  role: 'symbol',
  printed: {
    left: Delta0,
    is: '=',
    right: cases({ left: D0, right: omega0I }, sqrt(sub(pow(omega0I, 2), pow(D0, 2))), 0),
  },
  domain: cutOffBelow,
  parts: [
    {
      says: 'at |Delta| = Delta0 the coupling that obeys (36) is D0',
      domain: cutOffBelow,
      relation: ({ eq36: matching, s4d: lower }) => ({
        kind: 'equal',
        left: omega0I,
        right: substitute(matching as Expr, { D: D0, Delta: lower as Expr }),
      }),
    },
    {
      says: 'for D0 >= omega0I all |Delta| from 0 on can obey it',
      domain: cutOffAbove,
      relation: ({ s4d: lower }) => ({ kind: 'equal', left: num(0), right: lower as Expr }),
    },
  ],
});

export const evenProbe = (at: Expr): Expr => apply(probe, pow(at, 2));

export const rootsOf = (range: readonly [Expr, Expr], pieces: readonly (readonly [Expr, Expr])[]): Computed =>
  overDelta(
    integral(D, [range], mul<string, Binders>(evenProbe(D), pow(D, 2), delta(sub(omega0I, hypotenuse)))),
    pieces,
  );

/** What one root gives by the slope (40): D^2 phi(D^2) omega0I/|D| at D = root. */
export const onePositiveRoot = mul<string, Binders>(evenProbe(root), root, omega0I);

export const s4b = claim({
  id: 's4b',
  text: {
    status: 'ambiguous',
    readings: [
      { says: 'compensated in the integral over Delta, which takes every |Delta| twice' },
      { says: 'compensated in the integral over D, which takes every |D| twice' },
    ],
  },
  role: 'sentence',
  domain: rootDomain,
  parts: [
    {
      says: 'for an even distribution of couplings, what is left at each Delta of either sign is the contribution of one root',
      domain: rootDomain,
      relation: () => ({
        kind: 'equal',
        left: rootsOf([neg(wide), wide], halves),
        right: rootsOf([num(0), wide], [halves[1]]),
      }),
      // With D in place of Delta the sentence still says that one of the two roots drops out.
      otherReadings: () => [
        { kind: 'equal', left: rootsOf([neg(wide), wide], halves), right: rootsOf([neg(wide), num(0)], [halves[0]]) },
      ],
    },
  ],
  instead: {
    says: 'Both roots count. (30) and (33) already run over both signs of Delta, because the sum over i and j takes every pair twice; the two signs of D are two further roots, and (31) takes g_D over both.',
    parts: [
      {
        says: 'for an even distribution of couplings the two roots give twice what one gives',
        domain: rootDomain,
        relation: () => ({
          kind: 'equal',
          left: rootsOf([neg(wide), wide], halves),
          right: add<string, Binders>(onePositiveRoot, onePositiveRoot),
        }),
      },
    ],
  },
});

/** What (34) adds up to over the pairs of a glass, against something that is said of it. */
const inRandomGlass = (pairs: Expr, right: Expr): Relation => ({
  kind: 'measured',
  experiment: 'random glass',
  result: 'window',
  times: prefactorUnderIntegrals(pairs),
  right,
  tells: twentieth,
});
/**
 * W_SSI as a multiple of A^2 (|D|/omega0I) g_D(|D|), |D| that of the root at Delta = 3 omega0I/5, over omega0I^2: summed
 * over the Delta of a flat line and integrated over omega0I it leaves that multiple of D^2 g_D in the (Delta, |D|) plane.
 */
const perRoot = (rate: Expr, density: Expr): Expr =>
  substitute(
    div<string, Binders>(
      rate,
      mul<string, Binders>(
        A2,
        pow(omega0I, 2),
        div(sqrt(radicand), omega0I),
        substitute(density, { D: sqrt(radicand) }),
      ),
    ),
    { DD: widthInGlass, Delta: mul(num(3, 5), omega0I) },
  );

export const eq43 = claim({
  id: 'eq43',
  text: { status: 'clean' },
  role: 'rate',
  editions: { glass: 'W_SSI:glass' },
  printed: {
    left: apply(WSSI, Delta),
    is: '=',
    right: mul(div(pi, 2), A2, div(sqrt(radicand), omega0I), div(DD, mul(pi, add(radicand, pow(DD, 2))))),
  },
  domain: circleWithCutOff,
  step: ({ eq32: density }) =>
    rateWithoutRoots(density as Expr, D0, [
      [neg(D0), num(0)],
      [num(0), D0],
    ]),
  quantity: 'W_SSI',
  parts: [
    {
      says: 'its first form, with g_D left open, is its second with (32)',
      domain: circleWithCutOff,
      relation: ({ eq32: density, eq43: printed }) => ({
        kind: 'equal',
        left: printed as Expr,
        right: mul(div(pi, 2), A2, div(sqrt(radicand), omega0I), substitute(density as Expr, { D: sqrt(radicand) })),
      }),
      judges: 'form',
    },
    {
      says: 'the pairs of random glasses, for a flat line, against (42) with it, its Lorentzian replaced by the even part of the density of their couplings',
      domain: window,
      judges: 'prefactor',
      relation: ({ eq32: density, eq34: pairs, eq42: rate, eq43: printed }) =>
        inRandomGlass(
          pairs as Expr,
          mul<string, Binders>(
            prefactorUnderIntegrals(rate as Expr),
            perRoot(printed as Expr, density as Expr),
            num(1, 2),
            overWindow(weightedInGlass),
          ),
        ),
    },
  ],
  instead: {
    says: 'both roots of the delta function count',
    parts: [
      {
        says: 'the pairs of random glasses, for a flat line, against (42) with both roots and the density of their couplings',
        domain: window,
        relation: ({ eq32: density, eq34: pairs, eq42: rate, eq43: printed }) =>
          inRandomGlass(
            pairs as Expr,
            mul<string, Binders>(
              prefactorUnderIntegrals(rate as Expr),
              perRoot(printed as Expr, density as Expr),
              overWindow(weightedInGlass),
            ),
          ),
      },
    ],
  },
});

export const eq44 = claim({
  id: 'eq44',
  text: { status: 'clean' },
  role: 'rate',
  editions: { glass: 'W_SSI at Delta = 0:glass' },
  printed: { left: apply(WSSI, num(0)), is: '\\to', right: mul(num(1, 2), div(mul(A2, DD), pow(omega0I, 2))) },
  domain: domain([positive('omega0I'), positive('A2'), positive('DD'), atLeast('D0', 'omega0I')]),
  small: { symbol: DD.symbol, scale: omega0I },
  step: ({ eq43: rate }) => substitute(rate as Expr, { Delta: num(0) }),
  quantity: 'W_SSI at Delta = 0',
});

export const s4f = claim({
  id: 's4f',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  undecided: 'the source of the rate it is compared with is not at hand',
});
