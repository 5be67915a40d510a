import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freeSymbols } from '../../src/formula/substitute.ts';
import { doubleNamed, doubles } from '../../src/oracle/double/doubles.ts';
import type { DoubleQuantity } from '../../src/oracle/double/quantity.ts';
import { quantities } from '../../src/theory/quantities.ts';
import { root } from '../child.ts';

const binders = /"kind":"integral"/;
const at = (name: string, ...values: readonly number[]): number => doubleNamed(name).at(...values);
const rates = ['W_Z', 'W_SS'] as const;
/** Positive numbers of like size, with all their bits. */
const size = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
const point = fc.tuple(size, size, size, size);
const settings = { seed: 20240915, numRuns: 300 };
const column = (...values: readonly number[]): Float64Array => Float64Array.from(values);

describe('the list of closed forms', () => {
  const closed = quantities.filter(
    ({ formula }) =>
      !binders.test(JSON.stringify(formula, (_, value) => (typeof value === 'bigint' ? `${value}` : value))),
  );

  test('is every quantity without an integral, with the symbols of its formula', () => {
    expect(doubles.map(({ name }) => name).sort()).toEqual(closed.map(({ name }) => name).sort());
    for (const { name, formula } of closed)
      expect([name, ...[...doubleNamed(name).parameters].sort()]).toEqual([
        name,
        ...[...freeSymbols(formula).keys()].sort(),
      ]);
  });

  test('answers an unknown name with the known ones', () => {
    expect(() => doubleNamed('W_X')).toThrow(RangeError);
    expect(() => doubleNamed('W_X')).toThrow(/expected one of W_SSI, .*, got "W_X"/);
  });
});

test('only binary64 arithmetic and roots are used, of no other room', () => {
  const folder = join(root, 'src/oracle/double');
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), 'utf8');
    const imported = [...text.matchAll(/from '([^']+)'/g)].map(([, from]) => from as string);
    expect(imported.filter((from) => !from.startsWith('./'))).toEqual([]);
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const mathematics = [...code.matchAll(/Math\.(\w+)/g)].map(([, name]) => name as string);
    const may = ['abs', 'sqrt', 'fround', 'round', 'floor', 'ceil', 'min', 'max', 'PI'];
    expect([file, ...mathematics.filter((name) => !may.includes(name))]).toEqual([file]);
    expect(code).not.toMatch(/\*\*|BigInt|\d+n\b/);
  }
});

