import { decimalOf, type Reply } from '../../foreign/case.ts';
import type { Ask } from '../../foreign/check.ts';
import {
  type Checked,
  type CheckSettings,
  casesFor,
  firstWrong,
  isRight,
  judgeAll,
  pointAt,
  pointsFor,
  simplest,
} from '../../foreign/check.ts';
import { digitsOfUnit, type Rule, unit64, usualUlps } from '../../foreign/judgement/rule.ts';
import { ProgramFailed, startProgram } from '../../foreign/program/program.ts';
import type { Asked } from '../../foreign/program/request.ts';
import { OracleError, quantities, quantityOf } from '../../library/oracle.ts';
import { approximate, compare, formatRational, rational } from '../../number/rational.ts';
import type { Quantity } from '../../theory/quantity.ts';
import { type Journal, openJournal } from '../run/journal.ts';
import { build } from '../run/journal-build.ts';
import { whenInterrupted } from '../run/journal-interrupt.ts';
import type { JsonObject } from '../run/journal-values.ts';
import { progressBar } from '../run/progress.ts';
import { isInShard, type Shard, shownShard, whole } from '../run/shard.ts';
import { UsageError } from '../usage.ts';
import { type RuleOptions, ruleOf } from './check-options.ts';
import { type About, type Reported, summaryOf, told } from './check-text.ts';

export interface CheckOptions extends RuleOptions {
  readonly cases?: number;
  readonly seed: number;
  readonly window: number;
  readonly patience: number;
  readonly json?: boolean;
  readonly path?: string;
  readonly state?: string;
  readonly shard?: Shard;
}

/** What a run of check asks, whoever answers. */
export interface Plan {
  readonly quantities: readonly Quantity[];
  readonly settings: CheckSettings;
  /** The program and its arguments. */
  readonly command: readonly string[];
}

/** A question as a unit of a journal. */
export const unitOf = ({ quantity, point }: Asked): string =>
  `${quantity.name} ${Object.entries(point)
    .map(([name, value]) => `${name}=${decimalOf(value)}`)
    .join(' ')}`;
/** The unit that is done when a shard has found its simplest counterexamples. */
const finished = 'finished';

interface Numbered extends Asked {
  /** The place in the sequence of its quantity. */
  readonly index: number;
}

/** All questions of a run, or of one shard of it, quantity by quantity. */
const questionsOf = ({ quantities: wanted, settings }: Plan, shard: Shard): readonly Numbered[] =>
  wanted
    .flatMap((quantity) => pointsFor(quantity, settings).map(({ point }, index) => ({ quantity, point, index })))
    .filter((_, index) => isInShard(index, shard));

/** The names of the units of a shard. */
export const unitsOf = (plan: Plan, shard: Shard): readonly string[] => [
  ...new Set(questionsOf(plan, shard).map(unitOf)),
  finished,
];

type AskProgram = ReturnType<typeof startProgram>['ask'];

/** Asks what is not known yet, and keeps it; `onReply` hears of each answer. */
const remembering =
  (ask: AskProgram, journal: Pick<Journal, 'done' | 'record'>, onReply: () => void = () => {}) =>
  async (asked: readonly Asked[]): Promise<readonly Reply[]> => {
    const units = asked.map(unitOf);
    const missing = [...new Map(units.map((unit, index) => [unit, asked[index] as Asked]))].filter(
      ([unit]) => !journal.done.has(unit),
    );
    if (missing.length > 0)
      await ask(
        missing.map(([, one]) => one),
        (index, reply) => {
          journal.record((missing[index] as (typeof missing)[number])[0], reply);
          onReply();
        },
      );
    return units.map((unit) => journal.done.get(unit) as Reply);
  };

/** What the answers that are known say, with the simplest disagreement of each quantity while the program still answers. */
export const findingsOf = async (
  plan: Plan,
  shard: Shard,
  done: ReadonlyMap<string, unknown>,
  ask: Ask,
): Promise<readonly Reported[]> => {
  const questions = questionsOf(plan, shard);
  const reported: Reported[] = [];
  for (const quantity of plan.quantities) {
    const own = questions.filter((one) => one.quantity === quantity);
    const replies = new Map(
      own.flatMap((one) => {
        const reply = done.get(unitOf(one)) as Reply | undefined;
        return reply ? [[one.index, reply] as const] : [];
      }),
    );
    const { settings } = plan;
    const checked = judgeAll(quantity, pointsFor(quantity, settings), replies, settings.rule, quantities);
    const first = firstWrong(checked);
    const counterexample = first && (await simplest(quantity, first, ask, settings));
    reported.push({ ...checked, ...(counterexample ? { counterexample } : {}) });
  }
  return reported;
};

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

const optionsText = ({ rule, cases }: CheckSettings): string =>
  [...(cases === undefined ? [] : [`--cases ${cases}`]), ...ruleText(rule)].map((one) => `${one} `).join('');

const aboutOf = ({ settings, command }: Plan): About => ({
  rule: settings.rule,
  source: `seed ${settings.seed}`,
  replay: ({ quantity }, { path }) =>
    `tripleflip check ${quoted(quantity.name)} ${optionsText(settings)}--seed ${settings.seed} --path ${path} -- ${command.map(quoted).join(' ')}`,
});

const settingsOf = ({ quantities: wanted, settings: { seed, cases, rule }, command }: Plan): JsonObject => ({
  quantities: wanted.map(({ name }) => name),
  cases: wanted.map((quantity) => casesFor(quantity, cases)),
  asked: cases ?? null,
  seed,
  rule:
    rule.by === 'size'
      ? { by: 'size', part: formatRational(rule.part) }
      : { by: 'rounding', k: formatRational(rule.k), u: formatRational(rule.u) },
  command: [...command],
});

