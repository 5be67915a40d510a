import type { Part } from '../../src/claim/claim.ts';
import { domain, below as fractionOf, positive } from '../../src/claim/domain.ts';
import { underBinders } from '../../src/formula/binders.ts';
import { angularFrequency } from '../../src/formula/dimension.ts';
import { add, call, div, type Expr, mul, num, pow, sqrt, sub, symbol } from '../../src/formula/expression.ts';
import { substitute } from '../../src/formula/substitute.ts';
import { omega0I } from '../../src/formula/symbols.ts';
import { above, below } from '../circle.ts';
import { claim } from '../claim.ts';
import { cutOffAbove, nothing } from '../domains.ts';
import { at, executed, widthToZero } from './notation.ts';

export const tenfold = symbol('tenfold', '\\omega_{0I}/10', angularFrequency);

export const coupling = symbol('coupling', 'D', angularFrequency);

/** A pair on the circle with a coupling of at most omega0I/10. */
export const weaklyCoupled = {
  Delta: sqrt(sub(pow(mul(10, tenfold), 2), pow(coupling, 2))),
  omega0I: mul(10, tenfold),
};

export const slow: Part = {
  says: 'for D0 at most a tenth of omega0I every pair gives much more to the cross effect than to thermal mixing, so that W^SS is much smaller than W^Z',
  domain: domain([positive('tenfold'), positive('DD'), positive('A2'), fractionOf('coupling', 'tenfold', 'closed')]),
  // The integrands are compared at each Delta, which bounds the integrals for every D0 up to omega0I/10.
  relation: ({ eq64: z, eq66: ss }) => ({
    kind: 'muchSmaller',
    left: substitute(underBinders(ss as Expr).integrand, weaklyCoupled),
    right: substitute(underBinders(z as Expr).integrand, weaklyCoupled),
  }),
};

/** Both rates in the figure: DD = omega0I/100, D0 = omega0I. */
export const equalInFigure: Part = {
  says: 'for D0 >= omega0I the two curves lie within 5 % of each other',
  domain: nothing,
  relation: ({ eq64: z, eq66: ss }) => ({
    kind: 'ordered',
    left: at(call('abs', sub(div(executed(ss, above), executed(z, above)), 1)), {}),
    is: '<=',
    right: num(1, 20),
  }),
};

export const upperHalf = domain([
  positive('omega0I'),
  positive('DD'),
  positive('A2'),
  fractionOf('part', 'omega0I', 'closed'),
]);

export const halfToOne = { D0: mul(num(1, 2), add(omega0I, symbol('part', 'p', angularFrequency))) };

export const becomesSmaller: Part = {
  says: 'for D0 between omega0I/2 and omega0I, W^Z is below (70), at every width',
  domain: upperHalf,
  relation: ({ eq64: z, eq70: limit }) => ({
    kind: 'ordered',
    left: substitute(executed(z, below), halfToOne),
    is: '<',
    right: substitute(limit as Expr, halfToOne),
  }),
};

export const fig3 = claim({
  id: 'fig3',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  parts: [slow, equalInFigure, becomesSmaller],
});

export const s6d = claim({
  id: 's6d',
  text: { status: 'clean' },
  role: 'sentence',
  domain: slow.domain,
  parts: [slow],
});

export const s6e = claim({
  id: 's6e',
  text: { status: 'clean' },
  role: 'sentence',
  domain: cutOffAbove,
  condition:
    'g_D is the cut-off Lorentzian (32), and width/omega_0I goes to 0; at a finite width W^SS is larger, to leading order by the fraction 2 width/omega_0I',
  parts: [
    {
      says: 'W^SS/W^Z goes to 1 with the width',
      domain: cutOffAbove,
      relation: ({ eq64: z, eq66: ss }) => ({
        kind: 'approaches',
        left: executed(z, above),
        right: executed(ss, above),
        small: widthToZero,
      }),
    },
    {
      says: 'W^SS = W^Z at a finite width',
      domain: cutOffAbove,
      judges: 'outside',
      relation: ({ eq64: z, eq66: ss }) => ({ kind: 'equal', left: executed(z, above), right: executed(ss, above) }),
    },
  ],
});

export const s6h = claim({
  id: 's6h',
  text: { status: 'clean' },
  role: 'sentence',
  domain: cutOffAbove,
  parts: [
    {
      says: 'the mean of the thermal-mixing factor over the range of Delta, W^SS/(2 omega0I), is below the rate (44) of Delta = 0 alone, at every width',
      domain: cutOffAbove,
      relation: ({ eq66: ss, eq44: rate }) => ({
        kind: 'ordered',
        left: div(executed(ss, above), mul(2, omega0I)),
        is: '<',
        right: rate as Expr,
      }),
    },
  ],
});
