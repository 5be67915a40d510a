import type { Domain } from '../claim/domain.ts';
import { isComputed, type Relation, type Side } from '../claim/relation.ts';
import { shapeOf, underBinders } from '../formula/binders.ts';
import { formatDimension, sameDimension } from '../formula/dimension.ts';
import type { Expr } from '../formula/expression.ts';
import { freeSymbols } from '../formula/substitute.ts';
import { dimensionOf } from '../meaning/dimension.ts';
import { atMost, compareAtPoints, equal, lessThan, muchSmaller } from './enclosure.ts';
import type { Effort, Finding } from './finding.ts';
import { approaches } from './limit.ts';
import { measured } from './measure.ts';
import { quoted } from './value.ts';

type Decider<K extends Relation['kind']> = (
  relation: Extract<Relation, { kind: K }>,
  of: Domain,
  effort: Effort,
) => Finding;

const integrands: Decider<'integrands'> = ({ left, right }, of, effort) => {
  const [a, b] = [underBinders(left), underBinders(right)];
  if (shapeOf(a) !== shapeOf(b))
    return {
      outcome: 'fails',
      by: 'enclosure',
      points: 0,
      discarded: 0,
      detail: 'the two sides do not run over the same ranges',
    };
  return compareAtPoints(a.integrand, b.integrand, of, effort, equal, true);
};

const dimensionText = (formula: Expr): string => {
  try {
    return formatDimension(dimensionOf(formula));
  } catch (error) {
    return (error as Error).message;
  }
};

const deciders: { readonly [K in Relation['kind']]: Decider<K> } = {
  equal: ({ left, right }, of, effort) => compareAtPoints(left, right, of, effort, equal),
  ordered: ({ left, is, right }, of, effort) =>
    compareAtPoints(left, right, of, effort, is === '<' ? lessThan : atMost),
  muchSmaller: ({ left, right }, of, effort) => compareAtPoints(left, right, of, effort, muchSmaller),
  approaches: ({ left, right, small, beyond }, of, effort) => approaches(left, right, small, of, effort, beyond),
  quoted: ({ value, inputs, quote }) => quoted(value, inputs, quote),
  integrands,
  measured,
  sameDimension: ({ left, right }) => {
    const texts = [left, right].map(dimensionText) as [string, string];
    const same = texts[0] === texts[1] && sameDimension(dimensionOf(left), dimensionOf(right));
    return {
      outcome: same ? 'holds' : 'fails',
      by: 'dimension',
      points: 1,
      discarded: 0,
      detail: `${texts[0]} against ${texts[1]}`,
    };
  },
};

const fullySampled = (relation: Relation, effort: Effort): Effort => {
  // An experiment has its own settings.
  if (relation.kind === 'measured') return effort;
  const sides: readonly Side[] = 'left' in relation ? [relation.left, relation.right] : [];
  const symbols = sides
    .flatMap((side) => (isComputed(side) ? side.parts : [side]))
    .flatMap((formula) => [...freeSymbols(formula).keys()]);
  // Without a free symbol there is one point only.
  return symbols.length === 0 && relation.kind !== 'integrands' ? { ...effort, points: 1 } : effort;
};

/** Decides a relation over a domain with the effort given. The same seed gives the same finding. */
export const decide = <K extends Relation['kind']>(
  relation: Extract<Relation, { kind: K }>,
  of: Domain,
  effort: Effort,
): Finding => (deciders[relation.kind] as unknown as Decider<K>)(relation, of, fullySampled(relation, effort));
