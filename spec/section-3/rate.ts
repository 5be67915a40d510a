import { underBinders } from '../../src/formula/binders.ts';
import {
  add,
  apply,
  call,
  delta,
  div,
  type Expr,
  mul,
  pairSum,
  pi,
  pow,
  sqrt,
  sub,
} from '../../src/formula/expression.ts';
import { instantiate, substitute } from '../../src/formula/substitute.ts';
import {
  A2,
  couplingOf,
  D,
  dPI,
  i,
  j,
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
import { claim } from '../claim.ts';
import { rateDomain } from '../domains.ts';

const populations = sub(mul(apply(rhoPlusOf, i, j), rhoIplus), mul(apply(rhoMinusOf, i, j), rhoIminus));
const splitting = sub(apply(omegaOf, i), apply(omegaOf, j));
const coupling = apply(couplingOf, l, m);

export const eq27 = claim({
  id: 'eq27',
  text: { status: 'clean' },
  role: 'rate',
  printed: {
    left: dPI,
    is: '=',
    right: mul<string, 'scalar' | 'binder'>(
      mul(-1, div(pi, 2), div(1, mul(NI, pow(NS, 2))), div(A2, pow(omega0I, 2))),
      pairSum(
        i,
        j,
        NS,
        pairSum(
          l,
          m,
          NS,
          mul<string, 'scalar' | 'binder'>(
            pow(coupling, 2),
            populations,
            delta(sub(omega0I, sqrt(add(pow(splitting, 2), pow(coupling, 2))))),
          ),
        ),
      ),
    ),
  },
  domain: rateDomain,
  undecided:
    'its prefactor is that of eq26, which is not entered yet; exact time evolution of an ensemble of three spins would decide it',
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
