import { type Dimension, formatDimension, pureNumber, sameDimension } from '../formula/dimension.ts';
import {
  compare,
  formatRational,
  fromBinary64,
  multiply,
  negate,
  parseRational,
  power,
  type Rational,
  rational,
  sign,
} from '../number/rational.ts';
import { nuclei } from '../theory/constants.ts';
import { type Parameter, parameters } from '../theory/parameters.ts';
import { type Unit, units } from '../theory/units.ts';
import { nearest, OracleError } from './error.ts';

/** A parameter with its exact value: value * pi^piPower in SI units. */
export interface Given {
  readonly name: string;
  /** As it was written. */
  readonly text: string;
  readonly value: Rational;
  readonly piPower: number;
}

/**
 * What a parameter may be given as: a text with a unit such as '52MHz' or '2e19/cm3', or a number in SI units, which is
 * taken at its exact binary64 value (0.1 is then not one tenth; '0.1' is).
 */
export type Typed = string | number | bigint | Rational;

/** Spellings of units other than their names. */
const spellings: Readonly<Record<string, string>> = {
  '1/s': 's^-1',
  'rad s^-1': 'rad/s',
  'rad^2/s^2': 's^-2',
  'rad2/s2': 's^-2',
  '1/s^2': 's^-2',
  '/s': 's^-1',
  's-1': 's^-1',
  '/s2': 's^-2',
  '/s^2': 's^-2',
  '1/s2': 's^-2',
  's-2': 's^-2',
  'cm^-3': '/cm3',
  'cm-3': '/cm3',
  '/cm^3': '/cm3',
  'm^-3': '/m3',
  'm-3': '/m3',
  '/m^3': '/m3',
  'nm^-3': '/nm3',
  'nm-3': '/nm3',
  '/nm^3': '/nm3',
  A: 'angstrom',
  Å: 'angstrom',
  Angstrom: 'angstrom',
  µs: 'us',
  μs: 'us',
  kHz2: 'kHz^2',
  MHz2: 'MHz^2',
  GHz2: 'GHz^2',
  'rad/(s T)': 'rad/s/T',
  '°': 'deg',
};

const one: Unit = { name: '1', factor: rational(1), piPower: 0, dimension: pureNumber, says: 'pure number' };

/** "a magnetic flux density", or the dimension itself where no unit has it. */
const kindOf = (dimension: Dimension): string => {
  const unit = units.find((candidate) => sameDimension(candidate.dimension, dimension));
  const says = unit?.says.split(',')[0];
  return says ? `${/^[aeiou]/.test(says) ? 'an' : 'a'} ${says}` : `a quantity in ${formatDimension(dimension)}`;
};

const examples = (dimension: Dimension): string => {
  const names = units.filter((unit) => sameDimension(unit.dimension, dimension)).map(({ name }) => name);
  return names.length > 0 ? ` (${names.join(', ')})` : '';
};

/** With superscripts written in line and letters composed: the angstrom sign is the letter. */
const inLine = (unit: string): string =>
  unit
    .normalize('NFC')
    .replace(/[\u00b9\u00b2\u00b3]/g, (digit) => '123'.charAt('\u00b9\u00b2\u00b3'.indexOf(digit)))
    .replaceAll('\u207b', '-');

/** The unit of that name or spelling. Throws an OracleError that names the nearest one. */
export const unitOf = (typed: string, parameter: string): Unit => {
  const plain = inLine(typed);
  const name = spellings[plain] ?? plain;
  const found = units.find((unit) => unit.name === name);
  if (found) return found;
  const names = units.map((unit) => unit.name);
  throw new OracleError(
    `expected a unit after the number of ${parameter}, got "${typed}"; the nearest is ${nearest(typed, names)} (tripleflip list units shows all)`,
  );
};

const pattern = /^\s*([+-]?)(\d+\s*\/\s*\d+|\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)\s*(.*?)\s*$/u;
/** Beyond this no number is a physical quantity, nor a binary64 one; with it no value is too long to be written out. */
const largestExponent = 999;
const largest = power(rational(10), largestExponent);
const sizes = `between 1e-${largestExponent} and 1e${largestExponent} in size`;

/** Whether a number is 0 or of a size that is written out, however it is written. */
const isOfSize = (value: Rational): boolean => {
  const size = sign(value) < 0 ? negate(value) : value;
  return sign(value) === 0 || (compare(size, largest) <= 0 && compare(multiply(size, largest), rational(1)) >= 0);
};
/** What was typed, cut short in a message. */
const briefly = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);

