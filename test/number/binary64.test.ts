import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary64 } from '../../src/number/binary64.ts';
import { interval64 } from '../../src/number/interval64.ts';
import { raise } from '../../src/number/power.ts';
import { rational } from '../../src/number/rational.ts';

test('powers multiply, and every operation lies in the interval of the same name', () => {
  expect([0, 1, 2, 3, 10, -1, -2].map((n) => binary64.pow(2, n))).toEqual([1, 2, 4, 8, 1024, 0.5, 0.25]);
  expect(binary64.pow(-3, 3)).toBe(-27);
  expect([1, 2, 3, 6, 7, 12, 31].map((n) => raise(3n, n, (a, b) => a * b))).toEqual([
    3n,
    9n,
    27n,
    729n,
    2187n,
    531441n,
    617673396283947n,
  ]);
  const inside = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  const unary = [
    'neg',
    'abs',
    'sqrt',
    'exp',
    'log',
    'sin',
    'cos',
    'sinh',
    'cosh',
    'tanh',
    'atan',
    'acos',
    'asin',
  ] as const;
  const binary = ['add', 'sub', 'mul', 'div', 'min', 'max'] as const;
  fc.assert(
    fc.property(inside, inside, (x, y) => {
      const [a, b] = [
        { lo: x, hi: x },
        { lo: y, hi: y },
      ];
      const check = (value: number, { lo, hi }: { lo: number; hi: number }) =>
        expect(value >= lo && value <= hi).toBe(true);
      for (const name of unary) check(binary64[name](x), interval64[name](a));
      for (const name of binary) check(binary64[name](x, y), interval64[name](a, b));
      check(binary64.pow(x, 5), interval64.pow(a, 5));
    }),
    { seed: 20240605, numRuns: 200 },
  );
  expect([binary64.pi(), binary64.rational(rational(1, 3))]).toEqual([Math.PI, 1 / 3]);
});

test('outside a domain it refuses', () => {
  expect(() => binary64.div(1, 0)).toThrow(RangeError);
  expect(() => binary64.pow(0, -2)).toThrow(RangeError);
  expect(() => binary64.pow(2, 0.5)).toThrow(RangeError);
  expect(() => binary64.sqrt(-1e-300)).toThrow(RangeError);
  expect(() => binary64.log(0)).toThrow(RangeError);
  expect(() => binary64.acos(1.1)).toThrow(RangeError);
  expect(() => binary64.asin(-1.1)).toThrow(RangeError);
});
