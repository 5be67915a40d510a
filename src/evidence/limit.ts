import { type Domain, domain, type Point, samples } from '../claim/domain.ts';
import type { Small } from '../claim/relation.ts';
import { call, div, type Expr, mul, type Node, pi, sub, symbol } from '../formula/expression.ts';
import { pureNumber } from '../formula/dimension.ts';
import { fold, rebuild } from '../formula/fold.ts';
import { key, substitute } from '../formula/substitute.ts';
import { evaluate } from '../meaning/value.ts';
import { guaranteedDigits } from '../number/digits.ts';
import { type Enclosure, enclosures } from '../number/enclosure.ts';
import { random } from '../number/random.ts';
import { compare, power, rational } from '../number/rational.ts';
import { series } from '../number/taylor.ts';
import { enclose } from './enclose.ts';
import { commonFactor } from './factor.ts';
import type { Effort, Ends, Finding } from './finding.ts';

/**
 * What right/left does when a symbol goes to 0: its limit, and the order and leading coefficient of its error, from
 * power series with enclosed coefficients; where a side is an integral, from enclosures along a sequence.
 */
export const epsilon = symbol('epsilon', '\\epsilon', pureNumber);

/** atan(a/b) with b going to 0 through positive numbers, written as pi/2 - atan(b/a): right for a, b > 0. */
const turned = (expression: Expr): Expr =>
  fold<Node>(expression, {
    ...rebuild,
    call: (name, argument) =>
      name === 'atan' && argument.kind === 'quotient'
        ? sub(div(pi, 2), call('atan', div(argument.under as Expr, argument.over as Expr)))
        : rebuild.call(name, argument),
  });

const order = 7;
/** A coefficient this small against the largest one, and compatible with 0, counts as 0. */
const negligible = 1e-12;

interface Expansion {
  readonly valuation: number;
  readonly coefficients: readonly Enclosure[];
}

