import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addPolynomials,
  asConstant,
  constant,
  exactQuotient,
  fromTerms,
  generator,
  isNothing,
  type Monomial,
  multiplyPolynomials,
  nothing,
  type Polynomial,
  polynomialKey,
  primitive,
  replaceGenerator,
  rootOfRational,
  scalePolynomial,
  sorted,
  squareRoot,
  subtractPolynomials,
  unit,
} from '../../src/kernel/polynomial.ts';
import { multiply, plus, power, type Rational, rational } from '../../src/number/rational.ts';

const settings = { seed: 20240701, numRuns: 300 };
const fractions = fc
  .tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 1, max: 5 }))
  .map(([n, d]) => rational(n, d));
const values = fc.tuple(...[0, 1, 2].map(() => fractions.filter(({ numerator }) => numerator !== 0n)));

const polynomials = (least: number): fc.Arbitrary<Polynomial> =>
  fc
    .array(fc.tuple(fractions, fc.array(fc.integer({ min: least, max: 3 }), { minLength: 3, maxLength: 3 })), {
      maxLength: 4,
    })
    .map((terms) =>
      fromTerms(
        terms.map(([coefficient, exponents]) => ({
          coefficient,
          monomial: exponents.flatMap((n, g) => (n === 0 ? [] : [[g, n] as const])),
        })),
      ),
    );
const any = polynomials(-2);
const whole = polynomials(0);

const at = (a: Polynomial, point: readonly Rational[]): Rational =>
  [...a.values()].reduce(
    (sum, { monomial, coefficient }) =>
      plus(
        sum,
        monomial.reduce((product, [g, n]) => multiply(product, power(point[g] as Rational, n)), coefficient),
      ),
    rational(0),
  );
const same = (a: Polynomial, b: Polynomial): void => expect(polynomialKey(a)).toBe(polynomialKey(b));

test('sums and products have the values of their parts, whatever the point', () => {
  fc.assert(
    fc.property(any, any, values, (a, b, point) => {
      expect(at(addPolynomials(a, b), point)).toEqual(plus(at(a, point), at(b, point)));
      expect(at(multiplyPolynomials(a, b), point)).toEqual(multiply(at(a, point), at(b, point)));
    }),
    settings,
  );
});

test('the laws of a ring hold term by term', () => {
  fc.assert(
    fc.property(any, any, any, (a, b, c) => {
      same(multiplyPolynomials(a, b), multiplyPolynomials(b, a));
      same(
        multiplyPolynomials(a, addPolynomials(b, c)),
        addPolynomials(multiplyPolynomials(a, b), multiplyPolynomials(a, c)),
      );
      expect(isNothing(subtractPolynomials(a, a))).toBe(true);
      same(multiplyPolynomials(a, unit), a);
      expect(isNothing(multiplyPolynomials(a, nothing))).toBe(true);
    }),
    settings,
  );
});

test('no term has coefficient or exponent 0, and terms stand in one order', () => {
  fc.assert(
    fc.property(any, any, (a, b) => {
      const product = multiplyPolynomials(a, b);
      for (const { monomial, coefficient } of product.values()) {
        expect(coefficient.numerator).not.toBe(0n);
        expect(monomial.every(([, n]) => n !== 0)).toBe(true);
        expect(monomial.map(([g]) => g)).toEqual(monomial.map(([g]) => g).sort((x, y) => x - y));
      }
      const backwards = fromTerms([...product.values()].reverse());
      expect(sorted(backwards)).toEqual(sorted(product));
      same(backwards, product);
    }),
    settings,
  );
});

test('content, monomial and primitive part multiply to the whole; the part has coprime whole coefficients', () => {
  fc.assert(
    fc.property(any, (a) => {
      const { content, monomial, part } = primitive(a);
      same(scalePolynomial(part, content, monomial), a);
      expect(content.numerator > 0n).toBe(true);
      for (const { coefficient } of part.values()) expect(coefficient.denominator).toBe(1n);
      same(primitive(part).part, part);
    }),
    settings,
  );
});

test('a product is divided by its factors exactly, and what does not divide is refused', () => {
  fc.assert(
    fc.property(whole, whole, (a, b) => {
      fc.pre(!isNothing(b));
      const quotient = exactQuotient(multiplyPolynomials(a, b), b);
      if (quotient) same(quotient, a);
      else expect(isNothing(a) || a.size > 1).toBe(true);
      const more = addPolynomials(multiplyPolynomials(a, b), unit);
      const other = exactQuotient(more, b);
      if (other) same(multiplyPolynomials(other, b), more);
    }),
    settings,
  );
  expect(exactQuotient(generator(0), nothing)).toBeUndefined();
  expect(exactQuotient(unit, generator(0))).toBeUndefined();
  expect(isNothing(exactQuotient(nothing, generator(0)) as Polynomial)).toBe(true);
});

test('the root of a square is found, and only of a square', () => {
  fc.assert(
    fc.property(whole, whole, (a, b) => {
      const root = squareRoot(multiplyPolynomials(a, a)) as Polynomial;
      same(multiplyPolynomials(root, root), multiplyPolynomials(a, a));
      const found = squareRoot(b);
      if (found) same(multiplyPolynomials(found, found), b);
    }),
    settings,
  );
  expect(squareRoot(generator(0))).toBeUndefined();
  expect(squareRoot(constant(rational(-4)))).toBeUndefined();
  expect(squareRoot(constant(rational(2)))).toBeUndefined();
  same(squareRoot(generator(0, -2)) as Polynomial, generator(0, -1));
  expect(isNothing(squareRoot(nothing) as Polynomial)).toBe(true);
});

test('a generator is replaced by a polynomial, not where it stands in a denominator', () => {
  fc.assert(
    fc.property(whole, whole, values, (a, by, point) => {
      const inside = point.with(1, at(by, point));
      expect(at(replaceGenerator(a, 1, by), point)).toEqual(at(a, inside));
    }),
    settings,
  );
  expect(() => replaceGenerator(generator(1, -1), 1, unit)).toThrow('non-negative exponent');
});

test('rational roots at their boundaries', () => {
  const root = (n: bigint | number, d: bigint | number = 1) => rootOfRational(rational(n, d));
  expect(root(0)).toEqual(rational(0));
  expect(root(1)).toEqual(rational(1));
  expect(root(4, 9)).toEqual(rational(2, 3));
  expect(root(2)).toBeUndefined();
  expect(root(-4)).toBeUndefined();
  expect(root(10n ** 80n)).toEqual(rational(10n ** 40n));
  expect(root(10n ** 80n - 1n)).toBeUndefined();
  expect(root(10n ** 80n + 1n)).toBeUndefined();
});

test('constants are told from what only looks like one', () => {
  expect(asConstant(nothing)).toEqual(rational(0));
  expect(asConstant(constant(rational(2, 3)))).toEqual(rational(2, 3));
  expect(asConstant(generator(0))).toBeUndefined();
  const cancelled = subtractPolynomials(addPolynomials(generator(0), unit), generator(0));
  expect(asConstant(cancelled)).toEqual(rational(1));
  const empty: Monomial = [];
  expect(asConstant(fromTerms([{ monomial: empty, coefficient: rational(5) }]))).toEqual(rational(5));
});
