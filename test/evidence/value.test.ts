import { describe, expect, test } from 'vitest';
import { named, quotedInput } from '../../src/claim/quote.ts';
import type { Input, Quote } from '../../src/claim/relation.ts';
import { quoted } from '../../src/evidence/value.ts';
import { pureNumber } from '../../src/formula/dimension.ts';
import { div, mul, num, pi, symbol } from '../../src/formula/expression.ts';

const a = symbol('a', 'a', pureNumber);
const b = symbol('b', 'b', pureNumber);
const exactly = (value: string): Input => named(value, '0', 'test');
const outcome = (value: string, quote: Quote): string => quoted(a, { a: exactly(value) }, quote).outcome;

describe('a figure claims its last significant digit to one unit', () => {
  test.each([
    ['1', '2', 'holds'],
    ['3', '2', 'holds'],
    ['0.10001', '0.2', 'holds'],
    ['0.29999', '0.2', 'holds'],
    ['0.30001', '0.2', 'fails'],
    ['0.09999', '0.2', 'fails'],
    ['40', '30', 'holds'],
    ['40.1', '30', 'fails'],
    ['0.93', '0.9366', 'fails'],
    ['0.93669', '0.9366', 'holds'],
    ['0.93671', '0.9366', 'fails'],
    ['0.0201', '1e-2', 'fails'],
    ['-2.5', '-2', 'holds'],
    ['-0.9', '-2', 'fails'],
  ])('%s for %s %s', (value, text, expected) => {
    expect(outcome(value, { text })).toBe(expected);
  });
});

test.each([
  ['5', 'holds'],
  ['3', 'holds'],
  ['5.01', 'fails'],
  ['2.99', 'fails'],
])('about 4 is 3 to 5: %s %s', (value, expected) => {
  expect(outcome(value, { text: '4', about: true })).toBe(expected);
});

test.each([
  ['-100', 'holds'],
  ['0.1099', 'holds'],
  ['0.111', 'fails'],
])('at most 0.10 leaves one unit of its last digit: %s %s', (value, expected) => {
  expect(outcome(value, { text: '0.10', atMost: true })).toBe(expected);
});

describe('inputs within their rounding', () => {
  const product = (of: Readonly<Record<string, Input>>, quote: Quote) => quoted(mul(a, b), of, quote);
  test('that reach the figure leave it open, that cannot refute it', () => {
    // 2.5 +- 0.05 times 2 +- 0.5: 3.675 to 6.375
    const inputs = { a: quotedInput('2.5'), b: quotedInput('2') };
    expect(product(inputs, { text: '5' }).outcome).toBe('holds');
    expect(product(inputs, { text: '7' }).outcome).toBe('undecided');
    expect(product(inputs, { text: '8' }).outcome).toBe('fails');
    expect(product(inputs, { text: '3', atMost: true }).outcome).toBe('undecided');
    expect(product(inputs, { text: '2', atMost: true }).outcome).toBe('fails');
    expect(product(inputs, { text: '6', atMost: true }).outcome).toBe('holds');
  });

  test('are shown, with how much it is off', () => {
    const found = product({ a: quotedInput('2.5'), b: exactly('2') }, { text: '8' });
    expect(found).toMatchObject({
      by: 'value',
      points: 1,
      discarded: 0,
      counterexample: { at: { a: '5/2', b: '2' }, left: '5', right: '8' },
    });
    expect(found.detail).toBe(
      'printed 8, found 5 (4.90 to 5.10 within the rounding of the inputs), 0.625 times as much',
    );
  });
});

test('physical constants come by name, within six standard uncertainties', () => {
  // The gyromagnetic ratio of the proton over 2 pi, in MHz/T.
  const value = div(a, mul(2, pi, num(1000000)));
  expect(quoted(value, { a: 'gammaProton' }, { text: '42.577' }).outcome).toBe('holds');
  expect(quoted(value, { a: 'gammaProton' }, { text: '42.58' }).outcome).toBe('holds');
  expect(quoted(value, { a: 'gammaProton' }, { text: '42.579' }).outcome).toBe('fails');
  expect(() => quoted(value, { a: 'gammaNeutrino' }, { text: '1' })).toThrow(
    'expected a physical constant, got gammaNeutrino',
  );
});
