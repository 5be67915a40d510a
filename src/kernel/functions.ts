import type { Expr, FunctionName } from '../formula/expression.ts';
import { minus, negate, one, power, multiply as product, type Rational, rational, sign } from '../number/rational.ts';
import {
  add,
  constantOf,
  divideShown,
  fractionKey,
  half,
  isZeroFraction,
  negated,
  ofMonomial,
  same,
  subtract,
  termOf,
  times,
} from './field.ts';
import {
  constant,
  fromTerms,
  generator,
  type Monomial,
  multiplyPolynomials,
  polynomialKey,
  primitive,
  scalePolynomial,
  sorted,
  subtractPolynomials,
  unit,
} from './polynomial.ts';
import { squareRootOf } from './roots.ts';
import { formulaOf } from './show.ts';
import { signsOfFraction } from './signs.ts';
import {
  anySign,
  asFraction,
  type Fraction,
  type Generator,
  generatorAt,
  generatorNamed,
  negative,
  ofGenerator,
  piGenerator,
  positive,
  Refusal,
  type Signs,
  type State,
} from './state.ts';

const number = (value: Rational): Fraction => asFraction(constant(value));
const oneFraction = number(one);
export const piTimes = (state: State, factor: Rational): Fraction =>
  times(state, number(factor), ofGenerator(piGenerator(state)));

/** The generator f(argument): the one made before for an argument that is the same, whatever its form. */
const functionOf = (state: State, name: string, argument: Fraction, signs: () => Signs): Generator => {
  const alike = state.generators.find(
    (known) =>
      known.kind === name && known.arguments.length === 1 && same(state, known.arguments[0] as Fraction, argument),
  );
  if (alike) return alike;
  return generatorNamed(state, `${name} ${fractionKey(argument)}`, () => ({
    kind: name,
    formula: { kind: 'call', name: name as FunctionName, argument: formulaOf(state, argument) },
    signs: signs(),
    arguments: [argument],
  }));
};

/** Whether the leading coefficient is negative: of f(-x) and f(x) only one becomes a generator. */
const isNegated = (a: Fraction): boolean => (sorted(a.over)[0]?.coefficient.numerator ?? 0n) < 0n;
const odd = (_state: State, a: Fraction, f: (x: Fraction) => Fraction): Fraction =>
  isNegated(a) ? negated(f(negated(a))) : f(a);

interface Part {
  readonly coefficient: Rational;
  readonly rest: Fraction;
  /** What rest is, where it is a single product of powers. */
  readonly monomial?: Monomial;
}

/** A sum as its terms; where it has a denominator, the whole as one number times the rest. */
const termsOf = (a: Fraction): readonly Part[] => {
  if (a.under.length === 0)
    return sorted(a.over).map(({ monomial, coefficient }) => ({ coefficient, rest: ofMonomial(monomial), monomial }));
  const { content } = primitive(a.over);
  const coefficient = isNegated(a) ? negate(content) : content;
  return [{ coefficient, rest: { over: scalePolynomial(a.over, power(coefficient, -1)), under: a.under } }];
};

/** exp(x/24) is the generator, so that halves, thirds, quarters and eighths of an exponent are powers of one thing. */
const parts = 24;

/** exp(a + b) = exp(a) exp(b), each a power of one generator; exp(n log x) = x^n. */
export const exponential = (state: State, argument: Fraction): Fraction => {
  let value = oneFraction;
  for (const { coefficient, rest, monomial } of termsOf(argument)) {
    const [only, ...others] = monomial ?? [];
    const of = only && others.length === 0 && only[1] === 1 ? generatorAt(state, only[0]) : undefined;
    if (of?.kind === 'log') {
      const doubled = product(coefficient, rational(2));
      if (doubled.denominator !== 1n) throw new Refusal('exp of a logarithm is known for whole and half powers');
      const base = of.arguments[0] as Fraction;
      const raised = powerOf(state, base, coefficient);
      value = times(state, value, raised);
      continue;
    }
    const scaled = product(coefficient, rational(parts));
    const [unitOf, exponent] =
      scaled.denominator === 1n
        ? [rational(1, parts), Number(scaled.numerator)]
        : [rational(1n, coefficient.denominator), Number(coefficient.numerator)];
    const base = functionOf(state, 'exp', times(state, number(unitOf), rest), () => positive);
    value = times(state, value, ofMonomial([[base.index, exponent]]));
  }
  return value;
};

/** base^exponent for whole and half exponents of something shown to be positive. */
export const powerOf = (state: State, base: Fraction, exponent: Rational): Fraction => {
  const root = exponent.denominator === 2n ? squareRootOf(state, base) : base;
  const n = Number(exponent.numerator);
  let value = oneFraction;
  for (let left = Math.abs(n); left > 0; left--) value = times(state, value, root);
  return n < 0 ? divideShown(state, oneFraction, value) : value;
};

