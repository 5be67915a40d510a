import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root, tripleflip } from '../child.ts';

const top = mkdtempSync(join(tmpdir(), 'tripleflip-eval-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  const path = join(top, name);
  writeFileSync(path, text);
  return path;
};
const fixed = ['A2=2e15', 'omega0I=145MHz'];

describe('tripleflip eval', { timeout: 30_000 }, () => {
  test('one point, for people', () => {
    const { code, stdout, stderr } = tripleflip(['eval', 'W_Z', ...fixed, 'DD=2MHz', 'D0=52MHz', '--digits', '30']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^W_Z = 1\.81889507646186624211224593701e13 s\^-2\n {2}\+- \d/);
    expect(stdout).toMatch(/\n {2}D0 +52MHz +326725636\.0 rad\/s = 2 pi x 52\.00000000 MHz\n/);
    expect(stdout).toMatch(/\n {2}omega0I +-1\.95 %\n/);
    expect(stdout).toMatch(
      /\n\nprinted in the paper for a limit that this point is not in \(a ratio above 1:10\)\n {2}eq70 +~ 9\.892984542e12 +error -0\.456 +for D0 << omega0I \(0\.359, more than 1:10\)\n$/,
    );
  });

  test('a value that is exact', () => {
    const { stdout } = tripleflip(['eval', 'Delta0', 'D0=3', 'omega0I=5'], root, false);
    expect(stdout).toMatch(/^Delta0 = 4 rad\/s, exactly\n/);
  });

  test('one point, as JSON', () => {
    const { code, stdout } = tripleflip(
      ['eval', 'W_SSI', 'A2=1', 'DD=1', 'Delta=3', 'omega0I=5', '--json'],
      root,
      false,
    );
    expect(code).toBe(0);
    // 1 x 1 x 4/(5 (16 + 1))
    expect(JSON.parse(stdout)).toMatchObject({
      quantity: 'W_SSI',
      value: '0.047058823529411764706',
      unit: 's^-1',
      certainDigits: 20,
      conditioning: [{ input: 'A2', number: '1.00' }, { input: 'DD' }, { input: 'Delta' }, { input: 'omega0I' }],
      approximations: [{ id: 'eq43', error: '-0.500', inLimit: true }],
    });
  });

  test('a file with a broken row: named by its line, the others answered, exit code 2', () => {
    const rows = file('rows.csv', 'D0 [MHz],DD\n52,2MHz\n-3,2MHz\n60,2MHz\n');
    const { code, stdout, stderr } = tripleflip(
      ['eval', 'W_Z', ...fixed, '--from', rows, '--digits', '5'],
      root,
      false,
    );
    expect(code).toBe(2);
    const [head, ...lines] = stdout.trimEnd().split('\n');
    expect(head).toBe('D0 [MHz],DD,W_Z [s^-2],bound,error');
    expect(lines.map((line) => line.split(',')[2])).toEqual(['1.8189e13', '', '2.0993e13']);
    expect(stderr).toBe(`tripleflip: line 3 of ${rows}: expected D0 > 0, got -3\n`);
  });

  test('what is wrong with the whole: one sentence, nothing on stdout, exit code 2', () => {
    const semicolons = file('semicolons.csv', 'D0;DD\n52;2\n');
    const { code, stdout, stderr } = tripleflip(['eval', 'W_Z', ...fixed, '--from', semicolons], root, false);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^tripleflip: expected commas [^\n]+ got semicolons [^\n]+\n$/);
  });
});
