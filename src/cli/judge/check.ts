import type { Reply } from '../../foreign/case.ts';
import {
  type Ask,
  type Checked,
  firstWrong,
  isRight,
  judgeAll,
  pointAt,
  pointsFor,
  simplest,
} from '../../foreign/check.ts';
import type { Rule } from '../../foreign/judgement/rule.ts';
import { ProgramFailed, startProgram } from '../../foreign/program/program.ts';
import type { Asked } from '../../foreign/program/request.ts';
import { OracleError, quantities, quantityOf } from '../../library/oracle.ts';
import type { Quantity } from '../../theory/quantity.ts';
import { type Journal, openJournal } from '../run/journal.ts';
import { build } from '../run/journal-build.ts';
import { whenInterrupted } from '../run/journal-interrupt.ts';
import { progressBar } from '../run/progress.ts';
import { type Shard, whole } from '../run/shard.ts';
import { UsageError } from '../usage.ts';
import { type RuleOptions, ruleOf } from './check-options.ts';
import {
  aboutOf,
  finished,
  type Plan,
  patienceIn,
  patienceUnitOf,
  questionsOf,
  settingsOf,
  unitOf,
  unitsOf,
} from './check-plan.ts';
import { sayBefore, sayFailed, sayKept } from './check-said.ts';
import { type Reported, summaryOf, told } from './check-text.ts';

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

/** Prints the report; 1 where something disagrees. */
export const show = (plan: Plan, reported: readonly Reported[], json: boolean | undefined): 0 | 1 => {
  const about = aboutOf(plan);
  process.stdout.write(json ? `${JSON.stringify(summaryOf(reported, about), null, 1)}\n` : told(reported, about));
  return reported.every(isRight) ? 0 : 1;
};

const planOf = (names: readonly string[], command: readonly string[], options: CheckOptions, rule: Rule): Plan => {
  if (command.length === 0)
    throw new UsageError('expected the program behind "--", as in: tripleflip check W_Z -- python3 mine.py; got none');
  if (names.length === 0) throw new UsageError('expected a quantity, such as W_Z, before "--", got none');
  try {
    const wanted = [...new Set(names.map((name) => quantityOf(name)))];
    if (options.path !== undefined && wanted.length > 1)
      throw new UsageError(`expected one quantity with --path, got ${wanted.length}`);
    const { seed, cases, patience } = options;
    const settings = { seed, rule, ...(cases === undefined ? {} : { cases }) };
    return { quantities: wanted, command, settings, patience };
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
  const { window, patience, path, json } = options;
  const asked = planOf(names, command, options, ruleOf(options));
  const shard = options.shard ?? whole;
  if (options.shard && options.state === undefined)
    throw new UsageError('expected --state FILE beside --shard, the file that tripleflip merge reads, got none');
  const file = path === undefined ? options.state : undefined;
  const units = unitsOf(asked, shard);
  const journal = openJournal(file, {
    tripleflip: build(),
    command: 'check',
    settings: file === undefined ? {} : settingsOf(asked),
    units: units.length,
    shard,
  });
  const ownPatience = patienceUnitOf(asked);
  if (ownPatience !== undefined && !journal.done.has(ownPatience)) journal.record(ownPatience, true);
  const plan = { ...asked, patience: patienceIn(journal.done) };
  const answers = units.filter((unit) => unit !== finished);
  const known = (): number => answers.filter((unit) => journal.done.has(unit)).length;
  const before = known();
  const attempt = new Attempt();
  const progress = await progressBar(answers.length, before);
  const isListening = whenInterrupted(journal, units.length, progress.stop);
  // A run that is finished is only shown again.
  const program = journal.done.has(finished) ? undefined : startProgram({ command, window, patience });
  try {
    if (program && path !== undefined) {
      const code = await attempt.of(() => again(plan, path, program.ask, json));
      if (code !== undefined) return code;
      sayFailed(attempt.failed as ProgramFailed);
      return 3;
    }
    const onReply = (): void => progress.done('answer');
    if (program) await attempt.of(() => remembering(program.ask, journal, onReply)(questionsOf(plan, shard)));
    progress.stop();
    const remembered = remembering(program?.ask ?? unasked, journal);
    const reported = await findingsOf(plan, shard, journal.done, (more) => attempt.of(() => remembered(more)));
    if (program) await attempt.of(program.stop);
    if (program && !attempt.failed) journal.record(finished, true);
    const code = options.shard ? 0 : show(plan, reported, json);
    if (attempt.failed) sayFailed(attempt.failed);
    if (file !== undefined) {
      const kept = { file, before, now: known(), all: answers.length, ...(options.shard ? { shard } : {}) };
      sayBefore(kept);
      sayKept(kept, !attempt.failed);
    }
    return attempt.failed ? 3 : code;
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
