import { divide, multiply, negate, one, plus, type Rational, rational, sign, zero } from '../number/rational.ts';

/**
 * Sparse polynomials over the rationals in numbered generators, with integer exponents of either sign: the numbers of
 * the kernel. Everything is exact; equal polynomials have equal terms.
 */

/** Generators with their exponents, in the order of the generators; none has exponent 0. */
export type Monomial = readonly (readonly [generator: number, exponent: number])[];

export interface Term {
  readonly monomial: Monomial;
  readonly coefficient: Rational;
}

/** Terms by the text of their monomial; no coefficient is 0. */
export type Polynomial = ReadonlyMap<string, Term>;

const monomialKey = (monomial: Monomial): string => monomial.map(([g, n]) => `${g}^${n}`).join(' ');

export const timesMonomial = (a: Monomial, b: Monomial): Monomial => {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const product: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [left, right] = [a[i], b[j]];
    if (left && (!right || left[0] < right[0])) {
      product.push(left);
      i++;
    } else if (right && (!left || right[0] < left[0])) {
      product.push(right);
      j++;
    } else if (left && right) {
      const exponent = left[1] + right[1];
      if (exponent !== 0) product.push([left[0], exponent]);
      i++;
      j++;
    }
  }
  return product;
};

export const raiseMonomial = (a: Monomial, n: number): Monomial => (n === 0 ? [] : a.map(([g, e]) => [g, e * n]));
export const exponentIn = (monomial: Monomial, generator: number): number =>
  monomial.find(([g]) => g === generator)?.[1] ?? 0;
export const without = (monomial: Monomial, generator: number): Monomial => monomial.filter(([g]) => g !== generator);

export const fromTerms = (terms: Iterable<Term>): Polynomial => {
  const sum = new Map<string, Term>();
  for (const term of terms) {
    const name = monomialKey(term.monomial);
    const known = sum.get(name);
    const coefficient = known ? plus(known.coefficient, term.coefficient) : term.coefficient;
    if (sign(coefficient) === 0) sum.delete(name);
    else sum.set(name, { monomial: term.monomial, coefficient });
  }
  return sum;
};

export const nothing: Polynomial = new Map();
export const constant = (value: Rational): Polynomial =>
  sign(value) === 0 ? nothing : new Map([['', { monomial: [], coefficient: value }]]);
export const unit = constant(one);
export const generator = (index: number, exponent = 1): Polynomial =>
  fromTerms([{ monomial: [[index, exponent]], coefficient: one }]);

export const isNothing = (a: Polynomial): boolean => a.size === 0;
export const asConstant = (a: Polynomial): Rational | undefined =>
  a.size === 0 ? zero : a.size === 1 ? a.get('')?.coefficient : undefined;
export const onlyTerm = (a: Polynomial): Term | undefined => (a.size === 1 ? [...a.values()][0] : undefined);

export const addPolynomials = (a: Polynomial, b: Polynomial): Polynomial => fromTerms([...a.values(), ...b.values()]);
export const scalePolynomial = (a: Polynomial, by: Rational, shift: Monomial = []): Polynomial =>
  sign(by) === 0
    ? nothing
    : fromTerms(
        [...a.values()].map(({ monomial, coefficient }) => ({
          monomial: timesMonomial(monomial, shift),
          coefficient: multiply(coefficient, by),
        })),
      );
export const negatePolynomial = (a: Polynomial): Polynomial => scalePolynomial(a, rational(-1));

/** The product as it stands, before relations between generators are used. */
export const multiplyPolynomials = (a: Polynomial, b: Polynomial): Polynomial => {
  const terms: Term[] = [];
  for (const x of a.values())
    for (const y of b.values())
      terms.push({
        monomial: timesMonomial(x.monomial, y.monomial),
        coefficient: multiply(x.coefficient, y.coefficient),
      });
  return fromTerms(terms);
};

/** The terms in one order for all: what makes keys and leading terms unique. */
export const sorted = (a: Polynomial): readonly Term[] =>
  [...a.values()].sort((x, y) => byOrder(x.monomial, y.monomial));

/** Lexicographic: higher exponent of the first generator in which two monomials differ comes first. */
const byOrder = (a: Monomial, b: Monomial): number => {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]];
    if (!x) return (y as readonly [number, number])[1] > 0 ? 1 : -1;
    if (!y) return x[1] > 0 ? -1 : 1;
    if (x[0] < y[0]) return x[1] > 0 ? -1 : 1;
    if (x[0] > y[0]) return y[1] > 0 ? 1 : -1;
    if (x[1] !== y[1]) return y[1] - x[1];
  }
  return 0;
};

