import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freeSymbols, key } from '../../../src/formula/substitute.ts';
import { root } from '../../child.ts';
import { type TestName, testNames } from '../identities/block.ts';
import { branch, spoilt } from '../identities/false.ts';
import { type Answer, askKernel, counterexample, pointOf } from '../identities/judge.ts';
import { drawFor, identity, type Statement } from '../identities/true.ts';
import { pointText, sympyText } from './print.ts';

/** What SymPy is asked. */
export interface Question {
  readonly id: string;
  /** What the generator knows: made by true rewrites, or certified to be false at the first point. */
  readonly truth: boolean;
  readonly left: string;
  readonly right: string;
  readonly symbols: readonly string[];
  readonly positive: readonly string[];
  /** Symbols that the hypotheses give by a formula. */
  readonly given: Readonly<Record<string, string>>;
  readonly points: readonly Readonly<Record<string, string>>[];
}

export type SympyAnswer = 'true' | 'false' | 'undecided';
export interface Answered extends Question {
  readonly kernel: Answer;
  readonly sympy: SympyAnswer;
}
export interface SympyAnswers {
  readonly asked: string;
  readonly answers: readonly Answered[];
}

export const seed = 20240708;
export const ofEach = 12;
const boundNames = ['p', 'q', 'r', 's'];

const question = (id: string, truth: boolean, statement: Statement, points: Question['points']): Question => {
  const { facts, left, right, world } = statement;
  const nameOf = (formula: (typeof facts)[number]['left']): string | undefined =>
    formula.kind === 'symbol' ? formula.symbol.name : undefined;
  const free = [...freeSymbols(left).keys(), ...freeSymbols(right).keys()];
  const letters = world.letters.map(({ symbol }) => symbol.name);
  return {
    id,
    truth,
    left: sympyText(left),
    right: sympyText(right),
    symbols: [...new Set([...letters, ...free, ...boundNames])],
    positive: facts.flatMap((fact) => {
      const name = nameOf(fact.right);
      return fact.is === '<' && key(fact.left) === '0' && name ? [name] : [];
    }),
    given: Object.fromEntries(
      facts.flatMap((fact) => {
        const name = nameOf(fact.left);
        return fact.is === '=' && name ? [[name, sympyText(fact.right)]] : [];
      }),
    ),
    points,
  };
};

const asked = (id: string, statement: Statement, family: TestName, index: number) => {
  const draw = drawFor(seed, `${id} points`, index);
  const isFalse = id.endsWith('false') || family === 'branches';
  const at = isFalse ? counterexample(statement, draw) : pointOf(statement, draw);
  if (!at) return undefined;
  const points = isFalse ? [pointText(at)] : [pointText(at), pointText(pointOf(statement, draw))];
  return { question: question(id, !isFalse, statement, points), kernel: askKernel(statement) };
};

/** The statements that SymPy is asked about, half of them false, with what the kernel says of them now. */
export const questions = (): readonly { readonly question: Question; readonly kernel: Answer }[] =>
  testNames.flatMap((family) => {
    const found: { readonly question: Question; readonly kernel: Answer }[] = [];
    for (let index = 0; found.length < 2 * ofEach; index++) {
      const draw = drawFor(seed, family, index);
      const statement = family === 'branches' ? branch(draw) : identity(draw, family);
      const kinds =
        family === 'branches'
          ? [['false', statement] as const]
          : ([
              ['true', statement],
              ['false', spoilt(draw, statement)],
            ] as const);
      try {
        for (const [kind, of] of kinds) {
          const one = asked(`${family} ${index} ${kind}`, of, family, index);
          if (one) found.push(one);
        }
      } catch (error) {
        // Functions left open are not asked about.
        if (!(error instanceof TypeError)) throw error;
      }
    }
    return found.slice(0, 2 * ofEach);
  });

export const answersFile = join(root, 'test/kernel/sympy/answers.json');
export const committed = (): SympyAnswers => JSON.parse(readFileSync(answersFile, 'utf8')) as SympyAnswers;

const python = 'python3';
/** Whether there is a Python with SymPy to ask. */
export const hasSympy = (): boolean => spawnSync(python, ['-c', 'import sympy']).status === 0;

export const askSympy = (
  all: readonly Question[],
): { readonly asked: string; readonly answers: readonly SympyAnswer[] } => {
  const program = join(root, 'test/kernel/sympy/ask.py');
  const input = JSON.stringify(all);
  const { status, stdout, stderr } = spawnSync(python, [program], { input, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`expected SymPy to answer, got exit code ${status}: ${stderr}`);
  return JSON.parse(stdout) as { readonly asked: string; readonly answers: readonly SympyAnswer[] };
};
