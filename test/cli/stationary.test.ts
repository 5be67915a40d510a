import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { StationaryOptions } from '../../src/cli/stationary/stationary.ts';
import { derivedStates } from '../../src/theory/stationary/double.ts';
import { gaussianLine } from '../../src/theory/stationary/lines.ts';
import { holeProfile } from '../../src/theory/stationary/profiles.ts';
import { branches } from '../../src/theory/stationary/state.ts';
import { root, tripleflip } from '../child.ts';
import { carbon, gaussian, hole, pairs, refusal, run, whole } from './stationary-asked.ts';

const top = mkdtempSync(join(tmpdir(), 'tripleflip-stationary-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  const path = join(top, name);
  writeFileSync(path, text);
  return path;
};

const json = async (inputs: string, options: { readonly digits?: number } = {}) => {
  const { code, stdout, stderr } = await run(inputs, { ...options, json: true });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
};
const polarizations = async (inputs: string): Promise<readonly number[]> => {
  const { states } = await json(inputs);
  return ['derived', 'printed'].flatMap((edition) => branches.map((branch) => states[edition][branch].polarization));
};
const agree = (a: readonly number[], b: readonly number[], within = 1e-9): void => {
  expect(a).toHaveLength(6);
  for (const [k, value] of a.entries()) expect(Math.abs(value - (b[k] as number))).toBeLessThan(within);
};

describe('stationary states', () => {
  test('for people: each branch in both editions, with what was given and derived', async () => {
    const { code, stdout, stderr } = await run(whole);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines[0]).toBe(
      'Stationary polarization of the nuclei: Gaussian line, hole in the polarization of the electrons',
    );
    expect(lines[1]).toMatch(/^ +P_I \[%\] +\+- \[%\] +betaI \[s\] +T_I +P_I\/P_L$/);
    expect(lines[2]).toBe('  as derived');
    expect(lines[5]).toMatch(/^ {4}both +-11\.64840\d+ +\de-\d+ +-1\.02303e-9 +-7\.46627 mK +-559\.977$/);
    expect(lines[6]).toBe('  as printed');
    expect(lines[7]).toMatch(/^ {4}cross effect +1\.67313\d+ /);
    expect(stdout).toMatch(/\n {2}omegaM +5\.978417232e11 rad\/s = 2 pi x 95\.14946544 GHz +from g, B, hole by /);
  });

  test('are those of the theory for the same numbers in SI', async () => {
    const hertz = 2 * Math.PI;
    const omegaS = (2 * 9.2740100657e-24 * 3.4 * hertz) / 6.62607015e-34;
    const betaL = 6.62607015e-34 / hertz / (1.380649e-23 * 4.2);
    const states = derivedStates(
      gaussianLine({ omegaS, fwhm: hertz * 100e6 }),
      holeProfile({ betaL, omegaM: omegaS - hertz * 25e6, holeFwhm: hertz * 5e6, depth: 0.5 }),
      { omega0I: 6.728284e7 * 3.4, D0: hertz * 52e6, DD: hertz * 2e6, betaSS: -2e-9 },
    );
    const found = await json(whole);
    for (const branch of branches) {
      const { polarization, betaI, temperature, error } = found.states.derived[branch];
      expect(polarization).toBeCloseTo(states[branch].polarization, 10);
      expect(betaI / states[branch].betaI).toBeCloseTo(1, 9);
      expect(temperature * betaI * 1e12).toBeCloseTo(7.63823258, 7);
      expect(error).toBeLessThan(1e-12);
    }
  });

  test('along a sweep whose ends have no quotient', async () => {
    const { stdout } = await run(`${gaussian.replace(' D0=52MHz', '')} betaSS=0`, {
      sweep: 'D0=1e-200..1e200MHz',
      steps: 4,
    });
    expect(stdout.split('\n').map((line) => line.split(',')[0])).toEqual([
      'D0 [MHz]',
      '1e-200',
      '1e-100',
      '1',
      '1e+100',
      '1e200',
      '',
    ]);
  });

  test('without a polarization are at an infinite temperature, and are no times that of the lattice', async () => {
    const { stdout } = await run(`${gaussian} betaSS=0`);
    expect(stdout).toMatch(/as printed\n.*\n {4}thermal mixing +0 +\de-\d+ +0 +infinite +0\n/);
    const hot = await run(`${gaussian.replace('T=4.2K', 'T=1e400K')} betaSS=0`);
    expect(hot.stdout).toMatch(/^ {4}both +0 +0e0 +0 +infinite$/m);
    expect(hot.stdout).not.toMatch(/NaN|P_L/);
  });

  test('at one temperature are that of the lattice, in both editions', async () => {
    const { states, lattice } = await json(`${gaussian} TSS=4.2K`);
    expect(lattice.polarization).toBeCloseTo(Math.tanh((228761656 * 1.818626805e-12) / 2), 12);
    for (const edition of ['derived', 'printed'])
      for (const branch of branches) {
        expect(states[edition][branch].enhancement).toBeCloseTo(1, 7);
        expect(states[edition][branch].temperature).toBeCloseTo(4.2, 6);
      }
    expect((await run(`${gaussian} TSS=4.2K`)).stdout).toMatch(/ {4}both +0\.0208016\d* .* 4\.2000\d* K +1\.0000\d*\n/);
  });

  test.each<[string, string, string]>([
    ['an interaction temperature', `${gaussian} TSS=-5mK`, `${gaussian} betaSS=-1.527646516e-9s`],
    [
      'frequencies in rad/s',
      `${gaussian} betaSS=1e-9`,
      `${gaussian.replace('100MHz', '628318530.7179586')} betaSS=1ns`,
    ],
    ['absolute microwaves', whole, whole.replace('hole=-25MHz', 'omegaM=95.14946544187GHz')],
    ['the usual name of a width', whole, whole.replace('holefwhm', 'holeFwhm')],
    [
      'two lines at one place',
      `${gaussian} ${hole} TSS=1K`,
      `${gaussian.replace('gaussian', 'two')} ${hole} separation=0 TSS=1K`,
    ],
    [
      'a powder of one g factor',
      `${gaussian} TSS=1K`,
      `${gaussian.replace('gaussian', 'powder').replace('g=2', 'gx=2 gy=2 gz=2')} TSS=1K`,
    ],
    ['a hole of no depth', `${gaussian} TSS=1K`, `${gaussian} hole=0 holefwhm=5MHz depth=0 TSS=1K`],
    ['distance and concentration', `${gaussian} TSS=1K`, `${gaussian.replace(pairs, 'r0=0.99949nm DD=2MHz')} TSS=1K`],
  ])('%s', async (_, one, other) => {
    agree(await polarizations(one), await polarizations(other), /r0/.test(other) ? 1e-4 : 1e-8);
  });

  test('takes g = 2 where nothing says otherwise, and says so', async () => {
    const { stdout } = await run(whole.replace('g=2 ', ''));
    expect(stdout).toContain('\n  g = 2 is taken, since none is given\n');
    expect(await polarizations(whole.replace('g=2 ', ''))).toEqual(await polarizations(whole));
  });

  test('a hole of which nobody says the depth is a whole one, and that is said', async () => {
    const bare = `${gaussian} hole=-25MHz holefwhm=5MHz betaSS=0`;
    const { stdout } = await run(bare);
    expect(stdout).toContain(
      '\n  depth = 1 is taken, since none is given: no polarization at the centre of the hole\n',
    );
    agree(await polarizations(bare), await polarizations(`${bare} depth=1`), 1e-15);
  });

  test('a frequency too small to be meant in rad/s is taken, and said', async () => {
    const { code, stderr } = await run(`${gaussian.replace('DD=2MHz', 'DD=2')} TSS=1K`);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'tripleflip: DD=2 has no unit and is taken in rad/s, as 2 pi x 0.318 Hz; is 2MHz meant?\n',
    });
  });

  test('an edition without states leaves the other alone', async () => {
    // No two electrons of this line differ by omega0I, which the printed cross effect asks for.
    const narrow = `table=${file('narrow.csv', 'offset [MHz],height\n-10,0\n0,1\n10,0\n')} ${carbon} ${pairs} TSS=1K`;
    const { code, stdout } = await run(narrow);
    expect(code).toBe(0);
    expect(stdout).toMatch(/ {4}thermal mixing +0\.\d+ /);
    expect(stdout).toMatch(/\n {2}as printed: none\n/);
    expect(stdout).toMatch(/\n {2}none as printed, since no pairs of electrons /);
  });
});

