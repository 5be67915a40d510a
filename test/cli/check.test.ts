import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { type CheckOptions, check } from '../../src/cli/judge/check.ts';
import { unitIn } from '../../src/cli/run/journal-lines.ts';
import { merge } from '../../src/cli/run/merge.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { parseRational } from '../../src/number/rational.ts';
import { root } from '../child.ts';
import { type Printed, printed } from '../printed.ts';
import { marked } from '../running.ts';

const top = mkdtempSync(join(tmpdir(), 'tripleflip-check-'));
const path = (name: string): string => join(top, name);
const linesIn = (file: string): readonly string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];

/** The splitting, wrong by a factor where |Delta| > |D|; it keeps a log, and may die of a question or be slow. */
const source = `
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
const [factor, last, log] = process.argv.slice(2);
let asked = 0;
appendFileSync(log + '.starts', 'started\\n');
for await (const line of createInterface({ input: process.stdin })) {
  const { id, quantity, in: given } = JSON.parse(line);
  appendFileSync(log, quantity + ' ' + Object.entries(given).map(([name, x]) => name + '=' + x).join(' ') + '\\n');
  if (++asked > Number(last)) { console.error('out of memory'); process.exit(7); }
  if (process.env.TRIPLEFLIP_SLOW) await new Promise((resolve) => setTimeout(resolve, 5));
  const [Delta, D] = [Math.abs(given.Delta), Math.abs(given.D)];
  process.stdout.write(JSON.stringify({ id, out: Math.hypot(Delta, D) * (Delta > D ? Number(factor) : 1) }) + '\\n');
}
`;
const program = path('program.mjs');
const log = path('asked.log');
writeFileSync(program, source);
const commandOf = (factor: number, last = 1e9): readonly string[] => [
  process.execPath,
  program,
  String(factor),
  String(last),
  log,
];
const [right, wrong] = [commandOf(1), commandOf(1.5)];

