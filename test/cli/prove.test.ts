import { describe, expect, test } from 'vitest';
import { book } from '../../src/cli/verify/book.ts';
import { root, tripleflip } from '../child.ts';
import { unbalanced } from '../report/balance.ts';

const without = book.rows.map(({ id }) => id).find((id) => book.claims.has(id) && !book.proofs.has(id)) as string;
const chainsOf = (id: string): number => book.proofs.get(id)?.chains.length ?? 0;

describe('prove', { timeout: 60_000 }, () => {
  test('a claim: each of its chains, step by step, and exit code 0', () => {
    const { code, stdout, stderr } = tripleflip(['prove', 'eq67']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.match(/^eq67 {2}/gm)?.length).toBe(chainsOf('eq67'));
    expect(stdout).toMatch(/^ {2}what follows from the premises: proved$/m);
    expect(stdout).toMatch(/^ {2}what is right: refuted$/m);
    expect(stdout).toMatch(/^ {2}given .*0 < omega0I, .*omega0I <= D0$/m);
    for (const by of ['premise', 'substitution', 'primitive', 'limit'])
      expect(stdout).toMatch(new RegExp(`^ +by ${by}: `, 'm'));
    expect(stdout).toMatch(/so that printed = 1\/2 x right/);
  });

  test('several claims, in the order in which they are asked for, as LaTeX', () => {
    const { code, stdout, stderr } = tripleflip(['prove', 'eq70', 'eq61', '--tex'], root, false);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const chains = chainsOf('eq70') + chainsOf('eq61');
    expect(stdout.match(/\\begin\{align\*\}/g)?.length).toBe(chains);
    expect(stdout.match(/\\end\{align\*\}/g)?.length).toBe(chains);
    expect(unbalanced(stdout)).toEqual([]);
    expect(stdout.lastIndexOf('% eq70:')).toBeLessThan(stdout.indexOf('% eq61:'));
    expect(stdout.indexOf('% eq70:')).toBe(0);
  });

  test('a claim without a proof: said in a sentence, the others shown, and exit code 1', () => {
    const { code, stdout, stderr } = tripleflip(['prove', without, 'eq61'], root, false);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain(`no proof; "tripleflip verify ${without}" shows the evidence there is\n`);
    expect(stdout.match(/^eq61 {2}/gm)?.length).toBe(chainsOf('eq61'));
    const tex = tripleflip(['prove', without, '--tex'], root, false);
    expect(tex.code).toBe(1);
    expect(tex.stdout.split('\n').filter((line) => line !== '' && !line.startsWith('% '))).toEqual([]);
  });

  test('an id that no claim has: the nearest is named, nothing is shown, and exit code 2', () => {
    expect(tripleflip(['prove', 'eq61', 'eq700'], root, false)).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'tripleflip: expected the id of a claim, got "eq700"; the nearest is eq70 (tripleflip list claims shows all)\n',
    });
    const none = tripleflip(['prove'], root, false);
    expect({ code: none.code, stdout: none.stdout }).toEqual({ code: 2, stdout: '' });
    expect(none.stderr).toMatch(/^tripleflip: missing required argument 'ids'\n/);
  });
});