/** log of something shown to be positive: sum of logarithms of its factors of known sign. */
export const logarithm = (state: State, argument: Fraction): Fraction => {
  let value = number(rational(0));
  const include = (of: Fraction, times_: Rational): void => {
    const only = termOf(of);
    const [factor] = only?.monomial ?? [];
    const known = factor && only?.monomial.length === 1 ? generatorAt(state, factor[0]) : undefined;
    const log =
      known?.kind === 'exp'
        ? (known.arguments[0] as Fraction)
        : ofGenerator(functionOf(state, 'log', of, () => anySign));
    value = add(state, value, times(state, number(times_), log));
  };
  const split = (a: Fraction['over'], times_: Rational): void => {
    const { content, monomial, part } = primitive(a);
    for (const [n, sign_] of [
      [content.numerator, one],
      [content.denominator, rational(-1)],
    ] as const)
      for (const p of primesOf(n)) include(number(rational(p)), product(times_, sign_));
    let rest = part;
    for (const [g, n] of monomial) {
      if (generatorAt(state, g).signs === positive) include(ofMonomial([[g, 1]]), product(times_, rational(n)));
      else rest = multiplyPolynomials(rest, fromTerms([{ monomial: [[g, n]], coefficient: one }]));
    }
    if (polynomialKey(rest) === polynomialKey(unit)) return;
    const signs = signsOfFraction(state, asFraction(rest));
    if (signs !== positive) throw new Refusal('a logarithm of a product whose factors are not known to be positive');
    include(asFraction(rest), times_);
  };
  split(argument.over, one);
  for (const { part, power: n } of argument.under) split(part, rational(-n));
  return value;
};

const primesOf = (n: bigint): readonly bigint[] => {
  const found: bigint[] = [];
  let left = n;
  for (let p = 2n; p * p <= left && p < 2000n; p++) for (; left % p === 0n; left /= p) found.push(p);
  return left > 1n ? [...found, left] : found;
};

interface Circular {
  readonly cos: Fraction;
  readonly sin: Fraction;
}

const turned = (state: State, a: Circular, b: Circular): Circular => ({
  cos: subtract(state, times(state, a.cos, b.cos), times(state, a.sin, b.sin)),
  sin: add(state, times(state, a.sin, b.cos), times(state, a.cos, b.sin)),
});

/** cos and sin of a multiple of pi by a fraction with denominator 1, 2, 3, 4 or 6. */
const ofPi = (state: State, turns: Rational): Circular | undefined => {
  const twelfths = product(turns, rational(12));
  if (twelfths.denominator !== 1n) return undefined;
  const at = Number(((twelfths.numerator % 24n) + 24n) % 24n);
  const squares: Record<number, readonly [Rational, Rational]> = {
    0: [one, rational(0)],
    2: [rational(3, 4), rational(1, 4)],
    3: [half, half],
    4: [rational(1, 4), rational(3, 4)],
    6: [rational(0), one],
  };
  const within = at % 12 <= 6 ? at % 12 : 12 - (at % 12);
  const known = squares[within];
  if (!known) return undefined;
  const [c, s] = known.map((square) => squareRootOf(state, number(square))) as [Fraction, Fraction];
  const isLeft = at > 6 && at < 18;
  const isBelow = at > 12;
  return { cos: isLeft ? negated(c) : c, sin: isBelow ? negated(s) : s };
};

/** The generators cos(x) and sin(x), with sin^2 = 1 - cos^2 and the signs that the hypotheses give them. */
const pairAt = (state: State, argument: Fraction): Circular => {
  const inverse = (() => {
    const only = termOf(argument);
    const [factor] = only?.monomial ?? [];
    if (only?.monomial.length !== 1 || !factor || factor[1] !== 1 || sign(minus(only.coefficient, one)) !== 0)
      return undefined;
    return generatorAt(state, factor[0]);
  })();
  if (inverse?.kind === 'asin' || inverse?.kind === 'atan') {
    const x = inverse.arguments[0] as Fraction;
    const squared = times(state, x, x);
    if (inverse.kind === 'asin') return { sin: x, cos: squareRootOf(state, subtract(state, oneFraction, squared)) };
    const root = squareRootOf(state, add(state, oneFraction, squared));
    return { sin: divideShown(state, x, root), cos: divideShown(state, oneFraction, root) };
  }
  const pi = (factor: Rational): Fraction => piTimes(state, factor);
  const within = (low: Fraction, high: Fraction): boolean =>
    signsOfFraction(state, subtract(state, argument, low)) === positive &&
    signsOfFraction(state, subtract(state, high, argument)) === positive;
  const zero = number(rational(0));
  const signsOfSine = (): Signs =>
    within(zero, pi(one)) ? positive : within(negated(pi(one)), zero) ? negative : anySign;
  const signsOfCosine = (): Signs => (within(negated(pi(half)), pi(half)) ? positive : anySign);
  const name = fractionKey(argument);
  const known = state.named.get(`sin ${name}`);
  const alike =
    known === undefined
      ? state.generators.find((g) => g.kind === 'sin' && same(state, g.arguments[0] as Fraction, argument))
      : generatorAt(state, known);
  if (alike) return { sin: ofGenerator(alike), cos: ofGenerator(generatorAt(state, alike.index - 1)) };
  const shown = formulaOf(state, argument);
  const cos = generatorNamed(state, `cos ${name}`, () => ({
    kind: 'cos',
    formula: { kind: 'call', name: 'cos', argument: shown } as Expr,
    signs: signsOfCosine(),
    arguments: [argument],
    partner: state.generators.length + 1,
  }));
  const square = subtractPolynomials(unit, generator(cos.index, 2));
  const sin = generatorNamed(state, `sin ${name}`, () => ({
    kind: 'sin',
    formula: { kind: 'call', name: 'sin', argument: shown } as Expr,
    signs: signsOfSine(),
    square,
    arguments: [argument],
  }));
  state.squares.set(polynomialKey(square), sin.index);
  return { cos: ofGenerator(cos), sin: ofGenerator(sin) };
};

