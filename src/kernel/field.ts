import { one, power, rational } from '../number/rational.ts';
import {
  addPolynomials,
  asConstant,
  exactQuotient,
  exponentIn,
  fromTerms,
  generator,
  isNothing,
  type Monomial,
  multiplyPolynomials,
  negatePolynomial,
  onlyTerm,
  type Polynomial,
  polynomialKey,
  primitive,
  raiseMonomial,
  scalePolynomial,
  type Term,
  unit,
  without,
} from './polynomial.ts';
import { type Factor, type Fraction, generatorAt, Refusal, type State } from './state.ts';

/** The term with squares of generators replaced by what they equal. */
const reduceTerm = (state: State, { monomial, coefficient }: Term): Polynomial | undefined => {
  for (const [index, exponent] of monomial) {
    // Beyond 2^53 x^n and x^(n+1) would be the same to JavaScript.
    if (!Number.isSafeInteger(exponent)) throw new Refusal('an exponent beyond 2^53');
    const square = state.generators[index]?.square;
    if (!square || exponent < 2) continue;
    const rest: Term = { monomial: without(monomial, index), coefficient };
    const odd = exponent % 2 === 1 ? generator(index) : unit;
    let product = multiply(state, fromTerms([rest]), odd);
    for (let n = Math.floor(exponent / 2); n > 0; n--) product = multiply(state, product, square);
    return product;
  }
  return undefined;
};

/** What one kernel spends before it gives up: some seconds. */
const mostOperations = 2_000_000;

/** The product of two polynomials, no square of a generator left that is known to equal something. */
export const multiply = (state: State, a: Polynomial, b: Polynomial): Polynomial => {
  state.operations += a.size * b.size;
  if (state.operations > mostOperations) throw new Refusal(`more than ${mostOperations} operations`);
  const plain: Term[] = [];
  for (const term of multiplyPolynomials(a, b).values()) {
    const reduced = reduceTerm(state, term);
    if (reduced) plain.push(...reduced.values());
    else plain.push(term);
  }
  return fromTerms(plain);
};

export const raise = (state: State, a: Polynomial, n: number): Polynomial => {
  let product = unit;
  for (let left = n; left > 0; left--) product = multiply(state, product, a);
  return product;
};

const underProduct = (state: State, factors: readonly Factor[]): Polynomial =>
  factors.reduce((product, { part, power: n }) => multiply(state, product, raise(state, part, n)), unit);

/** The smallest common denominator of two, and what each lacks of it. */
const common = (a: readonly Factor[], b: readonly Factor[]) => {
  const all = new Map<string, Factor>(a.map((factor) => [factor.key, factor]));
  for (const factor of b) {
    const known = all.get(factor.key);
    if (!known || known.power < factor.power) all.set(factor.key, factor);
  }
  const lacking = (own: readonly Factor[]): readonly Factor[] =>
    [...all.values()].flatMap((factor) => {
      const missing = factor.power - (own.find(({ key }) => key === factor.key)?.power ?? 0);
      return missing > 0 ? [{ ...factor, power: missing }] : [];
    });
  return { all: [...all.values()], lackingA: lacking(a), lackingB: lacking(b) };
};

export const add = (state: State, a: Fraction, b: Fraction): Fraction => {
  const { all, lackingA, lackingB } = common(a.under, b.under);
  const over = addPolynomials(
    multiply(state, a.over, underProduct(state, lackingA)),
    multiply(state, b.over, underProduct(state, lackingB)),
  );
  return isNothing(over) ? { over, under: [] } : { over, under: all };
};

export const negated = ({ over, under }: Fraction): Fraction => ({ over: negatePolynomial(over), under });
export const subtract = (state: State, a: Fraction, b: Fraction): Fraction => add(state, a, negated(b));

const merged = (a: readonly Factor[], b: readonly Factor[]): readonly Factor[] => {
  const all = new Map<string, Factor>(a.map((factor) => [factor.key, factor]));
  for (const factor of b) {
    const known = all.get(factor.key);
    all.set(factor.key, known ? { ...factor, power: known.power + factor.power } : factor);
  }
  return [...all.values()];
};

