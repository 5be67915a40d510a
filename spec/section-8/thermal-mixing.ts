import { div, type Expr, integral, mul, num, pow, sqrt } from '../../src/formula/expression.ts';
import { instantiate, replace, substitute } from '../../src/formula/substitute.ts';
import { DD, Delta, omega0I } from '../../src/formula/symbols.ts';
import { claim } from '../claim.ts';
import { circleWithCutOff } from '../domains.ts';
import { type Binders, bothSigns, overLine, populations, radicand } from '../section-4/notation.ts';
import { widthToZero } from '../section-6/notation.ts';
import { integralOf, triples, weight } from './notation.ts';

/** The rate in units of that at Delta = 0: a constant factor of it has no say in what is stationary. */
const relative = (rate: Expr): Expr => div<string, Binders>(rate, substitute(rate, { Delta: num(0) }));

export const eq78 = claim({
  id: 'eq78',
  text: {
    status: 'reconstructed',
    readings: [{ says: 'the radicand of (99), and the populations of (77) (adopted)' }],
  },
  role: 'number',
  printed: {
    left: num(0),
    is: '=',
    right: integral(Delta, bothSigns, overLine(mul<string, Binders>(weight, populations))),
  },
  domain: triples,
  // The integral of (60) with the rate (43), DD^2 left out; per unit of the rate at Delta = 0, and of 1/omega0I.
  step: ({ eq43: rate, eq60: flow }) => {
    const withoutWidth = relative(replace(rate as Expr, pow(DD, 2), num(0)));
    const body = instantiate(integralOf(flow as Expr), { WSSI: { parameters: ['Delta'], body: withoutWidth } });
    return mul<string, Binders>(omega0I, body);
  },
  relate: (printed, derived) => ({ kind: 'integrands', left: derived as Expr, right: printed }),
  parts: [
    {
      says: 'its weight is that of (62) when the width goes to 0',
      domain: circleWithCutOff,
      relation: ({ eq43: rate }) => ({
        kind: 'approaches',
        left: mul<string, Binders>(div(radicand, omega0I), relative(rate as Expr)),
        right: sqrt(radicand),
        small: widthToZero,
      }),
    },
  ],
});
