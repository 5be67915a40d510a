import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../src/foreign/case.ts';
import { type Program, ProgramFailed, type ProgramOptions, startProgram } from '../../src/foreign/program/program.ts';
import { quantityOf } from '../../src/library/catalogue.ts';
import { root } from '../child.ts';
import { marked } from '../running.ts';

const folder = join(root, 'test/foreign/programs/misbehaving');
const inFolder = (name: string): string => join(folder, name);
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
const quantity = quantityOf('g_D');
const questions = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ quantity, point: { DD: n + 0.5, D: 1 } }));

const stillRunning = marked('program');

const started: Program[] = [];
const start = (command: readonly string[], options: Partial<ProgramOptions> = {}): Program => {
  const program = startProgram({ command, window: 64, patience: 5, ...options });
  started.push(program);
  return program;
};
/** What a shell does with this. */
const shell = (script: string, options: Partial<ProgramOptions> = {}): Program => start(['sh', '-c', script], options);

afterEach(async () => {
  for (const program of started.splice(0)) await program.stop().catch(() => {});
  // The kernel takes a moment to bury the dead.
  for (let tries = 0; tries < 20 && stillRunning().length > 0; tries++) await wait(5);
  expect(stillRunning()).toEqual([]);
});

const failureOf = async (promise: Promise<unknown>): Promise<ProgramFailed> => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProgramFailed)) throw new Error(`expected a ProgramFailed, got ${error}`);
  return error;
};

/** The loop of a shell program that answers, with what it does before. */
const answers = (before = ''): string =>
  `n=0; while read -r line; do n=$((n+1)); ${before} echo "{\\"id\\":$n,\\"out\\":\\"$n.5\\"}"; done`;

describe('a program that does what is asked', () => {
  test('is asked in windows, with ids counted through', async () => {
    const program = shell(
      'while read -r line; do echo "$line" >&2; echo "{\\"id\\":$((n+=1)),\\"out\\":\\"$n\\"}"; done',
      {
        window: 2,
      },
    );
    expect(await program.ask(questions(3))).toEqual([{ out: '1' }, { out: '2' }, { out: '3' }]);
    expect(await program.ask([])).toEqual([]);
    expect(await program.ask(questions(1))).toEqual([{ out: '4' }]);
    await program.stop();
  });

  test('sees the protocol, exactly', async () => {
    const program = shell('while read -r line; do echo "$line" >&2; echo "$line"; done');
    const point = { A2: 1, DD: 0.1, D0: 1e21, omega0I: -5e-324, Delta: -0 };
    const { message, complaint } = await failureOf(program.ask([{ quantity: quantityOf('W_Z:printed'), point }]));
    const request =
      '{"id":1,"quantity":"W_Z:printed","in":{"A2":"1","DD":"0.1","D0":"1e+21","omega0I":"-5e-324","Delta":"0"},"left":0}';
    expect(complaint).toBe(`${request}\n`);
    expect(message).toMatch(/got neither "out" nor "error": .*W_Z:printed/);
  });

  test('may answer in any order, with CR LF and empty lines; left says when a window ends', async () => {
    const program = start([process.execPath, inFolder('backwards.mjs')], { window: 3 });
    const seen: [number, Reply][] = [];
    const replies = await program.ask(questions(8), (index, reply) => seen.push([index, reply]));
    expect(replies).toEqual(questions(8).map((_, index) => ({ out: `${index + 1}.25` })));
    expect(seen.map(([index]) => index)).toEqual([2, 1, 0, 5, 4, 3, 7, 6]);
    expect(seen.every(([index, reply]) => replies[index] === reply)).toBe(true);
    await program.stop();
  });

  test('answers 10,000 requests at once', async () => {
    const program = start([python, inFolder('echo.py')]);
    await program.ask(questions(1));
    const before = performance.now();
    const replies = await program.ask(questions(10_000));
    const seconds = (performance.now() - before) / 1000;
    expect(replies.at(-1)).toEqual({ out: '9999.5' });
    // Alone on a machine it takes 0.1 s: this leaves room for a busy one.
    expect(seconds).toBeLessThan(2);
    await program.stop();
  });

  test('may write as much as it likes to its standard error: the last of it is kept', async () => {
    const program = start([process.execPath, inFolder('floods.mjs')]);
    expect(await program.ask(questions(1))).toEqual([{ out: '1' }]);
    await program.stop();
    const { complaint } = await failureOf(shell('seq 100000 >&2; exit 3').ask(questions(1)));
    expect(complaint.length).toBe(4096);
    expect(complaint.endsWith('99999\n100000\n')).toBe(true);
  });

  test('may end as it likes once its standard input is closed', async () => {
    const program = shell(`${answers()}; exit 7`);
    await program.ask(questions(2));
    await program.stop();
    await expect(program.ask(questions(1))).rejects.toThrow('none after stop');
  });

  test('that takes long is waited for while its answers come', async () => {
    const program = shell(answers('sleep 0.05;'), { patience: 0.2 });
    expect(await program.ask(questions(6))).toHaveLength(6);
  });

  test('is not blamed where we were busy ourselves', async () => {
    const program = shell(answers('sleep 0.03;'), { patience: 0.08 });
    const busy = (): void => {
      for (const until = performance.now() + 120; performance.now() < until; );
    };
    expect(await program.ask(questions(7), (index) => index === 0 && setImmediate(busy))).toHaveLength(7);
  });

  test('is left where the one who asks throws, with that', async () => {
    const program = shell(answers());
    const refuse = (): void => {
      throw new RangeError('no more');
    };
    await expect(program.ask(questions(2), refuse)).rejects.toThrow(new RangeError('no more'));
    await expect(program.ask(questions(2))).rejects.toThrow('no more');
  });

  test('is asked one thing at a time, in windows of something', async () => {
    expect(() => start(['true'], { window: 0 })).toThrow('expected a window of at least 1 request, got 0');
    const program = shell(answers());
    const first = program.ask(questions(1));
    await expect(program.ask(questions(1))).rejects.toThrow('one call of ask at a time');
    await first;
  });
});

