import type { Part } from '../../src/claim/claim.ts';
import { domain, below as fractionOf, positive } from '../../src/claim/domain.ts';
import { quotedInput } from '../../src/claim/quote.ts';
import { pureNumber } from '../../src/formula/dimension.ts';
import { apply, div, type Expr, integral, mul, num, pi, pow, sqrt, symbol } from '../../src/formula/expression.ts';
import { substitute } from '../../src/formula/substitute.ts';
import { A2, Delta, omega0I, WSSI } from '../../src/formula/symbols.ts';
import { overAngle, rightAngle } from '../circle.ts';
import { claim } from '../claim.ts';
import { circleWithCutOff, nothing } from '../domains.ts';
import { gammaOfCarbon13, glassWidth, physicalInputs } from '../physical.ts';
import { radicand } from '../section-4/notation.ts';
import { at, frequencyRatio, inFigure, interactionShare, lorentzianAtRoot, zeemanShare } from './notation.ts';

export const eq61 = claim({
  id: 'eq61',
  text: { status: 'clean' },
  role: 'rate',
  editions: { glass: 'cross-effect factor:glass' },
  printed: {
    left: mul(zeemanShare, apply(WSSI, Delta)),
    is: '=',
    right: mul(div(pi, 2), A2, zeemanShare, frequencyRatio, lorentzianAtRoot),
  },
  domain: circleWithCutOff,
  step: ({ eq43 }) => mul(zeemanShare, eq43 as Expr),
  quantity: 'cross-effect factor',
});

export const eq62 = claim({
  id: 'eq62',
  text: { status: 'clean' },
  role: 'rate',
  editions: { glass: 'thermal-mixing factor:glass' },
  printed: {
    left: mul(interactionShare, apply(WSSI, Delta)),
    is: '=',
    right: mul(div(pi, 2), A2, div(pow(radicand, 3, 2), pow(omega0I, 3)), lorentzianAtRoot),
  },
  domain: circleWithCutOff,
  step: ({ eq43 }) => mul(interactionShare, eq43 as Expr),
  quantity: 'thermal-mixing factor',
});

/** The circle at which the factor (61) is largest for small widths: Delta = sqrt(1 - DD^2). */
export const peak = sqrt(num(9999, 10000));

export const peaked: Part = {
  says: 'the factor (61) at |Delta| = 0.9 omega0I is much smaller than at its peak next to omega0I, for the width of the figure',
  domain: nothing,
  relation: ({ eq61: factor }) => ({
    kind: 'muchSmaller',
    left: at(factor as Expr, { Delta: num(9, 10) }),
    right: at(factor as Expr, { Delta: peak }),
  }),
};

export const inside = domain([positive('omega0I'), positive('DD'), positive('A2'), fractionOf('Delta', 'omega0I')]);

export const allContribute: Part = {
  says: 'the factor (62) is positive for every pair that conserves energy with a coupling other than 0',
  domain: inside,
  relation: ({ eq62: factor }) => ({ kind: 'ordered', left: num(0), is: '<', right: factor as Expr }),
};

export const fig2 = claim({
  id: 'fig2',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  parts: [peaked, allContribute],
});

/** The value of the width over omega0I that a sample has. */
export const s6a = claim({
  id: 's6a',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  parts: [
    {
      says: 'width/omega0I for carbon-13 at 5 T and 2.5e19 per cm3, g = 2',
      domain: nothing,
      relation: (premises) => ({
        kind: 'quoted',
        value: div(glassWidth(premises), mul(gammaOfCarbon13, symbol('B', 'B', pureNumber))),
        inputs: { ...physicalInputs, B: quotedInput('5'), nS: quotedInput('2.5e25') },
        quote: { text: '1e-2' },
      }),
    },
  ],
});

/** Integral of the printed factor (61) over a part of the angles, by cos(theta) = Delta/omega0I, for the figure. */
export const crossEffectFrom = (factor: Expr, lower: Expr, upper: Expr): Expr =>
  substitute(overAngle(integral(Delta, [[lower, upper]], factor), rightAngle), inFigure);

export const s6b = claim({
  id: 's6b',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  parts: [
    peaked,
    {
      says: 'for D0 >= omega0I the pairs with |Delta| below 0.9 omega0I contribute much less to the cross effect than those above',
      domain: nothing,
      relation: ({ eq61: factor }) => ({
        kind: 'muchSmaller',
        left: crossEffectFrom(factor as Expr, num(0), mul(num(9, 10), omega0I)),
        right: crossEffectFrom(factor as Expr, mul(num(9, 10), omega0I), omega0I),
      }),
    },
  ],
});

export const s6c = claim({
  id: 's6c',
  text: { status: 'clean' },
  role: 'sentence',
  domain: inside,
  parts: [allContribute],
});
