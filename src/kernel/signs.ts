import { divide, one, plus, multiply as product, type Rational, rational, zero } from '../number/rational.ts';
import { multiply } from './field.ts';
import {
  addPolynomials,
  asConstant,
  exponentIn,
  fromTerms,
  generator,
  generatorsOf,
  isNothing,
  type Polynomial,
  polynomialKey,
  primitive,
  replaceGenerator,
  scalePolynomial,
  squareRoot,
  subtractPolynomials,
  type Term,
  unit,
  without,
} from './polynomial.ts';
import {
  anySign,
  asFraction,
  type Bound,
  type Fraction,
  generatorAt,
  isDefinite,
  isZero,
  negative,
  nonnegative,
  plusSigns,
  positive,
  raiseSigns,
  type Signs,
  type State,
  signsOfRational,
  timesSigns,
} from './state.ts';

/** How many hypotheses are combined before the kernel gives up on a sign. */
const deepest = 4;

/**
 * The signs that a polynomial can have under the hypotheses: from the signs of its terms; by comparing squares where it
 * is a + b sqrt(c); by cos^2 = 1 - sin^2; and by writing a symbol as its bound plus something positive, which shows
 * x^2 - y^2 > 0 from x > y > 0. What it does not find it leaves open: the answer may be too wide, never wrong.
 */
export const signsOf = (state: State, a: Polynomial): Signs => {
  const name = polynomialKey(a);
  const known = state.signs.get(name);
  if (known !== undefined) return known;
  // While it is being found nothing is known of it.
  state.signs.set(name, anySign);
  const found = find(state, a, state.bounds, new Map(), 0);
  state.signs.delete(name);
  // What is not found now may be found once more generators are known.
  if (found !== anySign) state.signs.set(name, found);
  return found;
};

/** What two hypotheses taken together say of the sign of a symbol: D0 > 0 from D0 > D > 0. */
export const signsOfSymbol = (state: State, index: number): Signs =>
  byDistances(state, generator(index), state.bounds, new Map(), deepest - 2);

export const signsOfFraction = (state: State, { over, under }: Fraction): Signs =>
  under.reduce(
    (signs, { part, power }) => timesSigns(signs, raiseSigns(signsOf(state, part), power)),
    signsOf(state, over),
  );

/** Signs of quantities that stand for the distance of a symbol from its bound. */
type Distances = ReadonlyMap<number, Signs>;

const signsOfGenerator = (state: State, distances: Distances, index: number): Signs =>
  distances.get(index) ?? generatorAt(state, index).signs;

const byTerms = (state: State, a: Polynomial, distances: Distances): Signs => {
  let sum: Signs = isZero;
  const numbers: Term[] = [];
  for (const term of a.values()) {
    state.operations++;
    const { monomial, coefficient } = term;
    if (monomial.every(([g]) => state.generators[g]?.bounds)) numbers.push(term);
    else
      sum = plusSigns(
        sum,
        monomial.reduce(
          (signs, [g, n]) => timesSigns(signs, raiseSigns(signsOfGenerator(state, distances, g), n)),
          signsOfRational(coefficient),
        ),
      );
  }
  // Numbers are taken together: pi - 1 is positive.
  return numbers.length === 0 ? sum : plusSigns(sum, fromNumbers(state, fromTerms(numbers)));
};

const find = (state: State, a: Polynomial, bounds: readonly Bound[], distances: Distances, depth: number): Signs => {
  if (isNothing(a)) return isZero;
  let best = byTerms(state, a, distances);
  if (isDefinite(best) && !(best & isZero)) return best;
  const { monomial, part } = primitive(a);
  const outside = monomial.reduce<Signs>(
    (signs, [g, n]) => timesSigns(signs, raiseSigns(signsOfGenerator(state, distances, g), n)),
    positive,
  );
  const tryOne = (signs: Signs): boolean => {
    best &= timesSigns(outside, signs);
    return isDefinite(best) && !(best & isZero);
  };
  for (const way of [fromSquares, fromBounds, fromNumbers]) if (tryOne(way(state, part, bounds))) return best;
  if (depth >= deepest) return best;
  if (tryOne(byCompletingSquare(state, part, bounds, distances, depth))) return best;
  if (tryOne(byComparingSquares(state, part, bounds, distances, depth))) return best;
  if (tryOne(byCosines(state, part, bounds, distances, depth))) return best;
  tryOne(byDistances(state, part, bounds, distances, depth));
  return best;
};

