import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { build } from '../../src/cli/run/journal-build.ts';
import { headerLine, unitIn } from '../../src/cli/run/journal-lines.ts';
import { merge } from '../../src/cli/run/merge.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { type VerifyOptions, verify } from '../../src/cli/verify/verify.ts';
import type { Ledger } from '../../src/ledger/schema.ts';
import { root } from '../child.ts';
import { type Printed, printed } from '../printed.ts';

const top = mkdtempSync(join(tmpdir(), 'tripleflip-merge-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const path = (name: string): string => join(top, name);
const lines = (file: string): number => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0);

/** A ledger in which one verdict is another and few glasses are drawn. */
const ledger = path('ledger.json');
const committed = JSON.parse(readFileSync(join(root, 'proofs/ledger.json'), 'utf8')) as Ledger;
const claims = committed.claims.map((entry) => (entry.id === 'eqA2' ? { ...entry, verdict: 'refuted' } : entry));
writeFileSync(ledger, JSON.stringify({ ...committed, settings: { ...committed.settings, glasses: 16 }, claims }));

// For one of them something is drawn, and one is found to be wrong by a factor, which is an exact formula.
const few = ['eqA2', 'eq84', 'eq30', 'eq2'];
const options: VerifyOptions = { points: 20, ledger };

/** The three shards of a run, and a fourth that belongs to another one. */
const shards = [1, 2, 3].map((k) => path(`${k}.state`));

describe('shards of verify', { timeout: 60_000 }, () => {
  test('together print what the run without shards prints, whatever went through files', async () => {
    const whole = await printed(() => verify(few, options));
    expect(whole.code).toBe(1);
    const inFile = await printed(() => verify([...few, 'eqA2'].reverse(), { ...options, state: path('whole.state') }));
    expect(inFile).toEqual(whole);
    for (const [index, state] of shards.entries()) {
      const { code, stdout, stderr } = await printed(() =>
        verify(few, { ...options, state, shard: [index + 1, shards.length] }),
      );
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
      expect(stderr).toMatch(/^tripleflip: shard \d\/3 is done, \d+ units in .*: tripleflip merge FILES\n$/);
    }
    expect(shards.map((file) => readFileSync(file, 'utf8')).join(''), 'bigint went through a file').toContain(
      '"bigint"',
    );
    expect(await printed(() => merge([...shards].reverse(), { ledger }))).toEqual(whole);
    expect(await printed(() => merge([path('whole.state')], { ledger }))).toEqual(whole);
    const json = await printed(() => verify(few, { ...options, json: true, state: path('whole.state') }));
    expect(await printed(() => merge(shards, { ledger, json: true }))).toEqual(json);
  });

  test('what is done is not done again', async () => {
    const before = readFileSync(path('whole.state'), 'utf8');
    await printed(() => verify(few, { ...options, state: path('whole.state') }));
    expect(readFileSync(path('whole.state'), 'utf8')).toBe(before);
  });

  test('with other options a state file is refused', async () => {
    const again = (changed: VerifyOptions) => verify(few, { ...options, state: path('whole.state'), ...changed });
    await expect(again({ points: 21 })).rejects.toThrow('got that of another (points 20 against 21 now)');
    await expect(again({ seed: 2 })).rejects.toThrow('seed 1 against 2');
    await expect(again({ shard: [1, 2] })).rejects.toThrow('shard "1/1" against "1/2"');
    await expect(verify(few, { ...options, shard: [1, 2] })).rejects.toThrow('expected --state FILE beside --shard');
  });

  test('shards that are not one finished run are refused', async () => {
    const [one, two, three] = shards as [string, string, string];
    const refuses = async (files: readonly string[], sentence: string): Promise<void> => {
      await expect(merge(files, {})).rejects.toThrow(sentence);
      await expect(merge(files, {})).rejects.toThrow(UsageError);
    };
    const changed = (name: string, from: string, change: (text: string) => string): string => {
      writeFileSync(path(name), change(readFileSync(from, 'utf8')));
      return path(name);
    };
    await refuses([], 'got none');
    const sentence = `expected --out with shards of vectors alone, got it with ${one}, a shard of verify`;
    await expect(merge(shards, { out: 'vectors' })).rejects.toThrow(sentence);
    const vectors = path('vectors.state');
    const header = { tripleflip: build(), command: 'vectors', settings: {}, units: 1, shard: [1, 1] } as const;
    writeFileSync(vectors, headerLine(header));
    await expect(merge([vectors], { json: true, out: 'vectors' })).rejects.toThrow(
      'expected --json with shards of verify or check alone',
    );
    await expect(merge([vectors], { ledger })).rejects.toThrow('expected --ledger with shards of verify alone');
    await refuses([one, three], 'expected all 3 shards of the run, got 2: missing 2/3');
    await refuses([one, two, one, three], `expected each shard once, got 1/3 in ${one} and in ${one}`);
    await refuses([one, path('nowhere')], `${path('nowhere')}, but it cannot be read`);
    await refuses([ledger], `expected ${ledger} to hold the state of a run of tripleflip, got something else`);
    const otherSeed = changed('seed', two, (text) => text.replace('"seed":1', '"seed":7'));
    await refuses([one, otherSeed, three], `got ${one} and ${otherSeed}, which differ: seed 1 against 7`);
    const otherBuild = changed('build', one, (text) => text.replace('"tripleflip":"', '"tripleflip":"9'));
    await refuses([otherBuild, two, three], 'expected shards of this build of tripleflip');
    const torn = changed('torn', three, (text) => text.slice(0, -9));
    await refuses([one, two, torn], `in ${torn}, but 1 are missing (`);
    const empty = changed('empty', three, (text) => `${text.split('\n')[0]}\n`);
    await refuses([one, two, empty], `start it again with --state ${empty}`);
  });
});

/** Long enough to be killed. */
const slow = ['eq2', 'eq30', 'fn2'];

/** The command line from its sources until it ends, or until a signal once so many units are in its state file. */
const ended = (state: string, signal?: NodeJS.Signals, units = 0) =>
  new Promise<Omit<Printed, 'code'> & { readonly code: number | null }>((resolve, reject) => {
    const args = ['verify', ...slow, '--points', '100', '--ledger', ledger, '--state', state];
    const child = spawn(process.execPath, [
      '--import',
      import.meta.resolve('tsx'),
      join(root, 'src/cli/main.ts'),
      ...args,
    ]);
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text: string) => {
        texts[name] += text;
      });
    const looking = setInterval(() => {
      if (!signal || lines(state) <= units) return;
      child.kill(signal);
      clearInterval(looking);
    }, 5);
    child.on('error', reject).on('close', (code) => {
      clearInterval(looking);
      resolve({ code, ...texts });
    });
  });

test('killed or interrupted, verify goes on where it was', { timeout: 60_000 }, async () => {
  const state = path('killed.state');
  const killed = await ended(state, 'SIGKILL', Math.floor(Math.random() * 3));
  expect(killed).toEqual({ code: null, stdout: '', stderr: '' });
  const resumed = await ended(state);
  const units = readFileSync(state, 'utf8')
    .split('\n')
    .flatMap((line) => unitIn(line)?.[0] ?? []);
  expect(units.sort(), 'none twice').toEqual(['draw line 0', 'eq2', 'eq30', 'eq37', 'fn2', 's4c']);
  const interrupted = await ended(path('interrupted.state'), 'SIGINT', 1);
  expect(interrupted.code).toBe(130);
  expect(interrupted.stderr).toMatch(
    /^tripleflip: interrupted: [1-5] of 6 units are kept in .*, and the same command goes on from there\n$/,
  );
  const longer = { ...options, points: 100 };
  expect(await printed(() => verify(slow, { ...longer, state: path('interrupted.state') }))).toEqual(resumed);
  expect(await printed(() => verify(slow, longer))).toEqual(resumed);
});
