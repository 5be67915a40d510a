import type { Hypothesis } from '../claim/domain.ts';
import { add, apply, call, div, type Expr, mul, num, pow, sub } from '../formula/expression.ts';
import { substitute } from '../formula/substitute.ts';
import { D0, DD, Delta, Delta0, omega0I, WSS, WSSI, WZ } from '../formula/symbols.ts';
import { quantity, type Regime } from './quantity.ts';
import { W_SS_overDelta, W_SS_overTangent, W_Z_overDelta, W_Z_overTangent } from './rate-integrals.ts';
import * as rates from './rates.ts';

/** The rates of rates.ts, for the cut-off Lorentzian, as quantities. */
export const frequencies = 'A2, DD, D0, omega0I > 0';

const size = call('abs', Delta);
/** Pairs that conserve energy. */
export const withinResonance: Hypothesis = { left: size, is: '<=', right: omega0I };
const withinCutOff: Hypothesis = { left: Delta0, is: '<=', right: size };
export const cutOffBelow: Hypothesis = { left: D0, is: '<=', right: omega0I };
export const cutOffAbove: Hypothesis = { left: omega0I, is: '<=', right: D0 };

export const muchSmaller = (says: string, small: Expr, large: Expr): Regime => ({ says, small, large });
export const widthBelowCutOff = muchSmaller('DD << D0', DD, D0);
export const widthBelowResonance = muchSmaller('DD << omega0I', DD, omega0I);
export const cutOffBelowResonance = muchSmaller('D0 << omega0I', D0, omega0I);

const pairRate = apply(WSSI, Delta);
/** Shares of the energy of a flip that come from the Zeeman energy and from the interaction of the electrons. */
export const zeemanShare = div(pow(Delta, 2), pow(omega0I, 2));
export const interactionShare = div(sub(pow(omega0I, 2), pow(Delta, 2)), pow(omega0I, 2));

const pairs = 'Delta0 <= |Delta| <= omega0I';
const narrow = [widthBelowCutOff, widthBelowResonance];

