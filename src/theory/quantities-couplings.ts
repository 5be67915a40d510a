import type { Hypothesis } from '../claim/domain.ts';
import { apply, div, mul, num, pow, sqrt } from '../formula/expression.ts';
import { D, D0, Dav, DD, gD, M2, nS, r0 } from '../formula/symbols.ts';
import * as coupling from './coupling-density.ts';
import { dipolarFlipFlop, dipolarZz } from './pair.ts';
import { muchSmaller } from './quantities-rates.ts';
import { quantity } from './quantity.ts';

/** Couplings of electron spins and their density, of coupling-density.ts and pair.ts, as quantities. */
const meanSquare = mul(coupling.dipolarConstant, nS, sqrt(num(1, 5)));
const dilute = [muchSmaller('nS r0^3 << 1', mul(nS, pow(r0, 3)), num(1))];

/** Where the density of a real glass is not 0. */
const support: readonly Hypothesis[] = [
  { left: mul(-1, D0), is: '<=', right: D },
  { left: D, is: '<=', right: div(D0, 2) },
];
const within: readonly Hypothesis[] = [
  { left: mul(-1, D0), is: '<=', right: D },
  { left: D, is: '<=', right: D0 },
];

const density = apply(gD, D);
const moment = (n: number, says: string) =>
  quantity(`M${n}:glass`, coupling.dipolarMoment(n), {
    unit: `s^-${n}`,
    domain: 'nS r0^3 << 1',
    equation: 'A.4',
    limits: says,
    listed: true,
  });
export const couplingQuantities = [
  quantity('pair coupling', coupling.pairCoupling, {
    unit: 'rad/s',
    domain: 'r > 0',
    equation: 'A.1',
    limits: 'falls as r^-3',
    listed: true,
    writes: D,
  }),
  quantity('flip-flop coupling of two dipoles', dipolarFlipFlop, {
    unit: 'rad/s',
    domain: 'r > 0',
    equation: '7',
    limits: 'falls as r^-3; the sign that the dipolar interaction has, against (A.1)',
    listed: true,
  }),
  quantity('zz coupling of two dipoles', dipolarZz, {
    unit: 'rad/s',
    domain: 'r > 0',
    equation: '7',
    limits: '-4 times the flip-flop coupling',
    listed: true,
  }),
  quantity('D0', coupling.largestCoupling, {
    unit: 'rad/s',
    domain: 'r0 > 0',
    equation: 'A.6',
    limits: 'falls as r0^-3',
    listed: true,
    writes: D0,
  }),
  quantity('DD', coupling.lorentzianWidth, {
    unit: 'rad/s',
    domain: 'nS > 0',
    equation: 'A.8',
    limits: 'proportional to nS',
    listed: true,
    writes: DD,
  }),
  quantity('average coupling', meanSquare, {
    unit: 'rad/s',
    domain: 'nS > 0',
    equation: 'A.7',
    limits: 'proportional to nS',
    listed: true,
    writes: Dav,
  }),
  quantity('dipolar second moment', coupling.dipolarSecondMoment, {
    unit: 's^-2',
    domain: 'nS r0^3 << 1',
    equation: 'A.5',
    limits: 'proportional to nS/r0^3',
    listed: true,
    writes: M2,
    regimes: dilute,
  }),
  moment(2, 'the dipolar second moment: proportional to nS/r0^3'),
  moment(3, 'proportional to nS/r0^6; negative'),
  moment(4, 'proportional to nS/r0^9'),
  quantity('second moment of the cut-off Lorentzian', coupling.lorentzianSecondMoment, {
    unit: 's^-2',
    domain: 'DD, D0 > 0',
    equation: 'A.10',
    limits: '2 D0 DD/pi for DD << D0',
    listed: true,
  }),
  quantity('fourth moment of the cut-off Lorentzian', coupling.lorentzianFourthMoment, {
    unit: 's^-4',
    domain: 'DD, D0 > 0',
    equation: 'A.4',
    limits: '2 D0^3 DD/(3 pi) for DD << D0',
    listed: true,
  }),
  quantity('norm of the cut-off Lorentzian', coupling.lorentzianNorm, {
    unit: '1',
    domain: 'DD, D0 > 0',
    equation: '32',
    limits: '1 - 2 DD/(pi D0) for DD << D0',
    listed: true,
  }),
  quantity('g_D', coupling.lorentzianDensity, {
    unit: 's',
    domain: '|D| <= D0',
    equation: '32',
    limits: '1/(pi DD) at D = 0; DD/(pi D^2) for |D| >> DD',
    listed: true,
    writes: density,
    hypotheses: within,
  }),
  quantity('g_D:glass', coupling.dipolarDensity, {
    unit: 's',
    domain: '-D0 <= D <= D0/2',
    equation: '31',
    limits: '4 pi nS K/(9 sqrt(3) D^2) for |D| << D0',
    listed: true,
    writes: density,
    hypotheses: support,
  }),
  quantity('g_D by its width:glass', coupling.dipolarDensityByWidth, {
    unit: 's',
    domain: '-D0 <= D <= D0/2; 0 elsewhere',
    equation: '32',
    writes: density,
  }),
] as const;
