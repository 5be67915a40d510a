import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filesOf } from '../../src/cli/judge/check-files.ts';
import { offText, short } from '../../src/cli/judge/check-text.ts';
import { fromBinary64, parseRational, type Rational } from '../../src/number/rational.ts';

describe('three figures', () => {
  test.each([
    [0, '0'],
    [100, '100'],
    [-0.5, '-0.5'],
    [1.32e-10, '1.32e-10'],
    [1e10, '1e10'],
    [123_456, '123000'],
    [0.000_123_4, '0.000123'],
    [-0.000_014_06, '-0.0000141'],
    [-0.000_001_405, '-1.41e-6'],
    [Infinity, 'Infinity'],
  ])('of %d are %s', (x, text) => {
    expect(short(x)).toBe(text);
  });

  test('are the number, within half a percent, and short', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, max: 1e308, min: -1e308 }), (x) => {
        // Beyond the normal numbers a figure may be more than there is.
        fc.pre(x === 0 || Math.abs(x) > 1e-305);
        expect(Math.abs(Number(short(x)) - x)).toBeLessThanOrEqual(0.005 * Math.abs(x));
        expect(short(x).length).toBeLessThanOrEqual(10);
      }),
    );
  });
});

describe('how far an answer is off', () => {
  const three: readonly [Rational, Rational] = [fromBinary64(3), fromBinary64(3)];
  test.each([
    ['4.5', ', relative error 0.5'],
    ['0', ', relative error -1'],
    ['-3', ', relative error -2'],
    ['2999', ', relative error 999'],
    ['3e10', ', 1e10 times the right value'],
    ['3e-10', ', 1e-10 times the right value'],
    ['-6e-7', ', -2e-7 times the right value'],
    ['-1e400', ', more than 1e308 times the right value in size'],
    ['1e-400', ', less than 1e-323 times the right value in size'],
  ])('%s in the place of 3%s', (out, says) => {
    expect(offText(parseRational(out), three)).toBe(says);
  });

  test('is not said where the right value may be 0', () => {
    expect(offText(fromBinary64(1), [fromBinary64(-1), fromBinary64(1)])).toBe('');
  });
});

test('the files of a command: those that there are, the program also in PATH, no logs', () => {
  const found = filesOf(['sh', import.meta.filename, '/no/such/file', '.', 'biome.json.log', '4']);
  expect(Object.keys(found)).toEqual(['file sh', `file ${import.meta.filename}`]);
  for (const digest of Object.values(found)) expect(digest).toMatch(/^[0-9a-f]{12}$/);
  expect(filesOf(['no-such-program'])).toEqual({});
});