describe('the rates', () => {
  const halves = fc.integer({ min: -200, max: 200 });

  test.each(rates)('%s scales exactly with powers of two', (name) => {
    fc.assert(
      fc.property(point, halves, ([A2, DD, D0, omega0I], k) => {
        const power = 2 ** k;
        const value = at(name, A2, DD, D0, omega0I);
        expect(at(name, A2, DD * power, D0 * power, omega0I * power)).toBe(value);
        expect(at(name, A2 * power, DD, D0, omega0I)).toBe(value * power);
      }),
      settings,
    );
  });

  // The derivatives by D0 are integrands, which are positive; neighbours may be out of order by their errors.
  test.each(rates)('%s grows with the cut-off up to omega0I, and then no longer', (name) => {
    fc.assert(
      fc.property(point, fc.double({ min: 1, max: 100, noNaN: true }), ([A2, DD, D0, omega0I], factor) => {
        const [value, more] = [at(name, A2, DD, D0, omega0I), at(name, A2, DD, D0 * factor, omega0I)];
        expect(more).toBeGreaterThanOrEqual(value * (1 - 8 * Number.EPSILON));
        expect(at(name, A2, DD, omega0I * factor, omega0I)).toBe(at(name, A2, DD, omega0I, omega0I));
      }),
      settings,
    );
  });

  test.each(rates)('both branches of %s meet at D0 = omega0I', (name) => {
    fc.assert(
      fc.property(point, ([A2, DD, , omega0I]) => {
        const value = at(name, A2, DD, omega0I, omega0I);
        expect(at(`${name} for D0 >= omega0I`, A2, DD, omega0I)).toBe(value);
        expect(at(`${name} for D0 <= omega0I`, A2, DD, omega0I, omega0I)).toBe(value);
        const below = at(name, A2, DD, omega0I * (1 - Number.EPSILON / 2), omega0I);
        expect(Math.abs(below / value - 1)).toBeLessThan(5e-8);
      }),
      settings,
    );
  });

  // F_Z - F_SS is the integral of cos(2 t) sin^2(t)/(sin^2(t) + w^2) over t from 0 to asin(x): positive for t < pi/4. At
  // D0 = omega0I it is (pi/2) (q^2/2 - a) = -(pi/2) q w (q/r)/2, as a = 1/2 - q w^2/r: the widths make it negative.
  test('W_Z is the greater for small cut-offs and the smaller for large ones', () => {
    fc.assert(
      fc.property(point, ([A2, DD, , omega0I]) => {
        const small = omega0I * Math.SQRT1_2;
        expect(at('W_Z', A2, DD, small, omega0I)).toBeGreaterThan(at('W_SS', A2, DD, small, omega0I));
        if (DD > 1e-12 * omega0I)
          expect(at('W_Z', A2, DD, omega0I, omega0I)).toBeLessThan(at('W_SS', A2, DD, omega0I, omega0I));
      }),
      settings,
    );
  });

  test('reach their limits where the ratios are beyond binary64', () => {
    const [least, most] = [Number.MIN_VALUE, Number.MAX_VALUE];
    expect(at('W_Z', 1, least, 1, most)).toBe(0);
    expect(at('W_Z', most, most, 1, least)).toBe(0);
    expect(at('W_Z', most, 1, 1, 2 ** -1000)).toBeGreaterThan(0);
    expect(at('W_SS', 2 ** 1000, 2 ** 1000, 2 ** 1000, 2 ** -1000)).toBeLessThan(2 ** -900);
    expect(at('W_Z', most, 4, 3, 1)).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(at('W_Z', most, 2 ** -1074, 2 ** -1074, 2 ** -1074)).toBe(at('W_Z', most, 1, 1, 1));
    expect(at('W_Z for D0 << omega0I', most, most, 1, 1)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('outside the domain', () => {
  const inside: Readonly<Record<string, number>> = { Delta: 0.25, D: 0.25, theta: 1, alpha: 1, betaI: 1, omega: 1 };
  const real = new Set(Object.keys(inside));
  const usual = (quantity: DoubleQuantity): readonly number[] => quantity.parameters.map((name) => inside[name] ?? 1);

  test.each(doubles.filter(({ parameters }) => parameters.length > 0).map((one) => [one.name, one] as const))(
    '%s is NaN',
    (_, quantity) => {
      const values = usual(quantity);
      expect(quantity.at(...values)).not.toBeNaN();
      quantity.parameters.forEach((name, index) => {
        const wrong = [
          Number.NaN,
          Number.POSITIVE_INFINITY,
          Number.NEGATIVE_INFINITY,
          ...(real.has(name) ? [] : [0, -0, -1]),
        ];
        for (const bad of wrong) {
          const given = values.map((value, at) => (at === index ? bad : value));
          expect([name, bad, quantity.at(...given)]).toEqual([name, bad, Number.NaN]);
          expect(quantity.batch(given.map((value) => column(value)))).toEqual(column(Number.NaN));
        }
      });
      expect(quantity.at(...values, 1)).toBeNaN();
      expect(quantity.at(...values.slice(1))).toBeNaN();
    },
  );

  test.each([
    ['W_SSI', [1, 1, 1.0000000000000002, 1]],
    ['W_SSI:glass', [1, 1, 1, -1, 1]],
    ['W_Z for D0 <= omega0I', [1, 1, 1.0000000000000002, 1]],
    ['W_SS for small D0', [1, 1, 1.0000000000000002, 1]],
    ['g_D:glass', [-1.0000000000000002, 1, 1, 1, 1, 1]],
    ['g_D by its width:glass', [0, 1, 1]],
    ['pair coupling', [1, 1, 1, 1, 16777217]],
    ['share of Zeeman energy', [2, 1]],
    ['Zeeman energy of a flip', [0, 0]],
  ])('so is %s beyond its conditions', (name, values) => {
    expect(at(name, ...values)).toBeNaN();
  });

  test('the density of a glass is 0 beyond its support, and its rates beyond the cut-off', () => {
    expect(at('g_D by its width:glass', 0.6, 1, 1)).toBe(0);
    expect(at('g_D by its width:glass', -1.1, 1, 1)).toBe(0);
    // Half of 7 least numbers is none: 4 of them are beyond it.
    expect(at('g_D by its width:glass', 4 * Number.MIN_VALUE, 7 * Number.MIN_VALUE, 1)).toBe(0);
    expect(at('W_SSI:glass', 1, 1, 0.8, 0.5, 1)).toBe(0);
  });
});

describe('columns', () => {
  const four = [column(1, 2, 3), column(1, 1, 1), column(0.5, 0.5, -1), column(1, 3, 1)];

  test.each(doubles.map((one) => [one.name, one] as const))('of %s give what single values give', (_, quantity) => {
    const columns = quantity.parameters.map((_, index) =>
      Float64Array.from({ length: 40 }, (_, row) => (1 + row * row * 0.37) / (1 + 3 * index + row * (index % 3))),
    );
    const values = quantity.batch(columns);
    expect(values).toHaveLength(quantity.parameters.length > 0 ? 40 : 1);
    values.forEach((value, row) => {
      expect(value).toBe(quantity.at(...columns.map((of) => of[row] as number)));
    });
  });

  test('are put where one says, also in the place of an input', () => {
    const out = new Float64Array(3);
    const { batch } = doubleNamed('W_Z');
    const values = batch(four);
    expect(batch(four, out)).toBe(out);
    expect(out).toEqual(values);
    expect(out[2]).toBeNaN();
    for (const index of [0, 1, 2, 3]) {
      const copies = four.map((of) => of.slice());
      expect(batch(copies, copies[index])).toEqual(values);
    }
  });

  test('are refused if they do not fit', () => {
    const { batch } = doubleNamed('W_Z');
    expect(() => batch(four.slice(1))).toThrow(RangeError);
    expect(() => batch(four.slice(1))).toThrow('expected 4 columns (A2, DD, D0, omega0I) for W_Z, got 3');
    expect(() => batch([...four.slice(1), column(1)])).toThrow(
      'expected 4 columns (A2, DD, D0, omega0I) of one length for W_Z, got 3, 3, 3, 1 rows',
    );
    expect(() => batch(four, new Float64Array(2))).toThrow(
      'and a result of one length for W_Z, got 3, 3, 3, 3, 2 rows',
    );
    expect(batch(four.map(() => column()))).toEqual(column());
  });
});
