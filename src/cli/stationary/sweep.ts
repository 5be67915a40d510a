import { type Given, given, unitOf } from '../../oracle/given.ts';
import { parameters } from '../../theory/parameters.ts';
import { UsageError } from '../usage.ts';
import { parameterNamed } from './experiment.ts';

/** A parameter that takes one value after the other. */
export interface Sweep {
  readonly name: string;
  /** As it was written; '' for SI. */
  readonly unit: string;
  readonly scale: 'linear' | 'log';
  /** In that unit, rising, with the same value given exactly. */
  readonly values: readonly { readonly number: number; readonly given: Given }[];
}

export interface SweepOptions {
  readonly steps: number;
  readonly linear?: boolean | undefined;
}

const pattern = /^([^=]+)=(.+?)\.\.(.+)$/s;
/** Figures of the values between the ends, so that they can be written down and given again. */
const figures = 6;

const parts = (text: string): { readonly number: string; readonly unit: string } => {
  const [, number = text, unit = ''] = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*?)\s*$/s.exec(text) ?? [];
  return { number, unit };
};

/** from^(1 - at) to^at; the quotient of both may be out of range, their logarithms are not. */
const geometric = (from: number, to: number, at: number): number => {
  const ratio = to / from;
  return ratio < Number.POSITIVE_INFINITY
    ? from * Math.exp(at * Math.log(ratio))
    : Math.exp((1 - at) * Math.log(from) + at * Math.log(to));
};

/** A whole number of even steps from one value to the other, in the logarithm unless linear. */
const between = (from: number, to: number, steps: number, scale: Sweep['scale']): readonly number[] =>
  Array.from({ length: steps + 1 }, (_, k) => {
    if (k === 0) return from;
    if (k === steps) return to;
    const at = k / steps;
    const value = scale === 'log' ? geometric(from, to, at) : from + at * (to - from);
    // Rounding must not make an even step of 0 into one of 1e-17; logarithmic ones are never 0.
    const isZero = scale === 'linear' && Math.abs(value) < 1e-12 * (to - from);
    return Number((isZero ? 0 : value).toPrecision(figures));
  });

/**
 * "D0=5MHz..500MHz" or "D0=5..500MHz". Throws a UsageError or an OracleError for what has no numbers, two units, or an
 * end that is not above the beginning, and for a logarithmic one that does not stay above 0.
 */
export const sweepOf = (text: string, { steps, linear = false }: SweepOptions): Sweep => {
  const [, typed, first, last] = pattern.exec(text) ?? [];
  if (typed === undefined || first === undefined || last === undefined)
    throw new UsageError(`expected --sweep name=from..to, such as D0=5MHz..500MHz, got "${text}"`);
  const name = parameterNamed(typed.trim());
  if (!Object.hasOwn(parameters, name) || name === 'alpha')
    throw new UsageError(`expected --sweep of a parameter that is a number, got ${name}`);
  const [from, to] = [parts(first), parts(last)];
  const unit = to.unit;
  if (from.unit !== '' && from.unit !== unit)
    throw new UsageError(
      `expected one unit for both ends of --sweep, as in ${name}=5MHz..500MHz, got ${first.trim()} and ${last.trim()}`,
    );
  if (unit !== '') unitOf(unit, name);
  const ends = [from, to].map(({ number }) => given(name, `${number}${unit}`)) as [Given, Given];
  const [low, high] = [Number(from.number), Number(to.number)];
  if (!(low < high))
    throw new UsageError(`expected --sweep from a smaller to a larger value, got ${first.trim()} to ${last.trim()}`);
  const scale = linear ? 'linear' : 'log';
  if (scale === 'log' && low <= 0)
    throw new UsageError(
      `expected --linear for a sweep that does not stay above 0, got ${name} from ${first.trim()} in logarithmic steps`,
    );
  const values = between(low, high, steps, scale).map((number, k) => ({
    number,
    given: k === 0 ? ends[0] : k === steps ? ends[1] : given(name, `${number}${unit}`),
  }));
  return { name, unit, scale, values };
};