describe('certain digits', () => {
  test('hold the states in binary64, in both editions', async () => {
    const { code, stdout } = await run(`${gaussian} TSS=1K`, { json: true, digits: 4 });
    expect(code).toBe(0);
    const { states, certified } = JSON.parse(stdout);
    for (const edition of ['derived', 'printed'])
      for (const branch of branches) {
        const [{ polarization, betaI }, enclosed] = [states[edition][branch], certified[edition][branch]];
        for (const [value, { digits, lower, upper }] of [
          [polarization, enclosed.polarization],
          [betaI, enclosed.betaI],
        ]) {
          expect(value).toBeGreaterThanOrEqual(Number(lower) - 1e-12 * Math.abs(value));
          expect(value).toBeLessThanOrEqual(Number(upper) + 1e-12 * Math.abs(value));
          expect(Number(upper) - Number(lower)).toBeLessThan(1e-4 * Math.abs(value));
          expect(Math.abs(Number(digits) / value - 1)).toBeLessThan(1e-3);
          expect(digits.replace(/e.*|[-.]/g, '').replace(/^0+/, '')).toHaveLength(4);
        }
      }
  });

  test('of a table, for people', async () => {
    const triangle = file('triangle.csv', 'offset [MHz],height\n-60,0\n0,1\n60,0\n');
    const known = `table=${triangle} ${carbon} ${pairs} TSS=1K`;
    const { code, stdout } = await run(known, { digits: 3 });
    expect(code).toBe(0);
    const [double = '', , digits = ''] = [...stdout.matchAll(/\n {4}both +(\S+)/g)].map(([, value]) => value as string);
    expect(Math.abs((100 * Number(digits)) / Number(double) - 1)).toBeLessThan(1e-2);
    expect(stdout).toMatch(/\n\nwith digits that are all right\n +P_I +betaI \[s\]\n/);
  });

  test.each<[string, StationaryOptions, RegExp]>([
    [
      `${gaussian.replace('gaussian', 'powder')} gx=2 gy=2 gz=2.001 TSS=1K`.replace(' g=2', ''),
      { digits: 5 },
      /got a powder pattern, which has no certificate/,
    ],
    [gaussian, { digits: 5, sweep: 'TSS=1..2K' }, /expected --digits for one state, got --sweep as well/],
  ])('%s %o', async (inputs, options, says) => {
    expect(await refusal(inputs, options)).toMatch(says);
  });
});

