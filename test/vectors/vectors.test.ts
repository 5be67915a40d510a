import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quantities } from '../../src/library/catalogue.ts';
import { random } from '../../src/number/random.ts';
import { formatRational, multiply, plus, rational } from '../../src/number/rational.ts';
import { buildReference, type Reference, wordOf } from '../arb/reference.ts';
import {
  allOf,
  askBoth,
  crosscheckName,
  crosscheckSchema,
  disagreementsOf,
  judgeAll,
  type ReferenceName,
  type Replies,
  referenceNames,
  sampleOf,
} from './crosscheck.ts';
import { sizeOf, unit } from './digits.ts';
import { type Asked, aboutMpmath, askMpmath, type Reply } from './references.ts';
import { digitsOf, endsOf, readVectorFiles, type Vector, vectorFolder } from './vector-file.ts';
import { judge } from './verdict.ts';

const files = readVectorFiles();
const all = allOf(files);
const committed = crosscheckSchema.parse(JSON.parse(readFileSync(join(vectorFolder, crosscheckName), 'utf8')));

describe('the cross-check that is committed (npx tsx test/vectors/crosscheck.ts makes it anew)', () => {
  test('is of the vectors that there are now, every one', () => {
    const now = files.map(({ name, sha256, quantity, cases, invalid }) => [
      name,
      { sha256, quantity, cases: cases.length, invalid },
    ]);
    const then = Object.entries(committed.files).map(([name, { sha256, quantity, cases, invalid }]) => [
      name,
      { sha256, quantity, cases, invalid },
    ]);
    expect(then).toEqual(now);
    expect(new Set(all.map(({ vector }) => vector.id)).size).toBe(all.length);
    expect(committed.total.cases).toBe(all.length);
    expect(committed.total.cases + committed.total.invalid).toBeGreaterThanOrEqual(10_000);
  });

  test('is of every quantity in every edition', () => {
    expect(files.map(({ quantity }) => quantity).sort()).toEqual(quantities.map(({ name }) => name).sort());
    expect(files.filter(({ cases }) => cases.length === 0)).toEqual([]);
  });

  test.each(referenceNames)('has all of them confirmed by %s, to all digits that they hold', (name) => {
    expect(committed.disagreements).toEqual([]);
    for (const { cases, [name]: by } of [committed.total, ...Object.values(committed.files)])
      expect(by.confirmed).toBe(cases);
    const fewest = new Map(Object.values(committed.files).map((row) => [row.quantity, row[name].fewestDigits]));
    for (const { quantity, cases } of files) {
      const held = Math.min(...cases.map(digitsOf));
      expect([quantity, (fewest.get(quantity) ?? 0) >= Math.min(40, held) - 1]).toEqual([quantity, true]);
    }
  });
});

/** With both ends moved by so many times their size. */
const moved = (vector: Vector, by: ReturnType<typeof rational>): Vector => {
  const ends = endsOf(vector);
  const [lower, upper] = ends.map((end) => formatRational(plus(end, multiply(by, sizeOf(ends))))) as [string, string];
  return { ...vector, lower, upper };
};
const one = { id: 'one', in: {}, result: 'value', lower: '1', upper: '1' } as const;
const [half, quarter] = [rational(1, 2), rational(1, 4)];

describe('a vector is judged', () => {
  test.each([
    ['contradicted', one, [half, half]],
    ['contradicted', { ...one, lower: '0.25', upper: '0.4' }, [half, rational(1)]],
    ['open', one, [half, rational(2)]],
    ['confirmed', one, [rational(1), plus(rational(1), unit(41))]],
    ['open', one, [rational(1), plus(rational(1), unit(39))]],
    ['confirmed', { ...one, lower: '0.25', upper: '0.5' }, [quarter, rational(1)]],
    ['confirmed', { ...one, lower: '0', upper: '0' }, [rational(0), rational(0)]],
    ['open', { ...one, lower: '0', upper: '0' }, [rational(0), unit(90)]],
    ['contradicted', { ...one, lower: '0', upper: '0' }, [unit(900), unit(899)]],
  ] as const)('%s: %j', (is, vector, ends) => {
    expect(judge(vector, { ends }).is).toBe(is);
  });

  test('open, and why, where a reference has no value', () => {
    expect(judge(one, { error: 'no finite enclosure' })).toEqual({
      is: 'open',
      digits: 0,
      says: 'no finite enclosure',
    });
  });
});

