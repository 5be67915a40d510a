import { type Domain, domain, type Point, samples, simplePoints } from '../claim/domain.ts';
import type { Small } from '../claim/relation.ts';
import { genericForms } from '../claim/unknowns.ts';
import { pureNumber } from '../formula/dimension.ts';
import { type Expr, mul, symbol } from '../formula/expression.ts';
import { instantiate, substitute } from '../formula/substitute.ts';
import { evaluate } from '../meaning/value.ts';
import { guaranteedDigits } from '../number/digits.ts';
import { type Dyadic, dyadics } from '../number/dyadic.ts';
import { laurent } from '../number/laurent.ts';
import { random } from '../number/random.ts';
import { compare, formatRational, power, rational } from '../number/rational.ts';
import { commonFactor } from './factor.ts';
import type { Effort, Ends, Finding } from './finding.ts';

/**
 * What right/left does when a symbol goes to 0: its limit, and the order and leading coefficient of its error, from
 * power series with enclosed coefficients.
 */
const epsilon = symbol('epsilon', '\\epsilon', pureNumber);

const order = 8;
/** Orders of the error that can be told. */
const seen = 5;

interface Behaviour {
  /** right/left at epsilon = 0; undefined where it is 0 or diverges. */
  readonly limit?: Ends;
  /** Order of right/left - 1 and its coefficient; undefined beyond the order of the series. */
  readonly error?: { readonly order: number; readonly coefficient: Ends };
}

const one = rational(1);
const isOne = (ends: Ends | undefined): boolean =>
  ends !== undefined && compare(ends[0], one) <= 0 && compare(one, ends[1]) <= 0;

const bySeriesAt = (left: Expr, right: Expr, point: Point, digits: number): Behaviour | undefined => {
  const a = dyadics(digits);
  const l = laurent(a, order, Math.floor(digits / 2));
  const environment = new Map([...point].map(([name, value]) => [name, l.rational(value)] as const));
  environment.set('epsilon', l.variable());
  try {
    const ratio = l.leading(l.div(evaluate(right)(l, environment), evaluate(left)(l, environment)));
    if (!ratio) return undefined;
    if (ratio.valuation !== 0) return {};
    const limit = ratio.series[0] as Dyadic;
    if (a.relativeWidth(limit) > 1e-9) return undefined;
    // Terms are lost where leading ones cancel: look no further than half of them. What is 0 is judged against the
    // leading term, or rounding noise would pass for a term.
    const negligible = a.rational(power(rational(10), -Math.floor(digits / 2)));
    const counts = (c: Dyadic): boolean =>
      !a.overlap(c, a.rational(rational(0))) || a.sign(a.sub(a.abs(c), negligible)) !== -1;
    const first = ratio.series.slice(0, seen + 1).findIndex((c, k) => k > 0 && counts(c));
    return {
      limit: a.ends(limit),
      ...(first > 0 ? { error: { order: first, coefficient: a.ends(ratio.series[first] as Dyadic) } } : {}),
    };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** That a leading coefficient is 0 is judged by its digits, so what would refute is looked at again with twice as many. */
const bySeries = (left: Expr, right: Expr, point: Point, beyond: number, confirm: boolean): Behaviour | undefined => {
  const first = bySeriesAt(left, right, point, 120);
  const harmless = first && isOne(first.limit) && !(first.error && first.error.order <= beyond);
  return harmless || (first && !confirm) ? first : bySeriesAt(left, right, point, 240);
};
/** So many failures are confirmed with more digits: one would refute, the others tell the factor. */
const confirmed = 20;

export const approaches = (left: Expr, right: Expr, small: Small, of: Domain, effort: Effort, beyond = 0): Finding => {
  if (beyond >= seen) throw new RangeError(`an error beyond order ${beyond} cannot be told, only up to ${seen}`);
  const to = { [small.symbol.name]: mul<string, 'scalar' | 'binder'>(epsilon, small.scale) };
  const forms = genericForms([left, right], true);
  const [l, r] = [left, right].map((side) => substitute(instantiate(side, forms.functions), to)) as [Expr, Expr];
  const coordinates = [...of.coordinates, ...forms.coordinates].filter(
    (coordinate) => !coordinate.names.includes(small.symbol.name),
  );
  const whole = domain(coordinates);
  const points = [
    ...(effort.quick ? [] : simplePoints(whole, 1)),
    ...samples(whole, effort.points, random(effort.seed, effort.label)),
  ].slice(0, effort.points);
  let [decided, discarded, failures] = [0, 0, 0];
  const limits: Ends[] = [];
  const errors: { readonly order: number; readonly coefficient: Ends }[] = [];
  let failure: Point | undefined;
  let apart = false;
  for (const point of points) {
    const found = bySeries(l, r, point, beyond, failures < confirmed);
    if (!found) {
      discarded++;
      continue;
    }
    decided++;
    if (!found.limit) {
      apart = true;
      failure ??= point;
      break;
    }
    limits.push(found.limit);
    if (found.error) errors.push(found.error);
    const wrongOrder = found.error && found.error.order <= beyond;
    if (!isOne(found.limit) || wrongOrder) {
      failures++;
      failure ??= point;
      if (effort.quick) break;
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
  const first = errors.find((e) => e.order <= beyond);
  const counterexample = {
    at: Object.fromEntries([...failure].map(([name, value]) => [name, formatRational(value)])),
    left: '1',
    right: shown
      ? guaranteedDigits(shown, 8)
      : first
        ? `1 + (${guaranteedDigits(first.coefficient, 8)}) epsilon^${first.order}`
        : '1',
  };
  return {
    ...base,
    outcome: 'fails',
    ...(factor ? { factor } : {}),
    counterexample,
    ...(shown
      ? { detail: `in the limit right/left is ${guaranteedDigits(shown, 8)}` }
      : { detail: `the error is of order ${lowest}, not beyond ${beyond}` }),
  };
};
