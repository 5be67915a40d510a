import { decimalOf, type Point } from '../../foreign/case.ts';
import { type CheckSettings, type Counterexample, isRight, judgeAll } from '../../foreign/check.ts';
import type { Asking } from '../../foreign/inputs/inputs.ts';
import type { Judged, Judgement } from '../../foreign/judgement/judge.ts';
import { digitsWritten } from '../../foreign/judgement/reply.ts';
import { type Rule, unit64 } from '../../foreign/judgement/rule.ts';
import { OracleError, quantities, quantityOf } from '../../library/oracle.ts';
import type { Quantity } from '../../theory/quantity.ts';
import { checkWritable, replaceFile } from '../files.ts';
import { progressBar } from '../run/progress.ts';
import { UsageError } from '../usage.ts';
import { type RuleOptions, ruleOf } from './check-options.ts';
import { type About, type Reported, summaryOf, told } from './check-text.ts';
import { counted, linesText } from './grade-faults.ts';
import { neighboursOf } from './grade-neighbours.ts';
import { type Answer, type Read, readAnswers } from './grade-read.ts';
import { templateOf } from './grade-template.ts';

export interface GradeOptions extends RuleOptions {
  /** Quantities whose points are wanted as a table to be filled. */
  readonly template?: readonly string[];
  readonly seed?: number;
  readonly cases?: number;
  readonly out?: string;
  /** The table of the cases, where that of the answers holds ids alone. */
  readonly of?: string;
  readonly json?: boolean;
}

/** The points of a template are those of check, unless said otherwise. */
const usualSeed = 1;

/** Writes the table that is to be filled. */
const writeTemplate = (names: readonly string[], { seed = usualSeed, cases, out }: GradeOptions, rule: Rule): void => {
  let wanted: readonly Quantity[];
  try {
    wanted = [...new Set(names.map(quantityOf))];
  } catch (error) {
    throw error instanceof OracleError ? new UsageError(error.message) : error;
  }
  if (out !== undefined) checkWritable(out);
  const settings: CheckSettings = { seed, rule, ...(cases === undefined ? {} : { cases }) };
  const text = templateOf(wanted, settings);
  if (out === undefined) process.stdout.write(text);
  else replaceFile(out, text);
};

/** Less for numbers that are written with fewer characters. */
const lengthOf = (point: Point): number => Object.values(point).reduce((sum, x) => sum + decimalOf(x).length, 0);

/** What is shown of a quantity that is wrong: a disagreement before a missing value, and that before an answer outside. */
const wrongs: readonly Judgement['is'][] = ['disagrees', 'no value', 'accepted'];

/** The wrong answer at the simplest point; of equally simple ones the first. */
export const simplestWrong = (judged: readonly Judged[]): Judged | undefined => {
  const is = wrongs.find((wrong) => judged.some(({ judgement }) => judgement.is === wrong));
  const lengths = judged
    .filter(({ judgement }) => judgement.is === is)
    .map((one) => ({ one, length: lengthOf(one.point) }));
  return lengths.reduce<(typeof lengths)[number] | undefined>(
    (best, next) => (best && best.length <= next.length ? best : next),
    undefined,
  )?.one;
};

/** A point that tells when it is looked at, which it is once, when its answer is judged. */
const watched = ({ kind, point }: Asking, onRead: () => void): Asking => ({
  kind,
  get point() {
    onRead();
    return point;
  },
});

const byQuantity = (answers: readonly Answer[]): ReadonlyMap<Quantity, readonly Answer[]> => {
  const found = new Map<Quantity, Answer[]>();
  for (const answer of answers) {
    const own = found.get(answer.quantity) ?? [];
    own.push(answer);
    found.set(answer.quantity, own);
  }
  return found;
};

/** What MATLAB's writetable keeps of a number, and so many answers that this is no accident. */
const [digitsOfTables, fewest] = [15, 20] as const;

