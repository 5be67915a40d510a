import type { Expr, Node } from '../formula/expression.ts';
import { type Rational, rational, sign } from '../number/rational.ts';
import { generator, type Polynomial } from './polynomial.ts';

/** Which signs a number may have, as a set of bits. */
export type Signs = number;
export const negative = 1;
export const isZero = 2;
export const positive = 4;
export const anySign: Signs = 7;
export const nonnegative: Signs = positive | isZero;

/** Something that the kernel cannot do or cannot show. It refuses rather than guesses: nothing follows from a refusal. */
export class Refusal extends Error {
  override readonly name: string = 'Refusal';
}

/**
 * One thing that polynomials are made of: a symbol, or a function of an argument in normal form. `square` is the
 * polynomial that its square equals, in which only generators made earlier occur: no power above 1 is left.
 */
export interface Generator {
  readonly index: number;
  readonly kind: string;
  formula: Expr;
  signs: Signs;
  readonly square?: Polynomial;
  readonly arguments: readonly Fraction[];
  /** Of a constant: rationals between which it lies. */
  readonly bounds?: readonly [Rational, Rational];
  /** The sine that belongs to a cosine: its square is 1 - cosine^2. */
  readonly partner?: number;
}

/** A power of a polynomial in a denominator, known not to be 0. */
export interface Factor {
  readonly part: Polynomial;
  readonly key: string;
  readonly power: number;
}

/** over/(product of under): an element of the field in which the kernel computes. */
export interface Fraction {
  readonly over: Polynomial;
  readonly under: readonly Factor[];
}

/** What had to hold for a step, and was shown from the hypotheses. */
export interface Condition {
  readonly formula: Expr;
  readonly is: '!= 0' | '>= 0' | '> 0';
}

/** A polynomial that is known to be >= 0, or > 0; or only not to be 0. */
export interface Bound {
  readonly polynomial: Polynomial;
  readonly strict: boolean;
  readonly nonzero?: true;
}

/** Everything that one proof knows: its generators, its hypotheses, and what it has used of them. */
export interface State {
  readonly generators: Generator[];
  readonly named: Map<string, number>;
  /** Symbols that the hypotheses give by a formula. */
  readonly given: Map<string, Fraction>;
  readonly bounds: Bound[];
  readonly squares: Map<string, number>;
  readonly conditions: Map<string, Condition>;
  readonly signs: Map<string, Signs>;
  /** Bound variables, which have names of their own here, as the formulas call them. */
  readonly boundNames: Map<string, Expr>;
  operations: number;
  /** The next number for a quantity that stands for the distance of a symbol from its bound; below 0, unlike generators. */
  fresh: number;
}

export const newState = (): State => ({
  generators: [],
  named: new Map(),
  given: new Map(),
  bounds: [],
  squares: new Map(),
  conditions: new Map(),
  signs: new Map(),
  boundNames: new Map(),
  operations: 0,
  fresh: -1_000_000,
});

export const generatorAt = (state: State, index: number): Generator => state.generators[index] as Generator;

/** The generator of that name, made when it is met first. */
export const generatorNamed = (
  state: State,
  name: string,
  make: () => Omit<Generator, 'index' | 'arguments'> & { readonly arguments?: readonly Fraction[] },
): Generator => {
  const known = state.named.get(name);
  if (known !== undefined) return generatorAt(state, known);
  const made = make();
  const index = state.generators.length;
  const entry: Generator = { arguments: [], ...made, index };
  state.generators.push(entry);
  state.named.set(name, index);
  return entry;
};

export const asFraction = (over: Polynomial): Fraction => ({ over, under: [] });
export const ofGenerator = ({ index }: Generator): Fraction => asFraction(generator(index));

/** Signs of a product and of a sum, from those of the parts. */
export const timesSigns = (a: Signs, b: Signs): Signs => {
  let product = 0;
  for (const x of [negative, isZero, positive])
    for (const y of [negative, isZero, positive])
      if (a & x && b & y) product |= x === isZero || y === isZero ? isZero : x === y ? positive : negative;
  return product;
};
export const plusSigns = (a: Signs, b: Signs): Signs => {
  let sum = 0;
  for (const x of [negative, isZero, positive])
    for (const y of [negative, isZero, positive])
      if (a & x && b & y) sum |= x === isZero ? y : y === isZero || x === y ? x : anySign;
  return sum;
};
export const raiseSigns = (a: Signs, n: number): Signs =>
  n % 2 !== 0 ? a : n === 0 ? positive : (a & isZero) | (a & (positive | negative) ? positive : 0);
export const signsOfRational = (value: Rational): Signs =>
  sign(value) > 0 ? positive : sign(value) < 0 ? negative : isZero;
export const isDefinite = (signs: Signs): boolean => !(signs & negative && signs & positive);

/** pi to 40 digits (DLMF 3.12.1), rounded down and up. */
const piDigits = 31415926535897932384626433832795028841971n;
const piScale = 10n ** 40n;
export const piGenerator = (state: State): Generator =>
  generatorNamed(state, 'pi', () => ({
    kind: 'pi',
    formula: { kind: 'pi' } as Node,
    signs: positive,
    bounds: [rational(piDigits, piScale), rational(piDigits + 1n, piScale)],
  }));
