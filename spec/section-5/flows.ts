import { underBinders } from '../../src/formula/binders.ts';
import { angularFrequency, powerDimension, pureNumber } from '../../src/formula/dimension.ts';
import {
  add,
  apply,
  cases,
  div,
  type Expr,
  integral,
  mul,
  neg,
  num,
  pow,
  sub,
  symbol,
} from '../../src/formula/expression.ts';
import { instantiate, key, substitute } from '../../src/formula/substitute.ts';
import { Delta, dUI, NS, omega, omega0I, PI, WSSI } from '../../src/formula/symbols.ts';
import { claim } from '../claim.ts';
import { rateDomain } from '../domains.ts';
import { bothSigns, lineShapes, overLine, populations, radicand } from '../section-4/notation.ts';

type Binders = 'scalar' | 'binder';
const energyRate = powerDimension(angularFrequency, 2);
const dUIdt = symbol('dUIdt', '\\partial U_I/\\partial t', energyRate, 'real');
const dUZdt = symbol('dUZdt', '\\partial U_Z/\\partial t', energyRate, 'real');
const dUSSdt = symbol('dUSSdt', '\\partial U_{SS}/\\partial t', energyRate, 'real');

/** The integrand over Delta of (51), and of (59) and (60) up to their shares. */
const nuclearFlow = mul<string, Binders>(num(1, 2), omega0I, NS);
const inner = (share: Expr = num(1)): Expr =>
  overLine(mul<string, Binders>(lineShapes, share, apply(WSSI, Delta), populations));

export const eq51 = claim({
  id: 'eq51',
  text: { status: 'clean' },
  role: 'flow',
  into: 'nuclei',
  printed: { left: dUIdt, is: '=', right: mul<string, Binders>(nuclearFlow, integral(Delta, bothSigns, inner())) },
  domain: rateDomain,
  // The energy follows the polarization as in (50).
  step: ({ eq42: rate, eq50: energy }) => mul<string, Binders>(div<string, Binders>(energy as Expr, PI), rate as Expr),
  relate: (printed, derived) => ({ kind: 'integrands', left: derived as Expr, right: printed }),
});

export const eq52 = claim({
  id: 'eq52',
  text: { status: 'clean' },
  role: 'flow',
  printed: { left: dUIdt, is: '=', right: integral(Delta, bothSigns, apply(dUI, Delta)) },
  domain: rateDomain,
});

const dDelta = symbol('dDelta', 'd\\Delta', angularFrequency);

export const eq53 = claim({
  id: 'eq53',
  text: { status: 'clean' },
  role: 'number',
  printed: { is: '=', right: mul<string, Binders>(apply(dUI, Delta), dDelta) },
  domain: rateDomain,
});

export const eq54 = claim({
  id: 'eq54',
  text: { status: 'clean' },
  role: 'flow',
  into: 'nuclei',
  printed: { left: apply(dUI, Delta), is: '=', right: mul<string, Binders>(nuclearFlow, inner()) },
  domain: rateDomain,
  step: ({ eq51: flow }) => flow as Expr,
  // (52) names the integrand of (51) over Delta.
  relate: (printed, derived, { eq52: decomposition }) => ({
    kind: 'integrands',
    left: derived as Expr,
    right: instantiate(decomposition as Expr, { dUI: { parameters: ['Delta'], body: printed } }),
  }),
});

const zeemanShare = div(pow(Delta, 2), pow(omega0I, 2));
const interactionShare = div(radicand, pow(omega0I, 2));

/** A share of the flow to one nucleus as that of all pairs at Delta. */
const ofPairsAt = (share: unknown): Expr =>
  substitute(
    // The first electron of a pair at Delta has the splitting omega, the second omega - Delta.
    instantiate(share as Expr, {
      omegaOf: {
        parameters: ['of'],
        body: cases({ left: symbol('of', 'of', pureNumber), right: num(3, 2) }, omega, sub(omega, Delta)),
      },
    }),
    { i: num(1), j: num(2), dUIk: apply(dUI, Delta) },
  );

export const eq57 = claim({
  id: 'eq57',
  text: { status: 'clean' },
  role: 'flow',
  printed: { is: '=', right: mul(-1, zeemanShare, apply(dUI, Delta)) },
  domain: rateDomain,
  step: ({ eq48: share }) => ofPairsAt(share),
});

export const eq58 = claim({
  id: 'eq58',
  text: { status: 'reconstructed', readings: [{ says: 'the sign in front is a minus (adopted)' }] },
  role: 'flow',
  printed: { is: '=', right: mul(-1, interactionShare, apply(dUI, Delta)) },
  domain: rateDomain,
  step: ({ eq49: share }) => ofPairsAt(share),
});

/** The flow of the pairs at Delta, with (54), integrated over Delta. */
const integrated = (ofPairs: unknown, flow: unknown): Expr =>
  integral(Delta, bothSigns, instantiate(ofPairs as Expr, { dUI: { parameters: ['Delta'], body: flow as Expr } }));

export const eq59 = claim({
  id: 'eq59',
  text: { status: 'clean' },
  role: 'flow',
  into: 'electrons',
  printed: {
    left: dUZdt,
    is: '=',
    right: mul<string, Binders>(-1, nuclearFlow, integral(Delta, bothSigns, inner(zeemanShare))),
  },
  domain: rateDomain,
  step: ({ eq54: flow, eq57: ofPairs }) => integrated(ofPairs, flow),
  relate: (printed, derived) => ({ kind: 'integrands', left: derived as Expr, right: printed }),
});

export const eq60 = claim({
  id: 'eq60',
  text: {
    status: 'reconstructed',
    readings: [{ says: 'the signs of (59), and a product before the share (adopted)' }],
  },
  role: 'flow',
  into: 'electrons',
  printed: {
    left: dUSSdt,
    is: '=',
    right: mul<string, Binders>(-1, nuclearFlow, integral(Delta, bothSigns, inner(interactionShare))),
  },
  domain: rateDomain,
  step: ({ eq54: flow, eq58: ofPairs }) => integrated(ofPairs, flow),
  relate: (printed, derived) => ({ kind: 'integrands', left: derived as Expr, right: printed }),
});

const rangesOf = (flow: Expr): string =>
  JSON.stringify(underBinders(flow).binders.map(({ variables, limits }) => [...variables, ...limits.map(key)]));

/** The sum of flows as one integral over Delta and omega. */
const joined = (flows: readonly Expr[]): Expr => {
  const whole = rangesOf(integral(Delta, bothSigns, overLine(num(1))));
  if (flows.some((flow) => rangesOf(flow) !== whole)) throw new RangeError('expected flows over the same ranges');
  return integral(
    Delta,
    bothSigns,
    overLine(add<string, Binders>(...flows.map((flow) => underBinders(flow).integrand))),
  );
};

export const s5a = claim({
  id: 's5a',
  text: { status: 'clean' },
  role: 'sentence',
  domain: rateDomain,
  parts: [
    {
      says: 'what the nuclei gain is what the two electron reservoirs lose, at every Delta and omega',
      domain: rateDomain,
      relation: ({ eq51: nuclear, eq59: zeeman, eq60: interaction }) => ({
        kind: 'integrands',
        left: joined([neg<string, Binders>(nuclear as Expr)]),
        right: joined([zeeman as Expr, interaction as Expr]),
      }),
    },
  ],
});