export const polynomialKey = (a: Polynomial): string =>
  [...a.entries()]
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([name, { coefficient }]) => `${coefficient.numerator}/${coefficient.denominator}*${name}`)
    .join('+');

export const generatorsOf = (a: Polynomial): ReadonlySet<number> =>
  new Set([...a.values()].flatMap(({ monomial }) => monomial.map(([g]) => g)));

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

/**
 * A polynomial as content x monomial x primitive part: the content a positive rational, the coefficients of the
 * primitive part coprime integers, no generator common to all of its terms.
 */
export const primitive = (
  a: Polynomial,
): { readonly content: Rational; readonly monomial: Monomial; readonly part: Polynomial } => {
  const terms = [...a.values()];
  const [first] = terms;
  if (!first) return { content: one, monomial: [], part: a };
  const over = terms.reduce((g, { coefficient }) => gcd(g, coefficient.numerator), 0n);
  const under = terms.reduce(
    (l, { coefficient }) => (l * coefficient.denominator) / gcd(l, coefficient.denominator),
    1n,
  );
  const content = rational(over, under);
  const names = generatorsOf(a);
  const monomial = [...names]
    .sort((x, y) => x - y)
    .map((g) => [g, Math.min(...terms.map((term) => exponentIn(term.monomial, g)))] as const)
    .filter(([, n]) => n !== 0);
  return { content, monomial, part: scalePolynomial(a, divide(one, content), raiseMonomial(monomial, -1)) };
};

/** a/b when b divides a without remainder and without negative exponents; undefined otherwise. */
export const exactQuotient = (a: Polynomial, b: Polynomial): Polynomial | undefined => {
  const [lead] = sorted(b);
  if (!lead) return undefined;
  let rest = a;
  const quotient: Term[] = [];
  for (let left = 4 * (a.size + 1); !isNothing(rest); left--) {
    const top = sorted(rest)[0] as Term;
    const monomial = timesMonomial(top.monomial, raiseMonomial(lead.monomial, -1));
    if (left === 0 || monomial.some(([, n]) => n < 0)) return undefined;
    const coefficient = divide(top.coefficient, lead.coefficient);
    quotient.push({ monomial, coefficient });
    rest = addPolynomials(rest, scalePolynomial(b, negate(coefficient), monomial));
  }
  return fromTerms(quotient);
};

const rootOfInteger = (n: bigint): bigint | undefined => {
  if (n < 0n) return undefined;
  let x = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const y = (x + n / (x === 0n ? 1n : x)) / 2n;
    if (y >= x) break;
    x = y;
  }
  return x * x === n ? x : undefined;
};

/** A rational whose square it is, if there is one. */
export const rootOfRational = (a: Rational): Rational | undefined => {
  const [n, d] = [rootOfInteger(a.numerator), rootOfInteger(a.denominator)];
  return n === undefined || d === undefined ? undefined : rational(n, d);
};

/** A polynomial whose square it is, if there is one. */
export const squareRoot = (a: Polynomial): Polynomial | undefined => {
  const [lead] = sorted(a);
  if (!lead || lead.monomial.some(([, n]) => n % 2 !== 0)) return isNothing(a) ? a : undefined;
  const top = rootOfRational(lead.coefficient);
  if (!top) return undefined;
  const first: Term = { monomial: lead.monomial.map(([g, n]) => [g, n / 2]), coefficient: top };
  let root = fromTerms([first]);
  for (let left = a.size + 2; left > 0; left--) {
    const rest = addPolynomials(a, negatePolynomial(multiplyPolynomials(root, root)));
    const [next] = sorted(rest);
    if (!next) return root;
    const monomial = timesMonomial(next.monomial, raiseMonomial(first.monomial, -1));
    if (monomial.some(([, n]) => n < 0)) return undefined;
    const coefficient = divide(next.coefficient, multiply(rational(2), top));
    root = addPolynomials(root, fromTerms([{ monomial, coefficient }]));
  }
  return undefined;
};

/** The polynomial with one generator, of non-negative exponents only, replaced by a polynomial. */
export const replaceGenerator = (a: Polynomial, index: number, by: Polynomial): Polynomial => {
  const powers: Polynomial[] = [unit];
  let sum = nothing;
  for (const { monomial, coefficient } of a.values()) {
    const n = exponentIn(monomial, index);
    if (n < 0) throw new RangeError('expected a generator of non-negative exponent');
    while (powers.length <= n) powers.push(multiplyPolynomials(powers[powers.length - 1] as Polynomial, by));
    sum = addPolynomials(sum, scalePolynomial(powers[n] as Polynomial, coefficient, without(monomial, index)));
  }
  return sum;
};

export const subtractPolynomials = (a: Polynomial, b: Polynomial): Polynomial => addPolynomials(a, negatePolynomial(b));