/** The polynomial is the square of a generator, or of a polynomial, or minus such a square. */
const fromSquares = (state: State, part: Polynomial): Signs => {
  const squared = (name: string): Signs | undefined => {
    const index = state.squares.get(name);
    return index === undefined ? undefined : raiseSigns(generatorAt(state, index).signs, 2);
  };
  const opposite = scalePolynomial(part, rational(-1));
  const same = squared(polynomialKey(part));
  if (same !== undefined) return same;
  const other = squared(polynomialKey(opposite));
  if (other !== undefined) return timesSigns(other, negative);
  if (part.size < 3) return anySign;
  return squareRoot(part) ? nonnegative : squareRoot(opposite) ? timesSigns(nonnegative, negative) : anySign;
};

/** The polynomial is that of a hypothesis, or minus it, up to a positive factor. */
const fromBounds = (state: State, part: Polynomial, bounds: readonly Bound[]): Signs => {
  const name = polynomialKey(part);
  const opposite = polynomialKey(scalePolynomial(part, rational(-1)));
  let signs = anySign;
  for (const { polynomial, strict, nonzero } of bounds) {
    const { monomial, part: of } = primitive(polynomial);
    // A distance has no generator, and no sign that is known here.
    if (monomial.some(([g]) => state.generators[g]?.signs !== positive)) continue;
    const key = polynomialKey(of);
    const known = nonzero ? positive | negative : strict ? positive : nonnegative;
    if (key === name) signs &= known;
    if (key === opposite) signs &= timesSigns(known, negative);
  }
  return signs;
};

/** A polynomial in constants such as pi and surds, from rationals between which they lie. */
const fromNumbers = (state: State, part: Polynomial): Signs => {
  let [low, high] = [zero, zero];
  for (const { monomial, coefficient } of part.values()) {
    let [a, b]: readonly [Rational, Rational] = [one, one];
    for (const [g, n] of monomial) {
      const bounds = state.generators[g]?.bounds;
      if (!bounds) return anySign;
      for (let left = Math.abs(n); left > 0; left--)
        [a, b] = n > 0 ? [product(a, bounds[0]), product(b, bounds[1])] : [divide(a, bounds[1]), divide(b, bounds[0])];
    }
    const ends: readonly [Rational, Rational] = [product(a, coefficient), product(b, coefficient)];
    const [from, to] = coefficient.numerator > 0n ? ends : [ends[1], ends[0]];
    [low, high] = [plus(low, from), plus(high, to)];
  }
  return low.numerator > 0n ? positive : high.numerator < 0n ? negative : anySign;
};

/** a x^2 + b x + c with a number a is a (x + b/2a)^2 + (4ac - b^2)/4a. */
const byCompletingSquare = (
  state: State,
  part: Polynomial,
  bounds: readonly Bound[],
  distances: Distances,
  depth: number,
): Signs => {
  for (const index of generatorsOf(part)) {
    if (state.generators[index]?.square) continue;
    const powers: readonly [Term[], Term[], Term[]] = [[], [], []];
    const isQuadratic = [...part.values()].every((term) => {
      const n = exponentIn(term.monomial, index);
      powers[n]?.push(n === 0 ? term : { ...term, monomial: without(term.monomial, index) });
      return n >= 0 && n <= 2;
    });
    const [c, b, a] = powers.map((terms) => fromTerms(terms)) as [Polynomial, Polynomial, Polynomial];
    const leading = asConstant(a);
    if (!isQuadratic || leading === undefined || isNothing(a)) continue;
    const rest = subtractPolynomials(scalePolynomial(c, product(rational(4), leading)), multiply(state, b, b));
    const signs = timesSigns(
      plusSigns(nonnegative, find(state, rest, bounds, distances, depth + 1)),
      signsOfRational(leading),
    );
    if (signs !== anySign) return signs;
  }
  return anySign;
};

/** a + b r with opposite signs: compares a^2 with b^2 r^2. */
const byComparingSquares = (
  state: State,
  part: Polynomial,
  bounds: readonly Bound[],
  distances: Distances,
  depth: number,
): Signs => {
  let best = anySign;
  for (const index of generatorsOf(part)) {
    const square = state.generators[index]?.square;
    if (!square) continue;
    const [plain, with_]: readonly [Term[], Term[]] = [[], []];
    for (const term of part.values())
      if (exponentIn(term.monomial, index) === 0) plain.push(term);
      else with_.push({ ...term, monomial: without(term.monomial, index) });
    const [a, b] = [fromTerms(plain), fromTerms(with_)];
    if (isNothing(a)) continue;
    const aSigns = find(state, a, bounds, distances, depth + 1);
    const bSigns = timesSigns(find(state, b, bounds, distances, depth + 1), signsOfGenerator(state, distances, index));
    best &= plusSigns(aSigns, bSigns);
    // a >= 0 >= b r: the sum has the sign of a^2 - b^2 r^2; the other way round the opposite one.
    const above = !(aSigns & negative) && !(bSigns & positive);
    const below = !(aSigns & positive) && !(bSigns & negative);
    if (!above && !below) continue;
    const difference = subtractPolynomials(multiply(state, a, a), multiply(state, multiply(state, b, b), square));
    const signs = find(state, difference, bounds, distances, depth + 1);
    best &= above ? signs : timesSigns(signs, negative);
    if (isDefinite(best)) return best;
  }
  return best;
};

