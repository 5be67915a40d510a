import { compare, type Rational, rational, zero } from '../../number/rational.ts';
import { decimalValue } from '../../oracle/decimal.ts';

/** What a program wrote for a number: its exact value, no number, or one beyond the range. */
export type Out = Rational | 'NaN' | 'Infinity' | '-Infinity';

const words: Readonly<Record<string, Out>> = {
  nan: 'NaN',
  '-nan': 'NaN',
  na: 'NaN',
  null: 'NaN',
  inf: 'Infinity',
  '+inf': 'Infinity',
  infinity: 'Infinity',
  '-inf': '-Infinity',
  '-infinity': '-Infinity',
};
const decimal = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eEdD]([+-]?\d{1,9}))?$/;
/** Beyond these powers of ten no number of a program is told from an infinity, or from 0. */
const largestExponent = 5000;

/** The exact value of what is written, 1.5, .5, 1e-3 or 1d-3; undefined for what is no number. */
export const outOf = (text: string): Out | undefined => {
  const plain = text.trim();
  const word = words[plain.toLowerCase()];
  if (word !== undefined) return word;
  const match = decimal.exec(plain);
  if (!match) return undefined;
  const [, sign = '', whole = '0', fraction = '', only = '', exponent = '0'] = match;
  const mantissa = `${sign === '-' ? '-' : ''}${whole}${fraction || only ? `.${fraction || only}` : ''}`;
  const power = Number(exponent);
  if (Math.abs(power) <= largestExponent) return decimalValue(`${mantissa}e${power}`);
  const value = decimalValue(mantissa);
  if (power < 0 || compare(value, zero) === 0) return rational(0);
  return sign === '-' ? '-Infinity' : 'Infinity';
};

/** How many significant digits are written: one for 0, none for what is no number. */
export const digitsWritten = (text: string): number => {
  const digits = text.replace(/[eEdD].*$/, '').replace(/[^\d]/g, '');
  return digits === '' ? 0 : Math.max(1, digits.replace(/^0+/, '').length);
};
