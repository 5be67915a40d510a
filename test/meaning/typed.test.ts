import { expect, test } from 'vitest';
import { valueAt } from '../../src/meaning/value.ts';
import { binary64 } from '../../src/number/binary64.ts';
import { W_Z } from '../../src/theory/rates.ts';

test('a formula is evaluated at typed values', () => {
  const value = valueAt(W_Z, binary64, { A2: 1, DD: 0.01, D0: 2, omega0I: 1 });
  expect(value).toBeCloseTo(
    2 * 0.01 * (Math.PI / 4 - (Math.PI / 2) * 0.01 * Math.sqrt(1.0001) + (Math.PI / 2) * 1e-4),
    12,
  );
});

test('a symbol that is missing or misspelt does not compile', () => {
  // @ts-expect-error omega0I is missing
  expect(() => valueAt(W_Z, binary64, { A2: 1, DD: 0.01, D0: 2 })).toThrow('omega0I');
  // @ts-expect-error omegaI is not a symbol of the formula
  expect(() => valueAt(W_Z, binary64, { A2: 1, DD: 0.01, D0: 2, omegaI: 1 })).toThrow('omega0I');
});
