import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { book } from '../../src/cli/verify/book.ts';
import { random } from '../../src/number/random.ts';
import { answersFile, type SecondOpinion } from './answers.ts';
import { identitySteps, noAnswer, simplified } from './steps.ts';

const committed = JSON.parse(readFileSync(answersFile, 'utf8')) as SecondOpinion;

describe("nerdamer's opinion on the identity steps of the proofs", () => {
  test('was asked about the steps that it can read, as they are now (npm run second-opinion asks again)', () => {
    // Those of one claim in three, drawn; of all in the long run.
    const chosen = random(22, 'claims');
    const ids = [...book.proofs.keys()].filter(() => chosen.below(3) === 0 || process.env.LONG_RUN);
    const asked = committed.steps.map(({ answer: _, ...step }) => step);
    const { steps, notAsked } = identitySteps(ids);
    expect(steps.length).toBeGreaterThan(0);
    // The same difference may stand in the proof of an earlier claim.
    expect(asked.map(({ formula }) => formula)).toEqual(expect.arrayContaining(steps.map(({ formula }) => formula)));
    expect(steps).toEqual(expect.arrayContaining(asked.filter(({ id }) => ids.includes(id))));
    if (process.env.LONG_RUN) {
      expect(asked).toEqual(steps);
      expect(committed.stepsNotAsked).toEqual(notAsked);
    }
  }, 60_000);

  test('is shown where it does not find 0, and changes nothing', () => {
    const other = committed.steps.filter(({ answer }) => answer !== '0');
    // A number other than 0 would contradict the kernel outright; an expression is one that it could not simplify.
    expect(other.filter(({ answer }) => /^[-+]?\d+(\/\d+)?$/.test(answer))).toEqual([]);
    expect(committed.steps.length - other.length).toBeGreaterThan(0);
  });

  const drawn = random(21, 'steps');
  const quick = committed.steps.filter(({ answer, formula }) => answer !== noAnswer && formula.length < 400);
  const sample = Array.from({ length: 2 }, () => quick[drawn.below(quick.length)] ?? expect.fail('no steps'));
  test.each(sample.map((step) => [step.id, step] as const))(
    '%s: answers as before',
    (_, { formula, answer }) => {
      expect(simplified(formula)).toBe(answer);
    },
    30_000,
  );
});
