import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBinary64, parseRational, rational } from '../../src/number/rational.ts';
import { OracleError } from '../../src/oracle/error.ts';
import { given } from '../../src/oracle/given.ts';

describe('what is given is taken exactly', () => {
  test.each([
    ['D0', '52MHz', '104000000', 1],
    ['D0', ' 52 MHz ', '104000000', 1],
    ['D0', '5.2e1MHz', '104000000', 1],
    ['D0', '104/2 MHz', '104000000', 1],
    ['D0', '.5', '1/2', 0],
    ['D0', '5.', '5', 0],
    ['D0', '0.1', '1/10', 0],
    ['A2', '2MHz^2', '8000000000000', 2],
    ['nS', '2e19/cm3', '20000000000000000000000000', 0],
    ['nS', '2e19 cm^-3', '20000000000000000000000000', 0],
    ['nS', '1mM', '602214076000000000000000', 0],
    ['r0', '1nm', '1/1000000000', 0],
    ['A2', '2kHz2', '8000000', 2],
    ['A2', '2GHz²', '8000000000000000000', 2],
    ['D0', '1e7/s', '10000000', 0],
    ['A2', '3/s2', '3', 0],
    ['nS', '2e19 cm⁻³', '20000000000000000000000000', 0],
    ['rI', '2\u212b', '1/5000000000', 0],
    ['rI', '2Å', '1/5000000000', 0],
    ['theta', '90deg', '1/2', 1],
    ['Delta', '-3kHz', '-6000', 1],
  ])('%s=%s', (name, text, value, piPower) => {
    expect(given(name, text)).toMatchObject({ value: parseRational(value), piPower });
  });

  test('a unit of the column is that of a bare number only', () => {
    expect(given('D0', '52', 'MHz')).toMatchObject({ value: rational(104_000_000), piPower: 1 });
    expect(given('D0', '52kHz', 'MHz')).toMatchObject({ value: rational(104_000), piPower: 1 });
  });

  test('a number stands for its exact binary64 value', () => {
    fc.assert(
      fc.property(fc.double({ min: Number.MIN_VALUE, noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(given('D0', x).value).toEqual(fromBinary64(x));
      }),
    );
    expect(given('D0', 0.1).value).not.toEqual(rational(1, 10));
    expect(given('D0', 7n).value).toEqual(rational(7));
    expect(given('D0', rational(1, 3)).value).toEqual(rational(1, 3));
  });
});

describe('what is no value is refused in one sentence', () => {
  test.each([
    ['D0', 'NaN', /expected D0 to be a finite number.*got "NaN"/],
    ['D0', '', /expected D0 to be a finite number.*got ""/],
    ['D0', '-Infinity', /finite number/],
    ['D0', Number.POSITIVE_INFINITY, /finite number.*got "Infinity"/],
    ['D0', Number.NaN, /finite number/],
    ['D0', 0, /expected D0 > 0, got 0/],
    ['D0', '-1MHz', /expected D0 > 0, got -1MHz/],
    ['Delta0', '-1', /expected Delta0 >= 0, got -1/],
    ['D0', '52T', /expected D0 to be an angular frequency \(.*MHz.*\), got 52T, a magnetic flux density/],
    ['A2', '2MHz', /expected A2 to be a squared angular frequency .*, got 2MHz, an angular frequency/],
    ['D0', '52 mhz', /got "mhz"; the nearest is MHz/],
    ['D0', '5,2MHz', /decimal point, got "5,2MHz"/],
    ['D0', '1e99999', /between 1e-999 and 1e999/],
    ['D0', '1/0', /denominator other than 0/],
    ['D00', '1', /name of a parameter, got "D00"; the nearest is D0/],
    ['nucleus', '2H', /one of 1H, 13C, .*got "2H"/],
    ['__proto__', '1', /name of a parameter/],
    ['nucleus', 'constructor', /one of 1H/],
  ] as const)('%s=%s', (name, typed, says) => {
    expect(() => given(name, typed)).toThrow(OracleError);
    expect(() => given(name, typed)).toThrow(says);
  });
});

describe('a size is that of the value, not of its exponent', () => {
  const zeros = '0'.repeat(3000);
  test.each([
    ['many digits before the point', `1${zeros}`],
    ['many digits behind it', `0.${zeros}1`],
    ['a large denominator', `1/1${zeros}`],
    ['digits and an exponent', `0.${zeros}1e999`],
    ['an integer', 10n ** 1000n],
    ['a ratio', rational(1n, 10n ** 1000n)],
  ] as const)('%s', (_, typed) => {
    expect(() => given('D0', typed)).toThrow(/^expected D0 to be between 1e-999 and 1e999 in size, got ".{1,60}"$/);
  });

  test('zeros that say nothing, and the ends themselves, are no matter', () => {
    expect(given('D0', `${zeros}1.${zeros}`).value).toEqual(rational(1));
    for (const end of ['1e999', '1e-999']) expect(given('D0', end).value).toEqual(parseRational(end));
    expect(given('Delta0', '0').value).toEqual(rational(0));
  });
});
