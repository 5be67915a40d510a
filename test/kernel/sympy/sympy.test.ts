import { describe, expect, test } from 'vitest';
import { random } from '../../../src/number/random.ts';
import { type Answered, askSympy, committed, hasSympy, questions } from './statements.ts';

const stored = committed();
const now = questions();
/** In CI SymPy has to be there; elsewhere its committed answers do. */
const isAsked = process.env.CI === 'true' || hasSympy();

/** Where one of two says what the other refutes. */
const contradictions = (answers: readonly Answered[]): readonly string[] =>
  answers.flatMap(({ id, left, right, truth, kernel, sympy }) =>
    (kernel === 'accepted' && (sympy === 'false' || !truth)) ||
    (sympy === 'true' && !truth) ||
    (sympy === 'false' && truth)
      ? [`${id}: ${left} = ${right}; kernel: ${kernel}, SymPy: ${sympy}, made ${truth}`]
      : [],
  );

describe("SymPy's committed answers", () => {
  test('are about the statements that are made now, with what the kernel says now (write.ts asks again)', () => {
    expect(stored.answers.map(({ sympy: _, kernel, ...question }) => ({ question, kernel }))).toEqual(now);
    expect(stored.answers.length).toBeGreaterThanOrEqual(250);
  });

  test('contradict neither the kernel nor the way in which the statements were made', () => {
    expect(contradictions(stored.answers)).toEqual([]);
  });

  test('are answers for the most part, of both kinds', () => {
    const count = (of: Answered['sympy']): number => stored.answers.filter(({ sympy }) => sympy === of).length;
    expect(count('true')).toBeGreaterThan(60);
    expect(count('false')).toBeGreaterThan(100);
  });

  test('would be shown if the kernel accepted what SymPy refutes', () => {
    const refuted = stored.answers.filter(({ sympy }) => sympy === 'false');
    const planted = refuted.map((one) => ({ ...one, kernel: 'accepted' as const }));
    expect(contradictions(planted)).toHaveLength(refuted.length);
  });
});

test.skipIf(!isAsked)('SymPy, asked again about a sample, does not say the opposite', { timeout: 120_000 }, () => {
  const draw = random(20, 'sympy');
  const quick = stored.answers.filter(({ sympy }) => sympy !== 'undecided');
  const sample = Array.from({ length: 20 }, () => quick[draw.below(quick.length)] as Answered);
  const { answers } = askSympy(sample);
  const again = sample.map((one, index) => ({ ...one, sympy: answers[index] as Answered['sympy'] }));
  expect(contradictions(again)).toEqual([]);
  expect(again.filter(({ sympy }) => sympy !== 'undecided').length).toBeGreaterThan(10);
});
