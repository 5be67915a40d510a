import type { Node } from '../../src/formula/expression.ts';
import { mapParts } from '../../src/formula/fold.ts';
import { freeSymbols, key } from '../../src/formula/substitute.ts';
import type { Random } from '../../src/number/random.ts';
import { compare, divide, minus, multiply, negate, plus, type Rational, rational } from '../../src/number/rational.ts';
import { ofTheCut } from '../../src/theory/population-integrals.ts';
import type { Quantity } from '../../src/theory/quantities.ts';
import { bitsFor, type Ends, inOrder, near, one, pick, powerOf2, signed, sized, whole, zero } from './draw.ts';

/** An integral costs a thousand times as much as a closed form. */
export const isIntegral = ({ formula }: Quantity): boolean => key(formula).includes('(int ');

/** How many integrals stand under one another at most. */
export const integralsOver = (node: Node): number => {
  let most = 0;
  mapParts(node, (part) => {
    most = Math.max(most, integralsOver(part));
    return part;
  });
  return most + (node.kind === 'integral' ? 1 : 0);
};

const anySize = (random: Random, bits: number, reach: number): Rational =>
  random.below(4) === 0
    ? multiply(rational(whole(random, 100, 999), 100), tenTo(whole(random, -reach >> 2, reach >> 2)))
    : sized(random, bitsFor(random, bits), whole(random, -reach, reach));
const tenTo = (n: number): Rational => (n >= 0 ? rational(10n ** BigInt(n)) : rational(1n, 10n ** BigInt(-n)));

/** Between 0 and 1: tiny, anywhere, and so near to 1 that the precision just tells. */
const fraction = (random: Random, bits: number): Rational =>
  pick(random, [
    () => sized(random, bitsFor(random, bits), -whole(random, 2, 100)),
    () => rational(whole(random, 1, 63), 64),
    () => sized(random, bitsFor(random, bits), -1),
    () => minus(one, sized(random, whole(random, 1, 8), -whole(random, 4, bits))),
  ])();

/** D0/omega0I, as the domain in the quantity's name says. */
const cutoff = (random: Random, bits: number, name: string): Rational => {
  const below = (): Rational => (random.below(12) === 0 ? one : fraction(random, bits));
  const above = (): Rational =>
    pick(random, [() => one, () => rational(2), () => near(random, bits, rational(2)), () => divide(one, below())])();
  if (/>=/.test(name)) return above();
  if (/<|small/.test(name)) return below();
  return random.below(3) === 0 ? above() : below();
};

/**
 * A point of the quantity's domain: widths over many decades, D0 at omega0I and next to it, |Delta| from 0 to omega0I,
 * D up to the ends of the density. Boundaries are met by numbers that are exact in binary: nobody could tell otherwise.
 */
const point = (random: Random, bits: number, reach: number, name: string): Readonly<Record<string, Rational>> => {
  const isGlass = name.includes('glass');
  const limit = cutoff(random, bits, name);
  const share = pick(random, [
    () => (isGlass ? rational(3, 4) : one),
    () => zero,
    () => fraction(random, bits),
    () => fraction(random, bits),
  ])();
  const part = random.below(8) === 0 ? one : fraction(random, bits);
  const isBoundary = [limit, share, part].some((x) => x.denominator === 1n);
  const omega0I = isBoundary ? sized(random, 20, whole(random, -20, 40)) : anySize(random, bits, reach);
  const isDyadic = (limit.denominator & (limit.denominator - 1n)) === 0n;
  const D0 = multiply(omega0I, isBoundary && !isDyadic ? rational(5, 4) : limit);
  // In units of D0: from -1 to 1, or to 1/2 for the density itself.
  const coupling = random.below(2) === 0 ? negate(part) : isGlass ? multiply(part, rational(1, 2)) : part;
  const size = (): Rational => anySize(random, bits, reach);
  // Energy times inverse temperature, up to some thousands.
  const exponent = (): Rational => signed(random, sized(random, bitsFor(random, bits), whole(random, -reach, 12)));
  const omega = signed(random, size());
  return {
    omega0I,
    D0,
    A2: size(),
    DD: multiply(omega0I, sized(random, bitsFor(random, bits), whole(random, -reach, reach >> 1))),
    Delta: signed(random, multiply(omega0I, share)),
    Delta0: multiply(omega0I, isBoundary ? zero : fraction(random, bits)),
    D: multiply(D0, coupling),
    Az: size(),
    omega,
    alpha: divide(exponent(), omega),
    betaI: divide(exponent(), omega0I),
    nS: size(),
    mu0: size(),
    hbar: size(),
    gammaS: size(),
    r: size(),
    r0: size(),
    theta: signed(random, sized(random, bitsFor(random, bits), whole(random, -40, 12))),
  };
};