export const rateQuantities = [
  quantity('W_SSI', rates.W_SSI, {
    unit: 's^-1',
    domain: `${pairs}; ${frequencies}`,
    equation: '42',
    limits: '0 at |Delta| = omega0I; A2 DD/(omega0I^2 + DD^2) at Delta = 0',
    listed: true,
    writes: pairRate,
    hypotheses: [withinResonance, withinCutOff],
  }),
  quantity('W_SSI at Delta = 0', substitute(rates.W_SSI, { Delta: num(0) }), {
    unit: 's^-1',
    domain: 'D0 >= omega0I',
    equation: '44',
    writes: apply(WSSI, num(0)),
    hypotheses: [cutOffAbove],
  }),
  quantity('cross-effect factor', rates.crossEffectFactor, {
    unit: 's^-1',
    domain: pairs,
    equation: '61',
    limits: '0 at Delta = 0 and |Delta| = omega0I',
    listed: true,
    writes: mul(zeemanShare, pairRate),
    hypotheses: [withinResonance, withinCutOff],
  }),
  quantity('thermal-mixing factor', rates.thermalMixingFactor, {
    unit: 's^-1',
    domain: pairs,
    equation: '62',
    limits: '0 at |Delta| = omega0I',
    listed: true,
    writes: mul(interactionShare, pairRate),
    hypotheses: [withinResonance, withinCutOff],
  }),
  quantity('W_Z', rates.W_Z, {
    unit: 's^-2',
    domain: frequencies,
    equation: '64',
    limits: '2 A2 DD D0/omega0I^2 for DD << D0 << omega0I; pi A2 DD/(2 omega0I) for D0 >= omega0I >> DD',
    listed: true,
    writes: WZ,
  }),
  quantity('W_SS', rates.W_SS, {
    unit: 's^-2',
    domain: frequencies,
    equation: '66',
    limits: '2 A2 DD D0^3/(3 omega0I^4) for DD << D0 << omega0I; pi A2 DD/(2 omega0I) for D0 >= omega0I >> DD',
    listed: true,
    writes: WSS,
  }),
  quantity('W_SS/W_Z', div(rates.W_SS, rates.W_Z), {
    unit: '1',
    domain: frequencies,
    equation: '74',
    limits: 'D0^2/(3 omega0I^2) for DD << D0 << omega0I; 1 for D0 >= omega0I >> DD',
    listed: true,
    writes: div(WSS, WZ),
  }),
  quantity('Delta0', rates.lowerLimit, {
    unit: 'rad/s',
    domain: 'D0, omega0I > 0',
    equation: '42',
    limits: 'omega0I for D0 << omega0I; 0 for D0 >= omega0I',
    listed: true,
    writes: Delta0,
  }),
  quantity('W_Z as integral', rates.W_Z_integral, {
    unit: 's^-2',
    domain: frequencies,
    equation: '64',
    hypotheses: [{ left: Delta0, is: '<=', right: omega0I }],
  }),
  quantity('W_SS as integral', rates.W_SS_integral, {
    unit: 's^-2',
    domain: frequencies,
    equation: '66',
    hypotheses: [{ left: Delta0, is: '<=', right: omega0I }],
  }),
  quantity('W_Z as integral over Delta', W_Z_overDelta, {
    unit: 's^-2',
    domain: frequencies,
    equation: '64',
    closed: rates.W_Z,
  }),
  quantity('W_SS as integral over Delta', W_SS_overDelta, {
    unit: 's^-2',
    domain: frequencies,
    equation: '66',
    closed: rates.W_SS,
  }),
  quantity('W_Z as integral over tan(t/2)', W_Z_overTangent, {
    unit: 's^-2',
    domain: frequencies,
    equation: '64',
    closed: rates.W_Z,
  }),
  quantity('W_SS as integral over tan(t/2)', W_SS_overTangent, {
    unit: 's^-2',
    domain: frequencies,
    equation: '66',
    closed: rates.W_SS,
  }),
  quantity('W_Z for D0 >= omega0I', rates.W_Z_above, {
    unit: 's^-2',
    domain: 'D0 >= omega0I',
    equation: '64',
    hypotheses: [cutOffAbove],
  }),
  quantity('W_Z for D0 <= omega0I', rates.W_Z_below, {
    unit: 's^-2',
    domain: 'D0 <= omega0I',
    equation: '64',
    hypotheses: [cutOffBelow],
  }),
  quantity('W_SS for D0 >= omega0I', rates.W_SS_above, {
    unit: 's^-2',
    domain: 'D0 >= omega0I',
    equation: '66',
    hypotheses: [cutOffAbove],
  }),
  quantity('W_SS for D0 <= omega0I', rates.W_SS_below, {
    unit: 's^-2',
    domain: 'D0 <= omega0I',
    equation: '66',
    hypotheses: [cutOffBelow],
  }),
  quantity('W_Z for small D0', rates.W_Z_narrow, {
    unit: 's^-2',
    domain: 'DD << D0 <= omega0I',
    equation: '64',
    hypotheses: [cutOffBelow],
    regimes: narrow,
  }),
  quantity('W_SS for small D0', rates.W_SS_narrow, {
    unit: 's^-2',
    domain: 'DD << D0 <= omega0I',
    equation: '66',
    hypotheses: [cutOffBelow],
    regimes: narrow,
  }),
  quantity('W_SS/W_Z for small D0', div(rates.W_SS_narrow, rates.W_Z_narrow), {
    unit: '1',
    domain: 'DD << D0 <= omega0I',
    equation: '74',
    hypotheses: [cutOffBelow],
    regimes: narrow,
  }),
  quantity('W_Z for D0 << omega0I', rates.W_Z_limit_small, {
    unit: 's^-2',
    domain: 'DD << D0 << omega0I',
    equation: '70',
    regimes: [widthBelowCutOff, cutOffBelowResonance],
  }),
  quantity('W_SS for D0 << omega0I', rates.W_SS_limit_small, {
    unit: 's^-2',
    domain: 'DD << D0 << omega0I',
    equation: '73',
    regimes: [widthBelowCutOff, cutOffBelowResonance],
  }),
  quantity('W for D0 >= omega0I >> DD', rates.W_limit_above, {
    unit: 's^-2',
    domain: 'DD << omega0I <= D0',
    equation: '67',
    hypotheses: [cutOffAbove],
    regimes: [widthBelowResonance],
  }),
] as const;

/** The same two shares of a rate of the pairs at Delta in another edition. */
export const sharesOf = (rate: Expr<string, 'scalar'>): { readonly zeeman: Expr; readonly interaction: Expr } => ({
  zeeman: mul<string>(pow(div(Delta, omega0I), 2), rate),
  interaction: mul<string>(div(mul(sub(omega0I, Delta), add(omega0I, Delta)), pow(omega0I, 2)), rate),
});
