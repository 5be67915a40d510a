import type { Expr } from '../formula/expression.ts';
import { freeSymbols, key, unknownFunctions } from '../formula/substitute.ts';
import { latex } from '../meaning/latex.ts';
import { evaluate } from '../meaning/value.ts';
import { dyadics } from '../number/dyadic.ts';
import type { Rational } from '../number/rational.ts';
import { constantOf, isZeroFraction, subtract } from './field.ts';
import { normal } from './normal.ts';
import { asConstant, constant, polynomialKey } from './polynomial.ts';
import { formulaOf } from './show.ts';
import { assumePositive, signsOfFraction, signsOfSymbol } from './signs.ts';
import {
  anySign,
  asFraction,
  type Condition,
  type Fraction,
  generatorAt,
  generatorNamed,
  isDefinite,
  isZero,
  negative,
  newState,
  nonnegative,
  positive,
  Refusal,
  type Signs,
  type State,
} from './state.ts';

/** Something taken as known. An equation gives a symbol, or the square of a symbol, by a formula without it. */
export interface Fact {
  readonly left: Expr;
  readonly is: '<' | '<=' | '=' | '!=';
  readonly right: Expr;
}

/** What a proof may use, with an exact point at which all of it holds, so that it speaks of something. */
export interface Hypotheses {
  readonly facts: readonly Fact[];
  readonly witness: ReadonlyMap<string, Rational>;
}

/** Hypotheses that do not hold at their own witness: nothing is proved from them. */
export class Unsatisfied extends RangeError {
  override readonly name = 'Unsatisfied';
}

/**
 * The trusted core: what it says to be equal is equal wherever the hypotheses hold. A formula is turned into a fraction
 * of polynomials over the rationals (polynomial.ts, field.ts) in symbols and in what roots (roots.ts), exponentials,
 * circular and inverse functions (functions.ts), sums and integrals (binders.ts) leave; squares that are known are
 * replaced, so that two forms of one thing become one. Whether a sign, a divisor or a radicand is what it must be is
 * shown from the hypotheses (signs.ts). Derivatives (differentiate.ts) and power series (series.ts) are exact, too.
 *
 * What it trusts: BigInt; the rules of calculus that those files spell out; that the functions left open have values;
 * and that the integrals that it is given exist. It reads no floating-point number, and refuses what it does not know.
 */
export interface Kernel {
  /** left - right in normal form; undefined where it is 0. Throws a Refusal where it cannot tell. */
  readonly difference: (left: Expr, right: Expr) => Expr | undefined;
  /** The signs that a formula can have; `positive | negative` says that it is not 0. */
  readonly signs: (formula: Expr) => number;
  /** What had to be shown from the hypotheses so far. */
  readonly conditions: () => readonly Condition[];
  /** Products of terms so far: what a proof costs, the same on every machine. */
  readonly operations: () => number;
  readonly state: State;
}

const exactly = (
  formula: Expr,
  witness: Hypotheses['witness'],
): { readonly state: State; readonly value: Fraction } => {
  const state = newState();
  for (const [name, value] of witness) state.given.set(name, asFraction(constant(value)));
  return { state, value: normal(state, formula) };
};

/** Enclosures of a number that has no exact sign: enough digits for any hypothesis that is met with room to spare. */
const enclosures = dyadics(60);

/** The sign of a formula at the witness by enclosure, as far as it tells. */
const signAt = (formula: Expr, witness: Hypotheses['witness']): Signs => {
  const values = new Map([...witness].map(([name, value]) => [name, enclosures.rational(value)] as const));
  try {
    const sign = enclosures.sign(evaluate(formula)(enclosures, values));
    return sign === undefined ? anySign : sign > 0 ? positive : sign < 0 ? negative : isZero;
  } catch (error) {
    if (error instanceof RangeError) return anySign;
    throw error;
  }
};

