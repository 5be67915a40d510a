import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { claims } from '../../spec/claims.ts';
import type { Point } from '../../src/claim/domain.ts';
import { enclose } from '../../src/evidence/enclose.ts';
import type { Ends } from '../../src/evidence/finding.ts';
import { pureNumber } from '../../src/formula/dimension.ts';
import {
  add,
  call,
  derivative,
  div,
  type Expr,
  integral,
  mul,
  neg,
  num,
  pow,
  sqrt,
  sub,
  symbol,
} from '../../src/formula/expression.ts';
import { guaranteedDigits } from '../../src/number/digits.ts';
import { random } from '../../src/number/random.ts';
import { compare, formatRational, minus, multiply, parseRational, plus, rational } from '../../src/number/rational.ts';
import { answersFile, type SecondOpinion } from './answers.ts';
import { type Answers, askNerdamer } from './nerdamer.ts';
import { type Question, questionsAbout } from './questions.ts';

const committed = JSON.parse(readFileSync(answersFile, 'utf8')) as SecondOpinion;

const pointOf = (at: Question['at']): Point =>
  new Map(Object.entries(at).map(([name, value]) => [name, parseRational(value)]));

const rightSide = (id: string): Expr =>
  claims.find((claim) => claim.id === id)?.printed?.right ?? expect.fail(`${id} prints no equation`);

/**
 * How closely an answer must agree. Nerdamer replaces irrational constants by fractions with an error of up to 1e-16
 * whatever their size; its answers, all above 1e-4, are then good to a few 1e-13. The wrong sign or factor that a
 * second opinion is asked for is far larger.
 */
const closeness = rational(1n, 10n ** 12n);

const enclosed = (formula: Expr, at: Question['at']): Ends =>
  enclose(formula, pointOf(at))?.ends ?? expect.fail('expected an enclosure');

/** Whether an answer lies within its closeness of a certified enclosure. */
const agrees = ([lo, hi]: Ends, answer: string): boolean => {
  const [value, size] = [parseRational(answer), parseRational(answer.replace(/^-/, ''))];
  const reach = multiply(closeness, size);
  return compare(plus(value, reach), lo) >= 0 && compare(minus(value, reach), hi) <= 0;
};

/** Where nerdamer does not agree with our enclosure, which decides. */
const disagreement = ({ id, formula, at }: Question, answer: string): string[] => {
  const ours = enclosed(rightSide(id), at);
  return agrees(ours, answer)
    ? []
    : [`${id}: ${formula} at ${JSON.stringify(at)} is ${guaranteedDigits(ours, 20)}, nerdamer says ${answer}`];
};

describe("nerdamer's committed answers", () => {
  test('are about the formulas and points of the spec as it is now (npm run second-opinion asks again)', () => {
    const { questions, notAsked } = questionsAbout(claims);
    expect(committed.answers.map(({ answer: _, ...question }) => question)).toEqual(questions);
    expect(committed.notAsked).toEqual(notAsked);
    const ids = new Set([...questions, ...notAsked].map(({ id }) => id));
    expect([...ids].sort(), 'every claim is asked about or has a reason').toEqual(claims.map(({ id }) => id).sort());
  });

  test('agree with our enclosures', () => {
    expect(committed.answers.flatMap(({ answer, ...question }) => disagreement(question, answer))).toEqual([]);
  });

  test('would be shown if they disagreed', () => {
    const wrong = committed.answers.map(({ answer, ...question }) => disagreement(question, `${2 * Number(answer)}`));
    expect(wrong.map((shown) => shown.length)).toEqual(committed.answers.map(() => 1));
    const [one] = committed.answers;
    expect(disagreement(one ?? expect.fail('no answers'), '0.159154943093')).toHaveLength(1);
  });
});

const real = <N extends string>(name: N) => symbol(name, name, pureNumber, 'real');
const a = real('a');
const d = real('d');
const l = real('l');
const t = real('t');
const w = real('w');
const x = real('x');
const y = real('y');
const z = real('z');

interface FalseStatement {
  readonly formula: string;
  readonly at: Question['at'];
  /** For an antiderivative: what it is held against is its growth from here to `at`. */
  readonly from?: Question['at'];
  /** The same question in our language. */
  readonly truth: Expr;
}

