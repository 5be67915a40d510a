import { angularFrequency, type Dimension, formatDimension, pureNumber, sameDimension } from '../formula/dimension.ts';
import { div, type Expr, mul, num, pi } from '../formula/expression.ts';
import { dimensionOf } from '../meaning/dimension.ts';
import { power, type Rational, rational } from '../number/rational.ts';
import { atResonance, derivations } from '../theory/derived-parameters.ts';
import { parameters } from '../theory/parameters.ts';
import { units } from '../theory/units.ts';
import { certified } from './arithmetic.ts';
import { enclose } from './enclosed.ts';
import type { Scene } from './scene.ts';

/** A symbol with its value in SI units and, for an angular frequency, as 2 pi times a multiple of Hz. */
export interface Shown {
  readonly name: string;
  readonly si: string;
  /** That of `si`; '' for a name. */
  readonly unit: string;
  readonly frequency?: string;
}

const figures = 10;
const multiples = ['Hz', 'kHz', 'MHz', 'GHz'] as const;

/** A value in rad/s as 2 pi times the multiple of Hz that leaves one to three digits before the point. */
export const frequencyOf = (formula: Expr, scene: Scene): string => {
  const inHertz = div<string, 'scalar' | 'binder'>(formula, mul(2, pi));
  const whole = enclose(inHertz, scene, figures);
  if (whole.figures === 0) return '0';
  const shownFigures = Math.min(whole.figures, figures);
  const size = Math.abs(certified(20).middle(certified(20).rational(whole.ends[0])));
  const step = [1e9, 1e6, 1e3].findIndex((least) => size >= least);
  const index = step < 0 ? 0 : 3 - step;
  const inMultiple = (of: number): string =>
    enclose(div<string, 'scalar' | 'binder'>(inHertz, num(power(rational(1000), of))), scene, shownFigures).digits;
  const digits = inMultiple(index);
  // Rounded up to 1000 it is 1 of the next one.
  const isNext = index < multiples.length - 1 && Math.abs(Number(digits)) >= 1000;
  return isNext ? `2 pi x ${inMultiple(index + 1)} ${multiples[index + 1]}` : `2 pi x ${digits} ${multiples[index]}`;
};

/** The dimension of a symbol that is given or derived. */
const dimensionOfSymbol = (name: string): Dimension => {
  const derivation = [...derivations, ...atResonance].find((one) => one.name === name);
  return parameters[name]?.symbol.dimension ?? (derivation ? dimensionOf(derivation.formula) : pureNumber);
};

/** The SI unit of a dimension. */
const siUnitOf = (dimension: Dimension): string =>
  units.find((unit) => unit.piPower === 0 && isOne(unit.factor) && sameDimension(unit.dimension, dimension))?.name ??
  formatDimension(dimension);
const isOne = ({ numerator, denominator }: Rational): boolean => numerator === denominator;

/** An exact decimal without the zeros behind its last digit. */
const trimmed = (digits: string): string => digits.replace(/(\.\d*?)0+(?=e|$)/, '$1').replace(/\.(?=e|$)/, '');

/** A symbol of the scene, to ten digits. */
export const shown = (name: string, scene: Scene): Shown => {
  const formula: Expr = { kind: 'symbol', symbol: { name, tex: name, dimension: angularFrequency, sign: 'real' } };
  const ratio = scene.exact.get(name);
  const { digits } = enclose(formula, scene, figures);
  const si = ratio?.power === 0 ? trimmed(digits) : digits;
  const dimension = dimensionOfSymbol(name);
  const isFrequency = sameDimension(dimension, angularFrequency);
  return { name, si, unit: siUnitOf(dimension), ...(isFrequency ? { frequency: frequencyOf(formula, scene) } : {}) };
};