/** Where CI=true they must be there. */
const isAsked =
  process.env.CI === 'true' ||
  ((existsSync('/usr/include/flint/arb.h') || existsSync('/usr/include/arb.h')) &&
    existsSync('/usr/lib/python3/dist-packages/mpmath'));

describe.skipIf(!isAsked)('asked anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vectors-'));
  const seed = 20260601;
  const draw = random(seed, 'vectors');
  // Double integrals hold few digits; they cost Arb seconds, so that mpmath alone is asked about them.
  const isDouble = ({ vector }: Asked): boolean => digitsOf(vector) < 20;
  const asked = sampleOf(draw, all, 300).filter((of) => !isDouble(of));
  let reference: Reference;
  let replies: Replies;
  beforeAll(async () => {
    reference = buildReference(folder);
    replies = await askBoth(reference, asked, 2);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  test('both references know every quantity in every edition', async () => {
    const names = quantities.map(({ name }) => name);
    const known = new Set(reference.quantities);
    expect(names.filter((name) => !known.has(wordOf(name)))).toEqual([]);
    expect((await aboutMpmath()).quantities).toEqual([...names].sort());
  });

  test('a slice of the vectors is confirmed by both', () => {
    expect(asked.length).toBeGreaterThan(270);
    expect(new Set(asked.map(({ file }) => file.quantity)).size).toBeGreaterThan(70);
    expect(disagreementsOf(judgeAll(asked, replies))).toEqual([]);
  });

  test('double integrals by mpmath', async () => {
    const doubles = sampleOf(draw, all.filter(isDouble), 4);
    const verdicts = (await askMpmath(doubles, 2)).map((reply, k) => judge((doubles[k] as Asked).vector, reply));
    expect(verdicts.map(({ is }) => is)).toEqual(doubles.map(() => 'confirmed'));
  });

  // Values that are 0 are twice themselves, and have no digits.
  const isZero = ({ vector }: Asked): boolean => sizeOf(endsOf(vector)).numerator === 0n;
  /** A third of the slice with something planted: what is not noticed, and by whom. */
  const missed = (plant: (vector: Vector) => Vector): readonly string[] => {
    const chosen = asked.map((_, index) => index).filter((k) => k % 3 === 0 && !isZero(asked[k] as Asked));
    expect(chosen.length).toBeGreaterThan(70);
    const planted = chosen.map((k) => asked[k] as Asked).map((of) => ({ ...of, vector: plant(of.vector) }));
    const of = (by: ReferenceName): readonly Reply[] => chosen.map((k) => replies[by][k] as Reply);
    return judgeAll(planted, { Arb: of('Arb'), mpmath: of('mpmath') }).flatMap(({ vector: { id }, by }) =>
      referenceNames.filter((name) => by[name].is !== 'contradicted').map((name) => `${id} by ${name}`),
    );
  };

  test.each([
    ['a digit that is one too large in the 39th place', unit(38)],
    ['one too small', multiply(rational(-1), unit(38))],
    ['a factor 2', rational(1)],
    ['a factor 1/2', multiply(rational(-1), half)],
    ['the other sign', rational(-2)],
  ])('%s is noticed by both, wherever it is planted', (_, by) => {
    const away = multiply(rational(-1), by);
    expect(missed((vector) => moved(vector, endsOf(vector)[0].numerator < 0n ? away : by))).toEqual([]);
  });

  test('the value at another point is noticed', async () => {
    const { vector, file } = asked.find(({ vector: of }) => 'A2' in of.in) as Asked;
    const A2 = String(Number(vector.in.A2) * (1 + 2 * Number.EPSILON));
    const elsewhere = { file, vector: { ...vector, in: { ...vector.in, A2 } } };
    const [judged] = judgeAll([elsewhere], await askBoth(reference, [elsewhere]));
    expect(referenceNames.map((by) => judged?.by[by].is)).toEqual(['contradicted', 'contradicted']);
  });

  test('what a reference does not know is an error that names it', async () => {
    const unknown = { ...(asked[0] as Asked), file: { name: 'x', quantity: 'no such quantity', constants: {} } };
    await expect(askBoth(reference, [unknown])).rejects.toThrow(/unknown name: no_such_quantity/);
    const [reply] = await askMpmath([unknown]);
    expect(reply).toEqual({ error: expect.stringContaining('no such quantity') });
  });
});