const expand = (expression: Expr, point: Point, digits: number): Expansion | undefined => {
  const a = enclosures(digits);
  const s = series(a, order);
  const environment = new Map([...point].map(([name, value]) => [name, s.constant(a.rational(value))] as const));
  environment.set('epsilon', s.variable(a.rational(rational(0))));
  let found: readonly Enclosure[];
  try {
    found = evaluate(expression)(s, environment);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  const zero = a.rational(rational(0));
  const coefficients = Array.from({ length: order + 1 }, (_, k) => found[k] ?? zero);
  const size = Math.max(...coefficients.map((c) => Math.abs(a.middle(c))));
  const isZero = (c: Enclosure): boolean => a.overlap(c, zero) && Math.abs(a.middle(c)) <= negligible * size && widthOf(a, c) <= negligible * size;
  const valuation = coefficients.findIndex((c) => !isZero(c));
  return valuation < 0 ? undefined : { valuation, coefficients };
};

const widthOf = (a: ReturnType<typeof enclosures>, c: Enclosure): number => a.relativeWidth(c) * Math.max(...a.ends(c).map((end) => Math.abs(Number(end.numerator) / Number(end.denominator))));

interface Behaviour {
  /** right/left at epsilon = 0. */
  readonly limit: Ends;
  /** Order of right/left - 1 and its coefficient; undefined beyond the order of the series. */
  readonly error?: { readonly order: number; readonly coefficient: Ends };
}

const one = rational(1);
const isOne = ([lo, hi]: Ends): boolean => compare(lo, one) <= 0 && compare(one, hi) <= 0;

const bySeries = (left: Expr, right: Expr, point: Point): Behaviour | 'apart' | undefined => {
  for (const digits of [30, 60, 120]) {
    const [l, r] = [expand(left, point, digits), expand(right, point, digits)];
    if (!l || !r) continue;
    if (l.valuation !== r.valuation) return 'apart';
    const a = enclosures(digits);
    const s = series(a, order);
    let ratio: readonly Enclosure[];
    try {
      ratio = s.div(r.coefficients.slice(r.valuation), l.coefficients.slice(l.valuation));
    } catch {
      continue;
    }
    const leading = ratio[0] as Enclosure;
    if (a.relativeWidth(leading) > 1e-9) continue;
    const zero = a.rational(rational(0));
    const known = order - l.valuation;
    const size = Math.max(1, ...ratio.slice(0, known + 1).map((c) => Math.abs(a.middle(c))));
    const n = ratio.findIndex((c, k) => k > 0 && k <= known && !(a.overlap(c, zero) && Math.abs(a.middle(c)) <= negligible * size && widthOf(a, c) <= negligible * size));
    return { limit: a.ends(leading), ...(n > 0 ? { error: { order: n, coefficient: a.ends(ratio[n] as Enclosure) } } : {}) };
  }
  return undefined;
};

const sequence = [3, 4, 5, 6];

/** Along epsilon = 10^-3 .. 10^-6: the limit as far as the last two agree, the order from how the error shrinks. */
const bySequence = (left: Expr, right: Expr, point: Point): Behaviour | undefined => {
  const a = enclosures(40);
  const values = sequence.map((k) => {
    const here: Point = new Map([...point, ['epsilon', power(rational(10), -k)]]);
    const [l, r] = [enclose(left, here), enclose(right, here)];
    if (!l || !r) return undefined;
    const [x, y] = [r.ends, l.ends].map(([lo, hi]) => a.hull(a.rational(lo), a.rational(hi))) as [Enclosure, Enclosure];
    return a.sign(y) ? a.div(x, y) : undefined;
  });
  const [previous, last] = values.slice(-2);
  if (!previous || !last) return undefined;
  // The distance from the limit is at most that between the last two values as soon as it shrinks by half a step.
  const step = a.abs(a.sub(last, previous));
  const limit = a.add(last, a.hull(a.neg(step), step));
  return { limit: a.ends(limit) };
};

const holdsIntegral = (expression: Expr): boolean => key(expression).includes('(int ');

export const approaches = (left: Expr, right: Expr, small: Small, of: Domain, effort: Effort, beyond = 0): Finding => {
  const to = { [small.symbol.name]: mul<string, 'scalar' | 'binder'>(epsilon, small.scale) };
  const [l, r] = [left, right].map((side) => substitute(side, to)) as [Expr, Expr];
  const coordinates = of.coordinates.filter((coordinate) => !coordinate.names.includes(small.symbol.name));
  const integral = holdsIntegral(l) || holdsIntegral(r);
  const points = samples(domain(coordinates), effort.points, random(effort.seed, effort.label));
  const behaviour = (point: Point) =>
    integral ? bySequence(l, r, point) : (bySeries(l, r, point) ?? bySeries(turned(l), turned(r), point));
  let [decided, discarded] = [0, 0];
  const limits: Ends[] = [];
  const errors: { readonly order: number; readonly coefficient: Ends }[] = [];
  let failure: Point | undefined;
  let apart = false;
  for (const point of points) {
    const found = behaviour(point);
    if (!found) {
      discarded++;
      continue;
    }
    decided++;
    if (found === 'apart') {
      apart = true;
      failure ??= point;
      break;
    }
    limits.push(found.limit);
    if (found.error) errors.push(found.error);
    const wrongOrder = found.error && found.error.order <= beyond;
    if (!isOne(found.limit) || wrongOrder) {
      failure ??= point;
      if (limits.length >= 6) break;
    }
  }
  const lowest = errors.length > 0 ? Math.min(...errors.map((e) => e.order)) : undefined;
  const coefficients = errors.filter((e) => e.order === lowest).map((e) => e.coefficient);
  const common = commonFactor(coefficients);
  const error =
    lowest === undefined || !limits.every(isOne)
      ? {}
      : { error: { order: lowest, coefficient: common?.text ?? 'depends on the point' } };
  const base = { by: 'limit', points: decided, discarded, ...error } as const;
  if (!failure) return { ...base, outcome: decided > 0 && discarded * 10 <= points.length ? 'holds' : 'undecided' };
  if (apart) return { ...base, outcome: 'fails', detail: 'the two sides do not vanish with the same power' };
  const factor = limits.every(isOne) ? undefined : commonFactor(limits);
  const shown = limits.find((ends) => !isOne(ends));
  return {
    ...base,
    outcome: 'fails',
    ...(factor ? { factor } : {}),
    ...(shown ? { detail: `in the limit right/left is ${guaranteedDigits(shown, 8)}` } : { detail: `the error is of order ${lowest}, not beyond ${beyond}` }),
  };
};

