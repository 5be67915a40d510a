import { pureNumber } from '../../formula/dimension.ts';
import { type Expr, symbol } from '../../formula/expression.ts';
import { freeSymbols, substitute } from '../../formula/substitute.ts';
import { differentiate } from '../../kernel/differentiate.ts';
import { isZeroFraction } from '../../kernel/field.ts';
import type { Fact, Kernel } from '../../kernel/kernel.ts';
import { normal } from '../../kernel/normal.ts';
import { expand } from '../../kernel/series.ts';
import { formulaOf } from '../../kernel/show.ts';
import {
  anySign,
  type Fraction,
  negative,
  plusSigns,
  positive,
  raiseSigns,
  type Signs,
  timesSigns,
} from '../../kernel/state.ts';
import { evaluate } from '../../meaning/value.ts';
import { type Dyadic, dyadics } from '../../number/dyadic.ts';
import { compare, multiply, one, plus, type Rational, rational } from '../../number/rational.ts';
import { series as taylor } from '../../number/taylor.ts';
import {
  type Context,
  equalBy,
  minus,
  type Shown,
  shown,
  timesOf,
  together,
  total,
  WrongStep,
  zero,
} from './context.ts';
import type { Step } from './step.ts';

/** What goes to 0 from above. */
export const closeness = symbol('closeness', '\\varepsilon', pureNumber);

type Of<B extends Step['by']> = Extract<Step, { by: B }>;

/** The sign of what is before, read from another form of it. Whether 0 is allowed the relation says. */
export const sign =
  (allowed: number) =>
  ({ to }: Of<'sign'>, { before, hypotheses }: Context): Shown =>
    shown(hypotheses, (k) => {
      equalBy(k, before, to, 'the other form is not the same');
      // Factor by factor: the sign of each is read on its own.
      const signs = signsByFactors(to, (formula) => k.signs(formula));
      if ((signs & ~allowed) !== 0) throw new WrongStep('the sign does not follow from the hypotheses');
    });

/** Odd functions that rise: they have the sign of their argument. */
const rising: ReadonlySet<string> = new Set(['sinh', 'tanh', 'atan', 'asin']);

/** The sign that the parts of a formula show; where they leave it open, that of the whole in normal form. */
const signsByFactors = (formula: Expr, signs: (formula: Expr) => Signs): Signs => {
  const parts = signsOfParts(formula, (part) => signsByFactors(part, signs));
  return parts === positive || parts === negative ? parts : parts & signs(formula);
};

const signsOfParts = (formula: Expr, of: (part: Expr) => Signs): Signs => {
  switch (formula.kind) {
    case 'sum':
      return formula.terms.map(of).reduce(plusSigns);
    case 'product':
      return formula.factors.map(of).reduce(timesSigns);
    case 'quotient':
      return timesSigns(of(formula.over), of(formula.under));
    case 'power':
      return formula.exponent.denominator === 1n && formula.exponent.numerator > 0n
        ? raiseSigns(of(formula.base), Number(formula.exponent.numerator))
        : anySign;
    case 'call':
      return rising.has(formula.name) ? of(formula.argument) : anySign;
    default:
      return anySign;
  }
};

const speaksOfName = (name: string, formulas: readonly Expr[]): boolean =>
  formulas.some((formula) => freeSymbols(formula).has(name));

