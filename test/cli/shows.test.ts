import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { claims } from '../../spec/claims.ts';
import { entries } from '../../spec/paper.ts';
import { quantities } from '../../src/library/oracle.ts';
import { units } from '../../src/theory/units.ts';
import { root, tripleflip } from '../child.ts';

const shown = (...args: readonly string[]): string => {
  const { code, stdout, stderr } = tripleflip(args, root, false);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};
const firstWords = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/\s+/)[0] as string);

describe('what is only shown ends with exit code 0', { timeout: 60_000 }, () => {
  test('list claims: every entry in the order of the paper, marked when it is entered', () => {
    const text = shown('list', 'claims');
    expect(firstWords(text)).toEqual(entries.map(({ id }) => id));
    const marked = text.split('\n').filter((line) => /^\S+ +\S+ +\S+ +entered /.test(line));
    expect(marked.map((line) => line.split(' ')[0])).toEqual(claims.map(({ id }) => id));
  });

  test('list quantities: each in each edition, with unit, equation, domain and limits', () => {
    const blocks = shown('list', 'quantities').trimEnd().split('\n\n');
    expect(blocks).toHaveLength(quantities.length);
    for (const [index, { name, unit, domain, listed }] of quantities.entries()) {
      expect(blocks[index]).toContain(`${name} [${unit}]  Eq. (`);
      expect(blocks[index]).toContain(`\n  domain: ${domain}`);
      if (listed) expect(blocks[index]).toMatch(/\n {2}limits: \S/);
    }
    expect(blocks.filter((block) => /^\S.*:printed \[/.test(block)).length).toBeGreaterThan(10);
  });

  test('list editions: the Lorentzian and a real glass, alike far beyond omega0I and unlike at it', () => {
    const [head, ...rows] = shown('list', 'editions')
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ +/));
    expect(head).toContain('W_SS:glass');
    const at = (D0: string) => rows.find(([first]) => first === D0)?.map(Number) as number[];
    // Beyond omega0I the Lorentzian has one rate; of a glass W_SS is behind until D0 is far larger.
    expect(at('1').slice(1, 4)).toEqual([1.5708, 1.5708, 1]);
    expect(at('1')[6]).toBeCloseTo(0.21663, 5);
    expect(at('10')[6]).toBeGreaterThan(0.99);
    // D0 = 2 omega0I is elementary: 71/104.
    expect(at('2')[6]).toBeCloseTo(71 / 104, 5);
  });

  test('list units', () => {
    expect(firstWords(shown('list', 'units'))).toEqual(units.map(({ name }) => name));
  });

  test('--help names the commands, and that of verify its options', () => {
    const text = shown('--help');
    for (const command of ['verify', 'list', 'ledger']) expect(text).toMatch(new RegExp(`^ +${command}\\b`, 'm'));
    const options = shown('verify', '--help');
    for (const option of ['--json', '--points <n>', '--seed <n>', '--ledger <file>']) expect(options).toContain(option);
  });

  test('--version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(shown('--version')).toBe(`${version}\n`);
  });
});
