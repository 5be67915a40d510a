import { describe, expect, test } from 'vitest';
import { formatDimension, sameDimension } from '../../src/formula/dimension.ts';
import { dimensionOf } from '../../src/meaning/dimension.ts';
import { approximate, compare, minus, parseRational, plus } from '../../src/number/rational.ts';
import { constants, range } from '../../src/theory/constants.ts';
import { quantities, quantityNamed } from '../../src/theory/quantities.ts';
import { unitNamed, units } from '../../src/theory/units.ts';

const sizeOf = (name: string): number => {
  const { factor, piPower } = unitNamed(name);
  return approximate(factor) * Math.PI ** piPower;
};

describe('units', () => {
  test.each([
    ['MHz', 2 * Math.PI * 1e6],
    ['GHz', 2 * Math.PI * 1e9],
    ['kHz', 2 * Math.PI * 1e3],
    ['Hz', 2 * Math.PI],
    ['MHz^2', (2 * Math.PI * 1e6) ** 2],
    ['rad/s', 1],
    ['mT', 1e-3],
    ['nm', 1e-9],
    ['angstrom', 1e-10],
    ['/cm3', 1e6],
    ['us', 1e-6],
    ['ms', 1e-3],
  ])('%s', (name, size) => {
    expect(sizeOf(name) / size).toBeCloseTo(1, 14);
  });

  test('a millimole per litre is the Avogadro number per cubic metre', () => {
    expect(unitNamed('mM').factor).toEqual(constants.avogadro.value);
  });

  test('a square has the square of its dimension', () => {
    expect(unitNamed('MHz^2').dimension.s).toBe(2 * unitNamed('MHz').dimension.s);
  });

  test('have names of their own; an unknown one is answered with the known', () => {
    expect(new Set(units.map(({ name }) => name)).size).toBe(units.length);
    expect(() => unitNamed('furlong')).toThrow(RangeError);
    expect(() => unitNamed('furlong')).toThrow(/expected one of the units rad\/s, Hz, .*, got "furlong"/);
    expect(() => unitNamed('mhz')).toThrow(RangeError);
  });
});

describe('constants', () => {
  test('agree with each other and with the definitions of the SI', () => {
    const value = (name: keyof typeof constants): number => approximate(constants[name].value);
    // mu0 is 4 pi 1e-7 to within 2e-10, since the SI of 2019.
    expect(Math.abs(value('vacuumPermeability') / (4e-7 * Math.PI) - 1)).toBeLessThan(2e-10);
    // The Faraday constant e N_A over the electron mass: mu_B = e hbar/2 m_e.
    const magneton = (1.602176634e-19 * value('planck')) / (4 * Math.PI * 9.1093837139e-31);
    expect(value('bohrMagneton') / magneton).toBeCloseTo(1, 9);
    expect(value('gammaProton') / (2 * Math.PI * 1e6)).toBeCloseTo(42.577478461, 7);
    // The ratio of the frequencies of carbon-13 (TMS) and of the proton: 25.145020 %, less shieldings below 200 ppm.
    expect(Math.abs(value('gammaCarbon13') / value('gammaProton') / 0.2514502 - 1)).toBeLessThan(4e-4);
    expect(value('boltzmann') * value('avogadro')).toBeCloseTo(8.314462618, 9);
  });

  test('lie within six standard uncertainties, exact ones at a point', () => {
    for (const constant of Object.values(constants)) {
      const [lo, hi] = range(constant);
      expect(compare(lo, constant.value)).not.toBe(1);
      expect(plus(lo, hi)).toEqual(plus(constant.value, constant.value));
      const sixfold = plus(plus(constant.uncertainty, constant.uncertainty), constant.uncertainty);
      expect(minus(hi, constant.value)).toEqual(plus(sixfold, sixfold));
      expect(compare(constant.uncertainty, parseRational('0'))).not.toBe(-1);
      expect(approximate(constant.uncertainty) / approximate(constant.value)).toBeLessThan(1e-4);
    }
    for (const exact of ['planck', 'boltzmann', 'avogadro'] as const)
      expect(constants[exact].uncertainty.numerator).toBe(0n);
  });
});

describe('quantities', () => {
  test.each(quantities.map((quantity) => [quantity.name, quantity] as const))(
    '%s has the dimension of its unit',
    (_, quantity) => {
      const dimension = dimensionOf(quantity.formula);
      const known = units.find(({ name }) => name === quantity.unit);
      if (known) expect(sameDimension(dimension, known.dimension)).toBe(true);
      else expect(formatDimension(dimension)).toBe(quantity.unit);
    },
  );

  test('have names of their own; an unknown one is answered with the known', () => {
    expect(new Set(quantities.map(({ name }) => name)).size).toBe(quantities.length);
    expect(quantityNamed('W_Z').equation).toBe('64');
    expect(() => quantityNamed('W_ZZ')).toThrow(RangeError);
    expect(() => quantityNamed('W_ZZ')).toThrow(/expected one of W_SSI, .*, got "W_ZZ"/);
  });
});