/** f(from) >= 0 and f' > 0 from there to wherever the variable is: f > 0 there. */
export const monotonic = ({ variable, from, to }: Of<'monotonic'>, { before, hypotheses }: Context): Shown => {
  const name = variable.symbol.name;
  // Any value on the way: nothing is known of it but that it lies between the start and the variable.
  const way = symbol(`${name}'`, `${variable.symbol.tex}'`, variable.symbol.dimension, 'real');
  if (
    speaksOfName(way.symbol.name, [before, from, to, ...hypotheses.facts.flatMap(({ left, right }) => [left, right])])
  )
    throw new WrongStep(`expected no symbol ${way.symbol.name}: it stands for any value on the way`);
  const onTheWay = (formula: Expr): Expr => substitute(formula, { [name]: way });
  const beyond = shown(hypotheses, (k) => {
    if (k.signs(minus(variable, from)) !== positive)
      throw new WrongStep('that the variable lies beyond the start does not follow from the hypotheses');
    // It has a value, and so is continuous, up to the end of the way.
    k.difference(before, before);
  });
  const slope = shown(
    hypotheses,
    (k) => {
      k.difference(onTheWay(before), onTheWay(before));
      equalBy(k, onTheWay(differentiate(before, name)), onTheWay(to), 'the derivative is another one');
      if (signsByFactors(onTheWay(to), (formula) => k.signs(formula)) !== positive)
        throw new WrongStep('that the function rises does not follow from the hypotheses');
    },
    [
      { left: from, is: '<', right: way },
      { left: way, is: '<', right: variable },
    ],
  );
  const start = shown(hypotheses, (k) => {
    const { valuation, terms } = expand(
      k.state,
      substitute(before, { [name]: total([from, closeness]) }),
      closeness.symbol.name,
    );
    if (valuation < 0) throw new WrongStep('the function is not finite at its start');
    if (valuation > 0) return;
    if (terms.length === 0) throw new WrongStep('the series of the function is not known as far as its start');
    if (k.signs(formulaOf(k.state, terms[0] as Fraction)) & negative)
      throw new WrongStep('that the function starts at 0 or above does not follow from the hypotheses');
  });
  return together([beyond, slope, start]);
};

/** Digits in which boxes are enclosed, and the most pieces into which one is cut. */
const digits = 30;
const mostPieces = 20_000;

type Box = ReadonlyMap<string, readonly [Rational, Rational]>;

const boxOf = (formulas: Readonly<Record<string, readonly [Expr, Expr]>>): Box =>
  new Map(
    Object.entries(formulas).map(([name, ends]) => {
      const values = ends.map((end) => {
        if (end.kind === 'number') return end.value;
        throw new WrongStep(`expected numbers as ends of the box in ${name}`);
      }) as [Rational, Rational];
      return [name, values];
    }),
  );

const halves = (box: Box): readonly Box[] => {
  const [widest] = [...box].sort(([, a], [, b]) => widthOf(b) - widthOf(a));
  if (!widest) return [];
  const [name, [lo, hi]] = widest;
  const middle = multiply(rational(1, 2), plus(lo, hi));
  return [new Map([...box, [name, [lo, middle]]]), new Map([...box, [name, [middle, hi]]])];
};
const widthOf = ([lo, hi]: readonly [Rational, Rational]): number =>
  Number(
    ((hi.numerator * lo.denominator - lo.numerator * hi.denominator) * 1_000_000_000n) /
      (hi.denominator * lo.denominator),
  );

