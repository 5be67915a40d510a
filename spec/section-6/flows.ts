import type { Part } from '../../src/claim/claim.ts';
import { domain, below as fractionOf, oneOf, positive } from '../../src/claim/domain.ts';
import { onPositiveRange } from '../../src/formula/binders.ts';
import { angularFrequency, powerDimension, pureNumber } from '../../src/formula/dimension.ts';
import {
  apply,
  derivative,
  div,
  type Expr,
  integral,
  mul,
  neg,
  num,
  pi,
  sub,
  symbol,
} from '../../src/formula/expression.ts';
import { instantiate, replace } from '../../src/formula/substitute.ts';
import {
  A2,
  Delta,
  Delta0,
  dPI,
  gi,
  NI,
  NS,
  omega,
  omega0I,
  rhoIminus,
  rhoIplus,
  rhoSminus,
  rhoSplus,
  theta,
  WSS,
  WSSI,
  WZ,
} from '../../src/formula/symbols.ts';
import { rational } from '../../src/number/rational.ts';
import { overAngle, primitiveSS, primitiveZ } from '../circle.ts';
import { claim } from '../claim.ts';
import { circleWithCutOff, rateDomain, rateDomainInside } from '../domains.ts';
import { overLine } from '../section-4/notation.ts';
import { type Binders, bodySS, bodyZ, integralSS, integralZ, interactionShare, zeemanShare } from './notation.ts';

export const shapesAtResonance = mul(apply(gi, omega), apply(gi, sub(omega, omega0I)));

export const populationsAtResonance = sub(
  mul(apply(rhoSplus, omega, omega0I), rhoIplus),
  mul(apply(rhoSminus, omega, omega0I), rhoIminus),
);

export const dUZdt = symbol('dUZdt', '\\partial U_Z/\\partial t', powerDimension(angularFrequency, 2), 'real');

export const firstLine = mul<string, Binders>(
  -1,
  omega0I,
  NS,
  integral(
    Delta,
    [[Delta0, omega0I]],
    overLine(mul(shapesAtResonance, zeemanShare, apply(WSSI, Delta), populationsAtResonance)),
  ),
);

export const overResonance = overLine(mul(shapesAtResonance, populationsAtResonance));

/** A flow with line shape and populations taken at Delta = omega0I and its two ranges of Delta folded into one. */
export const frozen = (flow: Expr): Expr => {
  const still = instantiate(flow, {
    rhoSplus: { parameters: ['first', 'second'], body: apply(rhoSplus, omega, omega0I) },
    rhoSminus: { parameters: ['first', 'second'], body: apply(rhoSminus, omega, omega0I) },
  });
  return onPositiveRange(replace(still, apply(gi, sub(omega, Delta)), apply(gi, sub(omega, omega0I))));
};

export const withRate = (flow: Expr, rate: unknown): Expr =>
  instantiate(flow, { WSSI: { parameters: ['Delta'], body: rate as Expr } });

export const eq63 = claim({
  id: 'eq63',
  text: {
    status: 'reconstructed',
    readings: [{ says: 'limits, share and the factor -1/2 as (59), (64) and (65) ask for (adopted)' }],
  },
  role: 'flow',
  into: 'electrons',
  printed: { left: dUZdt, is: '\\approx', right: firstLine },
  formula: mul<string, Binders>(num(-1, 2), omega0I, NS, WZ, overResonance),
  domain: rateDomainInside,
  step: ({ eq59: flow, eq43: rate }) => withRate(frozen(flow as Expr), rate),
  // The first line is held against (59); the second names what (64) gives, and is what later claims use.
  relate: (printed, derived, { eq43: rate }) => ({
    kind: 'integrands',
    left: derived as Expr,
    right: withRate(printed, rate),
  }),
  undecided:
    'how good it is depends on how much line shape and populations vary over the Delta that contribute: a given line shape would decide it',
});

/** The primitive of an integrand over the angle: its derivative is the integrand, and it is 0 at 0. */
export const isPrimitive = (primitive: Expr, body: Expr): Part => ({
  says: 'written over theta with cos(theta) = Delta/omega0I its integral has a closed form for every width: the derivative of that form is the integrand',
  domain: domain([positive('omega0I'), positive('DD'), oneOf('unit', [rational(1)]), fractionOf('theta', 'unit')]),
  judges: 'form',
  relation: () => {
    const whole = overAngle(integral(Delta, [[Delta0, omega0I]], body));
    const integrand = whole.kind === 'integral' ? whole.body : whole;
    return { kind: 'equal', left: integrand, right: derivative(theta, primitive, theta) };
  },
});

export const eq64 = claim({
  id: 'eq64',
  text: { status: 'clean' },
  role: 'rate',
  editions: { glass: 'W_Z:glass' },
  printed: { left: WZ, is: '=', right: mul<string, Binders>(pi, A2, integralZ) },
  domain: circleWithCutOff,
  step: ({ eq43: rate }) =>
    mul<string, Binders>(2, integral(Delta, [[Delta0, omega0I]], mul(zeemanShare, rate as Expr))),
  relate: (printed, derived) => ({ kind: 'integrands', left: derived as Expr, right: printed }),
  quantity: 'W_Z as integral',
  parts: [isPrimitive(primitiveZ, bodyZ)],
});

export const eq65 = claim({
  id: 'eq65',
  text: { status: 'clean' },
  role: 'rate',
  printed: { left: dPI, is: '=', right: mul<string, Binders>(-1, div(NS, NI), WZ, overResonance) },
  domain: rateDomain,
  // What the electrons lose the nuclei gain, and P_I changes by -2/(N_I omega0I) of it, (50).
  step: ({ eq63: flow, eq50: energy }) =>
    mul<string, Binders>(div(symbol('PI', 'P_I', pureNumber), energy as Expr), -1, flow as Expr),
  relate: (printed, derived) => ({ kind: 'integrands', left: derived as Expr, right: printed }),
});

export const eq66 = claim({
  id: 'eq66',
  text: { status: 'clean' },
  role: 'rate',
  editions: { glass: 'W_SS:glass' },
  printed: { left: WSS, is: '=', right: mul<string, Binders>(pi, A2, integralSS) },
  domain: circleWithCutOff,
  step: ({ eq43: rate }) =>
    onPositiveRange(
      integral(
        Delta,
        [
          [neg(omega0I), neg(Delta0)],
          [Delta0, omega0I],
        ],
        mul(interactionShare, rate as Expr),
      ),
    ),
  relate: (printed, derived) => ({ kind: 'integrands', left: derived as Expr, right: printed }),
  quantity: 'W_SS as integral',
  parts: [isPrimitive(primitiveSS, bodySS)],
});
