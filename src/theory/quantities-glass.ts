import { add, apply, call, div, mul, num, sqrt, sub } from '../formula/expression.ts';
import { substitute } from '../formula/substitute.ts';
import { D0, DD, Delta, omega0I, WSS, WSSI, WZ } from '../formula/symbols.ts';
import * as glass from './glass-rates.ts';
import {
  cutOffBelowResonance,
  frequencies,
  muchSmaller,
  sharesOf,
  widthBelowCutOff,
  widthBelowResonance,
} from './quantities-rates.ts';
import { quantity } from './quantity.ts';

/** The rates of glass-rates.ts, for the density of couplings of a real glass, as quantities. */
const pairs = '|Delta| < omega0I';
const inside = [{ left: call('abs', Delta), is: '<', right: omega0I }] as const;
const dilute = [widthBelowCutOff, widthBelowResonance];
const narrowAt = muchSmaller(
  'DD << sqrt(omega0I^2 - Delta^2)',
  DD,
  sqrt(mul(sub(omega0I, Delta), add(omega0I, Delta))),
);
const smallDomain = 'DD << D0 << omega0I';
const small = [widthBelowCutOff, cutOffBelowResonance];
const shares = sharesOf(glass.W_SSI_glass);

export const glassQuantities = [
  quantity('W_SSI:glass', glass.W_SSI_glass, {
    unit: 's^-1',
    domain: `${pairs}; ${frequencies}; DD << sqrt(omega0I^2 - Delta^2)`,
    equation: '42',
    limits: '0 for |Delta| < Delta0; 10/(3 sqrt(3)) A2 DD/(omega0I sqrt(omega0I^2 - Delta^2)) near |Delta| = omega0I',
    listed: true,
    writes: apply(WSSI, Delta),
    hypotheses: inside,
    regimes: [narrowAt],
  }),
  quantity('W_SSI at Delta = 0:glass', substitute(glass.W_SSI_glass, { Delta: num(0) }), {
    unit: 's^-1',
    domain: frequencies,
    equation: '44',
    writes: apply(WSSI, num(0)),
    regimes: [widthBelowResonance],
  }),
  quantity('cross-effect factor:glass', shares.zeeman, {
    unit: 's^-1',
    domain: pairs,
    equation: '61',
    hypotheses: inside,
    regimes: [narrowAt],
  }),
  quantity('thermal-mixing factor:glass', shares.interaction, {
    unit: 's^-1',
    domain: pairs,
    equation: '62',
    hypotheses: inside,
    regimes: [narrowAt],
  }),
  quantity('W_Z:glass', glass.W_Z_glass, {
    unit: 's^-2',
    domain: `${frequencies}; DD << D0, DD << omega0I`,
    equation: '64',
    limits: '2 A2 DD D0/omega0I^2 for D0 << omega0I; 5 pi A2 DD/(3 sqrt(3) omega0I) for D0 >> omega0I',
    listed: true,
    writes: WZ,
    regimes: dilute,
  }),
  quantity('W_SS:glass', glass.W_SS_glass, {
    unit: 's^-2',
    domain: `${frequencies}; DD << D0, DD << omega0I`,
    equation: '66',
    limits: '2 A2 DD D0^3/(7 omega0I^4) for D0 << omega0I; 5 pi A2 DD/(3 sqrt(3) omega0I) for D0 >> omega0I',
    listed: true,
    writes: WSS,
    regimes: dilute,
  }),
  quantity('W_SS/W_Z:glass', div<string, 'scalar' | 'binder'>(glass.W_SS_glass, glass.W_Z_glass), {
    unit: '1',
    domain: `${frequencies}; DD << D0, DD << omega0I`,
    equation: '74',
    limits: 'D0^2/(7 omega0I^2) for D0 << omega0I; 1 for D0 >> omega0I',
    listed: true,
    writes: div(WSS, WZ),
    regimes: dilute,
  }),
  quantity('W_Z for D0 << omega0I:glass', glass.W_Z_glass_small, {
    unit: 's^-2',
    domain: smallDomain,
    equation: '70',
    regimes: small,
  }),
  quantity('W_SS for D0 << omega0I:glass', glass.W_SS_glass_small, {
    unit: 's^-2',
    domain: smallDomain,
    equation: '73',
    regimes: small,
  }),
  quantity('W_SS/W_Z for D0 << omega0I:glass', div(glass.W_SS_glass_small, glass.W_Z_glass_small), {
    unit: '1',
    domain: smallDomain,
    equation: '74',
    regimes: small,
  }),
  quantity('W for D0 >> omega0I:glass', glass.W_glass_large, {
    unit: 's^-2',
    domain: 'DD << omega0I << D0',
    equation: '67',
    regimes: [widthBelowResonance, muchSmaller('omega0I << D0', omega0I, D0)],
  }),
  quantity('wings of g_D:glass', glass.wingRatio, {
    unit: '1',
    domain: 'a number',
    equation: '32',
    limits: 'g_D:glass over g_D of the same width DD for DD << |D| << D0',
    listed: true,
  }),
] as const;
