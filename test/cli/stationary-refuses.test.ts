import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { StationaryOptions } from '../../src/cli/stationary/stationary.ts';
import { carbon, gaussian, hole, pairs, refusal, whole } from './stationary-asked.ts';

const top = mkdtempSync(join(tmpdir(), 'tripleflip-stationary-refuses-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  const path = join(top, name);
  writeFileSync(path, text);
  return path;
};

describe('a table', () => {
  const known = `${carbon} ${pairs} ${hole} betaSS=-2e-9s`;

  test.each<[string, string, RegExp]>([
    [
      'no unit',
      'frequency,height\n1,2\n2,3\n',
      /expected the unit of frequency in the header of .*, such as "frequency \[MHz\]", got none/,
    ],
    [
      'an unknown unit',
      'frequency [Mhz],height\n1,2\n2,3\n',
      /line 1 of .*: expected a unit .* got "Mhz"; the nearest is MHz/,
    ],
    [
      'a unit of another kind',
      'frequency [K],height\n1,2\n2,3\n',
      /line 2 of .*: expected frequency to be an angular frequency/,
    ],
    [
      'other columns',
      'x [MHz],y\n1,2\n',
      /expected the columns "frequency \[MHz\]" .* and "height" in .*, got "x \[MHz\]", "y"/,
    ],
    ['three columns', 'frequency [MHz],height,error\n1,2,3\n', /expected the columns/],
    ['semicolons', 'frequency [MHz];height\n1;2\n', /expected commas .* got semicolons/],
    ['an empty file', '', /expected at least two rows below the header of .*, got 0/],
    ['one row', 'frequency [MHz],height\n1,2\n', /at least two rows .*, got 1/],
    [
      'a repeated frequency',
      'frequency [MHz],height\n1,2\n2,3\n\n2.0,3\n',
      /line 5 of .*: expected each frequency once, got 2\.0 as on line 3/,
    ],
    [
      'frequencies that fall',
      'frequency [MHz],height\n1,2\n3,3\n2,3\n',
      /line 4 of .*: expected a frequency above 3 on line 3, got 2$/,
    ],
    [
      'frequencies that fall, in other units',
      'frequency [MHz],height\n1,2\n3e6rad/s,3\n',
      /line 3 of .*: expected a frequency above 1 on line 2/,
    ],
    ['a negative height', 'frequency [MHz],height\n1,2\n2,-3\n', /line 3 of .*: expected height >= 0, got -3/],
    [
      'no number',
      'frequency [MHz],height\n1,2\n2,NaN\n',
      /line 3 of .*: expected height to be a finite number.*, got "NaN"/,
    ],
    ['a decimal comma', 'frequency [MHz],height\n1,2\n"2,5",3\n', /line 3 of .*: .*decimal point.*"2,5"/],
    [
      'an empty cell',
      'frequency [MHz],height\n1,2\n2,\n',
      /line 3 of .*: expected a value of height, got an empty cell/,
    ],
    ['too few cells', 'frequency [MHz],height\n1,2\n2\n', /line 3 of .*: expected 2 cells, got 1/],
    ['no area', 'frequency [MHz],height\n1,0\n2,0\n', /expected a height above 0 in .* cannot be normalised/],
  ])('with %s', async (name, text, says) => {
    expect(await refusal(`table=${file(`${name.replaceAll(' ', '-')}.csv`, text)} ${known}`)).toMatch(says);
  });

  test('of inverse temperatures without a unit, or that cannot be read', async () => {
    const bare = file('bare.csv', 'frequency [MHz],alpha\n1,2\n2,3\n');
    expect(await refusal(`${gaussian} betaSS=0 alpha=${bare}`)).toMatch(
      /expected the unit of alpha .* such as "alpha \[s\]"/,
    );
    expect(await refusal(`${gaussian} betaSS=0 alpha=1e-12s`)).toMatch(/expected alpha to be a CSV file/);
    expect(await refusal(`${gaussian} betaSS=0 alpha=${join(top, 'missing.csv')}`)).toMatch(
      /missing\.csv, but it cannot be read/,
    );
    expect(await refusal(`table=${top} ${known}`)).toMatch(/but it cannot be read/);
  });
});

describe('a sweep', () => {
  const base = `${gaussian.replace('D0=52MHz ', '')} ${hole} betaSS=-2e-9s`;

  test.each<[string, StationaryOptions, RegExp]>([
    [base, { sweep: 'D0' }, /expected --sweep name=from\.\.to, such as D0=5MHz\.\.500MHz, got "D0"/],
    [base, { sweep: 'D0=5MHz..' }, /expected --sweep name=from\.\.to/],
    [base, { sweep: 'D1=5MHz..6MHz' }, /got "D1"; the nearest is D/],
    [base, { sweep: 'nucleus=1H..13C' }, /--sweep of a parameter that is a number, got nucleus/],
    [base, { sweep: 'line=a..b' }, /--sweep of a parameter that is a number, got line/],
    [base, { sweep: 'D0=5kHz..5MHz' }, /expected one unit for both ends of --sweep.* got 5kHz and 5MHz/],
    [base, { sweep: 'D0=5MHz..5' }, /expected one unit for both ends/],
    [base, { sweep: 'D0=5..6Mhz' }, /expected a unit .* got "Mhz"; the nearest is MHz/],
    [base, { sweep: 'D0=5..6K' }, /expected D0 to be an angular frequency/],
    [base, { sweep: 'D0=6..5MHz' }, /from a smaller to a larger value, got 6 to 5MHz/],
    [base, { sweep: 'D0=-5..5MHz' }, /expected D0 > 0, got -5MHz/],
    [base, { sweep: 'D0=a..5MHz' }, /expected D0 to be a finite number/],
    [`${base} D0=5MHz`, { sweep: 'D0=5..50MHz' }, /expected D0 or --sweep D0, got both/],
    [`${base} r0=1nm`, { sweep: 'D0=5..50MHz' }, /expected D0 or g and r0, got both D0 and r0/],
    [
      gaussian,
      { sweep: 'betaSS=-1..1ns' },
      /expected --linear for a sweep that does not stay above 0, got betaSS from -1 /,
    ],
    [base, { sweep: 'nS=1..2/cm3' }, /expected DD or /],
    [whole, { steps: 5 }, /expected --sweep name=from\.\.to with --steps and --linear, got none/],
    [whole, { linear: true }, /expected --sweep/],
  ])('%s %o', async (inputs, options, says) => {
    expect(await refusal(inputs, options)).toMatch(says);
  });
});

describe('what cannot be answered', () => {
  test.each<[string, RegExp]>([
    [
      whole.replace('line=gaussian', 'line=gausian'),
      /expected line to be one of gaussian, .* got "gausian"; the nearest is gaussian/,
    ],
    [whole.replace('line=gaussian', ''), /expected a line, such as line=gaussian or table=FILE\.csv, got none/],
    [whole.replace('line=gaussian', 'line=table'), /expected table=FILE\.csv with line=table, got none/],
    [whole.replace('fwhm=100MHz', ''), /expected a value of fwhm for the stationary polarization, got none/],
    [whole.replace('betaSS=-2e-9s', ''), /expected a value of betaSS \(or TSS\)/],
    [whole.replace('nucleus=13C', ''), /expected a value of omega0I \(or nucleus, from which it follows with B\)/],
    [
      whole.replace('B=3.4T', 'omega0I=36MHz').replace('nucleus=13C ', ''),
      /expected a value of omegaS \(or B, .*omegaM/,
    ],
    [whole.replace('holefwhm=5MHz', ''), /expected a value of holeFwhm /],
    [`${gaussian} depth=0.5 betaSS=0`, /expected a value of omegaM .* and holeFwhm/],
    [
      `${whole} separation=10MHz`,
      /expected only what the stationary polarization depends on .* got separation as well/,
    ],
    [`${whole} gx=2`, /got gx as well/],
    [whole.replace('DD=2MHz', 'DD=1e-300Hz'), /DD must be at least 1e-300 omega0I, got .*e-300 for omega0I = /],
    [`${whole} line=two`, /expected line once, got it twice/],
    [`${whole} holeFwhm=5MHz`, /expected holeFwhm once, got it twice/],
    [`${whole} omegaM=95GHz`, /expected omegaM or .*hole.*, got both omegaM and hole/],
    [
      'line=powder gx=2.01 gy=2.006 gz=2.002 fwhm=20MHz g=2 B=3.4T nucleus=1H T=4K D0=5MHz DD=1MHz betaSS=0',
      /expected g only where something follows from it/,
    ],
    [`${whole} TSS=1K`, /expected betaSS or TSS, got both/],
    [`${whole} frog=1`, /expected the name of a parameter, got "frog"/],
    [`${whole} A2=1`, /got A2 as well/],
    [`${whole} fwhm`, /expected name=value, such as D0=52MHz, got "fwhm"/],
    [whole.replace('T=4.2K', 'T=-1K'), /expected T > 0, got -1K/],
    [whole.replace('T=4.2K', 'T=0K'), /expected T > 0, got 0K/],
    [
      whole.replace('T=4.2K', 'betaL=-1e-12s'),
      /expected betaL > 0, since a lattice has a positive temperature, got -1e-12s/,
    ],
    [`${gaussian} TSS=0K`, /expected TSS to be a spin temperature other than 0/],
    [whole.replace('depth=0.5', 'depth=1.1'), /expected depth to be from 0 \(no hole\) to 1 .* got 1\.1/],
    [whole.replace('depth=0.5', 'depth=-0.1'), /expected depth >= 0, got -0\.1/],
    [whole.replace('D0=52MHz', 'D0=0'), /expected D0 > 0, got 0/],
    [whole.replace('DD=2MHz', 'DD=-2MHz'), /expected DD > 0, got -2MHz/],
    [whole.replace('fwhm=100MHz', 'fwhm=0MHz'), /expected fwhm > 0, got 0MHz/],
    [whole.replace('fwhm=100MHz', 'fwhm=100MH'), /expected a unit after the number of fwhm, got "MH"/],
    [whole.replace('fwhm=100MHz', 'fwhm=100K'), /expected fwhm to be an angular frequency/],
    [whole.replace('nucleus=13C', 'nucleus=12C'), /expected nucleus to be one of 1H, 13C/],
  ])('%s', async (inputs, says) => {
    expect(await refusal(inputs.trim())).toMatch(says);
  });

  test('both a line and a table, and a hole in a table of temperatures', async () => {
    const line = file('line.csv', 'frequency [MHz],height\n1,2\n2,3\n');
    expect(await refusal(`${whole} table=${line}`)).toMatch(/expected line=gaussian or table=.*line\.csv, got both/);
    const alpha = file('alpha.csv', 'offset [MHz],alpha [s]\n-1,2\n2,3\n');
    expect(await refusal(`${whole} alpha=${alpha}`)).toMatch(/got .*hole.* as well/);
  });
});
