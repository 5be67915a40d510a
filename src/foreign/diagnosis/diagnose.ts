import { approximate, compare, divide, multiply, type Rational, rational, sign } from '../../number/rational.ts';
import { parametersOf } from '../../theory/parameters-of.ts';
import type { Quantity } from '../../theory/quantity.ts';
import type { Judged } from '../judgement/judge.ts';
import { leastPart, type Rule } from '../judgement/rule.ts';
import { mostOf } from '../judgement/truth.ts';
import { type Answered, answeredOf, type Explanation, explanationsOf, foretells, spread } from './explain.ts';
import { type Region, regionOf } from './region.ts';
import { erratic, type Residual, shortNumbers, shortUnits, writtenOf } from './rounding-errors.ts';

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

/** Where so many times as much is forgiven as of a rounded result, errors of rounding do not show. */
const mostForgiven = rational(16);
/** The part of the answers that agree, of those to values other than 0 where errors show. */
const sparedPart = (answered: readonly Answered[], rule: Rule): number => {
  const most = multiply(mostForgiven, leastPart(rule));
  const telling = answered.filter(({ ends, part }) => sign(mostOf(ends)) > 0 && compare(part, most) <= 0);
  return telling.filter(({ agrees }) => agrees).length / Math.max(1, telling.length);
};

/** Most disagreements whose errors of rounding are looked at. */
const most = 200;

/** What is left of the disagreements when the best explanation is taken for what the program computes. */
interface Look {
  readonly explanations: readonly Explanation[];
  readonly residuals: readonly Residual[];
  readonly left: readonly Residual[];
  readonly foretold: number;
  readonly short: { readonly id: string; readonly says: string } | undefined;
}
const isBoth = ({ explanations, short }: Look): boolean => explanations.length > 0 && short !== undefined;

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
  const isWidespread = failing.length >= answered.length / 2;
  const lookFor = (explanations: readonly Explanation[], widened: (one: Answered) => Answered): Look => {
    const [best] = explanations;
    const residuals = spread(failing, most).flatMap((one): readonly Residual[] => {
      const expected = best ? best.endsAt(one) : one.ends;
      return expected ? [{ answered: one, expected }] : [];
    });
    const left = best ? residuals.filter(({ answered: one, expected }) => !foretells(one, expected)) : residuals;
    const foretold = residuals.filter(({ answered: one, expected }) => foretells(widened(one), expected)).length;
    const told = shortNumbers(residuals, rule, left.length);
    // Few digits show in the answers themselves; other short numbers fail nearly everywhere.
    const short = isWidespread || (told?.id === 'few-digits' && writtenOf(answered) < 16) ? told : undefined;
    return { explanations, residuals, left, foretold, short };
  };
  const plain = lookFor(explanationsOf(quantity, answered, others, effort), (one) => one);
  // A wrong formula in short numbers is told only by those who forgive short numbers.
  const inShort = (unit: Rational): Look => {
    const wider = divide(unit, rule.by === 'rounding' ? rule.u : unit);
    const widened = (one: Answered): Answered => ({ ...one, part: multiply(one.part, wider) });
    const closeness = 4 * approximate(unit);
    return lookFor(explanationsOf(quantity, answered.map(widened), others, effort, closeness), widened);
  };
  const isPlain = plain.explanations.length > 0 || plain.short !== undefined || !isWidespread;
  const found = isPlain ? undefined : shortUnits(failing, rule).map(inShort).find(isBoth);
  const { explanations, left, foretold, short } = found ?? plain;
  const [best, ...equal] = explanations;
  const looked = Math.min(failing.length, most);
  const main: readonly Finding[] = best
    ? [{ ids: best.ids, says: best.says, or: equal.map((other) => other.says), of: [foretold, looked] }]
    : [];
  if (left.length === 0) return main;
  const spared = answered.filter(({ agrees }) => agrees);
  const of = (residuals: readonly Residual[]) =>
    within(
      quantity,
      residuals.map(({ answered: one }) => one.judged),
      spared.map(({ judged }) => judged),
    );
  // Another part of the domain may have another mistake.
  const [second] =
    short || !best
      ? []
      : explanationsOf(quantity, [...left.map(({ answered: one }) => one), ...spared], others, effort);
  const isSecond = second && second.explains > 0 && second.says !== best?.says;
  const another = isSecond ? left.filter(({ answered: one }) => foretells(one, second.endsAt(one))) : [];
  const rest = left.filter((one) => !another.includes(one));
  const lost =
    rest.length === 0
      ? undefined
      : (short ?? erratic(quantity, rest, sparedPart(answered, rule), of(rest).region !== undefined));
  return [
    ...main,
    ...(isSecond
      ? [{ ids: second.ids, says: second.says, or: [], of: [another.length, looked] as const, ...of(another) }]
      : []),
    ...(rest.length > 0
      ? [
          {
            ids: [lost?.id ?? 'unknown'],
            says: lost?.says ?? 'nothing that is known here',
            or: [],
            of: [rest.length, looked] as const,
            ...(short || !lost ? {} : of(rest)),
          },
        ]
      : []),
  ];
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
