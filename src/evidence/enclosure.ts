import { type Domain, domain, type Hypothesis, type Point, samples, simplePoints } from '../claim/domain.ts';
import { isComputed, type Side } from '../claim/relation.ts';
import { genericForms } from '../claim/unknowns.ts';
import type { Expr } from '../formula/expression.ts';
import { instantiate } from '../formula/substitute.ts';
import { guaranteedDigits } from '../number/digits.ts';
import { dyadics } from '../number/dyadic.ts';
import { random } from '../number/random.ts';
import { compare, formatRational, multiply, rational } from '../number/rational.ts';
import { disjoint, enclose } from './enclose.ts';
import { commonFactor } from './factor.ts';
import type { Counterexample, Effort, Ends, Finding } from './finding.ts';

/** Two enclosures that agree are taken as agreement only when both are at least this narrow. */
const coarsest = 1e-6;
/** Where a bound may be reached, enclosures must be this narrow. */
const equality = 1e-15;

/** What a comparison at one point says; undefined when the enclosures do not tell. */
export type Verdict = (left: Ends, right: Ends) => boolean | undefined;

const upTo = (side: Side, functions: Parameters<typeof instantiate>[1]): Side =>
  isComputed(side) ? side.with(side.parts.map((part) => instantiate(part, functions))) : instantiate(side, functions);

const formulasOf = (side: Side): readonly Expr[] => (isComputed(side) ? side.parts : [side]);

const satisfied = ({ left, is, right }: Hypothesis, point: Point): boolean => {
  const [a, b] = [enclose(left, point), enclose(right, point)];
  if (!a || !b) return false;
  return is === '<' ? compare(a.ends[1], b.ends[0]) < 0 : compare(a.ends[0], b.ends[1]) <= 0;
};

const show = (point: Point): Readonly<Record<string, string>> =>
  Object.fromEntries([...point].map(([name, value]) => [name, formatRational(value)]));

const arithmetic = dyadics(40);
const ratio = (over: Ends, under: Ends): Ends | undefined => {
  const [a, b] = [over, under].map(([lo, hi]) => arithmetic.hull(arithmetic.rational(lo), arithmetic.rational(hi)));
  try {
    return arithmetic.ends(arithmetic.div(a as NonNullable<typeof a>, b as NonNullable<typeof b>));
  } catch {
    return undefined;
  }
};

/** Points of a domain that has been completed by the coefficients of generic forms: drawn once per effort. */
const drawn = new WeakMap<
  Domain,
  Map<string, { readonly points: readonly Point[]; readonly simple: readonly Point[] }>
>();
const pointsOf = (of: Domain, extra: Domain, effort: Effort) => {
  const sets = drawn.get(of) ?? new Map();
  drawn.set(of, sets);
  const name = `${effort.seed}/${effort.points}/${effort.label}/${extra.coordinates.flatMap((c) => c.names).join()}`;
  const known = sets.get(name);
  if (known) return known;
  const whole = domain([...of.coordinates, ...extra.coordinates], of.hypotheses);
  const set = {
    points: samples(whole, effort.points, random(effort.seed, effort.label)),
    simple: simplePoints(whole, 60),
  };
  sets.set(name, set);
  return set;
};

/**
 * Compares two sides at exact points of a domain by their enclosures. `asks` says what is to hold; where it does not,
 * the simplest point at which it fails is looked for.
 */
export const compareAtPoints = (
  left: Side,
  right: Side,
  of: Domain,
  effort: Effort,
  asks: Verdict,
  withDelta = false,
): Finding => {
  const forms = genericForms([...formulasOf(left), ...formulasOf(right)], withDelta);
  const [a, b] = [upTo(left, forms.functions), upTo(right, forms.functions)];
  const { points, simple } = pointsOf(of, domain(forms.coordinates), effort);
  const tell = (point: Point) => {
    if (!of.hypotheses.every((hypothesis) => satisfied(hypothesis, point))) return { holds: undefined };
    const [l, r] = [enclose(a, point), enclose(b, point)];
    if (!l || !r) return { holds: undefined };
    return { holds: asks(l.ends, r.ends), l, r };
  };
  let [decided, discarded, resolution, agreed] = [0, 0, 0, 0];
  const ratios: Ends[] = [];
  let failed: Counterexample | undefined;
  let open: Counterexample | undefined;
  const at = (point: Point, l: { ends: Ends }, r: { ends: Ends }): Counterexample => ({
    at: show(point),
    left: guaranteedDigits(l.ends, 12),
    right: guaranteedDigits(r.ends, 12),
  });
  for (const point of points) {
    const { holds, l, r } = tell(point);
    if (holds === undefined || !l || !r) {
      discarded++;
      if (l && r) open ??= at(point, l, r);
      continue;
    }
    decided++;
    resolution = Math.max(resolution, l.width, r.width);
    if (holds) {
      agreed++;
      continue;
    }
    failed ??= at(point, l, r);
    const found = ratio(r.ends, l.ends);
    if (found) ratios.push(found);
    if (effort.quick) break;
  }
  if (!failed) {
    const outcome = decided > 0 && discarded * 10 <= points.length ? 'holds' : 'undecided';
    const detail =
      outcome === 'undecided' && open
        ? {
            detail: `not told apart: ${open.left} against ${open.right}${Object.keys(open.at).length > 0 ? ` at ${JSON.stringify(open.at)}` : ''}`,
          }
        : {};
    return { outcome, by: 'enclosure', points: decided, discarded, resolution: resolution.toExponential(0), ...detail };
  }
  for (const point of effort.quick ? [] : simple) {
    const { holds, l, r } = tell(point);
    if (holds === false && l && r) {
      failed = at(point, l, r);
      break;
    }
  }
  // A factor is told only if every single point has it.
  const factor = agreed === 0 && (ratios.length > 1 || points.length === 1) ? commonFactor(ratios) : undefined;
  return {
    outcome: 'fails',
    by: 'enclosure',
    points: decided,
    discarded,
    counterexample: failed,
    ...(factor ? { factor } : {}),
  };
};

const width = ([lo, hi]: Ends): number => {
  const size = arithmetic.hull(arithmetic.rational(lo), arithmetic.rational(hi));
  return arithmetic.relativeWidth(size);
};

/** Equal, as far as narrow enclosures overlap; different for certain where they are disjoint. */
export const equal: Verdict = (left, right) => {
  if (disjoint(left, right)) return false;
  const exactZero = [left, right].every(([lo, hi]) => lo.numerator === 0n && hi.numerator === 0n);
  return exactZero || (width(left) <= coarsest && width(right) <= coarsest) ? true : undefined;
};

export const atMost: Verdict = (left, right) => {
  if (compare(left[1], right[0]) <= 0) return true;
  if (compare(left[0], right[1]) > 0) return false;
  // Equality is allowed, as far as narrow enclosures can tell.
  return width(left) <= equality && width(right) <= equality ? true : undefined;
};
export const lessThan: Verdict = (left, right) =>
  compare(left[1], right[0]) < 0 ? true : compare(left[0], right[1]) >= 0 ? false : undefined;

/** At most a tenth: true; not smaller at all: false; between the two the words decide nothing. */
export const muchSmaller: Verdict = (left, right) => {
  const tenth: Ends = [multiply(rational(1, 10), right[0]), multiply(rational(1, 10), right[1])];
  if (compare(left[1], tenth[0]) <= 0) return true;
  return compare(left[0], right[1]) >= 0 ? false : undefined;
};
