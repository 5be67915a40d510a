import { type Domain, hypothesesOf, type Point, samples, simplePoints } from '../../claim/domain.ts';
import type { Relation } from '../../claim/relation.ts';
import { type GenericForms, genericForms } from '../../claim/unknowns.ts';
import { underBinders } from '../../formula/binders.ts';
import type { Expr, Node } from '../../formula/expression.ts';
import { mapParts } from '../../formula/fold.ts';
import { freeSymbols, instantiate } from '../../formula/substitute.ts';
import type { Fact, Hypotheses } from '../../kernel/kernel.ts';
import { evaluate } from '../../meaning/value.ts';
import { dyadics } from '../../number/dyadic.ts';
import { random } from '../../number/random.ts';
import { compare, rational } from '../../number/rational.ts';
import type { Chain, Step } from './step.ts';
import { BrokenChain } from './walk.ts';

/** Among how many points of a domain one is looked for. */
export const mostPoints = 100;

/** Whether a point has the values given. */
export const has =
  (at: Readonly<Record<string, Expr>>) =>
  (point: Point): boolean =>
    Object.entries(at).every(([name, value]) => {
      const known = point.get(name);
      return known !== undefined && value.kind === 'number' && compare(known, value.value) === 0;
    });

/** The hypotheses where some symbols have values of their own, which a point of the domain must have: a counterexample. */
export const atValues = ({ at = {}, factor }: Chain, of: Domain): Hypotheses => {
  if (!factor) throw new BrokenChain('only a refutation may choose where it fails');
  const witness = simplePoints(of, mostPoints).find(has(at));
  if (!witness) throw new BrokenChain('no point of the domain has the values at which it is said to fail');
  const others = hypothesesOf({
    ...of,
    coordinates: of.coordinates.filter(({ names }) => !names.some((name) => name in at)),
  });
  const values = of.coordinates
    .flatMap(({ facts }) => facts)
    .flatMap(({ left }) => [...freeSymbols(left).values()])
    .filter(({ name }) => name in at);
  const given = new Map(values.map((symbol) => [symbol.name, symbol]));
  return {
    facts: [
      ...[...given.values()].map(
        (symbol): Fact => ({ left: { kind: 'symbol', symbol }, is: '=', right: at[symbol.name] as Expr }),
      ),
      ...others.facts,
    ],
    witness,
  };
};

/** A factor other than 1, or an error of an order that the claim says to be beyond, refutes. */
export const refutes = (
  factor: Expr | undefined,
  last: Step | undefined,
  { relation }: { readonly relation: Relation },
  end: Expr,
  points: readonly Point[],
): boolean => {
  if (factor) {
    if (relation.kind === 'integrands' && !makesIntegralsDiffer(factor, end, relation.left))
      throw new BrokenChain('integrands that differ need not give different integrals');
    const isOther = points.some((point) => differsAt(factor, relation.kind === 'approaches' ? undefined : end, point));
    if (!isOther) throw new BrokenChain('no point is found at which the factor makes a difference');
    return true;
  }
  if (relation.kind !== 'approaches' || last?.by !== 'limit' || !last.error) return false;
  return last.error.order <= (relation.beyond ?? 0);
};

/** The factor is constant under the integrals, or something left open weighs every value of the variables. */
const makesIntegralsDiffer = (factor: Expr, integrand: Expr, integral: Expr): boolean => {
  const bound = underBinders(integral).binders.flatMap(({ variables }) => variables);
  const varies = bound.filter((name) => freeSymbols(factor).has(name));
  const open = [...unknownApplications(integrand)].flatMap((formula) => [...freeSymbols(formula).keys()]);
  return varies.every((name) => open.includes(name));
};

const unknownApplications = (formula: Expr): readonly Expr[] => {
  const found: Expr[] = [];
  const go = (node: Node): Node => {
    if (node.kind === 'unknown') found.push(node);
    return mapParts(node, go);
  };
  go(formula);
  return found;
};

/**
 * At a point, functions left open given some form: the factor is other than 1, and what it multiplies other than 0, by
 * enclosures. What has no value of its own, such as an integral over a delta function, is compared by other evidence.
 */
const differsAt = (factor: Expr, printed: Expr | undefined, point: Point): boolean => {
  const forms = genericForms(printed ? [factor, printed] : [factor], false);
  const coefficients = { coordinates: forms.coordinates, hypotheses: [] };
  // Forms that are all alike may make a difference of populations vanish.
  return [...simplePoints(coefficients, 1), ...samples(coefficients, otherForms, random(1, 'forms'))].some((of) =>
    differsFor(factor, printed, point, forms.functions, of),
  );
};

const otherForms = 3;

const differsFor = (
  factor: Expr,
  printed: Expr | undefined,
  point: Point,
  functions: GenericForms['functions'],
  coefficients: Point,
): boolean => {
  const a = dyadics(30);
  const values = new Map([...point, ...coefficients].map(([name, value]) => [name, a.rational(value)] as const));
  const isApart = (formula: Expr, from: number): boolean =>
    !a.overlap(evaluate(instantiate(formula, functions))(a, values), a.rational(rational(from)));
  if (!isApart(factor, 1)) return false;
  if (!printed) return true;
  try {
    return isApart(printed, 0);
  } catch (error) {
    // No value at this point, or none at all: an integral over a delta function.
    if (error instanceof RangeError) return false;
    if (error instanceof TypeError) return freeSymbols(factor).size === 0;
    throw error;
  }
};