export const times = (state: State, a: Fraction, b: Fraction): Fraction =>
  tidy({ over: multiply(state, a.over, b.over), under: merged(a.under, b.under) });

/** 1/a, for a polynomial that whoever calls has shown not to be 0. */
const invertPolynomial = (state: State, a: Polynomial): Fraction => {
  const { content, monomial, part } = primitive(a);
  // 1/g of a generator with a known square is g/g^2, so that no such generator has a negative exponent.
  const known = monomial.filter(([g]) => generatorAt(state, g).square);
  const free = monomial.filter(([g]) => !generatorAt(state, g).square);
  let over = fromTerms([{ monomial: raiseMonomial(free, -1), coefficient: power(content, -1) }]);
  let under: readonly Factor[] = [];
  for (const [g, n] of known)
    for (let left = n; left > 0; left--) {
      const square = invertPolynomial(state, generatorAt(state, g).square as Polynomial);
      over = multiply(state, multiply(state, over, generator(g)), square.over);
      under = merged(under, square.under);
    }
  const sign = asConstant(part);
  if (sign) return { over: scalePolynomial(over, power(sign, -1)), under };
  return { over, under: merged(under, [{ part, key: polynomialKey(part), power: 1 }]) };
};

/** a/b, for a b that whoever calls has shown not to be 0. */
export const divideShown = (state: State, a: Fraction, b: Fraction): Fraction => {
  const inverse = invertPolynomial(state, b.over);
  return times(state, { over: multiply(state, a.over, underProduct(state, b.under)), under: a.under }, inverse);
};

/** Common factors of numerator and denominator cancelled, as far as exact division finds them. */
export const tidy = ({ over, under }: Fraction): Fraction => {
  if (under.length === 0 || isNothing(over)) return { over, under: isNothing(over) ? [] : under };
  let top = over;
  const left: Factor[] = [];
  for (const factor of under) {
    let { power: n } = factor;
    while (n > 0) {
      const quotient = dividedBy(top, factor.part);
      if (!quotient) break;
      top = quotient;
      n--;
    }
    if (n > 0) left.push({ ...factor, power: n });
  }
  return { over: top, under: left };
};

const dividedBy = (a: Polynomial, b: Polynomial): Polynomial | undefined => {
  if (b.size > a.size && b.size > 1) return undefined;
  const { content, monomial, part } = primitive(a);
  const quotient = exactQuotient(part, b);
  return quotient && scalePolynomial(quotient, content, monomial);
};

export const isZeroFraction = ({ over }: Fraction): boolean => isNothing(over);
export const same = (state: State, a: Fraction, b: Fraction): boolean => isNothing(subtract(state, a, b).over);
export const fractionKey = ({ over, under }: Fraction): string =>
  `${polynomialKey(over)} / ${under
    .map(({ key, power: n }) => `(${key})^${n}`)
    .sort()
    .join(' ')}`;

/** A fraction without denominator as its only term. */
export const termOf = ({ over, under }: Fraction): Term | undefined => (under.length > 0 ? undefined : onlyTerm(over));
export const constantOf = ({ over, under }: Fraction) => (under.length > 0 ? undefined : asConstant(over));

/** The whole as one polynomial over one polynomial. */
export const overAndUnder = (state: State, { over, under }: Fraction): readonly [Polynomial, Polynomial] => [
  over,
  underProduct(state, under),
];

export const ofMonomial = (monomial: Monomial, coefficient = one): Fraction => ({
  over: fromTerms([{ monomial, coefficient }]),
  under: [],
});
export const half = rational(1, 2);
export const mentions = (a: Fraction, index: number): boolean =>
  [a.over, ...a.under.map(({ part }) => part)].some((polynomial) =>
    [...polynomial.values()].some(({ monomial }) => exponentIn(monomial, index) !== 0),
  );
