import { type Random, random } from '../../src/number/random.ts';
import type { DoubleQuantity } from '../../src/oracle/double/quantity.ts';

/** Where the forms of src/oracle/double change, as ratios of two inputs: points are drawn on and beside each. */
const boundaries = [1, 2, 16, 1 / 16, 1 / 32, 1 / 64, 1 / 8, 1 / 65536, 1 - 1 / 65536, 4294967296, 1 / 4294967296];

const reals = new Set(['Delta', 'D', 'theta', 'alpha', 'omega', 'betaI']);
const view = new DataView(new ArrayBuffer(8));
const bitsOf = (x: number): bigint => {
  view.setFloat64(0, x);
  return view.getBigUint64(0);
};
const fromBits = (bits: bigint): number => {
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
};
const leastBits = 1n;
const mostBits = bitsOf(Number.MAX_VALUE);
/** The positive number k steps of the last bit above x (below for k < 0), within the finite positive ones. */
export const steps = (x: number, k: number): number => {
  const bits = bitsOf(Math.abs(x)) + BigInt(k);
  return fromBits(bits < leastBits ? leastBits : bits > mostBits ? mostBits : bits);
};

/** Uniform in [0, 1). */
export const fraction = (source: Random): number => (source.next() + source.next() / 4294967296) / 4294967296;
/** m 2^k with m uniform in [1, 2) and k an integer, kept within the positive finite numbers. */
const withExponent = (source: Random, k: number): number => {
  const bounded = Math.max(-1074, Math.min(1023, k));
  const mantissa = BigInt(source.next()) * 1048576n + BigInt(source.below(1048576));
  const bits =
    bounded >= -1022
      ? (BigInt(bounded + 1023) << 52n) | mantissa
      : (1n << BigInt(bounded + 1074)) | (mantissa >> BigInt(-1022 - bounded));
  return fromBits(bits);
};
const exponent = (x: number): number => {
  const field = Number(bitsOf(Math.abs(x)) >> 52n);
  return field === 0 ? bitsOf(Math.abs(x)).toString(2).length - 1075 : field - 1023;
};
const between = (source: Random, from: number, to: number): number => from + source.below(Math.max(1, to - from + 1));
const pick = <T>(source: Random, from: readonly T[]): T => from[source.below(from.length)] as T;

/** One input, given those drawn before it: anywhere, of like size, or next to a boundary. */
const drawn = (source: Random, before: readonly number[], wild: boolean): number => {
  const way = source.below(20);
  if (before.length === 0 || (wild && way < 6))
    return withExponent(source, wild ? between(source, -1074, 1023) : between(source, -20, 60));
  const base = Math.abs(pick(source, before)) || 1;
  if (way < 10) return withExponent(source, exponent(base) + between(source, -6, 4));
  if (way < 15) return withExponent(source, exponent(base) + between(source, wild ? -140 : -45, wild ? 140 : 45));
  const near = base * pick(source, boundaries);
  return near > 0 && Number.isFinite(near) ? steps(near, between(source, -4, 4)) : withExponent(source, 0);
};

const sides: Readonly<Record<string, (source: Random, value: ReadonlyMap<string, number>) => number>> = {
  theta: (source) => {
    const magic = 0.9553166181245093;
    const turns = source.below(2) === 0 ? 0 : source.below(source.below(2) === 0 ? 8 : 5000000);
    const root = turns * Math.PI + (source.below(2) === 0 ? magic : -magic);
    const way = source.below(10);
    if (way < 4) return fraction(source) * Math.PI;
    if (way < 5) return withExponent(source, between(source, -1074, 23));
    return Math.sign(root) * steps(root, between(source, -3, 3) * (source.below(3) === 0 ? 1048576 : 1));
  },
  Delta: (source, values) => {
    const omega0I = values.get('omega0I');
    if (omega0I === undefined) return Number.NaN;
    const way = source.below(12);
    if (way < 4) return fraction(source) * omega0I;
    if (way < 6) return steps(omega0I, -source.below(5));
    if (way < 7) return omega0I * (1 - 1 / withExponent(source, between(source, 1, 52)));
    if (way < 8) return withExponent(source, between(source, -1074, exponent(omega0I) - 1));
    const D0 = values.get('D0');
    if (D0 === undefined || way < 9) return steps(omega0I * 0.6, between(source, -2, 2));
    const coupling = way < 11 ? D0 / omega0I : D0 / (2 * omega0I);
    return coupling < 1 ? steps(Math.sqrt((1 - coupling) * (1 + coupling)) * omega0I, between(source, -3, 3)) : 0;
  },
  D: (source, values) => {
    const D0 = values.get('D0');
    if (D0 === undefined) return Number.NaN;
    const way = source.below(8);
    if (way < 3) return fraction(source) * D0;
    if (way < 5) return steps(D0, -source.below(5));
    if (way < 7) return steps(D0 / 2, -source.below(5));
    return withExponent(source, between(source, -1074, exponent(D0)));
  },
};
/** The product of an inverse temperature and a frequency lies where something happens. */
const inverse = (source: Random, frequency: number): number =>
  withExponent(source, between(source, -60, 11) - exponent(frequency));

/** Inputs of a quantity, most of them within its domain; `wild` over all exponents of binary64. */
export const drawInputs = (quantity: DoubleQuantity, source: Random, wild: boolean): readonly number[] => {
  const values = new Map<string, number>();
  // What others lie within is drawn first.
  const order = [...quantity.parameters].sort((a, b) => Number(reals.has(a)) - Number(reals.has(b)));
  for (const name of order) {
    const special = sides[name]?.(source, values) ?? Number.NaN;
    const usual = (): number => drawn(source, [...values.values()], wild);
    const temperature = name === 'alpha' || name === 'betaI';
    const size =
      temperature && !wild ? inverse(source, values.get('omega0I') ?? 1) : Number.isFinite(special) ? special : usual();
    values.set(
      name,
      reals.has(name) && source.below(2) === 0 ? -size : reals.has(name) && source.below(40) === 0 ? 0 : size,
    );
  }
  return quantity.parameters.map((name) => values.get(name) as number);
};

/** A neighbour in a climb: one input moved by few or many last bits, by a power of two, or put next to another. */
export const moved = (inputs: readonly number[], source: Random): readonly number[] => {
  const at = source.below(inputs.length);
  const now = inputs[at] as number;
  const way = source.below(10);
  const step = (): number => {
    if (way < 4) return steps(now, between(source, -8, 8));
    if (way < 7)
      return steps(now, (source.below(2) === 0 ? 1 : -1) * Math.floor(4503599627370496 * fraction(source)) || 1);
    if (way < 8) return withExponent(source, exponent(now));
    if (way < 9) return withExponent(source, exponent(now) + between(source, -2, 2));
    return drawn(source, inputs, false);
  };
  const next = step();
  return inputs.map((value, index) => (index === at ? (now < 0 ? -next : next) : value));
};

/** A stream for a quantity and a part of the work. */
export const streamOf = (seed: number, quantity: string, part: number): Random => random(seed, `${quantity}/${part}`);
