import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type Header, openJournal, readState } from '../../src/cli/run/journal.ts';
import { unitLine } from '../../src/cli/run/journal-lines.ts';
import { fromJson, type Json, toJson } from '../../src/cli/run/journal-values.ts';
import { UsageError } from '../../src/cli/usage.ts';

const top = mkdtempSync(join(tmpdir(), 'tripleflip-journal-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const file = join(top, 'run.state');

const header: Header = {
  tripleflip: '1.2.3+abc',
  command: 'verify',
  settings: { claims: ['eq73', 'ω'], points: 20, seed: 1 },
  units: 4,
  shard: [1, 1],
};

const throughText = (value: unknown): unknown => fromJson(JSON.parse(JSON.stringify(toJson(value))) as Json);
/** Shows the order of names, -0, and members that are undefined. */
const shown = (value: unknown): string => inspect(value, { depth: null, maxArrayLength: null, maxStringLength: null });

const data = fc.anything({
  withBigInt: true,
  withMap: true,
  maxDepth: 4,
  key: fc.oneof(fc.string(), fc.constant('$')),
});

describe('plain data through JSON', () => {
  test('is the same again, in the same order', () => {
    fc.assert(
      fc.property(data, (value) => void expect(shown(throughText(value))).toBe(shown(value))),
      { numRuns: 500 },
    );
    const hard = {
      $: ['bigint', '1'],
      b: [undefined, -0, Number.NaN, 2n ** 80n],
      7: { a: undefined },
      c: new Map([[-0, 1n]]),
    };
    expect(throughText(hard)).toStrictEqual(hard);
  });

  test('what is not plain is refused, not changed', () => {
    for (const value of [new Date(0), () => 1, Symbol('a'), [new Set([1])], { a: new Float64Array(2) }])
      expect(() => toJson(value)).toThrow(TypeError);
  });
});

const results = fc.uniqueArray(fc.tuple(fc.string({ unit: 'grapheme' }), data), {
  selector: ([unit]) => unit,
  maxLength: 6,
});

const fill = (of: readonly (readonly [string, unknown])[]): void => {
  const journal = openJournal(file, header);
  for (const [unit, result] of of) if (!journal.done.has(unit)) journal.record(unit, result);
  expect(shown(new Map([...journal.done].sort()))).toBe(shown(new Map([...of].sort() as [string, unknown][])));
  journal.close();
};

describe('a journal', () => {
  test('cut at any byte lacks no unit but the torn one, and is gone on with', () => {
    const wholeIn = (bytes: number, of: readonly (readonly [string, unknown])[]): string[] => {
      const lengths = of.map(([unit, result]) => Buffer.byteLength(unitLine(unit, result)));
      const start = Buffer.byteLength(`${JSON.stringify(header)}\n`);
      const ends = lengths.map((_, index) => lengths.slice(0, index + 1).reduce((a, b) => a + b, start));
      // A line is whole without the newline at its end.
      return of.filter((_, index) => (ends[index] as number) - 1 <= bytes).map(([unit]) => unit);
    };
    fc.assert(
      fc.property(results, fc.double({ min: 0, max: 1, noNaN: true }), (of, share) => {
        rmSync(file, { force: true });
        fill(of);
        const all = readFileSync(file);
        const cut = Math.round(all.length * share);
        writeFileSync(file, all.subarray(0, cut));
        const opened = openJournal(file, header);
        opened.close();
        expect([...opened.done.keys()]).toEqual(wholeIn(cut, of));
        fill(of);
        expect(readState(file, readFileSync(file)).done.size).toBe(of.length);
      }),
      { numRuns: 150 },
    );
  });

  test('a damaged byte costs a unit, or the file is refused: no result is ever another', () => {
    rmSync(file, { force: true });
    const of = [
      ['a', { x: 1.5, y: [3n] }],
      ['b', 12345],
      ['c', 'text'],
    ] as const;
    fill(of);
    const all = readFileSync(file);
    const start = Buffer.byteLength(`${JSON.stringify(header)}\n`);
    const costs = new Set<number>();
    for (let at = start; at < all.length; at += 1) {
      const damaged = Buffer.from(all);
      damaged.writeUInt8((all[at] as number) ^ 1, at);
      const { done } = readState(file, damaged);
      for (const [unit, result] of done) expect(result).toEqual(of.find(([name]) => name === unit)?.[1]);
      costs.add(of.length - done.size);
    }
    // Two, where the newline between them is hit.
    expect([...costs].sort()).toEqual([1, 2]);
  });

  test('two at one file spoil nothing, behind a torn line either', () => {
    rmSync(file, { force: true });
    fill([['a', 1]]);
    appendFileSync(file, '["b","12');
    const [one, other] = [openJournal(file, header), openJournal(file, header)];
    one.record('b', 2);
    other.record('c', 3);
    other.record('b', 2);
    one.record('d', 4);
    one.close();
    other.close();
    expect([...readState(file, readFileSync(file)).done]).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
      ['d', 4],
    ]);
  });

  test.each<[string, Partial<Header>]>([
    ['points 20 against 50', { settings: { ...header.settings, points: 50 } }],
    ['glasses nothing against 16', { settings: { ...header.settings, glasses: 16 } }],
    ['build "1.2.3+abc" against "1.2.4+abc"', { tripleflip: '1.2.4+abc' }],
    ['command "verify" against "check"', { command: 'check' }],
    ['shard "1/1" against "1/2"', { shard: [1, 2] }],
    ['units 4 against 5', { units: 5 }],
  ])('of another run is refused and left as it is: %s', (difference, other) => {
    rmSync(file, { force: true });
    fill([['a', 1]]);
    const before = readFileSync(file, 'utf8');
    const open = () => openJournal(file, { ...header, ...other });
    expect(open).toThrow(UsageError);
    expect(open).toThrow(`${file} to hold the state of this run, got that of another (${difference} now)`);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('something else is refused and left as it is', () => {
    for (const text of ['{"a":1}\n', 'notes\n', '{"tripleflip":"1.2.4+abc"', '\n']) {
      writeFileSync(file, text);
      expect(() => openJournal(file, header)).toThrow(`expected ${file} to hold the state of a run of tripleflip`);
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
  });

  test('a place that cannot be written is told', () => {
    for (const place of [top, join(top, 'nowhere', 'x')])
      expect(() => openJournal(place, header)).toThrow(
        `expected to keep the state of the run in ${place}, but cannot: E`,
      );
    rmSync(file, { force: true });
    const journal = openJournal(file, header);
    journal.close();
    expect(() => journal.record('a', 1)).toThrow(UsageError);
    expect(journal.done.has('a'), 'what was not written is not done').toBe(false);
  });

  test('without a file it keeps what is done in memory', () => {
    const journal = openJournal(undefined, header);
    journal.record('a', 1n);
    journal.close();
    expect([...journal.done]).toEqual([['a', 1n]]);
  });
});