/**
 * A line of electrons whose width is of the order of omega0I, at some hundred times omega0I, cold or warm, with a hole
 * anywhere in it or none; couplings below omega0I and above. Smooth: warm, and with a hole that is not much narrower than
 * the line, for double integrals, which cost seconds elsewhere.
 */
const lineAt = (random: Random, bits: number, reach: number, isSmooth: boolean): Readonly<Record<string, Rational>> => {
  const times = (x: Rational, low: number, high: number): Rational =>
    multiply(x, sized(random, bitsFor(random, bits), whole(random, low, high)));
  const unit = sized(random, 20, whole(random, -reach >> 2, reach >> 2));
  const omega0I = times(unit, 0, 0);
  const sigma = times(unit, -4, 2);
  const omegaS = times(omega0I, 5, 9);
  const inverse = (): Rational => divide(times(one, -8, isSmooth ? -1 : 3), omegaS);
  return {
    omega0I,
    sigma,
    omegaS,
    separation: random.below(8) === 0 ? zero : times(sigma, -2, 2),
    Delta: random.below(8) === 0 ? zero : signed(random, times(sigma, -4, 3)),
    betaL: signed(random, inverse()),
    betaSS: signed(random, times(inverse(), 0, 6)),
    DD: times(omega0I, isSmooth ? -4 : -8, -1),
    D0: random.below(3) === 0 ? times(omega0I, 0, 3) : multiply(omega0I, rational(whole(random, 1, 63), 64)),
    depth: pick(random, [zero, one, rational(whole(random, 1, 63), 64)]),
    omegaM: plus(omegaS, signed(random, times(sigma, -3, 1))),
    holeWidth: times(sigma, isSmooth ? -1 : -5, 2),
  };
};

/** Where a quantity is enclosed: boxes of its symbols, and a point in them at which its value is known. */
export interface Place {
  readonly boxes: Readonly<Record<string, Ends>>;
  readonly point: Readonly<Record<string, Rational>>;
}

/** Mostly points. A box reaches from its point a relative 2^-60 to 2^-2 up or down, within the domain. */
export const placeFor = (random: Random, precision: number, reach: number, quantity: Quantity): Place => {
  const isSmooth = integralsOver(quantity.formula) > 1;
  const all = quantity.overLine
    ? lineAt(random, precision, reach, isSmooth)
    : point(random, precision, reach, quantity.name);
  const names = [...freeSymbols(quantity.formula).keys()].filter((name) => !ofTheCut.has(name));
  const chosen = Object.fromEntries(names.map((name) => [name, all[name] as Rational]));
  const isBox = random.below(5) === 0;
  // A line that may lie anywhere within several of its widths has integrals that say nothing, at great cost.
  const relative = powerOf2(-whole(random, quantity.overLine ? 30 : 2, 60));
  const limit = (names.includes('Delta') && !quantity.overLine) || names.includes('Delta0') || names.includes('D');
  const boxes = names.map((name): readonly [string, Ends] => {
    const x = chosen[name] as Rational;
    // What bounds another symbol stays where it is.
    if (!isBox || (limit && (name === 'omega0I' || name === 'D0')) || x.numerator === 0n) return [name, [x, x]];
    const away = multiply(x, multiply(relative, rational(whole(random, 1, 64), 64)));
    const inwards = ['Delta', 'Delta0', 'D', 'depth'].includes(name) || random.below(2) === 0;
    return [name, inOrder(x, inwards ? minus(x, away) : plus(x, away))];
  });
  return { boxes: Object.fromEntries(boxes), point: chosen };
};

/** Whether the box is a point. */
export const isPoint = ({ boxes }: Place): boolean => Object.values(boxes).every(([lo, hi]) => compare(lo, hi) === 0);
