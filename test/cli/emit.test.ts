import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type EmitOptions, emit } from '../../src/cli/judge/emit.ts';
import { accuracy } from '../../src/cli/judge/emit-accuracy.ts';
import { quantities, quantityOf } from '../../src/library/catalogue.ts';
import { tripleflip } from '../child.ts';

const folder = mkdtempSync(join(tmpdir(), 'tripleflip-emit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (names: readonly string[], options: EmitOptions, file = 'out.txt'): string => {
  const out = join(folder, file);
  emit(names, { ...options, out });
  return readFileSync(out, 'utf8');
};

describe('tripleflip emit', { timeout: 30_000 }, () => {
  test('prints code with all that its user must know', () => {
    const { code, stdout, stderr } = tripleflip(['emit', 'W_Z', '--to', 'c']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^\/\*\n \* Made by tripleflip \d+\.\d+\.\d+ from the formulas/);
    expect(stdout).toContain('\n * W_Z [s^-2], Eq. (64).\n');
    expect(stdout).toContain('\n * omega0I [rad/s]: nuclear Zeeman splitting\n');
    expect(stdout).toContain('\n * Domain: A2, DD, D0, omega0I > 0.\n');
    expect(stdout).toContain(
      '\ndouble W_Z(double D0, double omega0I, double A2, double DD)\n{\n    if (!(D0 > 0.0 && ',
    );
    const comment = stdout.replace(/\n \* +/g, ' ');
    expect(comment).toMatch(/Digits are lost where terms nearly cancel: .* at the \d+ of them with .* at most 1e-12\./);
  });

  test('names constants of nature, and says what it does not check', () => {
    const text = written(['D0', 'W_SSI', 'splitting:printed'], { to: 'python' });
    expect(text).toContain('    mu0 = 1.25663706127e-6  # N/A^2, CODATA 2022\n');
    expect(text).toContain(
      '    planck = 6.62607015e-34  # J s, CODATA 2022\n    hbar = planck / (2.0 * math.pi)  # J s\n',
    );
    expect(text).toContain('Not checked here, for it takes other parameters: Delta0 <= abs(Delta).');
    expect(text).toContain("'tripleflip explain eq36' says");
    expect(text.match(/^def /gm)).toHaveLength(3);
    // No time and no path: the same bytes tomorrow.
    expect(written(['D0', 'W_SSI', 'splitting:printed'], { to: 'python' })).toBe(text);
  });

  test('LaTeX of every quantity, with brackets that match', () => {
    const text = written(
      quantities.map(({ name }) => name),
      { to: 'latex' },
    );
    const formulas = [...text.matchAll(/\\begin\{equation\*\}\n([\s\S]*?)\n\\end\{equation\*\}/g)].map(
      ([, of]) => of ?? '',
    );
    expect(formulas).toHaveLength(quantities.length);
    for (const formula of formulas) {
      let depth = 0;
      for (const [sign] of formula.matchAll(/(?<!\\)[{}]/g)) {
        depth += sign === '{' ? 1 : -1;
        expect(depth, formula).toBeGreaterThanOrEqual(0);
      }
      expect(depth, formula).toBe(0);
      expect(formula.match(/\\left(?![a-z])/g)?.length, formula).toBe(formula.match(/\\right(?![a-z])/g)?.length);
      expect(formula.match(/\\begin\{cases\}/g)?.length, formula).toBe(formula.match(/\\end\{cases\}/g)?.length);
    }
  });

  test('Octave: one function under its name, several as handles under the name of the file', () => {
    expect(written(['Delta0'], { to: 'octave' }, 'Delta0.m')).toMatch(/^function value = Delta0\(D0, omega0I\)\n% /);
    expect(written(['Delta0', 'splitting'], { to: 'octave' }, 'mine.m')).toMatch(
      /^function handles = mine\(\)\n[\s\S]* {2}handles\.splitting = @splitting;\nend\n/,
    );
    expect(() => written(['Delta0'], { to: 'octave' }, 'other.m')).toThrow(
      /^expected --out Delta0\.m, .* got "other\.m"$/,
    );
    expect(() => written(['Delta0', 'splitting'], { to: 'octave' }, '1-2.m')).toThrow(/got "1-2\.m"$/);
    expect(written(['Delta0'], { to: 'octave', protocol: true }, 'any name.m')).toContain('\n1; % a script');
  });

  test('refuses in a sentence', () => {
    const cases: readonly (readonly [string, EmitOptions, RegExp])[] = [
      [
        'W_Z:glass',
        { to: 'c' },
        /^expected quantities in closed form with --to c, but W_Z:glass holds an integral; .*eval gives its values$/,
      ],
      ['W_Q', { to: 'c' }, /^expected the name of a quantity, got "W_Q"; the nearest is /],
      ['W_Z', { to: 'fortran' }, /^expected --to c, python, octave, latex, got fortran$/],
      ['W_Z', {}, /^expected --to c, python, octave, latex, got none$/],
      ['W_Z', { to: 'latex', protocol: true }, /^expected --protocol with code that can run, got --to latex$/],
    ];
    for (const [name, options, message] of cases) expect(() => emit([name], options), name).toThrow(message);
  });
});

describe('what is said of lost digits', () => {
  const at = (DD: number, D0: number) => ({ A2: 1, DD, D0, omega0I: 1 });

  test('an error that is small everywhere is told as it is', () => {
    expect(accuracy(quantityOf('Delta0'), [{ D0: 3, omega0I: 5 }])).toBe(
      'Relative error in binary64 at 1 point of the domain: at most 0.',
    );
    expect(accuracy(quantityOf('splitting'), [{ Delta: 1, D: 2 }])).toMatch(/at most [1-9]\.\de-17\.$/);
  });

  test('the part where it is small is told by a bound that holds for it alone', () => {
    const points = [at(0.01, 0.5), at(0.02, 0.5), at(0.03, 0.5), at(1e7, 0.5)];
    const says = accuracy(quantityOf('W_Z'), points);
    expect(says).toMatch(/^Digits are lost where terms nearly cancel: .* at 4 points of the domain reaches 1, /);
    expect(says).toMatch(/; at the 3 of them with (D0\/DD >= \S+|DD\/omega0I <= \S+) it is at most 1e-12\.$/);
    // One that no bound tells from the rest is counted.
    expect(accuracy(quantityOf('W_Z'), [at(1e7, 0.5), at(1e7, 0.500001)])).toMatch(
      /; at 0 of them it is at most 1e-12\.$/,
    );
  });
});