describe('tables', () => {
  const sigma = 100 / (2 * Math.sqrt(2 * Math.LN2));
  const offsets = Array.from({ length: 241 }, (_, k) => (k - 120) * 2);
  const heights = offsets.map((x) => Math.exp(-((x / sigma) * (x / sigma)) / 2).toFixed(9));
  const centre = 95174.46544187;
  const rows = (of: (x: number, k: number) => string): string => offsets.map((x, k) => `${of(x, k)}\n`).join('');
  const known = `${carbon} ${pairs} ${hole} betaSS=-2e-9s`;

  test('of a line: absolute frequencies, and offsets from omegaS', async () => {
    const offset = file('offset.csv', `offset [MHz],height\n${rows((x, k) => `${x},${heights[k]}`)}`);
    const absolute = file(
      'absolute.csv',
      `height [a.u.],frequency [GHz]\n${rows((x, k) => `${heights[k]},${((centre + x) / 1000).toFixed(11)}`)}`,
    );
    const [a, b, c] = [
      await polarizations(`table=${offset} ${known}`),
      await polarizations(`line=table table=${absolute} ${known}`),
      await polarizations(whole),
    ];
    agree(a, b, 1e-8);
    agree(a, c, 2e-4);
    expect(Math.abs((a[0] as number) - (c[0] as number))).toBeGreaterThan(1e-9);
  });

  test('of inverse temperatures', async () => {
    const beta = 1.818626805e-12;
    const flat = file('flat.csv', `offset [MHz],alpha [s]\n-400,${beta}\n400,${beta}\n`);
    const { states, lattice } = await json(`${gaussian} alpha=${flat} betaSS=1e-9s`);
    agree(
      ['derived', 'printed'].flatMap((edition) => branches.map((branch) => states[edition][branch].polarization)),
      await polarizations(`${gaussian} betaSS=1e-9s`),
      1e-8,
    );
    expect(lattice.betaL).toBeCloseTo(beta, 20);
    const certified = await json(`${gaussian} alpha=${flat} betaSS=1e-9s`, { digits: 5 });
    for (const branch of branches)
      expect(Number(certified.certified.derived[branch].polarization.digits)).toBeCloseTo(
        states.derived[branch].polarization,
        6,
      );
    const cold = await json(`${gaussian.replace('T=4.2K', '')} alpha=${flat} betaSS=1e-9s`.replace(/ +/g, ' '));
    expect(cold.lattice).toBeUndefined();
    expect(cold.states.derived.both.enhancement).toBeUndefined();
  });
});