/** Cuts a box into pieces until the enclosures decide on each of them. */
const overBox = (box: Box, decide: (values: ReadonlyMap<string, Dyadic>) => boolean): number => {
  const a = dyadics(digits);
  let open: readonly Box[] = [box];
  for (let pieces = 1; open.length > 0; pieces += open.length) {
    if (pieces > mostPieces) throw new WrongStep(`the box is not decided in ${mostPieces} pieces`);
    open = open.flatMap((piece) => {
      const values = new Map([...piece].map(([name, [lo, hi]]) => [name, a.hull(a.rational(lo), a.rational(hi))]));
      try {
        if (decide(values)) return [];
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
      if (piece.size === 0) throw new WrongStep('expected a number that is shown to be positive');
      return halves(piece);
    });
    if (open.length === 0) return pieces;
  }
  return 1;
};

/** After cancelling: positive on a whole box, by enclosures of its pieces. */
export const bound = ({ box, to }: Of<'bound'>, { before, hypotheses }: Context): Shown => {
  const same = shown(hypotheses, (k) => equalBy(k, before, to, 'the other form is not the same'));
  const missing = [...freeSymbols(to).keys()].filter((name) => !(name in box));
  if (missing.length > 0) throw new WrongStep(`expected a range for ${missing.join(', ')}`);
  // The box must hold every point that the hypotheses allow.
  const within = shown(hypotheses, (k) => {
    for (const [name, [lo, hi]] of Object.entries(box)) {
      const known = freeSymbols(to).get(name);
      if (!known) throw new WrongStep(`the formula does not speak of ${name}`);
      const value: Expr = { kind: 'symbol', symbol: known };
      for (const room of [minus(value, lo), minus(hi, value)])
        if (k.signs(room) & negative)
          throw new WrongStep(`that ${name} lies in the box does not follow from the hypotheses`);
    }
  });
  const a = dyadics(digits);
  const f = evaluate(to);
  const pieces = overBox(boxOf(box), (values) => a.sign(f(a, values)) === 1);
  return together([same, within, { conditions: [], operations: pieces }]);
};

/**
 * f = polynomial in e + rest, |rest| <= bound e^(order + 1), e being the small symbol over its scale: Taylor's theorem,
 * with the last coefficient enclosed. Nothing but e may be left once the symbol is written as e times its scale.
 */
export const series = (
  { small: of, order, upTo, bound: most, to }: Of<'series'>,
  { before, hypotheses, small: claimed }: Context,
): Shown => {
  const name = closeness.symbol.name;
  const scaled = { [of.symbol.name]: claimed ? timesOf(closeness, claimed.scale) : closeness };
  let lowest = 0;
  let inUnits: Expr = before;
  const range: readonly Fact[] = [
    { left: zero, is: '<', right: closeness },
    { left: closeness, is: '<=', right: upTo },
    // Weaker, and easier to use for 1 - e^2.
    ...(upTo.kind === 'number' && compare(upTo.value, one) < 0
      ? [{ left: closeness, is: '<', right: { kind: 'number', value: one } } as const]
      : []),
  ];
  const check = (k: Kernel): void => {
    const units = (formula: Expr): Expr => formulaOf(k.state, normal(k.state, substitute(formula, scaled)));
    inUnits = units(before);
    const stated = expand(k.state, units(to), name);
    lowest = stated.valuation;
    if (stated.terms.length === 0 || lowest > order) throw new WrongStep(`expected a term up to order ${order}`);
    const { valuation, terms } = expand(k.state, minus(inUnits, units(to)), name);
    const first = terms.findIndex((term) => !isZeroFraction(term));
    if (valuation + Math.max(first, 0) > order) return;
    if (terms.length === 0) throw new WrongStep(`the series is not known up to order ${order}`);
    throw new WrongStep(
      `the series has another term of order ${valuation + first}`,
      timesOf(formulaOf(k.state, terms[first] as Fraction), {
        kind: 'power',
        base: closeness,
        exponent: rational(valuation + first),
      }),
    );
  };
  const exact = shown(hypotheses, check, range);
  const strange = [...freeSymbols(inUnits).keys()].filter((other) => other !== name);
  if (strange.length > 0)
    throw new WrongStep(`the rest of a series is bounded in one symbol, got ${strange.join(', ')} as well`);
  const a = dyadics(digits);
  const lifted = taylor(a, order + 1);
  const f = evaluate(inUnits);
  if (most.kind !== 'number') throw new WrongStep('expected a number as bound of the rest');
  const largest = a.rational(most.value);
  const pieces = overBox(boxOf({ [name]: [zero, upTo] }), (values) => {
    const coefficients = f(lifted, new Map([[name, lifted.variable(values.get(name) as Dyadic)]]));
    const last = coefficients[order + 1] ?? a.rational(rational(0));
    const room = a.sign(a.sub(largest, a.abs(last)));
    return room === 1 || room === 0;
  });
  return { ...together([exact, { conditions: [], operations: pieces }]), known: order - lowest };
};