/** A line of a program, and what is said of it. */
const lines: readonly (readonly [string, string | RegExp])[] = [
  [
    'ready.',
    /got a line that is no JSON \(a greeting or a note belongs on standard error\): "ready\.", after 0 answers/,
  ],
  ['{"id":1,"out":"1"', /got a line that is no JSON: "\{"id":1,"out":"1""/],
  [`{"id":1,${'x'.repeat(3000)}`, /no JSON: "\{"id":1,x+" \.\.\. \(3008 characters\)/],
  ['[1,2]', 'got JSON that is no object'],
  ['null', 'got JSON that is no object'],
  ['{"out":"1"}', 'got no "id"'],
  ['{"id":"1","out":"1"}', 'got an "id" that is no whole number'],
  ['{"id":1.5,"out":"1"}', 'got an "id" that is no whole number'],
  ['{"id":1}', 'got neither "out" nor "error"'],
  ['{"id":1,"out":"1","error":"no"}', 'got both "out" and "error"'],
  ['{"id":1,"error":5}', 'got an "error" that is no text'],
  ['{"id":1,"out":[1]}', 'got an "out" that is no number'],
  [
    '{"id":1,"out":"0,5"}',
    'expected a decimal number as "out" of answer 1, got "0,5": the decimal mark must be a point',
  ],
  ['{"id":1,"out":"1.0D-03"}', 'got "1.0D-03": the exponent must be written with e'],
  ['{"id":1,"out":"0x1p-3"}', 'must be decimal, not hexadecimal'],
  ['{"id":1,"out":"1+0j"}', 'it must be real'],
  ['{"id":1,"out":""}', 'got ""'],
  ['{"id":1,"out":"1 s^-1"}', 'got "1 s^-1"'],
  ['{"id":1,"out":1.2.3}', 'got "1.2.3"'],
  ['{"id":2,"out":"1"}', 'expected an answer to request 1 (g_D), got one with id 2, which was not asked'],
  ['{"id":0,"out":"1"}', 'got one with id 0, which was not asked'],
  ['{"id":-1,"out":"1"}', 'got one with id -1, which was not asked'],
];