describe('a sweep', () => {
  const base = `${gaussian.replace('D0=52MHz ', '')} ${hole} betaSS=-2e-9s`;
  const csv = (stdout: string) =>
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));

  test('prints a row for each value, the same as one asked for by itself', async () => {
    const { code, stdout, stderr } = await run(base, { sweep: 'D0=5MHz..500MHz', steps: 4 });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [head, ...rows] = csv(stdout);
    expect(head?.slice(0, 3)).toEqual(['D0 [MHz]', 'P_I cross effect derived', 'betaI cross effect derived [s]']);
    expect(head).toHaveLength(14);
    expect(rows.map(([value]) => value)).toEqual(['5', '15.8114', '50', '158.114', '500']);
    const row = rows[1]?.filter((_, k) => k % 2 === 1).map(Number) as number[];
    agree(row.slice(0, 6), await polarizations(`${base} D0=15.8114MHz`), 1e-11);
    expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([14]));
  });

  test('as JSON lines, in even steps through 0, with the unit behind the last value', async () => {
    const { stdout } = await run(`${gaussian} ${hole}`, {
      sweep: 'betaSS=-1..1ns',
      steps: 4,
      linear: true,
      json: true,
    });
    const found = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(found.map(({ betaSS }) => betaSS)).toEqual(['-1ns', '-0.5ns', '0ns', '0.5ns', '1ns']);
    expect(found[0].states.derived.both.polarization).toBeLessThan(found[4].states.derived.both.polarization);
  });

  test('names the values that have no states, and answers the others', async () => {
    const { code, stdout, stderr } = await run(`${gaussian} hole=0 holefwhm=5MHz betaSS=0`, {
      sweep: 'depth=0.5..1.5',
      steps: 2,
      linear: true,
    });
    expect(code).toBe(2);
    expect(stderr).toBe(
      'tripleflip: depth=1.5: expected depth to be from 0 (no hole) to 1 (no polarization at its centre), got 1.5\n',
    );
    expect(csv(stdout).map((cells) => cells[1] === '')).toEqual([false, false, false, true]);
  });
});

