import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domain, oneOf } from '../../src/claim/domain.ts';
import type { Computed, Relation } from '../../src/claim/relation.ts';
import { decide } from '../../src/evidence/decide.ts';
import type { Experiment, Result } from '../../src/evidence/experiment.ts';
import { experimentNamed } from '../../src/evidence/experiments.ts';
import type { Effort } from '../../src/evidence/finding.ts';
import { measured } from '../../src/evidence/measure.ts';
import { div, type Expr, mul, num, sub } from '../../src/formula/expression.ts';
import { parseRational, rational } from '../../src/number/rational.ts';
import { x } from '../formula/trees.ts';

type MeasuredRelation = Extract<Relation, { kind: 'measured' }>;

const effort: Effort = { points: 5, seed: 1, label: 'made up' };
const exact = (value: number): Expr => num(parseRational(String(value)));
/** Settings of the made-up experiment, in the order in which they are looked at. */
const settings = (...values: readonly number[]) =>
  domain([
    oneOf(
      'x',
      values.map((value) => parseRational(String(value))),
    ),
  ]);
const at1 = settings(1);

/** What is drawn has a standard error, everything may have a bias. */
const result = (value: number, standardError = 0, bias = 0): Result => ({ value, standardError, bias });
const experiment = (of: (x: number) => Result): Experiment => ({
  name: 'made up',
  by: 'sampling',
  estimator: 'what the test says',
  run: ({ x = Number.NaN }) => ({ of: { number: of(x) }, size: 'a few' }),
});
const asks = (right: MeasuredRelation['right'], of: Partial<MeasuredRelation> = {}): MeasuredRelation => ({
  kind: 'measured',
  experiment: 'made up',
  result: 'number',
  right,
  tells: rational(11, 10),
  ...of,
});
const finding = (relation: MeasuredRelation, of: (x: number) => Result, where = at1) =>
  measured(relation, where, effort, () => experiment(of));
const outcome = (relation: MeasuredRelation, of: Result) => finding(relation, () => of).outcome;