/** What helps where all answers are rounded, though they may be right. */
const adviceOf = (answers: readonly Answer[], rule: Rule): readonly string[] => {
  const written = answers.map(({ reply }) => ('out' in reply ? digitsWritten(reply.out) : 0)).filter((n) => n > 0);
  const most = written.reduce((a, b) => Math.max(a, b), 0);
  return rule.by === 'rounding' && rule.u === unit64 && written.length >= fewest && most <= digitsOfTables
    ? [
        `no answer has more than ${most} digits, as MATLAB's writetable writes them, where binary64 has 17: --digits ${most} judges such answers`,
      ]
    : [];
};

/** A table that has been graded: the results, and what could not be graded. */
export interface Graded {
  readonly reported: readonly Reported[];
  readonly complaints: readonly string[];
  readonly advice: readonly string[];
}

/** Judges what stands in a table. */
export const gradeAnswers = async ({ file, answers, complaints }: Read, rule: Rule): Promise<Graded> => {
  const progress = await progressBar(answers.length);
  const reported: Reported[] = [];
  const unknown: number[] = [];
  try {
    for (const [quantity, own] of byQuantity(answers)) {
      const points = neighboursOf(own).map((asking) => watched(asking, () => progress.done(quantity.name)));
      const replies = new Map(own.map(({ reply }, index) => [index, reply]));
      const checked = judgeAll(quantity, points, replies, rule, quantities);
      const wrong = simplestWrong(checked.judged);
      const at = wrong && (own[wrong.index] as Answer);
      const counterexample: Counterexample | undefined = wrong &&
        at && { judged: wrong, path: `see line ${at.line} of ${file}, id ${at.id}` };
      reported.push({ ...checked, ...(counterexample ? { counterexample } : {}) });
      const known = new Set(checked.judged.map(({ index }) => index));
      unknown.push(...own.flatMap(({ line }, index) => (known.has(index) ? [] : [line])));
    }
  } finally {
    progress.stop();
  }
  const without =
    unknown.length === 0
      ? []
      : [`no certified value is found for ${counted(unknown.length)} of ${file}: ${linesText(unknown)}`];
  return {
    reported,
    complaints: [...complaints, ...without],
    advice: reported.every(isRight) ? [] : adviceOf(answers, rule),
  };
};

/**
 * Judges a table of answers, or writes the one that is to be filled. 0 when all answers are right, 1 when one is not, 2
 * when rows could not be graded. Throws a UsageError for what is asked wrongly, and for tables that cannot be read.
 */
export const grade = async (file: string | undefined, options: GradeOptions): Promise<0 | 1 | 2> => {
  const { template, of, out, seed, cases, json } = options;
  const rule = ruleOf(options);
  if (template) {
    if (file !== undefined || of !== undefined)
      throw new UsageError('expected a table to grade or --template with quantities, got both');
    writeTemplate(template, options, rule);
    return 0;
  }
  if (file === undefined)
    throw new UsageError('expected a table of answers, such as answers.csv, or --template with quantities, got none');
  const stray = Object.entries({ out, seed, cases }).find(([, value]) => value !== undefined);
  if (stray) throw new UsageError(`expected --${stray[0]} with --template alone, got it with the table ${file}`);
  const read = await readAnswers(file, of);
  const { reported, complaints, advice } = await gradeAnswers(read, rule);
  for (const text of [...complaints, ...advice]) process.stderr.write(`tripleflip: ${text}\n`);
  const graded = counted(reported.reduce((sum, { asked }) => sum + asked, 0));
  const about: About = { rule, source: `${graded} of ${read.file} graded`, replay: (_, { path }) => path };
  const agrees = reported.length > 0 && reported.every(isRight);
  if (json) process.stdout.write(`${JSON.stringify({ ...summaryOf(reported, about), agrees, complaints }, null, 1)}\n`);
  else if (reported.length > 0) process.stdout.write(told(reported, about));
  if (reported.length === 0) {
    if (complaints.length === 0)
      process.stderr.write(`tripleflip: expected rows behind the header of ${read.file}, got none\n`);
    return 2;
  }
  if (!agrees) return 1;
  return complaints.length > 0 ? 2 : 0;
};
