import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type VectorOptions, vectors } from '../../src/cli/judge/vectors.ts';
import { checkFolder } from '../../src/cli/judge/vectors-folder.ts';
import { settingsOf, unitsFor, unitsOfShard, wantedIn } from '../../src/cli/judge/vectors-plan.ts';
import { merge } from '../../src/cli/run/merge.ts';
import { UsageError } from '../../src/cli/usage.ts';
import type { VectorFile } from '../../src/foreign/vectors/schema.ts';
import { quantities } from '../../src/library/catalogue.ts';
import { root } from '../child.ts';
import { printed } from '../printed.ts';

const top = mkdtempSync(join(tmpdir(), 'tripleflip-vectors-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const path = (...names: readonly string[]): string => join(top, ...names);

/** All files of a folder with what they hold. */
const filesOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll(sep, '/'))
      .filter((name) => /\.\w+$/.test(name))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

// A closed form and an integral, both cheap; a blank may be typed as a hyphen.
const two = ['W_SS-as-integral-over-tan(t/2)', 'D0'];
const make = (options: VectorOptions, names: readonly string[] = two) => printed(() => vectors(names, options));
const whole = path('whole');

describe('tripleflip vectors', { timeout: 30_000 }, () => {
  test('writes a folder whose files are those of the committed set, byte by byte', async () => {
    const { code, stdout } = await make({ out: whole, state: path('whole.state') });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `183 vectors of 2 quantities in ${whole}, 18 of them invalid inputs\n`,
    });
    const { 'index.json': index = '', ...files } = filesOf(whole);
    const names = ['D0', 'W_SS_as_integral_over_tan_t_over_2'];
    expect(Object.keys(files)).toEqual([
      ...names.map((name) => `csv/${name}.csv`),
      ...names.map((name) => `json/${name}.json`),
      'schema.json',
    ]);
    for (const [name, text] of Object.entries(files))
      expect([name, text === readFileSync(join(root, 'vectors', name), 'utf8')]).toEqual([name, true]);
    expect(JSON.parse(index)).toMatchObject({
      seed: 1,
      schema: 'schema.json',
      cases: 183,
      invalid: 18,
      flags: { 'half-r0': 'r0 taken half as large' },
      files: [
        { quantity: 'W_SS as integral over tan(t/2)', cases: 27, invalid: 3 },
        { quantity: 'D0', json: 'json/D0.json', csv: 'csv/D0.csv', cases: 156, invalid: 15 },
      ],
    });
    expect(readdirSync(top).sort(), 'no draft is left').toEqual(['whole', 'whole.state']);
  });

  test('goes on where it was when killed, and writes the same', async () => {
    const lines = readFileSync(path('whole.state'), 'utf8').split('\n');
    // All but three units, and of the last one half a line.
    const kept = `${lines.slice(0, -4).join('\n')}\n${lines.at(-4)?.slice(0, 30)}`;
    writeFileSync(path('killed.state'), kept);
    await make({ out: path('resumed'), state: path('killed.state') });
    expect(filesOf(path('resumed'))).toEqual(filesOf(whole));
    expect(readFileSync(path('killed.state'), 'utf8').startsWith(kept)).toBe(true);
    await expect(make({ out: whole, state: path('whole.state'), seed: 2 })).rejects.toThrow('seed 1 against 2');
  });

  test('in shards makes the same, which merge writes', async () => {
    const states = [1, 2, 3].map((k) => path(`${k}.state`));
    for (const [index, state] of states.entries()) {
      const { code, stdout, stderr } = await make({ state, shard: [index + 1, 3] }, [...two].reverse());
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
      expect(stderr).toMatch(/^tripleflip: shard \d\/3 is done, \d+ units in .*: tripleflip merge FILES --out DIR\n$/);
    }
    const out = path('merged');
    await expect(merge(states, {})).rejects.toThrow('expected --out DIR');
    await expect(merge(states.slice(1), { out })).rejects.toThrow('missing 1/3');
    expect(existsSync(out)).toBe(false);
    const { code, stdout } = await printed(() => merge([...states].reverse(), { out }));
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `183 vectors of 2 quantities in ${out}, 18 of them invalid inputs\n`,
    });
    expect(filesOf(out)).toEqual(filesOf(whole));
  });

  test('takes the place of an old set, and leaves other files alone', async () => {
    const out = path('old');
    await make({ out, seed: 2 }, ['splitting', 'D0']);
    writeFileSync(join(out, 'crosscheck.json'), '{}');
    writeFileSync(join(out, 'json/mine.json'), '{}');
    // Somebody put another file in the place of one of ours.
    writeFileSync(join(out, 'csv/splitting.csv'), 'mine');
    const before = filesOf(out);
    await make({ out }, ['D0']);
    const after = filesOf(out);
    expect(Object.keys(before).filter((name) => !(name in after))).toEqual(['json/splitting.json']);
    expect(after).toMatchObject({ 'crosscheck.json': '{}', 'json/mine.json': '{}', 'csv/splitting.csv': 'mine' });
    expect(after['json/D0.json']).toBe(filesOf(whole)['json/D0.json']);
    expect((JSON.parse(before['json/D0.json'] as string) as VectorFile).seed).toBe(2);
  });

  test('replaces nothing of anybody else, and says so before it starts', async () => {
    const refuses = async (options: VectorOptions, sentence: string, names = two): Promise<void> => {
      await expect(make(options, names)).rejects.toThrow(sentence);
      await expect(make(options, names)).rejects.toThrow(UsageError);
    };
    await refuses({}, 'expected --out DIR');
    await refuses({ shard: [1, 2] }, 'expected --state FILE beside --shard');
    await refuses({ shard: [1, 2], state: path('x'), out: path('x') }, 'expected no --out beside --shard');
    await refuses({ out: whole }, 'the nearest is W_Z', ['W_ZZ']);
    await refuses({ out: path('no', 'where') }, `expected to write vectors to the folder ${path('no', 'where')}`);
    await refuses({ out: path('whole.state') }, 'is no folder');
    const project = path('project');
    mkdirSync(join(project, 'json', 'D0.json'), { recursive: true });
    const blocked = join(project, 'json', 'D0.json');
    await refuses({ out: project }, `${blocked} is another file, which would be replaced: give another --out`);
    writeFileSync(join(project, 'index.json'), '{"name":"mine"}');
    await refuses({ out: project }, `${join(project, 'index.json')} is another file`);
    expect(readFileSync(join(project, 'index.json'), 'utf8')).toBe('{"name":"mine"}');
    const damaged = path('merged');
    appendFileSync(join(damaged, 'index.json'), '}');
    await refuses({ out: damaged }, 'but it is damaged');
    expect(() => checkFolder(whole, quantities)).not.toThrow();
  });
});

describe('the work', () => {
  test('is in each shard once, double integrals first and apart', () => {
    const all = unitsFor({ quantities, seed: 1 });
    const names = all.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const shards = Array.from({ length: 5 }, (_, index) => unitsOfShard({ quantities, seed: 1 }, [index + 1, 5]));
    expect(shards.flatMap((own) => own.map(({ name }) => name)).sort()).toEqual([...names].sort());
    const heaviest = shards.map((own) => own.filter(({ cost }) => cost >= 800).length);
    expect(Math.max(...heaviest) - Math.min(...heaviest)).toBeLessThanOrEqual(1);
    const doubles = all.filter(({ cost }) => cost >= 800);
    expect(all.slice(0, doubles.length)).toEqual(doubles);
    expect(doubles.map(({ points }) => points.length)).toEqual(doubles.map(() => 1));
    expect(doubles.length).toBeGreaterThan(5);
  });

  test('is told by its settings', () => {
    for (const wanted of [
      { quantities, seed: 1 },
      { quantities: quantities.filter(({ name }) => /^W_Z/.test(name)), seed: 7 },
    ])
      expect(wantedIn({ settings: settingsOf(wanted) })).toEqual(wanted);
  });
});