describe('a program that writes something else', () => {
  test('is told what, for every line that is no answer', async () => {
    for (const [line, says] of lines) {
      const { message, wroteLast } = await failureOf(
        start(['sh', '-c', 'read -r l; echo "$1"; read -r l', 'sh', line]).ask(questions(1)),
      );
      expect(message).toMatch(says);
      expect(message).not.toMatch(/\n/);
      expect(wroteLast).toBe(`${line}\n`.slice(-1024));
    }
  });

  test.each([
    ['{"id":1,"out":1.00000000000000000000000001}', '1.00000000000000000000000001'],
    ['{"id": 1, "out": -1.5e-7}', '-1.5e-7'],
    ['{"out": 2.50, "id": 1, "took": [0.1]}', '2.50'],
    ['{"id":1,"out":1.5,"log":{"out":1}}', '1.5'],
    ['{"id":1,"out":" +.5 "}', '+.5'],
    ['{"id":1,"out":"-nan"}', 'NaN'],
    ['{"id":1,"out":"NaN(ind)"}', 'NaN'],
    ['{"id":1,"out":NaN}', 'NaN'],
    ['{"id":1,"out":null}', 'NaN'],
    ['{"id":1,"out":null,"error":null}', 'NaN'],
    ['{"id": 1, "out": -Infinity}', '-Infinity'],
    ['{"id":1,"out":"+inf"}', 'Infinity'],
    ['{"id":1,"out":"-INF"}', '-Infinity'],
  ])('but %s is %s', async (line, out) => {
    expect(await start(['sh', '-c', 'read -r l; echo "$1"', 'sh', line]).ask(questions(1))).toEqual([{ out }]);
  });

  test('an error is an answer, beside an out that is null too', async () => {
    const program = shell(
      'read -r l; read -r l; echo \'{"id":2,"error":"D0 <= 0"}\'; echo \'{"id":1,"out":null,"error":"\\u00e9"}\'',
    );
    expect(await program.ask(questions(2))).toEqual([{ error: 'é' }, { error: 'D0 <= 0' }]);
  });

  test('answering twice is told, in a window and later; what was answered is kept', async () => {
    const seen: number[] = [];
    const twice = shell(
      'read -r l; for n in 1 2 1; do echo "{\\"id\\":$n,\\"out\\":\\"1\\"}"; done; read -r l; read -r l; read -r l',
    );
    const { message } = await failureOf(twice.ask(questions(3), (index) => seen.push(index)));
    expect(message).toBe('expected one answer to each request, got another one to request 1, after 2 answers');
    expect(seen).toEqual([0, 1]);
    const late = shell('read -r l; echo \'{"id":1,"out":"1"}\'; read -r l; echo \'{"id":1,"out":"1"}\'; read -r l');
    await late.ask(questions(1));
    expect((await failureOf(late.ask(questions(1)))).message).toContain('another one to request 1, after 1 answer');
  });

  test('an answer to nothing at the end is told, once', async () => {
    const program = shell('read -r l; echo \'{"id":1,"out":"1"}\'; read -r l; echo \'{"id":1,"out":"1"}\'');
    expect(await program.ask(questions(1))).toEqual([{ out: '1' }]);
    expect((await failureOf(program.stop())).message).toContain('another one to request 1');
    await program.stop();
  });

  test('what is not UTF-8 is told, with the lines before it taken', async () => {
    const seen: number[] = [];
    const program = shell(
      'read -r l; printf \'{"id":1,"out":"1"}\\n{"id":2,"error":"\\351"}\\n\'; read -r l; read -r l',
    );
    const { message } = await failureOf(program.ask(questions(2), (index) => seen.push(index)));
    expect(message).toBe('expected UTF-8, got the line "{"id":2,"error":"é"}" (read as Latin-1), after 1 answer');
    expect(seen).toEqual([0]);
  });

  test('a megabyte without a newline is not waited for', async () => {
    const before = process.memoryUsage().rss;
    const { message, wroteLast } = await failureOf(start([python, inFolder('endless-line.py')]).ask(questions(1)));
    expect(message).toMatch(
      /^expected a line of at most 1000000 bytes, got \d{7} without a newline: it begins with "1{40}"/,
    );
    expect(wroteLast).toBe('1'.repeat(1024));
    expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
  });
});

