import { type Dimension, dimension, pureNumber } from '../formula/dimension.ts';
import { parseRational, type Rational } from '../number/rational.ts';

/** A unit: its size in SI units is factor * pi^piPower. */
export interface Unit {
  readonly name: string;
  readonly factor: Rational;
  readonly piPower: 0 | 1 | 2;
  readonly dimension: Dimension;
  readonly says: string;
}

const unit = (name: string, factor: string, of: Dimension, says: string, piPower: Unit['piPower'] = 0): Unit => ({
  name,
  factor: parseRational(factor),
  piPower,
  dimension: of,
  says,
});

const gyromagnetic = dimension({ s: 1, A: 1, kg: -1 });
const perSecond = dimension({ s: -1 });
const hertz = (name: string, twice: string): Unit =>
  unit(name, twice, perSecond, `2 pi x ${name}, as angular frequency`, 1);

/**
 * The units that parameters may carry. Bare numbers are SI, frequencies and energies in rad/s (energy over hbar);
 * Hz and its multiples stand for 2 pi times.
 */
export const units: readonly Unit[] = [
  unit('rad/s', '1', perSecond, 'angular frequency, or energy over hbar'),
  hertz('Hz', '2'),
  hertz('kHz', '2e3'),
  hertz('MHz', '2e6'),
  hertz('GHz', '2e9'),
  unit('s^-1', '1', perSecond, 'angular frequency, or rate'),
  unit('s^-2', '1', dimension({ s: -2 }), 'squared angular frequency'),
  unit('kHz^2', '4e6', dimension({ s: -2 }), '(2 pi x kHz)^2', 2),
  unit('MHz^2', '4e12', dimension({ s: -2 }), '(2 pi x MHz)^2', 2),
  unit('GHz^2', '4e18', dimension({ s: -2 }), '(2 pi x GHz)^2', 2),
  unit('rad/s/T', '1', gyromagnetic, 'gyromagnetic ratio'),
  unit('MHz/T', '2e6', gyromagnetic, '2 pi x MHz/T, as gyromagnetic ratio', 1),
  unit('T', '1', dimension({ kg: 1, s: -2, A: -1 }), 'magnetic flux density'),
  unit('mT', '1e-3', dimension({ kg: 1, s: -2, A: -1 }), 'magnetic flux density'),
  unit('K', '1', dimension({ K: 1 }), 'temperature'),
  unit('mK', '1e-3', dimension({ K: 1 }), 'temperature'),
  unit('m', '1', dimension({ m: 1 }), 'length'),
  unit('nm', '1e-9', dimension({ m: 1 }), 'length'),
  unit('angstrom', '1e-10', dimension({ m: 1 }), 'length'),
  unit('/m3', '1', dimension({ m: -3 }), 'concentration'),
  unit('/cm3', '1e6', dimension({ m: -3 }), 'concentration'),
  unit('/nm3', '1e27', dimension({ m: -3 }), 'concentration'),
  unit('mM', '6.02214076e23', dimension({ m: -3 }), 'concentration, mmol/l (CODATA 2022)'),
  unit('s', '1', dimension({ s: 1 }), 'time'),
  unit('ms', '1e-3', dimension({ s: 1 }), 'time'),
  unit('us', '1e-6', dimension({ s: 1 }), 'time'),
  unit('ns', '1e-9', dimension({ s: 1 }), 'time'),
  unit('1', '1', pureNumber, 'pure number'),
  unit('rad', '1', pureNumber, 'pure number, an angle'),
  unit('deg', '1/180', pureNumber, 'pure number, pi/180', 1),
];

/** The unit of that name. Throws a RangeError that names the known ones. */
export const unitNamed = (name: string): Unit => {
  const found = units.find((candidate) => candidate.name === name);
  if (!found) throw new RangeError(`expected one of the units ${units.map((u) => u.name).join(', ')}, got "${name}"`);
  return found;
};
