import { add, div, type Expr, mul, num, pow, sqrt, sub } from '../formula/expression.ts';
import { substitute } from '../formula/substitute.ts';
import { Delta, nS, omega0I } from '../formula/symbols.ts';
import * as coupling from './coupling-density.ts';
import * as glass from './glass-rates.ts';
import * as rates from './rates.ts';

/** A quantity of the reference implementation, by the name that claims and commands use. */
export interface Quantity {
  readonly name: string;
  readonly formula: Expr;
  readonly unit: string;
  readonly domain: string;
  /** The equation of the paper that introduces it. */
  readonly equation: string;
  readonly limits: string;
  /** Whether it is a closed form of a quantity in its own right, to be listed, or a limit that claims are held against. */
  readonly listed: boolean;
}

const frequencies = 'A2, DD, D0, omega0I > 0';
const quantity = (
  name: string,
  formula: Expr,
  unit: string,
  domain: string,
  equation: string,
  limits = '',
  listed = false,
): Quantity => ({
  name,
  formula,
  unit,
  domain,
  equation,
  limits,
  listed,
});

const meanSquare = mul(coupling.dipolarConstant, nS, sqrt(num(1, 5)));
const atCentre = substitute(rates.W_SSI, { Delta: num(0) });

export const quantities: readonly Quantity[] = [
  quantity(
    'W_SSI',
    rates.W_SSI,
    's^-1',
    `Delta0 <= |Delta| <= omega0I; ${frequencies}`,
    '42',
    '0 at |Delta| = omega0I; A2 DD/(omega0I^2 + DD^2) at Delta = 0',
    true,
  ),
  quantity('W_SSI at Delta = 0', atCentre, 's^-1', 'D0 >= omega0I', '44'),
  quantity(
    'cross-effect factor',
    rates.crossEffectFactor,
    's^-1',
    'Delta0 <= |Delta| <= omega0I',
    '61',
    '0 at Delta = 0 and |Delta| = omega0I',
    true,
  ),
  quantity(
    'thermal-mixing factor',
    rates.thermalMixingFactor,
    's^-1',
    'Delta0 <= |Delta| <= omega0I',
    '62',
    '0 at |Delta| = omega0I',
    true,
  ),
  quantity(
    'W_Z',
    rates.W_Z,
    's^-2',
    frequencies,
    '64',
    '2 A2 DD D0/omega0I^2 for DD << D0 << omega0I; pi A2 DD/(2 omega0I) for D0 >= omega0I >> DD',
    true,
  ),
  quantity(
    'W_SS',
    rates.W_SS,
    's^-2',
    frequencies,
    '66',
    '2 A2 DD D0^3/(3 omega0I^4) for DD << D0 << omega0I; pi A2 DD/(2 omega0I) for D0 >= omega0I >> DD',
    true,
  ),
  quantity('W_Z as integral', rates.W_Z_integral, 's^-2', frequencies, '64'),
  quantity('W_SS as integral', rates.W_SS_integral, 's^-2', frequencies, '66'),
  quantity('W_Z for D0 >= omega0I', rates.W_Z_above, 's^-2', 'D0 >= omega0I', '64'),
  quantity('W_Z for D0 <= omega0I', rates.W_Z_below, 's^-2', 'D0 <= omega0I', '64'),
  quantity('W_SS for D0 >= omega0I', rates.W_SS_above, 's^-2', 'D0 >= omega0I', '66'),
  quantity('W_SS for D0 <= omega0I', rates.W_SS_below, 's^-2', 'D0 <= omega0I', '66'),
  quantity('W_Z for small D0', rates.W_Z_narrow, 's^-2', 'DD << D0 <= omega0I', '64'),
  quantity('W_SS for small D0', rates.W_SS_narrow, 's^-2', 'DD << D0 <= omega0I', '66'),
  quantity('W_SS/W_Z for small D0', div(rates.W_SS_narrow, rates.W_Z_narrow), '1', 'DD << D0 <= omega0I', '74'),
  quantity(
    'W_SSI:glass',
    glass.W_SSI_glass,
    's^-1',
    `|Delta| < omega0I; ${frequencies}; DD << sqrt(omega0I^2 - Delta^2)`,
    '42',
    '0 for |Delta| < Delta0; 10/(3 sqrt(3)) A2 DD/(omega0I sqrt(omega0I^2 - Delta^2)) near |Delta| = omega0I',
    true,
  ),
  quantity('W_SSI at Delta = 0:glass', substitute(glass.W_SSI_glass, { Delta: num(0) }), 's^-1', frequencies, '44'),
  quantity(
    'cross-effect factor:glass',
    mul(pow(div(Delta, omega0I), 2), glass.W_SSI_glass),
    's^-1',
    '|Delta| < omega0I',
    '61',
  ),
  quantity(
    'thermal-mixing factor:glass',
    mul(div(mul(sub(omega0I, Delta), add(omega0I, Delta)), pow(omega0I, 2)), glass.W_SSI_glass),
    's^-1',
    '|Delta| < omega0I',
    '62',
  ),
  quantity(
    'W_Z:glass',
    glass.W_Z_glass,
    's^-2',
    `${frequencies}; DD << D0, DD << omega0I`,
    '64',
    '2 A2 DD D0/omega0I^2 for D0 << omega0I; 5 pi A2 DD/(3 sqrt(3) omega0I) for D0 >> omega0I',
    true,
  ),
  quantity(
    'W_SS:glass',
    glass.W_SS_glass,
    's^-2',
    `${frequencies}; DD << D0, DD << omega0I`,
    '66',
    '2 A2 DD D0^3/(7 omega0I^4) for D0 << omega0I; 5 pi A2 DD/(3 sqrt(3) omega0I) for D0 >> omega0I',
    true,
  ),
  quantity('W_Z for D0 << omega0I:glass', glass.W_Z_glass_small, 's^-2', 'DD << D0 << omega0I', '70'),
  quantity('W_SS for D0 << omega0I:glass', glass.W_SS_glass_small, 's^-2', 'DD << D0 << omega0I', '73'),
  quantity(
    'W_SS/W_Z for D0 << omega0I:glass',
    div(glass.W_SS_glass_small, glass.W_Z_glass_small),
    '1',
    'DD << D0 << omega0I',
    '74',
  ),
  quantity('g_D by its width:glass', coupling.dipolarDensityByWidth, 's', '-D0 <= D <= D0/2', '32'),
  quantity('pair coupling', coupling.pairCoupling, 'rad/s', 'r > 0', 'A.1', 'falls as r^-3', true),
  quantity('D0', coupling.largestCoupling, 'rad/s', 'r0 > 0', 'A.6', 'falls as r0^-3', true),
  quantity('DD', coupling.lorentzianWidth, 'rad/s', 'nS > 0', 'A.8', 'proportional to nS', true),
  quantity('average coupling', meanSquare, 'rad/s', 'nS > 0', 'A.7', 'proportional to nS', true),
  quantity(
    'dipolar second moment',
    coupling.dipolarSecondMoment,
    's^-2',
    'nS r0^3 << 1',
    'A.5',
    'proportional to nS/r0^3',
    true,
  ),
  quantity(
    'second moment of the cut-off Lorentzian',
    coupling.lorentzianSecondMoment,
    's^-2',
    'DD, D0 > 0',
    'A.10',
    '2 D0 DD/pi for DD << D0',
    true,
  ),
  quantity(
    'g_D',
    coupling.lorentzianDensity,
    's',
    '|D| <= D0',
    '32',
    '1/(pi DD) at D = 0; DD/(pi D^2) for |D| >> DD',
    true,
  ),
  quantity(
    'g_D:glass',
    coupling.dipolarDensity,
    's',
    '-D0 <= D <= D0/2',
    '31',
    '4 pi nS K/(9 sqrt(3) D^2) for |D| << D0',
    true,
  ),
];

/** The quantity of that name. Throws a RangeError where there is none. */
export const quantityNamed = (name: string): Quantity => {
  const found = quantities.find((candidate) => candidate.name === name);
  if (!found) throw new RangeError(`expected one of ${quantities.map((q) => q.name).join(', ')}, got "${name}"`);
  return found;
};
