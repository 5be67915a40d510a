import { angularFrequency, powerDimension } from '../src/formula/dimension.ts';
import { apply, div, type Expr, integral, mul, neg, num, pow, symbol } from '../src/formula/expression.ts';
import { Delta, dUI, NI, NS, omega0I, PI, WSSI } from '../src/formula/symbols.ts';
import { claim } from './claim.ts';
import { rateDomain } from './domains.ts';
import { bothSigns, lineShapes, overLine, populations, radicand } from './section-4/notation.ts';

type Binders = 'scalar' | 'binder';
const energyRate = powerDimension(angularFrequency, 2);
const UI = symbol('UI', 'U_I', angularFrequency, 'real');
const dUIdt = symbol('dUIdt', '\\partial U_I/\\partial t', energyRate, 'real');
const dUZdt = symbol('dUZdt', '\\partial U_Z/\\partial t', energyRate, 'real');
const dUSSdt = symbol('dUSSdt', '\\partial U_{SS}/\\partial t', energyRate, 'real');

const exactDynamics = 'exact time evolution of two electrons and a nucleus would decide it';

export const eq50 = claim({
  id: 'eq50',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: UI, is: '=', right: mul(num(-1, 2), NI, omega0I, PI) },
  domain: rateDomain,
  undecided: 'the Hamiltonian and the polarization that it follows from are not entered yet',
});

/** The integrand over Delta of (51), and of (59) and (60) up to their shares. */
const nuclearFlow = mul<string, Binders>(num(1, 2), omega0I, NS);
const inner = (share: Expr = num(1)): Expr =>
  overLine(mul<string, Binders>(lineShapes, share, apply(WSSI, Delta), populations));

export const eq51 = claim({
  id: 'eq51',
  text: { status: 'clean' },
  role: 'flow',
  printed: { left: dUIdt, is: '=', right: mul<string, Binders>(nuclearFlow, integral(Delta, bothSigns, inner())) },
  domain: rateDomain,
  // The energy follows the polarization as in (50).
  step: ({ eq42: rate, eq50: energy }) => mul<string, Binders>(div<string, Binders>(energy as Expr, PI), rate as Expr),
  relate: (printed, derived) => ({ kind: 'integrands', left: derived as Expr, right: printed }),
});

export const eq54 = claim({
  id: 'eq54',
  text: { status: 'clean' },
  role: 'flow',
  printed: { left: apply(dUI, Delta), is: '=', right: mul<string, Binders>(nuclearFlow, inner()) },
  domain: rateDomain,
  // (52) names the integrand of (51) over Delta.
  step: ({ eq51: flow }) => flow as Expr,
  relate: (printed, derived) => ({
    kind: 'integrands',
    left: derived as Expr,
    right: integral(Delta, bothSigns, printed),
  }),
});

const zeemanShare = div(pow(Delta, 2), pow(omega0I, 2));
const interactionShare = div(radicand, pow(omega0I, 2));

export const eq57 = claim({
  id: 'eq57',
  text: { status: 'clean' },
  role: 'flow',
  printed: { is: '=', right: mul(-1, zeemanShare, apply(dUI, Delta)) },
  domain: rateDomain,
  undecided: `the share of the Zeeman energy, eq48, is not entered yet; ${exactDynamics}`,
});

export const eq58 = claim({
  id: 'eq58',
  text: { status: 'reconstructed', readings: [{ says: 'the sign in front is a minus (adopted)' }] },
  role: 'flow',
  printed: { is: '=', right: mul(-1, interactionShare, apply(dUI, Delta)) },
  domain: rateDomain,
  undecided: `the share of the interaction energy, eq49, is not entered yet; ${exactDynamics}`,
});

/** A share of the flow (54), integrated over Delta. */
const integrated = (share: Expr, flow: Expr): Expr =>
  neg(integral(Delta, bothSigns, mul<string, Binders>(share, flow)));

export const eq59 = claim({
  id: 'eq59',
  text: { status: 'clean' },
  role: 'flow',
  printed: {
    left: dUZdt,
    is: '=',
    right: mul<string, Binders>(-1, nuclearFlow, integral(Delta, bothSigns, inner(zeemanShare))),
  },
  domain: rateDomain,
  step: ({ eq54: flow }) => integrated(zeemanShare, flow as Expr),
  relate: (printed, derived) => ({ kind: 'integrands', left: derived as Expr, right: printed }),
});

export const eq60 = claim({
  id: 'eq60',
  text: {
    status: 'reconstructed',
    readings: [{ says: 'the signs of (59), and a product before the share (adopted)' }],
  },
  role: 'flow',
  printed: {
    left: dUSSdt,
    is: '=',
    right: mul<string, Binders>(-1, nuclearFlow, integral(Delta, bothSigns, inner(interactionShare))),
  },
  domain: rateDomain,
  step: ({ eq54: flow }) => integrated(interactionShare, flow as Expr),
  relate: (printed, derived) => ({ kind: 'integrands', left: derived as Expr, right: printed }),
});