/** Prints the report; 1 where something disagrees. */
export const show = (plan: Plan, reported: readonly Reported[], json: boolean | undefined): 0 | 1 => {
  const about = aboutOf(plan);
  process.stdout.write(json ? `${JSON.stringify(summaryOf(reported, about), null, 1)}\n` : told(reported, about));
  return reported.every(isRight) ? 0 : 1;
};

const failureText = (failed: ProgramFailed): string => {
  const last = (what: string, text: string): string =>
    text.trim() === ''
      ? ''
      : `\n${what}:\n${text
          .trimEnd()
          .split('\n')
          .slice(-8)
          .map((line) => `  ${line}`)
          .join('\n')}`;
  return `tripleflip: the program failed: ${failed.message}${last('it wrote last', failed.wroteLast)}${last('and on stderr', failed.complaint)}\n`;
};

const planOf = (names: readonly string[], command: readonly string[], options: CheckOptions, rule: Rule): Plan => {
  if (command.length === 0)
    throw new UsageError('expected the program behind "--", as in: tripleflip check W_Z -- python3 mine.py; got none');
  if (names.length === 0) throw new UsageError('expected a quantity, such as W_Z, before "--", got none');
  try {
    const wanted = [...new Set(names.map((name) => quantityOf(name)))];
    if (options.path !== undefined && wanted.length > 1)
      throw new UsageError(`expected one quantity with --path, got ${wanted.length}`);
    const { seed, cases } = options;
    return { quantities: wanted, command, settings: { seed, rule, ...(cases === undefined ? {} : { cases }) } };
  } catch (error) {
    throw error instanceof OracleError ? new UsageError(error.message) : error;
  }
};

/** Asks one point again. */
const again = async (plan: Plan, path: string, ask: AskProgram, json?: boolean): Promise<0 | 1> => {
  const { quantities: wanted, settings } = plan;
  const [quantity] = wanted as [Quantity];
  const point = pointAt(quantity, settings.seed, path);
  if (!point) throw new UsageError(`expected --path as a report gives it, such as 17:0:3, got "${path}"`);
  const [reply] = await ask([{ quantity, point: point.point }]);
  const checked: Checked = judgeAll(quantity, [point], new Map([[0, reply as Reply]]), settings.rule, []);
  const [judged] = checked.judged;
  const counterexample = judged && !isRight(checked) ? { counterexample: { judged, path } } : {};
  return show(plan, [{ ...checked, diagnosis: { findings: [] }, ...counterexample }], json);
};

/** What a program said until it failed. */
class Attempt {
  failed: ProgramFailed | undefined;
  /** The result of some work with the program; undefined when it has failed, now or before. */
  async of<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.failed) return undefined;
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ProgramFailed)) throw error;
      this.failed = error;
      return undefined;
    }
  }
}

/**
 * Asks a program about quantities and judges its answers: 0 when it agrees, 1 when it does not, 3 when the program fails;
 * what it answered until then is judged all the same. Throws a UsageError for what is asked wrongly.
 */
export const check = async (
  names: readonly string[],
  command: readonly string[],
  options: CheckOptions,
): Promise<0 | 1 | 3> => {
  const { window, patience, state, path, json } = options;
  const plan = planOf(names, command, options, ruleOf(options));
  const shard = options.shard ?? whole;
  if (options.shard && state === undefined)
    throw new UsageError('expected --state FILE beside --shard, the file that tripleflip merge reads, got none');
  const units = unitsOf(plan, shard);
  const journal = openJournal(path === undefined ? state : undefined, {
    tripleflip: build(),
    command: 'check',
    settings: settingsOf(plan),
    units: units.length,
    shard,
  });
  const attempt = new Attempt();
  const progress = await progressBar(units.length - 1, units.filter((unit) => journal.done.has(unit)).length);
  const isListening = whenInterrupted(journal, units.length, progress.stop);
  // A run that is finished is only shown again.
  const program = journal.done.has(finished) ? undefined : startProgram({ command, window, patience });
  try {
    if (program && path !== undefined) {
      const code = await attempt.of(() => again(plan, path, program.ask, json));
      if (code !== undefined) return code;
    } else {
      const onReply = (): void => progress.done('answer');
      if (program) await attempt.of(() => remembering(program.ask, journal, onReply)(questionsOf(plan, shard)));
      progress.stop();
      const known = remembering(program?.ask ?? unasked, journal);
      const reported = await findingsOf(plan, shard, journal.done, (asked) => attempt.of(() => known(asked)));
      if (program) await attempt.of(program.stop);
      if (program && !attempt.failed) journal.record(finished, true);
      const code = options.shard ? tellShard(options.shard, units.length - 1, state ?? '') : show(plan, reported, json);
      if (!attempt.failed) return code;
    }
    process.stderr.write(failureText(attempt.failed as ProgramFailed));
    return 3;
  } finally {
    isListening();
    progress.stop();
    await program?.stop().catch(() => {});
    journal.close();
  }
};

/** Whoever asks more than is kept of a finished run has found a fault of ours. */
const unasked: AskProgram = async () => {
  throw new Error('a finished run has no answer to one of its questions');
};

const tellShard = (shard: Shard, answers: number, file: string): 0 => {
  process.stderr.write(
    `tripleflip: shard ${shownShard(shard)} is done, ${answers} answers in ${file}; when all ${shard[1]} are: tripleflip merge FILES\n`,
  );
  return 0;
};
