import { describe, expect, test } from 'vitest';
import { type Point, simplePoints } from '../../src/claim/domain.ts';
import type { Relation } from '../../src/claim/relation.ts';
import { book } from '../../src/cli/verify/book.ts';
import { tripleFlips } from '../../src/evidence/dynamics.ts';
import type { Result } from '../../src/evidence/experiment.ts';
import { experimentNamed } from '../../src/evidence/experiments.ts';
import { drawnFor, samplings } from '../../src/evidence/sampling.ts';
import { premisesOf, printedFormula } from '../../src/ledger/book.ts';
import { drawingsOf } from '../../src/ledger/drawings.ts';
import { valueAt } from '../../src/meaning/value.ts';
import { binary64 } from '../../src/number/binary64.ts';
import type { Rational } from '../../src/number/rational.ts';
import {
  flipElementSquared,
  flipElementSquaredOfBoth,
  flipRate,
  interactionChange,
  nuclearChange,
  polarizationChange,
  zeemanChange,
} from '../../src/theory/triple-flip.ts';

type MeasuredRelation = Extract<Relation, { kind: 'measured' }>;
const isMeasured = (relation: Relation): relation is MeasuredRelation => relation.kind === 'measured';

const number = ({ numerator, denominator }: Rational): number => Number(numerator) / Number(denominator);
const parameters = (point: Point): Readonly<Record<string, number>> =>
  Object.fromEntries([...point].map(([name, value]) => [name, number(value)]));
const effort = { points: 1, seed: 1, label: 'experiments', glasses: 16 };

/** Every relation of the paper's claims that asks for an experiment, with the points at which it does. */
const asked = [...book.claims.values()].flatMap((claim) => {
  const premises = premisesOf(book, claim, (id) => printedFormula(book, id));
  return [...(claim.parts ?? []), ...(claim.instead?.parts ?? [])].flatMap((part) =>
    [part.relation(premises), ...(part.otherReadings?.(premises) ?? [])]
      .filter(isMeasured)
      .map((relation) => ({ id: claim.id, says: part.says, relation, domain: part.domain })),
  );
});

describe('the experiments that the claims ask for', () => {
  test('are all that there are', () => {
    const names = [tripleFlips, ...samplings].map(({ name }) => name);
    expect(new Set(asked.map(({ relation }) => relation.experiment))).toEqual(new Set(names));
    expect(asked.length).toBeGreaterThanOrEqual(15);
    for (const name of names) expect(experimentNamed(name).name).toBe(name);
  });

  test.each(asked)('$id: $relation.result of $relation.experiment', ({ relation, domain }) => {
    const { run } = experimentNamed(relation.experiment);
    const points = simplePoints(domain, 16);
    expect(points.length).toBeGreaterThan(0);
    for (const point of points) {
      const { of, size } = run(parameters(point), effort);
      expect(Object.keys(of)).toContain(relation.result);
      const { value, standardError, bias } = of[relation.result] as Result;
      expect([value, standardError, bias].every(Number.isFinite)).toBe(true);
      expect(standardError + bias).toBeGreaterThan(0);
      expect(size).toMatch(/\w/);
    }
    const factor = number(relation.tells);
    expect(factor).toBeGreaterThan(1);
    expect(factor).toBeLessThanOrEqual(2);
  });

  test('what has to be drawn for claims is what their experiments need', () => {
    for (const { id, relation } of asked)
      expect(drawingsOf(book, [id], () => true)).toEqual(expect.arrayContaining([...drawnFor(relation.experiment)]));
    expect(drawingsOf(book, ['eq69'], () => true)).toEqual([]);
    // Not for the check of a prefactor of which nothing else is made.
    expect(drawingsOf(book, ['eqA5', 'eq34'], () => false)).toEqual([]);
    const sampled = asked.filter(({ relation }) => drawnFor(relation.experiment).length > 0);
    expect(sampled.length).toBeGreaterThan(5);
  });

  test('refuse a setting that they do not know', () => {
    expect(() => experimentNamed('frequencies of a line').run({ difference: 3 }, effort)).toThrow(
      'expected one of the differences 0.5, 2, got 3',
    );
    expect(() => experimentNamed('couplings of a random glass').run({ from: 0.1, to: 0.3 }, effort)).toThrow(
      /^expected one of M2, .*, got "count 0.1..0.3"$/,
    );
  });
});

describe('exact dynamics gives what the reference implementation says of one flip', () => {
  const domain = asked.find(({ relation }) => relation.experiment === tripleFlips.name)?.domain;
  if (!domain) throw new Error('expected a claim that asks for the dynamics of triple flips');
  const settings = simplePoints(domain, 16).map(parameters);

  const within = ({ value, bias }: Result, expected: number): boolean => Math.abs(value - expected) <= bias;
  /** So near that a factor of 1.001 is told. */
  const expectNear = (of: Result | undefined, expected: number): void => {
    if (!of) throw new Error('expected such a result');
    expect(of.standardError).toBe(0);
    expect({ ...of, expected, near: within(of, expected) }).toMatchObject({ near: true });
    expect([1.001, 0.999, -1, 2].map((factor) => within(of, factor * expected))).toEqual([false, false, false, false]);
  };

  test('there are settings of both signs of Delta and of D', () => {
    for (const name of ['Delta', 'D'])
      expect(new Set(settings.map((at) => Math.sign(at[name] as number)))).toEqual(new Set([1, -1]));
  });

  test.each(settings)('Delta = $Delta, D = $D, populations $upper, $lower and $up', (at) => {
    const { Delta, D, upper, lower, up } = at as Record<'Delta' | 'D' | 'upper' | 'lower' | 'up', number>;
    const { of } = tripleFlips.run(at, effort);
    // |A_z+/2|^2 = 1, of both electrons where both are coupled; the pair at resonance with omega0I = 1.
    const values = { Aplus: 2, Aminus: 2, D, Delta, omega0I: 1 };
    const balance = upper * up - lower * (1 - up);
    const one = valueAt(polarizationChange, binary64, {}) * valueAt(flipRate, binary64, values) * balance;
    expectNear(of['polarization rate'], one);
    const ratioOfBoth = (sign: 1 | -1): number =>
      valueAt(flipElementSquaredOfBoth, binary64, { ...values, AplusJ: 2 * sign, AminusJ: 2 * sign }) /
      valueAt(flipElementSquared, binary64, values);
    expect([ratioOfBoth(1), ratioOfBoth(-1)]).toEqual([0, 4]);
    const both = ((ratioOfBoth(1) + ratioOfBoth(-1)) / 2) * one;
    expectNear(of['polarization rate of a nucleus coupled to both electrons'], both);
    const alike = of['polarization rate of a nucleus coupled alike to both electrons'] as Result;
    expect(within(alike, 0)).toBe(true);
    expect(alike.bias).toBeLessThan(1e-4 * Math.abs(one));
    const nuclear = valueAt(nuclearChange, binary64, values);
    expectNear(of['Zeeman energy for each nuclear energy'], valueAt(zeemanChange, binary64, values) / nuclear);
    expectNear(
      of['interaction energy for each nuclear energy'],
      valueAt(interactionChange, binary64, values) / nuclear,
    );
  });

  test('the same setting is followed once', () => {
    const at = settings[0] as Readonly<Record<string, number>>;
    expect(tripleFlips.run(at, effort)).toBe(tripleFlips.run({ ...at, omega0I: 1 }, effort));
  });
});
