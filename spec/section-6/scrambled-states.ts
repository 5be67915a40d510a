import { overDelta } from '../../src/claim/delta.ts';
import { domain } from '../../src/claim/domain.ts';
import type { Computed } from '../../src/claim/relation.ts';
import { underBinders } from '../../src/formula/binders.ts';
import { angularFrequency, powerDimension, pureNumber } from '../../src/formula/dimension.ts';
import {
  apply,
  call,
  delta,
  div,
  type Expr,
  integral,
  mul,
  neg,
  num,
  pi,
  pow,
  sub,
  type Unknown,
} from '../../src/formula/expression.ts';
import { instantiate, substitute } from '../../src/formula/substitute.ts';
import { D0, DD, Delta, NS, omega0I } from '../../src/formula/symbols.ts';
import { claim } from '../claim.ts';
import { frees, rateDomain } from '../domains.ts';
import type { Binders } from './notation.ts';

export const balance: Unknown = {
  name: 'balance',
  tex: 'B',
  dimension: pureNumber,
  parameters: [powerDimension(angularFrequency, 2)],
  sign: 'real',
};

/** The integral over omega at Delta: the same at -Delta, since that is the same pair with its electrons exchanged. */
export const evenBalance = (of: Expr): Expr => apply(balance, pow(of, 2));

/** What multiplies line shapes and populations in a rate equation. */
export const coefficient = (equation: unknown): Expr =>
  instantiate(
    substitute(underBinders(equation as Expr).integrand, { rhoIplus: num(1), rhoIminus: num(0) }),
    Object.fromEntries(
      ['rhoPlusOf', 'rhoMinusOf', 'rhoSplus', 'rhoSminus', 'gi', 'delta'].map((name) => [
        name,
        { parameters: [], body: num(1) },
      ]),
    ),
  );

/** The integral over Delta of what stands beside the delta function of (29), for a pair far from the ends of the line. */
export const overResonances = (factors: Expr): Computed => {
  const wide = mul(4, omega0I);
  const low = div(omega0I, 8);
  const body = mul<string, Binders>(factors, delta(sub(omega0I, call('abs', Delta))));
  return overDelta(integral(Delta, [[neg(wide), wide]], body), [
    [neg(wide), neg(low)],
    [low, wide],
  ]);
};

export const s6f = claim({
  id: 's6f',
  instead: { says: 'it is exactly that rate once both roots count in (43), and so in (70)' },
  text: { status: 'clean' },
  role: 'sentence',
  domain: rateDomain,
  parts: [
    {
      says: '(65) with (70) is (29), the scrambled states approach according to s3f, with its sums written as integrals by (30), for populations that do not change when the two electrons are exchanged',
      domain: domain(frees('omega0I', 'A2', 'M2', 'NS', 'NI', 'D0', 'DD')),
      relation: ({ eq29: scrambled, eq65: rate, eq70: limit }) => {
        const factors = mul<string, Binders>(evenBalance(Delta), pow(NS, 2), coefficient(scrambled));
        const moment = { M2: mul(div(2, pi), D0, DD) };
        return {
          kind: 'equal',
          left: overResonances(substitute(factors, moment)),
          right: mul<string, Binders>(substitute(coefficient(rate), { WZ: limit as Expr }), evenBalance(omega0I)),
        };
      },
    },
  ],
});