describe('agreement within six standard errors and the bias', () => {
  test('holds if the factor asked for would have been told', () => {
    const told = finding(asks(num(2)), () => result(2.01, 0.02, 0.01));
    expect(told).toEqual({
      outcome: 'holds',
      by: 'sampling',
      points: 1,
      discarded: 0,
      measured: {
        estimator: 'what the test says',
        at: { x: '1' },
        value: '2.01000',
        expected: '2.00000',
        standardError: '0.0200000',
        bias: '0.0100000',
        size: 'a few',
        // 2/(2.01 - 6 x 0.02 - 0.01), and (2.01 + 6 x 0.02 + 0.01)/2.
        tells: '1 + 7.0e-2',
      },
    });
  });

  test('is undecided if not, and says which factor it tells', () => {
    const told = finding(asks(num(2)), () => result(2.01, 0.04, 0.01));
    expect(told).toMatchObject({
      outcome: 'undecided',
      detail: 'it tells only a factor of 1 + 1.4e-1 from 1',
      measured: { tells: '1 + 1.4e-1' },
    });
    expect(told.counterexample).toBeUndefined();
    expect(outcome(asks(num(2), { tells: rational(115, 100) }), result(2.01, 0.04, 0.01))).toBe('holds');
  });

  test('tells neither a factor nor 1 over it once 0 is within reach', () => {
    const coarse = asks(num(2), { tells: rational(1000) });
    expect(finding(coarse, () => result(2, 1 / 2))).toMatchObject({
      outcome: 'undecided',
      detail: 'it tells no factor from 1',
      measured: { tells: 'none' },
    });
    // 2/(2 - 1.8): half as many could not be told, although twice as many could.
    expect(finding(asks(num(2), { tells: rational(3) }), () => result(2, 0.3))).toMatchObject({
      outcome: 'undecided',
      measured: { tells: '1 + 9.0e+0' },
    });
  });

  test('holds exactly where it would fail with the factor asked for in the formula, and with 1 over it', () => {
    const sizes = fc.integer({ min: 1, max: 999 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(sizes, sizes, sizes, fc.constantFrom(1, -1), (away, standardError, bias, sign) => {
        const factor = rational(3, 2);
        const given = result(sign * (2 + away - 0.5), standardError / 8, bias / 4);
        const planted = (by: Expr) => outcome(asks(mul(by, num(2 * sign)), { tells: factor }), given);
        const fails = [planted(num(3, 2)), planted(num(2, 3))].every((one) => one === 'fails');
        const asPrinted = planted(num(1));
        expect(asPrinted === 'holds').toBe(fails && asPrinted !== 'fails');
      }),
      { numRuns: 300 },
    );
  });
});

describe('disagreement', () => {
  test('of 6.1 standard errors fails with a counterexample, of 5.9 it does not', () => {
    const one = asks(num(5));
    expect(finding(one, () => result(5 + 5.9 * 0.01, 0.01))).toMatchObject({ outcome: 'holds' });
    expect(finding(one, () => result(5 - 5.9 * 0.01, 0.01))).toMatchObject({ outcome: 'holds' });
    expect(finding(one, () => result(5 + 6.1 * 0.01, 0.01))).toMatchObject({
      outcome: 'fails',
      counterexample: { at: { x: '1' }, left: '5.06100 +- 0.0100000', right: '5.00000' },
      measured: { tells: '1 + 1.2e-2' },
    });
    expect(outcome(one, result(5 - 6.1 * 0.01, 0.01))).toBe('fails');
  });

  test('the bias counts once, the standard error six times', () => {
    const one = asks(num(5));
    expect(outcome(one, result(5.099, 0, 0.1))).toBe('holds');
    expect(outcome(one, result(5.101, 0, 0.1))).toBe('fails');
    expect(outcome(one, result(5.159, 0.01, 0.1))).toBe('holds');
    expect(outcome(one, result(5.161, 0.01, 0.1))).toBe('fails');
    // Without a standard error the counterexample shows the bias.
    expect(finding(one, () => result(5.2, 0, 0.1)).counterexample?.left).toBe('5.20000 +- 0.100000');
  });

  test('of a sign is told', () => {
    expect(outcome(asks(num(-5)), result(5, 0.01))).toBe('fails');
    expect(outcome(asks(num(5)), result(-5, 0.01))).toBe('fails');
    expect(outcome(asks(num(-5)), result(-5, 0.01))).toBe('holds');
  });
});

describe('where 0 is expected or found', () => {
  test.each([
    ['nothing is exactly what is found', result(0), 'undecided'],
    ['it is found within the error', result(0.01, 0.01), 'undecided'],
    ['it is not found', result(0.07, 0.01), 'fails'],
    ['it is not found, without any error', result(1e-9), 'fails'],
  ] as const)('%s', (_, given, says) => {
    const found = finding(asks(num(0)), () => given);
    expect(found.outcome).toBe(says);
    expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity|null/);
    if (says === 'undecided') expect(found.detail).toBe('it tells no factor from 1');
  });

  test('0 in place of a number fails', () => {
    const found = finding(asks(num(3)), () => result(0));
    expect(found).toMatchObject({ outcome: 'fails', counterexample: { left: '0 +- 0', right: '3.00000' } });
    expect(outcome(asks(num(3)), result(0, 1))).toBe('undecided');
  });

  test('what is not a number decides nothing', () => {
    expect(outcome(asks(num(3)), result(Number.NaN, 0.1))).toBe('undecided');
    expect(outcome(asks(num(3)), result(3, Number.NaN))).toBe('undecided');
  });
});