describe('a plot', () => {
  const texts = (svg: string): readonly string[] =>
    [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text as string);

  test('of a sweep has the branches in both editions, and is the same again', async () => {
    const path = join(top, 'sweep.svg');
    const inputs = `${gaussian.replace('D0=52MHz ', '')} ${hole} betaSS=-2e-9s`;
    const draw = async () => {
      await run(inputs, { sweep: 'D0=5..500MHz', steps: 6, plot: path });
      return readFileSync(path, 'utf8');
    };
    const svg = await draw();
    expect(await draw()).toBe(svg);
    expect(svg.match(/<path /g)).toHaveLength(7);
    expect(texts(svg)).toEqual(
      expect.arrayContaining(['D0 [MHz]', 'nuclear polarization [%]', 'both, derived', 'both, printed', '50', '500']),
    );
    expect(texts(svg).join(' ')).not.toContain('D0=');
    // From 2 % to -22 %.
    expect(texts(svg)).toContain('−20');
    const dashes = [...svg.matchAll(/<path stroke="[^"]*"(?: stroke-dasharray="([^"]*)")?/g)].map(([, dash]) => dash);
    const [derived, asPrinted] = [undefined, '7 4'];
    expect(dashes).toEqual([derived, derived, derived, asPrinted, asPrinted, asPrinted, '1.5 4']);
    expect(readdirSync(top).filter((name) => name.includes('draft'))).toEqual([]);
  });

  test('of one state shows the line, the hole as deep as it is, and betaSS', async () => {
    const path = join(top, 'line.svg');
    await run(`${gaussian.replace('100MHz', '500MHz')} hole=-26.1MHz holefwhm=1MHz depth=1 betaSS=-2e-9s`, {
      plot: path,
    });
    const svg = readFileSync(path, 'utf8');
    expect(texts(svg)).toEqual(
      expect.arrayContaining(['microwaves', 'electron polarization', 'frequency from omegaS [MHz]']),
    );
    const zero = /y1="([\d.]+)" x2="[\d.]+" y2="\1" stroke="#aaaaaa"/.exec(svg)?.[1];
    const [, blue = ''] = /<path stroke="#0072b2" d="([^"]*)"/.exec(svg) ?? [];
    const lowest = Math.max(...[...blue.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y)));
    expect(Math.abs(lowest - Number(zero))).toBeLessThan(1);
    // At -26.1 MHz of -1000 to 1000 MHz, between two points of an even grid, as the hole is.
    const mark = 86 + (588 * 973.9) / 2000;
    expect(svg).toContain(`<line x1="${mark.toFixed(2)}"`);
    expect(blue).toContain(`L${mark.toFixed(2)} `);
  });

  test('of one state at one temperature shows it thrice', async () => {
    const path = join(top, 'one.svg');
    await run(`${gaussian} TSS=4.2K`, { plot: path });
    const svg = readFileSync(path, 'utf8');
    const heights = [...svg.matchAll(/<path [^>]*d="([^"]*)"/g)].map(([, d = '']) =>
      [...d.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y)),
    );
    const [line = [], ...others] = heights;
    expect(others).toHaveLength(3);
    for (const other of others)
      expect(Math.max(...other.map((y, k) => Math.abs(y - (others[0]?.[k] ?? 0))))).toBeLessThan(0.05);
    // Half of the height at half of the width to either side: -50 of -200 to 200 MHz.
    const [zero, top100, half] = [line[0], line[400], line[300]].map(Number) as [number, number, number];
    expect(Math.abs((half - zero) / (top100 - zero) - 1 / 2)).toBeLessThan(1e-3);
  });

  test('that cannot be written is refused before anything is printed', async () => {
    expect(await refusal(whole, { plot: join(top, 'no', 'such.svg') })).toMatch(
      /expected to write .*such\.svg, but cannot: /,
    );
    // Before any work is done, even that of reading what was asked.
    expect(await refusal(`${whole} frog=1`, { plot: join(top, 'no', 'such.svg') })).toMatch(/expected to write /);
    const folder = join(top, 'folder.svg');
    mkdirSync(folder);
    expect(await refusal(whole, { plot: folder })).toMatch(/expected to write .*folder\.svg, but cannot: /);
    expect(readdirSync(top).filter((name) => name.includes('draft'))).toEqual([]);
  });

  test('is not written where nothing is answered', async () => {
    const path = join(top, 'none.svg');
    const { code, stderr } = await run(`${gaussian} hole=0 holefwhm=5MHz betaSS=0`, {
      sweep: 'depth=2..3',
      plot: path,
      steps: 1,
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/none\.svg is not written, since no value of depth has stationary states\n$/);
    expect(existsSync(path)).toBe(false);
  });
});

test('tripleflip stationary, as it is called', { timeout: 30_000 }, () => {
  const args = [
    'stationary',
    ...gaussian.replace(' T=4.2K', '').split(' '),
    'betaSS=0',
    '--sweep',
    'T=1K..10K',
    '--steps',
    '2',
    '--linear',
  ];
  const { code, stdout } = tripleflip(args, root);
  expect(code).toBe(0);
  expect(stdout.split('\n').map((line) => line.split(',')[0])).toEqual(['T [K]', '1', '5.5', '10', '']);
});