/** Even in a cosine: cos^2 = 1 - sin^2. */
const byCosines = (
  state: State,
  part: Polynomial,
  bounds: readonly Bound[],
  distances: Distances,
  depth: number,
): Signs => {
  for (const index of generatorsOf(part)) {
    const partner = state.generators[index]?.partner;
    const even = [...part.values()].every(({ monomial }) => {
      const n = exponentIn(monomial, index);
      return n >= 0 && n % 2 === 0;
    });
    if (partner === undefined || !even || distances.has(-1 - index)) continue;
    // A name for sin^2 that no generator has.
    const squared = -1 - index;
    const halved = fromTerms(
      [...part.values()].map((term) => {
        const n = exponentIn(term.monomial, index);
        return {
          ...term,
          monomial:
            n === 0
              ? term.monomial
              : [...without(term.monomial, index), [index, n / 2] as const].sort((x, y) => x[0] - y[0]),
        };
      }),
    );
    const replaced = replaceGenerator(halved, index, subtractPolynomials(unit, generator(squared)));
    const known = new Map([...distances, [squared, raiseSigns(generatorAt(state, partner).signs, 2)]]);
    const signs = find(state, replaced, bounds, known, depth + 1);
    if (signs !== anySign) return signs;
  }
  return anySign;
};

/** A symbol written as its bound plus a distance: for every hypothesis that is linear in a symbol of the polynomial. */
const byDistances = (
  state: State,
  part: Polynomial,
  bounds: readonly Bound[],
  distances: Distances,
  depth: number,
): Signs => {
  let best = anySign;
  const own = generatorsOf(part);
  for (const bound of bounds) {
    if (bound.nonzero) continue;
    for (const { monomial, coefficient } of bound.polynomial.values()) {
      const [factor] = monomial;
      if (monomial.length !== 1 || !factor || factor[1] !== 1 || !own.has(factor[0])) continue;
      const index = factor[0];
      if (state.generators[index]?.square) continue;
      const appears = [...bound.polynomial.values()].filter((term) => exponentIn(term.monomial, index) !== 0);
      if (appears.length > 1 || hasNegative(part, index)) continue;
      const distance = state.fresh--;
      const rest = subtractPolynomials(bound.polynomial, fromTerms([{ monomial, coefficient }]));
      const solved = scalePolynomial(
        addPolynomials(generator(distance), scalePolynomial(rest, rational(-1))),
        divide(one, coefficient),
      );
      const others = bounds.flatMap((other) =>
        other === bound || hasNegative(other.polynomial, index)
          ? []
          : [{ ...other, polynomial: reduce(state, replaceGenerator(other.polynomial, index, solved)) }],
      );
      const ownSigns = signsOfGenerator(state, distances, index);
      // That the symbol itself is positive is one more hypothesis about its distance.
      const kept: readonly Bound[] =
        isDefinite(ownSigns) && ownSigns & positive
          ? [...others, { polynomial: solved, strict: !(ownSigns & isZero) }]
          : others;
      const signs = find(
        state,
        reduce(state, replaceGenerator(part, index, solved)),
        kept,
        new Map([...distances, [distance, bound.strict ? positive : nonnegative]]),
        depth + 1,
      );
      best &= signs;
      if (isDefinite(best) && !(best & isZero)) return best;
    }
  }
  return best;
};

const reduce = (state: State, a: Polynomial): Polynomial => multiply(state, a, unit);
const hasNegative = (a: Polynomial, index: number): boolean =>
  [...a.values()].some(({ monomial }) => exponentIn(monomial, index) < 0);

/** Takes it as known that something is > 0, or >= 0. */
export const assumePositive = (state: State, a: Fraction, strict: boolean): void => {
  // A fraction is positive when the product with its denominators is.
  if (
    a.under.length > 0 &&
    !a.under.every(({ part, power }) => power % 2 === 0 || signsOfFraction(state, asFraction(part)) === positive)
  )
    return;
  const name = polynomialKey(a.over);
  if (asConstant(a.over) !== undefined || state.bounds.some(({ polynomial }) => polynomialKey(polynomial) === name))
    return;
  state.bounds.push({ polynomial: a.over, strict });
  state.signs.clear();
};
