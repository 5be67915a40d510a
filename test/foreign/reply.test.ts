import { expect, test } from 'vitest';
import { digitsWritten } from '../../src/foreign/judgement/reply.ts';

test.each([
  ['0', 1],
  ['-0', 1],
  ['0.00', 1],
  ['0e5', 1],
  ['0.0120', 3],
  ['-12.50e-300', 4],
  ['1D3', 1],
  ['NaN', 0],
  ['-Infinity', 0],
])('%s is written with %d digits', (text, digits) => {
  expect(digitsWritten(text)).toBe(digits);
});