/** Where nerdamer 1.1.13 was found to be wrong. */
const falseStatements: readonly FalseStatement[] = [
  {
    formula: 'diff(t*sqrt(1+d^2),t)',
    at: { t: '1', d: '2' },
    truth: derivative(t, mul(t, sqrt(add(1, pow(d, 2)))), t),
  },
  {
    formula: 'diff(x*sqrt(w^2-x^2),x)',
    at: { x: '1', w: '2' },
    truth: derivative(x, mul(x, sqrt(sub(pow(w, 2), pow(x, 2)))), x),
  },
  {
    formula: 'exp(a)/(exp(a)+exp(-a))',
    at: { a: '2' },
    truth: div(call('exp', a), add(call('exp', a), call('exp', neg(a)))),
  },
  {
    formula: 'determinant(matrix([2-l,1],[1,2-l]))-(2-l)^2',
    at: { l: '1' },
    truth: sub(sub(mul(sub(2, l), sub(2, l)), 1), pow(sub(2, l), 2)),
  },
  {
    formula: 'simplify(tan(y-y))-1',
    at: { y: '1' },
    truth: sub(div(call('sin', sub(y, y)), call('cos', sub(y, y))), 1),
  },
  {
    formula: 'factor((2*z+10)^3)-2*(z+5)^3',
    at: { z: '1' },
    truth: sub(pow(add(mul(2, z), 10), 3), mul(2, pow(add(z, 5), 3))),
  },
  {
    formula: 'integrate(1/(sin(t)^2+d^2),t)',
    from: { t: '0', d: '1' },
    at: { t: '1', d: '1' },
    truth: integral(t, [[num(0), num(1)]], div(1, add(pow(call('sin', t), 2), pow(d, 2)))),
  },
  {
    formula: 'integrate(sqrt(w^2-x^2),x)',
    from: { x: '0', w: '2' },
    at: { x: '1', w: '2' },
    truth: integral(x, [[num(0), num(1)]], sqrt(sub(pow(w, 2), pow(x, 2)))),
  },
  {
    formula: 'expand((((x-z)*(z-4))^3)^2)',
    at: { x: '2', z: '1' },
    truth: pow(pow(mul(sub(x, z), sub(z, 4)), 3), 2),
  },
];

describe('nerdamer itself, asked again', () => {
  /** A fixed sample of the committed questions. */
  const drawn = random(20, 'second opinion');
  const sample = Array.from({ length: 12 }, () => drawn.below(committed.answers.length)).map(
    (index) => committed.answers[index] ?? expect.fail('no such answer'),
  );
  const starts = falseStatements.map(({ formula, from, at }) => ({ formula, at: from ?? at }));
  const named = { formula: 'PI', at: { PI: '1' } };
  let given: Answers;
  beforeAll(() => {
    const questions = [...sample, ...falseStatements, ...starts, named];
    given = askNerdamer(questions.map(({ formula, at }) => ({ formula, at })));
  }, 70_000);
  const answer = (index: number): string => {
    const found = given.answers[index];
    return found && 'answer' in found ? found.answer : expect.fail(`nerdamer fails: ${found?.fault}`);
  };

  test('is the nerdamer whose answers are committed', () => {
    expect(given.asked).toBe(committed.asked);
  });

  test.each(sample.map((one, index) => [one.id, one, index] as const))('%s: agrees as before', (_, one, index) => {
    expect(disagreement(one, answer(index))).toEqual([]);
    // In the last place Math.pow, which it uses, differs between versions of Node.
    expect(Number(answer(index)) / Number(one.answer)).toBeCloseTo(1, 12);
  });

  const wrong = falseStatements.map((one, index) => [one.formula, one, index] as const);
  test.each(wrong)('%s is still answered wrongly, which an enclosure tells', (_, { at, from, truth }, index) => {
    const end = answer(sample.length + index);
    const start = from ? answer(sample.length + falseStatements.length + index) : '0';
    const says = formatRational(minus(parseRational(end), parseRational(start)));
    const ours = enclosed(truth, at);
    expect(agrees(ours, says), `${guaranteedDigits(ours, 10)}, nerdamer says ${says}`).toBe(false);
    // Not a matter of rounding.
    const middle = Number(guaranteedDigits(ours, 6));
    expect(Math.abs(Number(end) - Number(start) - middle)).toBeGreaterThan(0.1 * Math.abs(middle));
  });

  test('PI is pi to it, even where it is given another value: why formulas in PI are not asked about', () => {
    expect(Number(answer(given.answers.length - 1))).toBeCloseTo(Math.PI, 12);
  });
});
