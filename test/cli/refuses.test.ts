import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root, tripleflip } from '../child.ts';

const top = mkdtempSync(join(tmpdir(), 'tripleflip-refuses-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

const file = (name: string, text: string): string => {
  const path = join(top, name);
  writeFileSync(path, text);
  return path;
};
const broken = file('broken.json', '{"claims": [');
const misshapen = file('misshapen.json', '{"paper": {}, "settings": {"points": -1, "seed": 1}}');
const missing = join(top, 'missing.json');

/** One sentence that begins with the name of the program; commander adds a second, "(Did you mean ...?)". */
const sentence = /^tripleflip: [^\n]+\n(\(Did you mean [^\n]+\)\n)?$/;

const refused: readonly (readonly [args: readonly string[], says: RegExp])[] = [
  [['verify', 'eqa5'], /got "eqa5"; the nearest is eqA5\b/],
  [['verify', 'eqA5', 'eq126'], /got "eq126"; the nearest is eq\d+/],
  [['verify', ''], /got ""/],
  [['verify', 'eqA5', '--pionts', '3'], /unknown option '--pionts'/],
  [['verfy'], /unknown command 'verfy'/],
  [['verify', '--points', 'abc'], /--points to be a whole number from 1 to \d+, got "abc"/],
  [['verify', '--points', '0'], /--points .* got "0"/],
  [['verify', '--points', '1e3'], /--points .* got "1e3"/],
  [['verify', '--points'], /--points <n>' argument missing/],
  [['verify', '--seed', '-1'], /--seed .* got "-1"/],
  [['verify', '--seed', '1.5'], /--seed .* got "1.5"/],
  [['verify', 'eqA5', '--ledger', broken], /broken\.json, but it is damaged: /],
  [['verify', 'eqA5', '--ledger', misshapen], /misshapen\.json, but it is damaged: settings\.points: /],
  [['verify', 'eqA5', '--ledger', missing], /missing\.json, but it cannot be read: /],
  [['verify', 'eqA5', '--ledger', top], /but it cannot be read: /],
  [['list', 'frogs'], /expected one of claims, quantities, editions, units, got "frogs"; the nearest is /],
  [['list'], /missing required argument 'what'/],
  [['ledger', 'eqA5'], /too many arguments/],
];

describe('what cannot be answered ends with exit code 2 and one sentence', { timeout: 60_000 }, () => {
  const named = refused.map(([args, says]) => [args.join(' ').replaceAll(top, '<folder>'), args, says] as const);
  test.each(named)('tripleflip %s', (_, args, says) => {
    const { code, stdout, stderr } = tripleflip(args, root, args === refused[0]?.[0]);
    expect(stderr).toMatch(sentence);
    expect(stderr).toMatch(says);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('no command at all shows the help', () => {
    const { code, stderr } = tripleflip([], root, false);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^Usage: tripleflip /);
  });
});
