import type { Expr } from '../formula/expression.ts';
import { one, multiply as product, type Rational, rational } from '../number/rational.ts';
import { divideShown, multiply, ofMonomial, overAndUnder, raise, tidy, times } from './field.ts';
import {
  asConstant,
  constant,
  fromTerms,
  type Polynomial,
  polynomialKey,
  primitive,
  rootOfRational,
  scalePolynomial,
  sorted,
  squareRoot,
} from './polynomial.ts';
import { formulaOf } from './show.ts';
import { signsOf } from './signs.ts';
import {
  asFraction,
  type Fraction,
  generatorAt,
  generatorNamed,
  isZero,
  negative,
  ofGenerator,
  positive,
  Refusal,
  type Signs,
  type State,
} from './state.ts';

/** Primes up to here are taken out of a surd; what is left of a number beyond their squares stays as it is. */
const primesUpTo = 2000n;

/** sqrt(n) as a rational times square roots of primes: sqrt 12 = 2 sqrt 3, sqrt 6 = sqrt 2 sqrt 3. */
const rootOfNumber = (state: State, value: Rational): Fraction => {
  const exact = rootOfRational(value);
  if (exact) return asFraction(constant(exact));
  let left = value.numerator * value.denominator;
  let outside = rational(1n, value.denominator);
  let root: Fraction = asFraction(constant(one));
  const include = (p: bigint): void => {
    const surd = generatorNamed(state, `sqrt ${p}`, () => ({
      kind: 'root',
      formula: { kind: 'power', base: { kind: 'number', value: rational(p) }, exponent: rational(1n, 2n) },
      signs: positive,
      square: constant(rational(p)),
      bounds: boundsOfRoot(p),
    }));
    root = times(state, root, ofGenerator(surd));
  };
  for (let p = 2n; p <= primesUpTo && p * p <= left; p++) {
    while (left % (p * p) === 0n) {
      left /= p * p;
      outside = product(outside, rational(p));
    }
    if (left % p === 0n) {
      left /= p;
      include(p);
    }
  }
  if (left > 1n) include(left);
  return times(state, asFraction(constant(outside)), root);
};

const digits = 10n ** 40n;
/** Rationals between which the root of a positive integer lies. */
const boundsOfRoot = (n: bigint): readonly [Rational, Rational] => {
  let x = 1n << BigInt(Math.ceil((n * digits * digits).toString(2).length / 2));
  for (;;) {
    const y = (x + (n * digits * digits) / x) / 2n;
    if (y >= x) break;
    x = y;
  }
  return [rational(x, digits), rational(x + 1n, digits)];
};

/** |a| of a polynomial: a or -a where its sign is known, otherwise something whose square is a^2. */
export const absolute = (state: State, a: Polynomial): Fraction => {
  const signs = signsOf(state, a);
  if (!(signs & negative)) return asFraction(a);
  if (!(signs & positive)) return asFraction(scalePolynomial(a, rational(-1)));
  const { content, monomial, part } = primitive(a);
  const outside = monomial.filter(([g]) => !(generatorAt(state, g).signs & negative));
  const inside = multiply(
    state,
    fromTerms([{ monomial: monomial.filter(([g]) => generatorAt(state, g).signs & negative), coefficient: one }]),
    part,
  );
  const lead = sorted(inside)[0]?.coefficient;
  const unsigned = lead && lead.numerator < 0n ? scalePolynomial(inside, rational(-1)) : inside;
  const magnitude = generatorNamed(state, `abs ${polynomialKey(unsigned)}`, () => ({
    kind: 'abs',
    formula: { kind: 'call', name: 'abs', argument: formulaOf(state, asFraction(unsigned)) },
    signs: (signs & isZero) | positive,
    square: multiply(state, unsigned, unsigned),
    arguments: [asFraction(unsigned)],
  }));
  return times(state, ofMonomial(outside, content), ofGenerator(magnitude));
};

export const absoluteOf = (state: State, a: Fraction): Fraction => {
  const [top, bottom] = overAndUnder(state, a);
  return divideShown(state, absolute(state, top), absolute(state, bottom));
};

/** sqrt of a primitive polynomial. */
const rootOfPart = (state: State, part: Polynomial): Fraction => {
  const name = polynomialKey(part);
  const known = state.squares.get(name);
  // The square of something known: its magnitude.
  if (known !== undefined) return absolute(state, ofGenerator(generatorAt(state, known)).over);
  const exact = squareRoot(part);
  if (exact) return absolute(state, exact);
  const signs: Signs = signsOf(state, part);
  const root = generatorNamed(state, `root ${name}`, () => ({
    kind: 'root',
    formula: { kind: 'power', base: formulaOf(state, asFraction(part)), exponent: rational(1n, 2n) } as Expr,
    signs: (signs & isZero) | positive,
    square: part,
    arguments: [asFraction(part)],
  }));
  state.squares.set(name, root.index);
  return ofGenerator(root);
};

/**
 * The square root of something shown to be >= 0: numbers as surds of primes, squares and known positive factors drawn
 * out, the rest as a generator whose square it is.
 */
export const squareRootOf = (state: State, a: Fraction): Fraction => {
  const { over: top, under } = tidy(a);
  // sqrt(N/d) = sqrt(N d)/|d|.
  let radicand = top;
  let bottom: Polynomial = constant(one);
  for (const { part, power } of under) {
    if (power % 2 === 1) radicand = multiply(state, radicand, part);
    bottom = multiply(state, bottom, raise(state, part, Math.ceil(power / 2)));
  }
  if (asConstant(radicand)?.numerator === 0n) return asFraction(radicand);
  const { content, monomial, part } = primitive(radicand);
  let root = rootOfNumber(state, content);
  let inside = part;
  for (const [g, n] of monomial) {
    const of = generatorAt(state, g);
    const whole = Math.floor(n / 2);
    if (whole !== 0) {
      const magnitude = absolute(state, ofGenerator(of).over);
      const raised = raise(state, magnitude.over, Math.abs(whole));
      root = whole > 0 ? times(state, root, asFraction(raised)) : divideShown(state, root, asFraction(raised));
    }
    if (n - 2 * whole === 0) continue;
    if (of.signs & negative) inside = multiply(state, inside, ofGenerator(of).over);
    else root = times(state, root, rootOfPart(state, ofGenerator(of).over));
  }
  const value = asConstant(inside);
  if (value && value.numerator < 0n) throw new Refusal('a square root of a negative number');
  // a >= 0 says nothing of the rest where a factor that was drawn out may be 0.
  if (!value && monomial.some(([g]) => generatorAt(state, g).signs & isZero) && signsOf(state, inside) & negative)
    throw new Refusal('a square root of a product whose factors are not known to be at least 0');
  const inner = value ? rootOfNumber(state, value) : rootOfPart(state, inside);
  return divideShown(state, times(state, root, inner), absolute(state, bottom));
};