const numberOf = (name: string, text: string): { readonly value: Rational; readonly unit: string } => {
  const match = pattern.exec(text);
  const refuse = (expected: string): never => {
    throw new OracleError(`expected ${name} to be ${expected}, got "${briefly(text)}"`);
  };
  if (!match) return refuse('a finite number, with a unit if it is not in SI');
  const [, minus = '', digits = '', unit = ''] = match;
  if (/^[,\d]/.test(unit)) return refuse('a number with a decimal point');
  const exponent = /[eE]([+-]?\d+)$/.exec(digits)?.[1];
  if (exponent && Math.abs(Number(exponent)) > largestExponent) return refuse(sizes);
  const plain = digits.replace(/^\./, '0.').replace(/\.(?=$|[eE])/, '');
  if (/\/\s*0+$/.test(plain)) return refuse('a ratio with a denominator other than 0');
  const value = parseRational(minus + plain);
  return isOfSize(value) ? { value, unit } : refuse(sizes);
};

/** Refuses what the sign of the symbol excludes. */
const checkSign = ({ name, text, value }: Given, of: Parameter['symbol']['sign']): void => {
  const got = sign(value);
  if (of === 'positive' && got <= 0) throw new OracleError(`expected ${name} > 0, got ${text}`);
  if (of === 'nonnegative' && got < 0) throw new OracleError(`expected ${name} >= 0, got ${text}`);
};

const nucleus = (typed: Typed): Given => {
  const text = String(typed);
  const found = Object.hasOwn(nuclei, text) ? nuclei[text] : undefined;
  if (!found) {
    const known = Object.keys(nuclei).join(', ');
    throw new OracleError(`expected nucleus to be one of ${known} (nuclei with I = 1/2), got "${text}"`);
  }
  return { name: 'nucleus', text, value: found.value, piPower: 0 };
};

const inSi = (name: string, typed: Exclude<Typed, string>): Given => {
  if (typeof typed === 'number' && !Number.isFinite(typed))
    throw new OracleError(`expected ${name} to be a finite number, with a unit if it is not in SI, got "${typed}"`);
  const value = typeof typed === 'number' ? fromBinary64(typed) : typeof typed === 'bigint' ? rational(typed) : typed;
  const text = typeof typed === 'object' ? formatRational(typed) : String(typed);
  if (!isOfSize(value)) throw new OracleError(`expected ${name} to be ${sizes}, got "${briefly(text)}"`);
  return { name, text, value, piPower: 0 };
};

/**
 * A value of that dimension and sign as it was typed, exactly; `name` is what messages call it. `assumed` is the unit of a
 * number without one (SI where it is not given). Throws an OracleError for what is not a finite number, for an unknown
 * unit or one of another dimension, and for another sign.
 */
export const typedAs = (
  name: string,
  typed: Typed,
  { dimension, sign: of }: Pick<Parameter['symbol'], 'dimension' | 'sign'>,
  assumed?: string,
): Given => {
  if (typeof typed !== 'string') {
    const exact = inSi(name, typed);
    checkSign(exact, of);
    return exact;
  }
  const { value, unit: written } = numberOf(name, typed);
  const named = written === '' ? assumed : written;
  const unit = named === undefined || named === '' ? { ...one, dimension } : unitOf(named, name);
  if (!sameDimension(unit.dimension, dimension))
    throw new OracleError(
      `expected ${name} to be ${kindOf(dimension)}${examples(dimension)}, got ${typed.trim()}${written === '' ? ` ${unit.name}` : ''}, ${kindOf(unit.dimension)}`,
    );
  const exact: Given = { name, text: typed.trim(), value: multiply(value, unit.factor), piPower: unit.piPower };
  checkSign(exact, of);
  return exact;
};

/**
 * A parameter as it was typed, with its exact value; `assumed` is the unit of a number without one. Throws an OracleError
 * for an unknown parameter, and for what `typedAs` refuses.
 */
export const given = (name: string, typed: Typed, assumed?: string): Given => {
  if (name === 'nucleus') return nucleus(typed);
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (!parameter) {
    const names = [...Object.keys(parameters), 'nucleus'];
    throw new OracleError(`expected the name of a parameter, got "${name}"; the nearest is ${nearest(name, names)}`);
  }
  return typedAs(name, typed, parameter.symbol, assumed);
};
