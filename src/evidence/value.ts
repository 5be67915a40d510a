import { unitOfLastDigit } from '../claim/quote.ts';
import type { Input, Quote } from '../claim/relation.ts';
import type { Expr } from '../formula/expression.ts';
import { evaluate } from '../meaning/value.ts';
import { guaranteedDigits } from '../number/digits.ts';
import { type Dyadic, dyadics } from '../number/dyadic.ts';
import { compare, formatRational, minus, multiply, negate, parseRational, plus, rational } from '../number/rational.ts';
import { constants, range } from '../theory/constants.ts';
import { disjoint } from './enclose.ts';
import type { Ends, Finding } from './finding.ts';

const claimed = (quote: Quote): Ends => {
  const value = parseRational(quote.text);
  const quarter = multiply(rational(1, 4), value.numerator < 0n ? negate(value) : value);
  const reach = quote.about ? quarter : unitOfLastDigit(quote.text);
  return [minus(value, reach), plus(value, reach)];
};

const resolve = (input: Input | string): Input => {
  if (typeof input !== 'string') return input;
  const constant = constants[input as keyof typeof constants];
  if (!constant) throw new ReferenceError(`expected a physical constant, got ${input}`);
  return { nominal: constant.value, range: range(constant), from: constant.source };
};

const digits = dyadics(40);
const whole = ({ range }: Input): Dyadic => digits.hull(digits.rational(range[0]), digits.rational(range[1]));

/**
 * Holds a quoted figure against the formula it comes from. It fails only if no inputs within the rounding of the
 * quoted ones, and no constants within six standard uncertainties, give it.
 */
export const quoted = (value: Expr, given: Readonly<Record<string, Input | string>>, quote: Quote): Finding => {
  const inputs = Object.fromEntries(Object.entries(given).map(([name, input]) => [name, resolve(input)] as const));
  const evaluator = evaluate(value);
  const at = (choose: (input: Input) => Dyadic): Ends =>
    digits.ends(
      evaluator(digits, new Map(Object.entries(inputs).map(([name, input]) => [name, choose(input)] as const))),
    );
  const possible = at(whole);
  const nominal = at((input) => digits.rational(input.nominal));
  const print = claimed(quote);
  const inside = (ends: Ends): boolean => compare(print[0], ends[0]) <= 0 && compare(ends[1], print[1]) <= 0;
  const outcome = (() => {
    if (quote.atMost)
      return compare(possible[1], print[1]) <= 0 ? 'holds' : compare(possible[0], print[1]) > 0 ? 'fails' : 'undecided';
    return disjoint(possible, print) ? 'fails' : inside(nominal) ? 'holds' : 'undecided';
  })();
  const found = guaranteedDigits(nominal, 6);
  const [low, high] = possible.map((end) => guaranteedDigits([end, end], 3));
  const times = digits.ends(
    digits.div(
      digits.hull(digits.rational(nominal[0]), digits.rational(nominal[1])),
      digits.rational(parseRational(quote.text)),
    ),
  );
  const detail = `printed ${quote.atMost ? 'at most ' : ''}${quote.about ? 'about ' : ''}${quote.text}, found ${found} (${low} to ${high} within the rounding of the inputs), ${guaranteedDigits(times, 3)} times as much`;
  const counterexample = {
    at: Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, formatRational(input.nominal)])),
    left: found,
    right: quote.text,
  };
  return { outcome, by: 'value', points: 1, discarded: 0, detail, ...(outcome === 'fails' ? { counterexample } : {}) };
};
