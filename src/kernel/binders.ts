import { type Expr, type Node, num, type Sym } from '../formula/expression.ts';
import { type Algebra, fold } from '../formula/fold.ts';
import { key, substitute } from '../formula/substitute.ts';
import { one, type Rational } from '../number/rational.ts';
import { add, constantOf, fractionKey, mentions, negated, subtract, times } from './field.ts';
import { opaque } from './opaque.ts';
import { fromTerms, isNothing, type Polynomial, primitive, scalePolynomial, sorted } from './polynomial.ts';
import { formulaOf } from './show.ts';
import { assumePositive, signsOfFraction } from './signs.ts';
import {
  anySign,
  type Factor,
  type Fraction,
  generatorAt,
  generatorNamed,
  isDefinite,
  isZero,
  negative,
  nonnegative,
  ofGenerator,
  positive,
  Refusal,
  type Signs,
  type State,
  timesSigns,
} from './state.ts';

/** The normal form of what stands under a binder. */
type Normalise = (state: State, formula: Expr) => Fraction;

/** Draws from a normal form the factors in which a bound variable does not occur. */
const separated = (a: Fraction, depends: (generator: number) => boolean) => {
  const { content, monomial, part } = primitive(a.over);
  const outside = monomial.filter(([g]) => !depends(g));
  const inside = monomial.filter(([g]) => depends(g));
  const isFree = ({ part: of }: Factor): boolean =>
    ![...of.values()].some((term) => term.monomial.some(([g]) => depends(g)));
  const partIsFree = ![...part.values()].some((term) => term.monomial.some(([g]) => depends(g)));
  const lead = sorted(part)[0]?.coefficient.numerator ?? 1n;
  const sign: Rational = { numerator: lead < 0n ? -1n : 1n, denominator: 1n };
  const signed = scalePolynomial(part, sign);
  const unit = fromTerms([{ monomial: [], coefficient: one }]);
  const out: Fraction = {
    over: multiplyOut(
      fromTerms([{ monomial: outside, coefficient: content }]),
      scalePolynomial(partIsFree ? signed : unit, sign),
    ),
    under: a.under.filter(isFree),
  };
  const within: Fraction = {
    over: multiplyOut(fromTerms([{ monomial: inside, coefficient: one }]), partIsFree ? unit : signed),
    under: a.under.filter((factor) => !isFree(factor)),
  };
  return { out, within };
};
const multiplyOut = (a: Polynomial, b: Polynomial): Polynomial =>
  [...a.values()].reduce<Polynomial>((_, { monomial, coefficient }) => scalePolynomial(b, coefficient, monomial), b);

/** The generators that hold one of those given, directly or in their arguments. */
export const holds = (state: State, bound: ReadonlySet<number>): ((generator: number) => boolean) => {
  const known = new Map<number, boolean>();
  const depends = (index: number): boolean => {
    const found = known.get(index);
    if (found !== undefined) return found;
    if (bound.has(index)) return true;
    known.set(index, false);
    const is = generatorAt(state, index).arguments.some((argument) =>
      [...bound, ...state.generators.keys()].some((g) => mentions(argument, g) && depends(g)),
    );
    known.set(index, is);
    return is;
  };
  return depends;
};

/** A sum or an integral over bound variables: constant factors drawn out, variables renamed, the rest one generator. */
const bindOver = (
  state: State,
  normal: Normalise,
  kind: string,
  range: string,
  variables: readonly Sym[],
  body: Expr,
  rebuild: (body: Expr, names: readonly Node[]) => Expr,
  limits: readonly Fraction[],
  assume: (indices: readonly number[]) => void,
  signsOver: (integrand: Signs) => Signs,
): Fraction => {
  // Equal ranges share their variable, so that the same integrand is the same thing, whatever its variable is called.
  const depth = deepest(body);
  const opened = variables.map((variable, position) =>
    generatorNamed(state, `bound ${kind} ${range} ${depth} ${position}`, () => ({
      kind: 'symbol',
      // No two bound variables share a name in what is shown: it can be read again without mistaking them.
      formula: { kind: 'symbol', symbol: { ...variable, name: `bound ${state.generators.length}` } },
      signs: anySign,
    })),
  );
  assume(opened.map(({ index }) => index));
  const names = opened.map(({ index, formula }): Node => {
    const symbol = (formula as Extract<Node, { kind: 'symbol' }>).symbol;
    return { kind: 'symbol', symbol: { ...symbol, name: `#${index}` } };
  });
  opened.forEach(({ index }, position) => {
    state.named.set(`symbol #${index}`, index);
    state.boundNames.set(`#${index}`, { kind: 'symbol', symbol: variables[position] as Sym });
  });
  const renamed = substitute(
    body,
    Object.fromEntries(variables.map((variable, index) => [variable.name, names[index] as Node])),
  );
  const integrand = normal(state, renamed);
  if (isNothing(integrand.over)) return integrand;
  const depends = holds(state, new Set(opened.map(({ index }) => index)));
  // A sum over members is finite, so that it may be taken term by term; an integral may exist only as a whole.
  const parts =
    kind === 'integral'
      ? [integrand]
      : [...integrand.over.values()].map((term) => ({ ...integrand, over: fromTerms([term]) }));
  return parts
    .map((part) => {
      const { out, within } = separated(part, depends);
      const inner = rebuild(
        formulaOf(state, within),
        opened.map(({ formula }) => formula as Node),
      );
      const signs = signsOver(signsOfFraction(state, within));
      return times(state, out, opaque(state, `${kind} ${range}`, inner, signs, [within, ...limits]));
    })
    .reduce((a, b) => add(state, a, b));
};

