import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { balls } from '../../src/number/ball.ts';
import { random } from '../../src/number/random.ts';
import { compare, divide, minus, multiply, plus, rational } from '../../src/number/rational.ts';
import { quantities } from '../../src/theory/quantities.ts';
import {
  type Asked,
  askBlock,
  askQuantity,
  type Claim,
  drawBlock,
  type Implementation,
  implementations,
  inBlock,
  requestOf,
} from '../arb/block.ts';
import { powerOf2 } from '../arb/draw.ts';
import { functionNames } from '../arb/functions.ts';
import { integralsOver, isIntegral } from '../arb/quantities.ts';
import { buildReference, judge, type Reference, wordOf } from '../arb/reference.ts';
import { addTallies, bandNames, type Tallies } from '../arb/tally.ts';
import { blocks, containmentFile, containmentSchema, seed } from '../long/containment.ts';

const committed = containmentSchema.parse(JSON.parse(readFileSync(containmentFile, 'utf8')));
const rowsOf = (of: typeof committed.functions) => Object.values(of).flatMap((row) => Object.values(row));
const madeIn = ({ made }: ReturnType<typeof rowsOf>[number]): number =>
  Object.values(made).reduce<number>((sum, count) => sum + (count ?? 0), 0);

describe('the million enclosures that are committed (npm run test:long makes them anew)', () => {
  test('are of the seed, the length, the functions and the quantities that there are now', () => {
    expect([committed.seed, committed.blocks, committed.inBlock]).toEqual([seed, blocks, inBlock]);
    expect(Object.keys(committed.versions)).toEqual(['Arb', 'FLINT', 'MPFR']);
    expect(Object.keys(committed.functions)).toEqual(functionNames);
    expect(Object.keys(committed.quantities)).toEqual(quantities.map(({ name }) => name));
    expect(committed.total.made).toBeGreaterThanOrEqual(1_000_000);
  });

  test('contain the truth, every one', () => {
    for (const row of [...rowsOf(committed.functions), ...rowsOf(committed.quantities), committed.total])
      expect(row.violations).toBe(0);
    // What could not be decided, where a quantity is known by an integral alone.
    expect(committed.total.open).toBeLessThan(1e-5 * committed.total.made);
    expect(rowsOf(committed.functions).every(({ open }) => open === 0)).toBe(true);
  });

  test('add up', () => {
    const all = [...rowsOf(committed.functions), ...rowsOf(committed.quantities)];
    expect(all.reduce((sum, row) => sum + madeIn(row), 0)).toBe(committed.total.made);
    expect(all.reduce((sum, row) => sum + row.refused, 0)).toBe(committed.total.refused);
    expect(committed.total.made + committed.total.refused).toBe(blocks * inBlock);
  });

  test.each(functionNames)('ask about %s in every arithmetic and at every precision', (name) => {
    const row = committed.functions[name] ?? {};
    expect(Object.keys(row)).toEqual(implementations.map(({ name: by }) => by));
    const precisions = bandNames.filter((band) => band !== 'binary64');
    for (const by of ['balls', 'dyadics']) expect(Object.keys(row[by]?.made ?? {})).toEqual(precisions);
    // What makes an arithmetic refuse is rare.
    for (const one of Object.values(row)) expect(one.refused).toBeLessThan(0.1 * madeIn(one));
    // Enclosures of numbers have the digits that were asked for; the decimals and binary64 up to some ulps.
    for (const by of ['balls', 'dyadics']) expect(Number(row[by]?.points?.worst ?? 0)).toBeLessThanOrEqual(1);
    for (const one of Object.values(row)) expect(Number(one.points?.median ?? 0)).toBeLessThan(20);
  });

  test('ask about every quantity, in balls and in intervals', () => {
    for (const row of Object.values(committed.quantities))
      for (const by of ['balls', 'dyadics']) expect(madeIn(row[by] as Parameters<typeof madeIn>[0])).toBeGreaterThan(0);
  });
});

/** What is claimed to lie beyond one of the ends, next to it: an enclosure that is wrong by its own width or an ulp. */
const shifted = (claim: Claim, side: 1 | -1): Claim => {
  const [lo, hi] = claim.ends;
  const end = side > 0 ? hi : lo;
  const ulp = multiply(end.numerator === 0n ? rational(1) : end, powerOf2(-7000));
  const step = end.numerator < 0n ? minus(rational(0), ulp) : ulp;
  const from = plus(end, multiply(rational(side), step));
  const to = plus(from, multiply(rational(side), step));
  return { ...claim, ends: side > 0 ? [from, to] : [to, from] };
};

/** As wide as it is, and all of it above. */
const beyond = (claim: Claim): Claim => {
  const [lo, hi] = claim.ends;
  const width = compare(lo, hi) === 0 ? powerOf2(-7000) : minus(hi, lo);
  return { ...claim, ends: [plus(hi, width), plus(hi, multiply(rational(2), width))] };
};

/** Where CI=true it must be there. */
const isAsked = process.env.CI === 'true' || existsSync('/usr/include/arb.h') || existsSync('/usr/include/flint/arb.h');