const running = marked('check');
afterEach(async () => {
  for (let tries = 0; tries < 40 && running().length > 0; tries++) await wait(10);
  expect(running()).toEqual([]);
  rmSync(log, { force: true });
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

const usual: CheckOptions = { seed: 1, window: 64, patience: 10, cases: 60 };

const checked = (command: readonly string[], options: Partial<CheckOptions> = {}): Promise<Printed> =>
  printed(() => check(['splitting'], command, { ...usual, ...options }));

describe('a program that answers', { timeout: 60_000 }, () => {
  test('rightly: exit code 0, and what was forgiven', async () => {
    const { code, stdout, stderr } = await checked(right);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^splitting agrees at all 60 points, its largest error 0\.\d+ of what is allowed\n\nseed 1; allowed: 4 /,
    );
    const json = await checked(right, { json: true });
    expect(json.code).toBe(0);
    expect(JSON.parse(json.stdout)).toMatchObject({
      agrees: true,
      quantities: [{ agree: 60, disagree: 0, findings: [] }],
    });
  });

  test('wrongly: exit code 1, the same in words and as JSON', async () => {
    const text = await checked(wrong);
    expect(text.code).toBe(1);
    expect(text.stdout).toMatch(/^splitting disagrees at \d+ of 60 points\n/);
    expect(text.stdout).toMatch(/fails {7}where \|Delta\|\/\|D\| > 1: /);
    expect(text.stdout).toMatch(/looks like {2}a constant factor 3\/2 /);
    expect(text.stdout).toMatch(
      /simplest {4}Delta = 0\.5 rad\/s, D = 0\.125 rad\/s\n {2} +answered 0\.77\d+, right is 0\.515\d+ rad\/s, relative error 0\.5\n/,
    );
    const { code, stdout } = await checked(wrong, { json: true });
    const report = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(report).toMatchObject({ agrees: false, quantities: [{ findings: [{ ids: ['factor'] }] }] });
    const [{ counterexample }] = report.quantities;
    expect(counterexample).toMatchObject({ in: { Delta: '0.5', D: '0.125' }, unit: 'rad/s' });
    expect(Number(counterexample.out) / Number(counterexample.lower)).toBeCloseTo(1.5, 12);
    expect(text.stdout).toContain(`again       ${counterexample.replay}\n`);

    // The command asks that one point again, of whoever answers now.
    const again: { readonly path: string; readonly json: true } = { path: counterexample.path, json: true };
    expect(counterexample.replay).toContain(` --seed 1 --path ${again.path} -- `);
    rmSync(log);
    const replayed = await checked(wrong, again);
    expect(replayed.code).toBe(1);
    expect(linesIn(log)).toEqual(['splitting Delta=0.5 D=0.125']);
    expect(JSON.parse(replayed.stdout).quantities[0].counterexample).toEqual(counterexample);
    expect((await checked(right, again)).code).toBe(0);
  });

  test('is asked again by the rule by which it was judged', async () => {
    const replayOf = async (rule: Partial<CheckOptions>): Promise<string> => {
      const { stdout } = await checked(wrong, { ...rule, cases: 10, json: true });
      return JSON.parse(stdout).quantities[0].counterexample.replay;
    };
    expect(await replayOf({})).toMatch(/splitting --cases 10 --seed 1 --path /);
    expect(await replayOf({ rtol: parseRational('0.25') })).toContain(' --rtol 0.25 ');
    expect(await replayOf({ ulps: parseRational('1.5') })).toContain(' --ulps 1.5 ');
    expect(await replayOf({ patience: 60 })).toMatch(/splitting --cases 10 --patience 60 --seed 1 --path /);
    expect(await replayOf({ digits: 12 })).toMatch(/ --digits 12 (?!.*--ulps)/);
  });
});

describe('a program that always says the same', { timeout: 60_000 }, () => {
  const constant = path('constant.sh');
  writeFileSync(
    constant,
    `while IFS= read -r line; do echo x >> "$2"; line=\${line#*:}; echo "{\\"id\\":\${line%%,*},\\"out\\":\\"$1\\"}"; done`,
  );
  test.each(['0', '-0', '0.0', '1', '7', 'NaN', '-Infinity', '1e-5000', '1e5000'])(
    '%s: exit code 1, and a report',
    async (out) => {
      const { code, stdout, stderr } = await checked(['sh', constant, out, log], { cases: 10 });
      expect([code, stderr]).toEqual([1, '']);
      expect(stdout).toMatch(/^splitting (disagrees|has no value) at \d+ of 10 points/);
      expect(stdout).toContain(`answered ${out}, right is `);
      if (out === '1e5000') expect(stdout).toContain(', more than 1e308 times the right value in size\n');
    },
  );

  test('of a quantity without parameters is asked once', async () => {
    const { code, stdout } = await printed(() =>
      check(['wings of g_D:glass'], ['sh', constant, '1e-9', log], { ...usual, cases: 20 }),
    );
    expect([code, linesIn(log).length]).toEqual([1, 1]);
    expect(stdout).toMatch(
      /^wings of g_D:glass disagrees at 1 of 1 point\n(?: {2}looks .*\n)? {2}simplest {4}answered 1e-9, right is /,
    );
    expect(stdout).toMatch(/right is \d\.\d+, [\d.]+e-10 times the right value\n/);
  });
});

describe('a program that fails', { timeout: 60_000 }, () => {
  test('to start: exit code 3', async () => {
    const { code, stderr } = await checked([path('missing')]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^tripleflip: the program failed: expected .*missing/);
  });

  test('in the middle: what it answered is judged, and its last words are told', async () => {
    const { code, stdout, stderr } = await checked(commandOf(1, 25), { window: 10 });
    expect(code).toBe(3);
    expect(stdout).toMatch(/^splitting agrees at all 2\d points/);
    expect(stderr).toMatch(
      /^tripleflip: the program failed: expected an answer to request 26 \(splitting\), got its end: .*7.*25 answers/,
    );
    expect(stderr).toMatch(/it wrote last:\n.*"id":25,.*and on stderr:\n {2}out of memory\n$/s);
    const bad = await checked(commandOf(1.5, 25), { json: true });
    expect(bad.code).toBe(3);
    const [{ agree, disagree, counterexample }] = JSON.parse(bad.stdout).quantities;
    // A point may come twice in the sequence, and is asked once.
    expect(agree + disagree).toBeGreaterThanOrEqual(25);
    expect(agree + disagree).toBeLessThan(30);
    expect(disagree).toBeGreaterThan(5);
    // It can no longer be asked: the disagreement stands as it was found.
    expect(counterexample.path).toMatch(/^\d+$/);
  });
});

test('what is asked wrongly is refused in one sentence, and nothing is started', async () => {
  const refuses = async (names: readonly string[], options: Partial<CheckOptions>, says: string, command = right) => {
    const asked = () => check(names, command, { ...usual, ...options });
    await expect(asked()).rejects.toThrow(says);
    await expect(asked()).rejects.toThrow(UsageError);
  };
  await refuses(['splitting'], {}, 'expected the program behind "--"', []);
  await refuses([], {}, 'expected a quantity, such as W_Z, before "--", got none');
  await refuses(['spliting'], {}, 'got "spliting"; the nearest is splitting');
  await refuses(['W_Z', 'W_SS'], { path: '1' }, 'expected one quantity with --path, got 2');
  await refuses(['splitting'], { path: 'x' }, 'expected --path as a report gives it, such as 17:0:3, got "x"');
  const rtol = parseRational('1e-3');
  await refuses(['splitting'], { rtol, ulps: parseRational('4') }, 'expected --rtol alone or --ulps and --digits');
  await refuses(['splitting'], { rtol, digits: 10 }, 'expected --rtol alone or --ulps and --digits');
  await refuses(['splitting'], { shard: [1, 2] }, 'expected --state FILE beside --shard');
  expect(linesIn(log)).toEqual([]);
});

describe('a long run', { timeout: 60_000 }, () => {
  const args = (state: string): readonly string[] => [
    ...['--import', import.meta.resolve('tsx'), join(root, 'src/cli/main.ts'), 'check', 'splitting', '--cases', '60'],
    ...['--seed', '1', '--window', '1', '--state', state, '--', ...wrong],
  ];
  const options = { window: 1, state: path('killed.state') };

  test('killed with kill -9 goes on where it was: no answer is lost, none is asked for twice', async () => {
    const whole = await checked(wrong, { window: 1 });
    const all = linesIn(log);
    expect(new Set(all).size).toBe(all.length);
    rmSync(log);

    const child = spawn(process.execPath, args(options.state), {
      cwd: root,
      stdio: 'ignore',
      env: { ...process.env, TRIPLEFLIP_SLOW: '1' },
    });
    const ended = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
    while (linesIn(options.state).length < 12 && child.exitCode === null) await wait(5);
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    for (let tries = 0; tries < 40 && running().length > 0; tries++) await wait(10);
    const done = linesIn(options.state).flatMap((line) => unitIn(line)?.[0] ?? []);
    expect(done.length).toBeGreaterThan(10);
    expect(done.length).toBeLessThan(50);
    rmSync(log);

    const { code, stdout, stderr } = await checked(wrong, options);
    expect([code, stdout]).toEqual([whole.code, whole.stdout]);
    expect(stderr).toMatch(new RegExp(`^tripleflip: ${done.length} of \\d+ answers are from .*killed\\.state\n$`));
    const asked = linesIn(log);
    expect([...done, ...asked].sort()).toEqual([...all].sort());
  });

  test('that is finished is shown again without a program', async () => {
    const starts = linesIn(`${log}.starts`).length;
    const { code, stdout, stderr } = await checked(wrong, options);
    expect(stderr).toMatch(/^tripleflip: (\d+) of \1 answers are from .*killed\.state\n$/);
    expect([code, linesIn(log), linesIn(`${log}.starts`).length]).toEqual([1, [], starts]);
    expect(stdout).toMatch(/^splitting disagrees at /);
    await expect(checked(right, options)).rejects.toThrow('got that of another');
  });

  test('in shards, merged, prints what it prints in one', async () => {
    const whole = await checked(wrong);
    const states = ['1.state', '2.state'].map(path);
    rmSync(log);
    for (const [index, state] of states.entries()) {
      const { code, stdout, stderr } = await checked(wrong, { state, shard: [index + 1, 2] });
      expect([code, stdout]).toEqual([0, '']);
      expect(stderr).toMatch(/^tripleflip: shard \d\/2 is done, \d+ answers in /);
    }
    const asked = linesIn(log).length;
    expect(asked).toBeGreaterThanOrEqual(60);
    expect(await printed(() => merge(states, {}))).toEqual(whole);
    expect(await printed(() => merge([...states].reverse(), {}))).toEqual(whole);
    const json = await checked(wrong, { json: true });
    expect(await printed(() => merge(states, { json: true }))).toEqual(json);
    await expect(merge(states.slice(0, 1), {})).rejects.toThrow('missing 2/2');
    await expect(merge(states, { out: top })).rejects.toThrow(
      `expected --out with shards of vectors alone, got it with ${states[0]}, a shard of check`,
    );
  });

  test('with a patience of its own says so, merged too, and goes on with more of it', async () => {
    const few = { cases: 5, json: true, patience: 30 };
    const whole = await checked(wrong, few);
    expect(whole.stdout).toContain(' --patience 30 ');
    const state = path('patience.state');
    await checked(wrong, { ...few, patience: 20, state });
    expect((await checked(wrong, { ...few, state })).stdout).toBe(whole.stdout);
    expect(await printed(() => merge([state], { json: true }))).toEqual(whole);
  });

  test('is not gone on with by a program that has changed', async () => {
    const own = path('own.mjs');
    writeFileSync(own, source);
    const command = [process.execPath, own, '1', '1e9', log];
    const state = path('changed.state');
    expect((await checked(command, { state, cases: 5 })).code).toBe(0);
    // What it logs to is no part of it.
    expect(existsSync(log)).toBe(true);
    expect((await checked(command, { state, cases: 5 })).stderr).toMatch(/(\d) of \1 answers are from/);
    writeFileSync(own, `${source}// Mended.\n`);
    const again = checked(command, { state, cases: 5 });
    await expect(again).rejects.toThrow(
      /got that of another \(file .*own\.mjs "[0-9a-f]{12}" against "[0-9a-f]{12}" now\)/,
    );
  });

  test('in which the program dies is not done, and says how to go on', async () => {
    const state = path('dead.state');
    const { code, stdout, stderr } = await checked(commandOf(1, 10), { state, shard: [1, 2], window: 1 });
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^tripleflip: the program failed: /);
    expect(stderr).toMatch(
      /\ntripleflip: shard 1\/2 is not done: 10 of \d+ answers are kept in .*dead\.state, and the same command goes on from there\n$/,
    );
    expect(stderr).not.toMatch(/is done/);
  });
});
