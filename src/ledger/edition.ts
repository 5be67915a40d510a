import type { Claim, Premises } from '../claim/claim.ts';
import { atLeast, type Domain, domain, hypothesesOf, type Point } from '../claim/domain.ts';
import { isComputed, type Relation, type Side } from '../claim/relation.ts';
import { decide } from '../evidence/decide.ts';
import type { Effort } from '../evidence/finding.ts';
import { type Expr, sub } from '../formula/expression.ts';
import { freeSymbols, key } from '../formula/substitute.ts';
import { evaluate } from '../meaning/value.ts';
import { type Interval64, interval64 } from '../number/interval64.ts';
import { divide, formatRational, minus, multiply, plus, type Rational, rational } from '../number/rational.ts';
import { type Book, premisesOf, printedFormula, relationOf } from './book.ts';
import type { Corrections } from './corrections.ts';
import { type Outcome, verb } from './judge.ts';

/** Where two editions are compared: the cut-off in units of omega0I, the width far below both. */
const cutOffs = [
  [1, 10],
  [1, 2],
  [11, 10],
  [4, 1],
] as const;

/** A point with Delta and D on the circle of radius omega0I = 1, exactly; D is about a quarter of the lesser of D0 and 1. */
const pointAt = ([over, under]: readonly [number, number]): Point => {
  const one = rational(1);
  const u = over < under ? rational(over, 8 * under) : rational(1, 8);
  const squared = multiply(u, u);
  const scale = divide(one, plus(one, squared));
  return new Map([
    ['omega0I', one],
    ['A2', one],
    ['D0', rational(over, under)],
    ['DD', rational(1, 1000)],
    ['Delta', multiply(scale, minus(one, squared))],
    ['D', multiply(scale, multiply(rational(2), u))],
  ]);
};

const inIntervals = (point: Point): Map<string, Interval64> => {
  const known = new Map([...point].map(([name, value]) => [name, interval64.rational(value)] as const));
  const [D0, omega] = [known.get('D0'), known.get('omega0I')] as [Interval64, Interval64];
  const lower = interval64.sub(interval64.mul(omega, omega), interval64.mul(D0, D0));
  // The lower limit of |Delta|.
  known.set('Delta0', (interval64.sign(lower) ?? 0) > 0 ? interval64.sqrt(lower) : interval64.rational(rational(0)));
  return known;
};
const valueAt = (formula: Expr, point: Point): number =>
  interval64.middle(evaluate(formula)(interval64, inIntervals(point)));

/** Whether a point meets what is said of a domain, as far as that speaks of what the point gives. */
const isIn = (of: Domain, point: Point): boolean =>
  hypothesesOf(of).facts.every(({ left, is, right }) => {
    if (is !== '<' && is !== '<=') return true;
    const known = inIntervals(point);
    const rest = sub<string, 'scalar' | 'binder'>(right, left);
    if ([...freeSymbols(rest).keys()].some((name) => !known.has(name))) return true;
    const sign = interval64.sign(evaluate(rest)(interval64, known));
    return sign === undefined || (is === '<' ? sign > 0 : sign >= 0);
  });

/** Less than this is no difference. */
const visible = 1e-6;
const figures = (value: number): string => value.toPrecision(3);
const listOf = (values: readonly number[]): string => values.map(figures).join(', ');
const places = (points: readonly Point[]): string =>
  `at D0/omega0I = ${points.map((point) => formatRational(point.get('D0') as Rational)).join(', ')} for a small width`;

const unlike = (a: readonly number[], b: readonly number[]): boolean =>
  a.some((value, index) => Math.abs(value - (b[index] as number)) > visible * Math.abs(value));

/** A claim with a formula of its own in the other edition: by how much the two differ. */
const formulaIn = (book: Book, corrections: Corrections, claim: Claim, name: string): string | undefined => {
  const points = cutOffs.map(pointAt).filter((point) => isIn(claim.domain, point));
  const ratios = points.map(
    (point) => valueAt(book.quantity(name), point) / valueAt(corrections.correctedPrint(claim), point),
  );
  const own = freeSymbols(corrections.correctedPrint(claim));
  const coupling = own.has('D') || own.has('Delta') ? ', at a coupling of a quarter of the lesser of the two' : '';
  return unlike(
    ratios,
    ratios.map(() => 1),
  )
    ? `as ${name} it is ${listOf(ratios)} times what it is in the corrected edition ${places(points)}${coupling}`
    : undefined;
};

