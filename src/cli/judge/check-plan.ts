import { decimalOf } from '../../foreign/case.ts';
import { type CheckSettings, casesFor, pointsFor } from '../../foreign/check.ts';
import { digitsOfUnit, type Rule, unit64, usualUlps } from '../../foreign/judgement/rule.ts';
import type { Asked } from '../../foreign/program/request.ts';
import { approximate, compare, formatRational, rational } from '../../number/rational.ts';
import type { Quantity } from '../../theory/quantity.ts';
import type { JsonObject } from '../run/journal-values.ts';
import { isInShard, type Shard } from '../run/shard.ts';
import { filesOf } from './check-files.ts';
import type { About } from './check-text.ts';

/** What a run of check asks, whoever answers. */
export interface Plan {
  readonly quantities: readonly Quantity[];
  readonly settings: CheckSettings;
  /** The program and its arguments. */
  readonly command: readonly string[];
  /** Seconds that are waited for an answer. */
  readonly patience: number;
}

/** Seconds, unless said otherwise. */
const usualPatience = 10;
const patienceUnit = /^patience (\d+)$/;

/**
 * The unit that keeps the patience of a run, where it is not the usual one. It is no setting: a run that waited too short
 * goes on with more of it.
 */
export const patienceUnitOf = ({ patience }: Plan): string | undefined =>
  patience === usualPatience ? undefined : `patience ${patience}`;

/** The most patience that a run was ever given. */
export const patienceIn = (done: ReadonlyMap<string, unknown>): number => {
  const found = [...done.keys()].flatMap((unit) => patienceUnit.exec(unit)?.[1] ?? []).map(Number);
  return found.length === 0 ? usualPatience : Math.max(...found);
};

/** A question as a unit of a journal. */
export const unitOf = ({ quantity, point }: Asked): string =>
  `${quantity.name} ${Object.entries(point)
    .map(([name, value]) => `${name}=${decimalOf(value)}`)
    .join(' ')}`;
/** The unit that is done when a shard has found its simplest counterexamples. */
export const finished = 'finished';

interface Numbered extends Asked {
  /** The place in the sequence of its quantity. */
  readonly index: number;
}

/** All questions of a run, or of one shard of it, quantity by quantity. */
export const questionsOf = ({ quantities: wanted, settings }: Plan, shard: Shard): readonly Numbered[] =>
  wanted
    .flatMap((quantity) => pointsFor(quantity, settings).map(({ point }, index) => ({ quantity, point, index })))
    .filter((_, index) => isInShard(index, shard));

/** The names of the units of a shard. */
export const unitsOf = (plan: Plan, shard: Shard): readonly string[] => [
  ...new Set(questionsOf(plan, shard).map(unitOf)),
  finished,
];

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** The options that ask for a rule, where it is not the usual one. */
const ruleText = (rule: Rule): readonly string[] => {
  if (rule.by === 'size') return [`--rtol ${approximate(rule.part)}`];
  const { k, u } = rule;
  return [
    ...(compare(k, rational(usualUlps)) === 0 ? [] : [`--ulps ${approximate(k)}`]),
    ...(compare(u, unit64) === 0 ? [] : [`--digits ${digitsOfUnit(u)}`]),
  ];
};

const optionsText = ({ settings: { rule, cases, seed }, patience }: Plan): string =>
  [
    ...(cases === undefined ? [] : [`--cases ${cases}`]),
    ...ruleText(rule),
    ...(patience === usualPatience ? [] : [`--patience ${patience}`]),
    `--seed ${seed}`,
  ].join(' ');

/** What the report of a run says beside what was found. */
export const aboutOf = (plan: Plan): About => ({
  rule: plan.settings.rule,
  source: `seed ${plan.settings.seed}`,
  replay: ({ quantity }, { path }) =>
    `tripleflip check ${quoted(quantity.name)} ${optionsText(plan)} --path ${path} -- ${plan.command.map(quoted).join(' ')}`,
});

/** All that the answers depend on, and the reports. */
export const settingsOf = ({ quantities: wanted, settings: { seed, cases, rule }, command }: Plan): JsonObject => ({
  quantities: wanted.map(({ name }) => name),
  cases: wanted.map((quantity) => casesFor(quantity, cases)),
  asked: cases ?? null,
  seed,
  rule:
    rule.by === 'size'
      ? { by: 'size', part: formatRational(rule.part) }
      : { by: 'rounding', k: formatRational(rule.k), u: formatRational(rule.u) },
  command: [...command],
  ...filesOf(command),
});
