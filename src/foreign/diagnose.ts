import { parametersOf } from '../theory/parameters-of.ts';
import type { Quantity } from '../theory/quantity.ts';
import { answeredOf, type Explanation, explanationsOf, foretells, spread } from './explain.ts';
import type { Judged } from './judge.ts';
import { type Region, regionOf } from './region.ts';
import { cancellation, type Residual, shortNumbers } from './rounding-errors.ts';
import type { Rule } from './rule.ts';

/** Something that is wrong with a program, as far as its answers tell. */
export interface Finding {
  /** Names of the mistakes, as flags of vectors have them. */
  readonly ids: readonly string[];
  readonly says: string;
  /** Other mistakes that foretell the same at all points looked at. */
  readonly or: readonly string[];
  /** Of how many answers it is true, and of how many looked at. */
  readonly of: readonly [number, number];
  readonly region?: Region;
}

/** What is judged of a program for one quantity. */
export interface Diagnosis {
  readonly findings: readonly Finding[];
  /** Where disagreements lie and where none is found. */
  readonly region?: Region;
}

const within = (
  quantity: Quantity,
  failing: readonly Judged[],
  passing: readonly Judged[],
): { readonly region?: Region } => {
  const region = regionOf(
    parametersOf(quantity),
    failing.map(({ point }) => point),
    passing.map(({ point }) => point),
  );
  return region ? { region } : {};
};

/** Most disagreements whose errors of rounding are looked at. */
const most = 200;

const aboutNumbers = (
  quantity: Quantity,
  all: readonly Judged[],
  rule: Rule,
  others: readonly Quantity[],
  effort: number,
): readonly Finding[] => {
  const answered = answeredOf(all, rule);
  const failing = answered.filter(({ agrees }) => !agrees);
  if (failing.length === 0) return [];
  const explanations = explanationsOf(quantity, answered, others, effort);
  const [best, ...equal] = explanations;
  const looked = spread(failing, most);
  const residuals = looked.flatMap((one): readonly Residual[] => {
    const expected = best ? best.endsAt(one) : one.ends;
    return expected ? [{ answered: one, expected }] : [];
  });
  const left = residuals.filter(({ answered: one, expected }) => !foretells(one, expected));
  const main: readonly Finding[] = best
    ? [
        {
          ids: best.ids,
          says: best.says,
          or: equal.map((other: Explanation) => other.says),
          of: [residuals.length - left.length, looked.length],
        },
      ]
    : [];
  if (left.length === 0) return main;
  const lost = shortNumbers(residuals, rule, left.length) ?? cancellation(quantity, left);
  const rest = lost
    ? [
        {
          ids: [lost.id],
          says: lost.says,
          or: [],
          of: [left.length, looked.length] as const,
          ...within(
            quantity,
            left.map(({ answered: one }) => one.judged),
            answered.filter(({ agrees }) => agrees).map(({ judged }) => judged),
          ),
        },
      ]
    : [];
  return [...main, ...rest];
};

/** Answers and refusals that do not belong where they are. */
const aboutDomain = (quantity: Quantity, all: readonly Judged[]): readonly Finding[] => {
  const silent = all.filter(({ judgement }) => judgement.is === 'no value');
  const said = silent.map(({ judgement }) => (judgement.is === 'no value' ? judgement.said : ''))[0] ?? '';
  const valid = all.filter(({ truth }) => truth.kind === 'value');
  const accepted = all.filter(({ judgement }) => judgement.is === 'accepted');
  const invalid = all.filter(({ truth }) => truth.kind === 'invalid');
  const example = accepted[0];
  return [
    ...(silent.length > 0
      ? [
          {
            ids: ['no-value'],
            says: `no number where ${quantity.name} has a value (it says ${JSON.stringify(said.slice(0, 80))})`,
            or: [],
            of: [silent.length, valid.length] as const,
            ...within(
              quantity,
              silent,
              valid.filter((one) => !silent.includes(one)),
            ),
          },
        ]
      : []),
    ...(example
      ? [
          {
            ids: ['domain'],
            says: `a number outside the domain, where an error or NaN is right: ${example.truth.kind === 'invalid' ? example.truth.why : ''}`,
            or: [],
            of: [accepted.length, invalid.length] as const,
          },
        ]
      : []),
  ];
};

/**
 * What is wrong with a program for one quantity. `others` are the quantities that it may have been taken for; `effort`
 * below 1 looks at fewer points, where each costs much.
 */
export const diagnose = (
  quantity: Quantity,
  all: readonly Judged[],
  rule: Rule,
  others: readonly Quantity[],
  effort = 1,
): Diagnosis => {
  const failing = all.filter(({ judgement }) => judgement.is === 'disagrees');
  const passing = all.filter(({ judgement }) => judgement.is === 'agrees');
  return {
    findings: [...aboutNumbers(quantity, all, rule, others, effort), ...aboutDomain(quantity, all)],
    ...within(quantity, failing, passing),
  };
};