/** Largest multiple of an angle that is written out. */
const mostTurns = 64;

/** cos and sin by the addition theorems, down to angles that are no sum. */
export const circular = (state: State, argument: Fraction): Circular => {
  let value: Circular = { cos: oneFraction, sin: number(rational(0)) };
  for (const { coefficient, rest, monomial } of termsOf(argument)) {
    const isPi = monomial?.length === 1 && monomial[0]?.[0] === piGenerator(state).index && monomial[0][1] === 1;
    const known = isPi ? ofPi(state, coefficient) : undefined;
    if (known) {
      value = turned(state, value, known);
      continue;
    }
    const base = pairAt(state, times(state, number(rational(1n, coefficient.denominator)), rest));
    const n = Number(coefficient.numerator);
    if (Math.abs(n) > mostTurns) throw new Refusal(`a multiple of an angle above ${mostTurns}`);
    const step = n < 0 ? { cos: base.cos, sin: negated(base.sin) } : base;
    for (let left = Math.abs(n); left > 0; left--) value = turned(state, value, step);
  }
  return value;
};

const isNumber = (a: Fraction, value: Rational): boolean => {
  const known = constantOf(a);
  return known !== undefined && sign(minus(known, value)) === 0;
};

/** The principal value lies between -pi/2 and pi/2: a bound of its own for every inverse function that is met. */
const principal = (state: State, of: Generator, strict: boolean): Fraction => {
  const value = ofGenerator(of);
  const quarter = piTimes(state, half);
  for (const room of [subtract(state, quarter, value), add(state, quarter, value)]) {
    const name = polynomialKey(room.over);
    if (!state.bounds.some(({ polynomial }) => polynomialKey(polynomial) === name))
      state.bounds.push({ polynomial: room.over, strict });
  }
  return value;
};

/** atan, odd; atan(1/x) = pi/2 - atan(x) for x > 0 where atan(x) was met before. */
export const arctangent = (state: State, argument: Fraction): Fraction =>
  odd(state, argument, (x) => {
    if (isZeroFraction(x)) return x;
    if (isNumber(x, one)) return piTimes(state, rational(1, 4));
    const signs = signsOfFraction(state, x);
    const met = state.generators.some((g) => g.kind === 'atan' && same(state, g.arguments[0] as Fraction, x));
    if (signs === positive && !met) {
      const inverse = divideShown(state, oneFraction, x);
      const other = state.generators.find((g) => g.kind === 'atan' && same(state, g.arguments[0] as Fraction, inverse));
      if (other) return subtract(state, piTimes(state, half), ofGenerator(other));
    }
    return principal(
      state,
      functionOf(state, 'atan', x, () => signs),
      true,
    );
  });

/** asin of something shown to lie between -1 and 1, odd. */
export const arcsine = (state: State, argument: Fraction): Fraction =>
  odd(state, argument, (x) => {
    if (isZeroFraction(x)) return x;
    if (isNumber(x, one)) return piTimes(state, half);
    if (isNumber(x, half)) return piTimes(state, rational(1, 6));
    return principal(
      state,
      functionOf(state, 'asin', x, () => signsOfFraction(state, x)),
      false,
    );
  });

export const arccosine = (state: State, argument: Fraction): Fraction =>
  subtract(state, piTimes(state, half), arcsine(state, argument));

/** cosh and sinh by exponentials. */
export const hyperbolic = (state: State, argument: Fraction): { readonly cosh: Fraction; readonly sinh: Fraction } => {
  const [up, down] = [exponential(state, argument), exponential(state, negated(argument))];
  const halved = (a: Fraction): Fraction => times(state, number(half), a);
  return { cosh: halved(add(state, up, down)), sinh: halved(subtract(state, up, down)) };
};