/** What a relation between quantities becomes: its sides over each other, or the order that it claims. */
const relationIn = (relation: (premises: Premises) => Relation, own: Premises, other: Premises, of: Domain) => {
  const points = cutOffs.map(pointAt).filter((point) => isIn(of, point));
  const ratios = (premises: Premises): readonly number[] => {
    const sides = relation(premises);
    if (!('left' in sides) || isComputed(sides.left) || isComputed(sides.right)) throw new TypeError('no two formulas');
    const [left, right] = [sides.left, sides.right];
    return points.map((point) => valueAt(left, point) / valueAt(right, point));
  };
  const [before, after] = [ratios(own), ratios(other)];
  const { kind } = relation(own);
  const changes =
    kind === 'ordered' || kind === 'muchSmaller'
      ? before.some((value, index) => value <= 1 !== (after[index] as number) <= 1)
      : unlike(before, after);
  return changes ? `has left over right ${listOf(after)} and not ${listOf(before)} ${places(points)}` : undefined;
};

/** What another edition of the quantities that a claim is made of makes of it; undefined where that is nothing. */
export const editionEffect = (
  book: Book,
  corrections: Corrections,
  claim: Claim,
  edition: string,
  effort: Effort,
): string | undefined => {
  const name = claim.editions?.[edition];
  if (name) return formulaIn(book, corrections, claim, name);
  const lookup = (id: string): Expr => {
    const of = book.claims.get(id)?.editions?.[edition];
    return of ? book.quantity(of) : corrections.corrected(id);
  };
  const under = (formula: (id: string) => Expr): Premises =>
    premisesOf(book, claim, (id) => (id === claim.id ? printedFormula(book, id) : formula(id)));
  const [own, other] = [under(corrections.corrected), under(lookup)];
  const withCutOff = (of: Domain): Domain =>
    of.coordinates.some(({ names }) => names.includes('D0')) ||
    !of.coordinates.some(({ names }) => names.includes('omega0I'))
      ? of
      : domain([...of.coordinates, atLeast('D0', 'omega0I')], of.hypotheses);
  /** Whether it holds at points of the domain, where its sides cannot be compared as numbers. */
  const outcome = (premises: Premises, relate: (premises: Premises) => Relation, of: Domain): Outcome =>
    decide(relate(premises), withCutOff(of), { ...effort, points: Math.min(effort.points, 12) }).outcome;
  const compare = (says: string, relate: (premises: Premises) => Relation, of: Domain): string | undefined => {
    if (keyOf(relate(own)) === keyOf(relate(other))) return undefined;
    try {
      const effect = relationIn(relate, own, other, of);
      return effect && `${says} ${effect}`;
    } catch (error) {
      if (!isUnknown(error)) throw error;
    }
    try {
      const [before, after] = [outcome(own, relate, of), outcome(other, relate, of)];
      return before === after ? undefined : `${says} ${verb[after]} in the edition ${edition}`;
    } catch (error) {
      if (!isUnknown(error)) throw error;
      return `${says} is made of it; what it is in the edition ${edition} is not computed`;
    }
  };
  const { step } = claim;
  if (step && (claim.formula ?? claim.printed)) {
    const relate = (premises: Premises): Relation =>
      relationOf(claim, corrections.correctedPrint(claim), step(premises), premises);
    const effect = compare('its formula', relate, claim.domain);
    if (effect) return effect;
  }
  for (const part of (claim.parts ?? []).filter(({ judges }) => judges === undefined)) {
    const effect = compare(`"${part.says}"`, part.relation, part.domain);
    if (effect) return effect;
  }
  return undefined;
};

/** The formulas of a relation as text. */
const keyOf = (relation: Relation): string => {
  const sides: readonly Side[] = [
    ...('left' in relation ? [relation.left] : []),
    ...('right' in relation ? [relation.right] : []),
    ...('value' in relation ? [relation.value] : []),
    ...('times' in relation && relation.times ? [relation.times] : []),
  ];
  return sides
    .flatMap((side) => (isComputed(side) ? side.parts : [side]))
    .map(key)
    .join(' | ');
};

/** A formula may have no series, no value at a point, or symbols that the points compared have no value for. */
const isUnknown = (error: unknown): boolean =>
  error instanceof RangeError || error instanceof TypeError || error instanceof ReferenceError;