/** Whether a formula has no value at the witness: a symbol without one, a function left open, a sum over spins. */
const isOpen = (formula: Expr, witness: Hypotheses['witness']): boolean =>
  [...freeSymbols(formula).keys()].some((name) => !witness.has(name)) ||
  unknownFunctions(formula).size > 0 ||
  /\((delta|pairs|total) /.test(key(formula));

const holdsAt = (fact: Fact, witness: Hypotheses['witness']): boolean => {
  const { left, is, right } = fact;
  const difference: Expr = {
    kind: 'sum',
    terms: [
      right,
      { kind: 'product', factors: [{ kind: 'number', value: { numerator: -1n, denominator: 1n } }, left] },
    ],
  };
  const { state, value } = exactly(outside(difference), witness);
  let signs = signsOfFraction(state, value);
  if (constantOf(value) === undefined && signs !== positive && signs !== negative) {
    // That hypotheses about something left open can be met is for their claim to say.
    if (isOpen(difference, witness)) return signs !== 0;
    signs &= signAt(difference, witness);
    if (!isDefinite(signs) || (is === '<' && signs === nonnegative))
      throw new Refusal(`expected hypotheses whose truth can be told at the point given, got ${text(fact)}`);
  }
  return is === '<'
    ? signs === positive
    : is === '<='
      ? !(signs & negative)
      : is === '='
        ? signs === isZero
        : !(signs & isZero);
};

/** A formula from outside, which may not use the names by which the kernel tells bound variables. */
const outside = (formula: Expr): Expr => {
  if (key(formula).includes('#')) throw new Refusal("names with # are the kernel's own");
  return formula;
};

const text = ({ left, is, right }: Fact): string => `${latex(left)} ${is} ${latex(right)}`;

/** An equation that gives a symbol or its square. */
const define = (state: State, fact: Fact): void => {
  const { left, right } = fact;
  const value = normal(state, right);
  if (left.kind === 'symbol') {
    if (state.named.has(`symbol ${left.symbol.name}`))
      throw new Refusal(`${text(fact)} gives a symbol that is used before`);
    state.given.set(left.symbol.name, value);
    return;
  }
  const base =
    left.kind === 'power' && left.exponent.numerator === 2n && left.exponent.denominator === 1n ? left.base : undefined;
  if (base?.kind !== 'symbol' || value.under.length > 0 || state.named.has(`symbol ${base.symbol.name}`))
    throw new Refusal(`expected an equation that gives a symbol or its square, got ${text(fact)}`);
  const made = generatorNamed(state, `symbol ${base.symbol.name}`, () => ({
    kind: 'symbol',
    formula: base,
    signs: 7,
    square: value.over,
    arguments: [value],
  }));
  state.squares.set(polynomialKey(value.over), made.index);
};

const assume = (state: State, { left, is, right }: Fact): void => {
  const room = subtract(state, normal(state, right), normal(state, left));
  const [term] = room.over.size === 1 && room.under.length === 0 ? [...room.over.values()] : [];
  const [factor] = term?.monomial ?? [];
  if (term && factor && term.monomial.length === 1 && factor[1] === 1) {
    // A symbol, or minus a symbol: its own sign.
    const known = is === '<' ? positive : is === '<=' ? nonnegative : positive | negative;
    const turned =
      term.coefficient.numerator > 0n
        ? known
        : (known & isZero) | (known & positive ? negative : 0) | (known & negative ? positive : 0);
    generatorAt(state, factor[0]).signs &= turned;
    return;
  }
  if (asConstant(room.over) !== undefined) return;
  if (is === '!=') state.bounds.push({ polynomial: room.over, strict: false, nonzero: true });
  else assumePositive(state, room, is === '<');
};

/**
 * A kernel under hypotheses. Throws Unsatisfied where they fail at their own witness, and a Refusal for hypotheses of a
 * kind that it does not know.
 */
export const kernel = ({ facts, witness }: Hypotheses): Kernel => {
  for (const fact of facts)
    if (!holdsAt(fact, witness))
      throw new Unsatisfied(
        `expected hypotheses that can be met, got ${text(fact)}, which fails at the point given (${[...witness].map(([name, value]) => `${name} = ${value.numerator}/${value.denominator}`).join(', ')})`,
      );
  const state = newState();
  for (const fact of facts) if (fact.is === '=') define(state, fact);
  // Signs of symbols first: they help to understand the rest.
  const others = facts.filter(({ is }) => is !== '=');
  const isPlain = ({ left, right }: Fact): boolean =>
    [left, right].every(({ kind }) => kind === 'symbol' || kind === 'number');
  for (const fact of [...others.filter(isPlain), ...others.filter((fact) => !isPlain(fact))]) assume(state, fact);
  // What follows for the sign of a symbol from all of it together.
  for (const generator of state.generators)
    if (generator.kind === 'symbol' && !isDefinite(generator.signs))
      generator.signs &= signsOfSymbol(state, generator.index);
  if (
    state.generators.some(({ signs }) => signs === 0) ||
    state.bounds.some(({ polynomial }) => signsOfFraction(state, asFraction(polynomial)) === 0)
  )
    throw new Unsatisfied('expected hypotheses that can be met, got two of which one excludes the other');
  return {
    difference: (left, right) => {
      const rest = subtract(state, normal(state, outside(left)), normal(state, outside(right)));
      return isZeroFraction(rest) ? undefined : formulaOf(state, rest);
    },
    signs: (formula) => signsOfFraction(state, normal(state, outside(formula))),
    conditions: () => [...state.conditions.values()],
    operations: () => state.operations,
    state,
  };
};