describe.skipIf(!isAsked)('asked anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'containment-'));
  let reference: Reference;
  beforeAll(() => {
    reference = buildReference(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('the program knows every quantity', () => {
    const known = new Set(reference.quantities);
    expect(quantities.map(({ name }) => wordOf(name)).filter((word) => !known.has(word))).toEqual([]);
  });

  test('20,000 enclosures contain the truth', () => {
    const tallies: Tallies = {};
    const extent = { requests: inBlock, mostDigits: 60, perIntegral: 200 };
    for (const block of [0, 1, 2, 3]) addTallies(tallies, askBlock(reference, seed + 1, block, extent));
    const rows = Object.values(tallies).flatMap((of) => Object.values(of));
    expect(rows.flatMap(({ found }) => found)).toEqual([]);
    expect(Object.keys(tallies).filter((name) => functionNames.some((of) => of === name))).toHaveLength(
      functionNames.length,
    );
    const made = rows.flatMap((row) => Object.values(row.made)).reduce((a, b) => a + b, 0);
    expect(made).toBeGreaterThan(0.99 * 4 * inBlock);
  });

  test('what is wrong by one unit in the last place is noticed', () => {
    const made = drawBlock(reference.quantities, seed + 2, 0, {
      requests: 2500,
      mostDigits: 30,
      perIntegral: 200,
    }).filter((one): one is Asked & { readonly claim: Claim } => one.claim !== undefined && one.kind !== 'sample');
    for (const [side, verdict] of [
      [1, 'low'],
      [-1, 'high'],
    ] as const) {
      const wrong = made.map(({ claim }) => requestOf(shifted(claim, side)));
      const verdicts = judge(reference.program, wrong);
      const missed = wrong.filter((_, index) => verdicts[index]?.is !== verdict);
      expect(missed).toEqual([]);
    }
    const asked = new Set(made.map(({ name }) => name));
    expect(functionNames.filter((name) => !asked.has(name))).toEqual([]);
    const closed = quantities.filter((quantity) => !isIntegral(quantity));
    expect(closed.filter(({ name }) => asked.has(name)).length).toBeGreaterThan(0.7 * closed.length);
  });

  test('integrals, but for double ones: the enclosure contains the truth, one next to it does not', () => {
    const [byBalls] = implementations;
    const asked = quantities
      .filter(({ formula }) => integralsOver(formula) === 1)
      .flatMap((quantity) => {
        const draw = random(seed + 3, quantity.name);
        return [0, 1].map(() => askQuantity(draw, byBalls as Implementation, 25, quantity, []));
      })
      .filter((one): one is Asked & { readonly claim: Claim } => one.claim !== undefined);
    expect(new Set(asked.map(({ name }) => name)).size).toBeGreaterThan(10);
    const verdicts = (of: (claim: Claim) => Claim): readonly string[] =>
      judge(
        reference.program,
        asked.map(({ claim }) => requestOf(of(claim))),
      ).map(({ is }) => is);
    expect(new Set(verdicts((claim) => claim))).toEqual(new Set(['in']));
    expect(new Set(verdicts((claim) => beyond(claim)))).toEqual(new Set(['low']));
  });

  test('an end is told from the truth next to it', () => {
    const a = balls(30);
    const third = divide(rational(1), rational(3));
    const [lo, hi] = a.ends(a.exp(a.rational(rational(1))));
    const claims: readonly (readonly [string, Claim['ends'], readonly string[], string])[] = [
      ['sqrt', [rational(2), rational(2)], ['4'], 'in'],
      ['sqrt', [plus(rational(2), powerOf2(-4000)), rational(3)], ['4'], 'low'],
      ['div', [third, third], ['1', '3'], 'in'],
      ['div', [rational(0), minus(third, powerOf2(-4000))], ['1', '3'], 'high'],
      ['exp', [lo, hi], ['1'], 'in'],
      ['exp', [hi, rational(3)], ['1'], 'low'],
      ['exp', [rational(2), lo], ['1'], 'high'],
      ['sin', [rational(-1), rational(1)], ['1,5'], 'in'],
      ['sin', [minus(powerOf2(-900), rational(1)), rational(1)], ['1,5'], 'low'],
      ['log', [rational(0), rational(0)], ['1'], 'in'],
    ];
    const requests = claims.map(([word, ends, args]) => requestOf({ word, digits: 16, ends, args }));
    expect(judge(reference.program, requests).map(({ is }) => is)).toEqual(claims.map(([, , , is]) => is));
  });

  test('without a compiler or Arb it says what to install', () => {
    expect(() => buildReference(folder, 'no-such-compiler')).toThrow(/apt-get install gcc .*libflint-arb-dev/);
  });

  test('what it cannot read is an error, not an answer', () => {
    expect(() => judge(reference.program, ['exp 10 0 zz 1'])).toThrow(/no number/);
    expect(() => judge(reference.program, ['no-such-name 10 0 1 1'])).toThrow(/unknown name/);
  });
});