const most = (parts: readonly number[]): number => Math.max(0, ...parts);
const depths: Algebra<number> = {
  number: () => 0,
  pi: () => 0,
  symbol: () => 0,
  sum: most,
  product: most,
  quotient: Math.max,
  power: (base) => base,
  call: (_, argument) => argument,
  cases: Math.max,
  unknown: (_, args) => most(args),
  delta: (argument) => argument,
  integral: (_, ranges, body) => most([1 + body, ...ranges.flat()]),
  pairSum: (_first, _second, _count, body) => 1 + body,
  total: (_index, _count, body) => 1 + body,
  derivative: (_, body, at) => Math.max(body, at),
};

/**
 * How many binders a formula holds inside one another, in limits and conditions too: inner variables must not be
 * mistaken for outer ones.
 */
const deepest = (formula: Expr): number => fold(formula, depths);

/** 1 for infinity, -1 for minus infinity, 0 for what is finite. */
const infinityIn = (limit: Expr): -1 | 0 | 1 => {
  if (limit.kind === 'symbol') return limit.symbol.name === 'infinity' ? 1 : 0;
  if (limit.kind !== 'product' || limit.factors.every((factor) => infinityIn(factor) === 0)) return 0;
  const [minus, of, ...others] = limit.factors;
  if (others.length > 0 || minus?.kind !== 'number' || key(minus) !== '-1' || !of || infinityIn(of) !== 1)
    throw new Refusal('expected a limit that is finite, infinity or minus infinity');
  return -1;
};

/** The integral over one range, as what is drawn out of it times a generator. */
export const overRange = (
  state: State,
  normal: Normalise,
  variable: Sym,
  [lo, hi]: readonly [Node, Node],
  body: Expr,
): Fraction => {
  if (infinityIn(lo) === 1 || infinityIn(hi) === -1) throw new Refusal('an integral from infinity down');
  const ends = [lo, hi].map((limit) => (infinityIn(limit) !== 0 ? undefined : normal(state, limit)));
  // From the smaller limit to the greater one, where it is known which is which.
  const isBackward = ends[0] && ends[1] && signsOfFraction(state, subtract(state, ends[1], ends[0])) === negative;
  if (isBackward) return negated(overRange(state, normal, variable, [hi, lo], body));
  // What is shown speaks of outer bound variables by the names that they are shown by.
  const shown = [lo, hi].map((limit, index) => {
    const end = ends[index];
    return end ? formulaOf(state, end) : limit;
  }) as [Node, Node];
  const range = ends.map((end, index) => (end ? fractionKey(end) : key([lo, hi][index] as Node))).join(' to ');
  return bindOver(
    state,
    normal,
    'integral',
    range,
    [variable],
    body,
    (inner, [name]) => ({ kind: 'integral', variable: symbolOf(name), ranges: [shown], body: inner }),
    ends.flatMap((end) => (end ? [end] : [])),
    ([index = 0]) => betweenEnds(state, index, ends),
    (integrand) => signsOfIntegral(state, integrand, ends),
  );
};

/** Inside an integral its variable lies between the limits: the ends themselves have no weight. */
const betweenEnds = (state: State, index: number, [lo, hi]: readonly (Fraction | undefined)[]): void => {
  const x = ofGenerator(generatorAt(state, index));
  const isForward = lo && hi ? signsOfFraction(state, subtract(state, hi, lo)) : positive;
  if (!isDefinite(isForward)) return;
  // Where the limits may coincide the variable may lie at both of them.
  const strict = (isForward & isZero) === 0;
  const [low, high] = isForward & positive ? [lo, hi] : [hi, lo];
  for (const [greater, smaller] of [
    [x, low],
    [high, x],
  ] as const)
    if (greater && smaller) assumePositive(state, subtract(state, greater, smaller), strict);
  const symbol = generatorAt(state, index);
  if (low && !(signsOfFraction(state, low) & negative)) symbol.signs &= strict ? positive : nonnegative;
  else if (high && !(signsOfFraction(state, high) & positive)) symbol.signs &= strict ? negative : negative | isZero;
};

/** An integrand without negative values, from a smaller limit to a greater one, gives no negative integral. */
const signsOfIntegral = (state: State, integrand: Signs, [lo, hi]: readonly (Fraction | undefined)[]): Signs => {
  const isForward = lo && hi ? signsOfFraction(state, subtract(state, hi, lo)) : positive;
  return isDefinite(integrand) && isDefinite(isForward) ? timesSigns(integrand, isForward) : anySign;
};

const symbolOf = (node: Node | undefined): Sym => (node as Extract<Node, { kind: 'symbol' }>).symbol;

/** Up to so many members a sum is written out, where their number is known. */
const mostMembers = 12n;

/** The sum over the members of a set, or over its pairs. */
export const overMembers = (
  state: State,
  normal: Normalise,
  formula: Extract<Node, { kind: 'pairSum' | 'total' }>,
): Fraction => {
  const isPairs = formula.kind === 'pairSum';
  const count = constantOf(normal(state, { kind: 'symbol', symbol: formula.count }));
  if (!isPairs && count && count.denominator === 1n && count.numerator > 0n && count.numerator <= mostMembers)
    // A known number of members: written out.
    return Array.from({ length: Number(count.numerator) }, (_, index) =>
      normal(state, substitute(formula.body, { [formula.index.name]: num(index + 1) })),
    ).reduce((a, b) => add(state, a, b));
  return bindOver(
    state,
    normal,
    formula.kind,
    formula.count.name,
    isPairs ? [formula.first, formula.second] : [formula.index],
    formula.body,
    (body, [first, second]) =>
      isPairs
        ? { ...formula, first: symbolOf(first), second: symbolOf(second), body }
        : { ...formula, index: symbolOf(first), body },
    [],
    () => undefined,
    () => anySign,
  );
};