describe('a program that does not last', () => {
  test.each([
    [['/no/such/program'], 'expected to start "/no/such/program", got: no such program (neither a file nor in PATH)'],
    [[inFolder('echo.py')], /got: it is not executable \(chmod \+x/],
    [[''], /expected to start ""/],
    [[], /expected to start ""/],
    [['sh', '\0'], /expected to start "sh", got: .*null bytes/],
  ])('%j does not start', async (command, says) => {
    const program = start(command);
    expect((await failureOf(program.ask(questions(1)))).message).toMatch(says);
    expect((await failureOf(program.ask(questions(1)))).message).toMatch(says);
    await program.stop();
  });

  test('nor where its folder or its interpreter is missing', async () => {
    const nowhere = start(['true'], { cwd: '/no/such/folder' });
    expect((await failureOf(nowhere.ask(questions(1)))).message).toContain('the folder /no/such/folder does not exist');
    const own = mkdtempSync(join(tmpdir(), 'tripleflip-program-'));
    const script = join(own, 'mine.py');
    writeFileSync(script, '#!/no/such/python\n', { mode: 0o755 });
    expect((await failureOf(start([script]).ask(questions(1)))).message).toContain('its first line names is missing');
    rmSync(own, { recursive: true });
  });

  test('dies before its first answer, in the middle, in the middle of a line', async () => {
    const early = await failureOf(shell('echo "no module named numpy" >&2; exit 1').ask(questions(2)));
    expect(early.message).toBe('expected an answer to request 1 (g_D), got its end: exit code 1, after 0 answers');
    expect(early.complaint).toBe('no module named numpy\n');
    const seen: Reply[] = [];
    const middle = shell('read -r l; echo \'{"id":1,"out":"1"}\'; printf \'{"id":2,"o\'; kill -SEGV $$');
    const { message, wroteLast } = await failureOf(middle.ask(questions(2), (_, reply) => seen.push(reply)));
    expect(message).toBe(
      'expected an answer to request 2 (g_D), got its end: signal SIGSEGV, after 1 answer; its last line has no end: "{"id":2,"o"',
    );
    expect(wroteLast).toBe('{"id":1,"out":"1"}\n{"id":2,"o');
    expect(seen).toEqual([{ out: '1' }]);
  });

  test('dies while nothing is asked', async () => {
    const program = shell('exit 4');
    await wait(60);
    const says = 'expected it to run until its standard input is closed, got its end: exit code 4, after 0 answers';
    expect((await failureOf(program.ask(questions(1)))).message).toBe(says);
    const untold = shell('exit 4');
    await wait(60);
    expect((await failureOf(untold.stop())).message).toBe(says);
  });

  test('hangs: the id, the unfinished line, and what may be the cause', async () => {
    const program = shell('read -r l; echo \'{"id":1,"out":"1"}\'; printf \'{"id":2,"out":"2"}\'; sleep 100', {
      patience: 0.1,
    });
    const { message, wroteLast } = await failureOf(program.ask(questions(2)));
    expect(message).toMatch(
      /^expected an answer to request 2 \(g_D\) within 0\.1 s, got none after 1 answer; its last line/,
    );
    expect(wroteLast).toMatch(/"out":"2"}$/);
    const { message: hint } = await failureOf(
      start(['env', '-u', 'PYTHONUNBUFFERED', python, inFolder('buffered.py')], { patience: 0.2 }).ask(questions(9)),
    );
    expect(hint).toMatch(
      /request 1 .*, got none after 0 answers; it answered when its input was closed \(.*flush the output after each answer/,
    );
    expect(message).toMatch(/"\{"id":2,"out":"2"\}" \(it hangs, needs more time, /);
  });

  test('reads all requests first: what it answers once its input is closed is not taken for its last words', async () => {
    const program = shell(
      `read -r l; echo '{"id":1,"out":"1"}'; cat >/dev/null; printf '{"id":2,"out":"2"}\\n{"id":3,"out":"3"}\\n'`,
      { patience: 0.1 },
    );
    const { message, wroteLast } = await failureOf(program.ask(questions(3)));
    expect(message).toMatch(
      /^expected an answer to request 2 \(g_D\) within 0\.1 s, got none after 1 answer; it answered when its input was closed \(it reads all /,
    );
    expect(wroteLast).toBe('{"id":1,"out":"1"}\n');
  });

  test('closes its standard input or output and stays', async () => {
    const deaf = shell(`read -r l; exec <&-; echo '{"id":1,"out":"1"}'; sleep 100`, { window: 1 });
    const mute = shell('exec >&-; sleep 100');
    const [first, second] = await Promise.all([failureOf(deaf.ask(questions(2))), failureOf(mute.ask(questions(1)))]);
    expect(first.message).toBe(
      'expected an answer to request 2 (g_D), got its standard input closed while it still ran, after 1 answer',
    );
    expect(second.message).toContain('request 1 (g_D), got its standard output closed while it still ran');
  });
});

describe('no process is left', () => {
  test.each([['ends'], ['stays']])('of one that starts others, and %s when told to', async (how) => {
    const program = start([inFolder('leaves-children.sh'), how]);
    await program.ask(questions(1));
    expect(stillRunning().length).toBeGreaterThanOrEqual(3);
    await program.stop();
    for (let tries = 0; tries < 20 && stillRunning().length > 0; tries++) await wait(5);
    expect(stillRunning()).toEqual([]);
  });

  test('nor is a call left waiting that is stopped', async () => {
    const program = shell('while read -r line; do :; done');
    const asked = failureOf(program.ask(questions(1)));
    await wait(20);
    await program.stop();
    expect((await asked).message).toBe('stopped');
  });

  // Two programs of ours are started, from their sources: on a busy machine that takes its time.
  test('where we end, by a signal or by ourselves', { timeout: 60_000 }, async () => {
    const module = pathToFileURL(join(root, 'src/foreign/program/program.ts')).href;
    const end = async (how: 'SIGINT' | 'exit'): Promise<unknown> => {
      const script = `
        import { startProgram } from '${module}';
        const running = startProgram({ command: ['${inFolder('leaves-children.sh')}', 'stays'], window: 1, patience: 50 });
        const question = { quantity: { name: 'g_D' }, point: {} };
        await running.ask([question]);
        console.log('asked');
        ${how === 'exit' ? 'process.exit(5)' : 'setTimeout(() => {}, 50_000)'};`;
      const us = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', script]);
      const ended = new Promise<unknown>((resolve) => us.on('exit', (code, signal) => resolve(code ?? signal)));
      let said = '';
      us.stderr.on('data', (bytes) => {
        said += bytes;
      });
      const asked = new Promise((resolve) => us.stdout.once('data', resolve));
      if ((await Promise.race([asked, ended.then(() => 'ended')])) === 'ended' && how !== 'exit')
        throw new Error(`expected it to ask, got its end: ${said}`);
      if (how !== 'exit') us.kill(how);
      return ended;
    };
    expect(await Promise.all([end('SIGINT'), end('exit')])).toEqual(['SIGINT', 5]);
  });
});