describe('of several settings', () => {
  const three = settings(1, 2, 3);
  test('the one with the largest difference in units of what can be told is shown', () => {
    // 2, 5 and 1 standard errors; the largest difference itself is at 3.
    const found = finding(
      asks(x),
      (at) => [result(1.002, 0.001), result(2.005, 0.001), result(3.02, 0.02)][at - 1] as Result,
      three,
    );
    expect(found).toMatchObject({ outcome: 'holds', points: 3, measured: { at: { x: '2' }, value: '2.00500' } });
  });

  test('one that fails makes all fail, and is shown', () => {
    const found = finding(asks(x), (at) => (at === 2 ? result(2.5, 0.01) : result(at, 0.001)), three);
    expect(found).toMatchObject({ outcome: 'fails', counterexample: { at: { x: '2' } } });
  });

  test('one that tells too little is shown and leaves all undecided, however well it agrees', () => {
    const found = finding(asks(x), (at) => (at === 3 ? result(3, 0.2) : result(1.005 * at, 0.001 * at)), three);
    expect(found).toMatchObject({
      outcome: 'undecided',
      measured: { at: { x: '3' } },
      detail: 'it tells only a factor of 1 + 6.7e-1 from 1',
    });
  });

  test('one at which the formula has no value is counted as discarded, and never passed over', () => {
    const pole = div(num(1), sub(x, num(2)));
    const right = (at: number) => result(1 / (at - 2), 0.001);
    expect(finding(asks(pole), right, three)).toMatchObject({
      outcome: 'undecided',
      points: 2,
      discarded: 1,
      detail: 'its formulas have no value at 1 of the settings',
    });
    expect(finding(asks(pole), right, settings(2))).toEqual({
      outcome: 'undecided',
      by: 'sampling',
      points: 0,
      discarded: 1,
    });
    expect(finding(asks(pole), () => result(7, 0.001), three).outcome).toBe('fails');
  });

  test('all are looked at, and more than sixteen refused', () => {
    const seen: number[] = [];
    const asked = (count: number) =>
      finding(
        asks(x),
        (at) => {
          seen.push(at);
          return result(at, 0.001);
        },
        settings(...Array.from({ length: count }, (_, index) => index + 1)),
      );
    expect([asked(16).points, seen.length, new Set(seen).size]).toEqual([16, 16, 16]);
    expect(() => asked(17)).toThrow(new RangeError('expected at most 16 settings of an experiment, got more'));
  });
});

describe('the formulas', () => {
  test('`times` multiplies the value and both of its errors', () => {
    const found = finding(asks(num(-12), { times: num(-6) }), () => result(2.01, 0.02, 0.01));
    expect(found).toMatchObject({
      outcome: 'holds',
      measured: { value: '-12.0600', standardError: '0.120000', bias: '0.0600000', tells: '1 + 7.0e-2' },
    });
  });

  /** A number known no better than that it lies between two ends. */
  const between = (lo: number, hi: number): Computed => ({
    kind: 'computed',
    tex: '',
    parts: [],
    with: () => between(lo, hi),
    value: (a) => {
      const [least, most] = [lo, hi].map((end) => a.rational(parseRational(String(end))));
      return a.hull(least as NonNullable<typeof least>, most as NonNullable<typeof most>);
    },
  });

  test('what is known with a wide enclosure only widens the bias by half of it', () => {
    expect(finding(asks(between(4.9, 5.1)), () => result(5, 0.01)).measured).toMatchObject({
      expected: '5.00000',
      bias: '0.100000',
    });
    expect(outcome(asks(between(4.9, 5.1)), result(5.159, 0.01))).toBe('holds');
    expect(outcome(asks(between(4.9, 5.1)), result(5.161, 0.01))).toBe('fails');
    expect(outcome(asks(between(4, 6)), result(5, 0.01))).toBe('undecided');
  });

  test('so does `times`, in proportion to what it multiplies', () => {
    const wide = (given: Result) =>
      finding(asks(num(20), { times: between(3.9, 4.1) as unknown as Expr }), () => given);
    expect(wide(result(5, 0.01, 0.02)).measured).toMatchObject({
      value: '20.0000',
      // The largest factor that the enclosure allows for the errors; half its width times 5 beside it.
      standardError: '0.0410000',
      bias: '0.582000',
    });
  });

  test('an exact formula adds nothing but the rounding of doubles', () => {
    const found = finding(asks(exact(0.1)), () => result(0.1));
    expect(found).toMatchObject({ outcome: 'holds', measured: { bias: '1.00000e-13', tells: '1 + 1.0e-12' } });
    expect(outcome(asks(exact(0.1)), result(0.1 * (1 + 3e-12)))).toBe('fails');
  });
});

test('a result or an experiment that there is not is a fault, not a finding', () => {
  const one = { ...asks(num(1)), result: 'another number' };
  expect(() => finding(one, () => result(1))).toThrow(
    new RangeError('expected a result of made up, got another number'),
  );
  expect(() => experimentNamed('made up')).toThrow(
    /^expected one of the experiments triple spin flips, .*, got "made up"$/,
  );
  expect(() => decide(asks(num(1)), at1, effort)).toThrow(RangeError);
});
