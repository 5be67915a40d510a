import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Point } from '../../src/foreign/case.ts';
import { askings } from '../../src/foreign/inputs/inputs.ts';
import { judge } from '../../src/foreign/judgement/judge.ts';
import { outOf } from '../../src/foreign/judgement/reply.ts';
import { type Rule, rounding, unit32, unit64, unitOfDigits } from '../../src/foreign/judgement/rule.ts';
import { endsAt, exactPoint, mostOf, type Truth, truthAt } from '../../src/foreign/judgement/truth.ts';
import { at, quantityOf, valueAt } from '../../src/library/oracle.ts';
import {
  approximate,
  divide,
  minus,
  multiply,
  one,
  parseRational,
  plus,
  type Rational,
  rational,
} from '../../src/number/rational.ts';
import { doubleNamed } from '../../src/oracle/double/doubles.ts';

type Valued = Extract<Truth, { readonly kind: 'value' }>;
const usual = rounding();
const truthOf = (name: string, point: Point, rule: Rule = usual): Valued => {
  const truth = truthAt(quantityOf(name), point, rule);
  if (truth.kind !== 'value') throw new Error(truth.why);
  return truth;
};
const verdict = (truth: Truth, out: string, rule: Rule = usual): string => judge(truth, { out }, rule).is;
/** A decimal that is a rational to within 10^-700, which nothing here sees. */
const written = ({ numerator, denominator }: Rational): string => `${(numerator * 10n ** 700n) / denominator}e-700`;
const isAbout = (x: number, y: number, part: number): void => expect(Math.abs(x / y - 1)).toBeLessThan(part);

/** Closed forms with condition numbers of all sizes. */
const names = ['W_Z', 'W_SS', 'W_SSI', 'g_D', 'splitting', 'W_SSI:glass', 'W_Z:printed'] as const;
const cases = fc
  .constantFrom(...names)
  .chain((name) => askings(quantityOf(name)).map(({ point }) => ({ name: name as string, point })));

describe('the bound', () => {
  const rules: readonly Rule[] = [
    usual,
    rounding(unit32),
    rounding(unit64, rational(1, 3)),
    rounding(unitOfDigits(30)),
    { by: 'size', part: parseRational('1e-3') },
    { by: 'size', part: parseRational('1e-25') },
  ];
  test('parts what agrees from what does not, on both sides', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...rules), ({ name, point }, rule) => {
        const truth = truthOf(name, point, rule);
        const [lo, hi] = truth.value.ends;
        const allowed = truth.allowed(rule);
        const [within, beyond] = [parseRational('0.999999999'), parseRational('1.000000001')];
        for (const [part, is] of [
          [within, 'agrees'],
          [beyond, 'disagrees'],
        ] as const) {
          expect(verdict(truth, written(plus(hi, multiply(part, allowed))), rule)).toBe(
            allowed.numerator ? is : 'agrees',
          );
          expect(verdict(truth, written(minus(lo, multiply(part, allowed))), rule)).toBe(
            allowed.numerator ? is : 'agrees',
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is k (1 + sum of |condition numbers|) u: slopes by finite differences say the same', () => {
    const step = rational(1n, 10n ** 40n);
    fc.assert(
      fc.property(cases, ({ name, point }) => {
        const quantity = quantityOf(name);
        const truth = truthOf(name, point);
        const exact = exactPoint(point);
        const value = mostOf(truth.value.ends);
        let sum = 0;
        for (const [input, x] of Object.entries(exact)) {
          const [up, down] = [plus(one, step), minus(one, step)].map((by) =>
            endsAt(quantity, { ...exact, [input]: multiply(x, by) }, 100),
          );
          // A boundary, a kink or a value of 0: no slope on both sides.
          fc.pre(up !== undefined && down !== undefined && value.numerator !== 0n);
          const slopes = [up, down].map((ends, side) => {
            const middle = endsAt(quantity, exact, 100) as readonly [Rational, Rational];
            const change =
              side === 0 ? minus((ends as typeof middle)[0], middle[0]) : minus(middle[0], (ends as typeof middle)[0]);
            return approximate(divide(change, multiply(value, step)));
          }) as [number, number];
          fc.pre(Math.abs(slopes[0] - slopes[1]) <= 1e-3 * Math.abs(slopes[0]) + 1e-12);
          sum += Math.abs(slopes[0]);
        }
        isAbout(approximate(divide(truth.allowed(usual), value)), (4 / 2 ** 53) * (1 + sum), 0.006);
      }),
      { numRuns: 25 },
    );
  });

  test('grows with what is lost next to |Delta| = omega0I, not a step earlier', () => {
    const near = (away: number): Point => ({ A2: 1, DD: 0.01, omega0I: 1, Delta: 1 - away });
    const relative = (away: number): number => {
      const truth = truthOf('W_SSI', near(away));
      return approximate(divide(truth.allowed(usual), mostOf(truth.value.ends)));
    };
    expect(relative(0.5)).toBeLessThan(32 / 2 ** 53);
    // D ~ sqrt(2 away) and g_D is flat: the two conditions are 1/(4 away) each, that of Delta twice.
    isAbout(relative(2 ** -40), (4 / 2 ** 53) * 2 ** 40, 0.01);
  });

  test('at a value of 0 is what the inputs make of it when they move', () => {
    const point = { A2: 1, DD: 0.01, omega0I: 1, Delta: 1 };
    const truth = truthOf('W_SSI', point);
    // W_SSI ~ A2 D/(omega0I DD) for D << DD; omega0I or Delta moves by 4 u: D = sqrt(8 u), twice.
    const reach = 2 * Math.sqrt(8 / 2 ** 53) * 100;
    isAbout(approximate(truth.allowed(usual)), reach, 1e-6);
    expect(['0', '-0', '0.0', `${0.99 * reach}`, `${-0.99 * reach}`].map((out) => verdict(truth, out))).toEqual(
      Array(5).fill('agrees'),
    );
    expect([`${1.01 * reach}`, '-1'].map((out) => verdict(truth, out))).toEqual(['disagrees', 'disagrees']);
  });

  test('where both inputs are 0 forgives nothing but 0', () => {
    const truth = truthOf('splitting', { Delta: 0, D: 0 });
    expect(['0', '-0.0', '1e-400', '1e-300'].map((out) => verdict(truth, out))).toEqual([
      'agrees',
      'agrees',
      'agrees',
      'disagrees',
    ]);
  });

  test('at D0 = omega0I knows on which side it stands', () => {
    const W_SS = doubleNamed('W_SS');
    const at = (D0: number): Point => ({ A2: 1, DD: 0.01, D0, omega0I: 1 });
    const answer = (D0: number): string => String(W_SS?.at(1, 0.01, D0, 1));
    const u = 2 ** -53;
    const [below, edge, above] = [truthOf('W_SS', at(1 - u)), truthOf('W_SS', at(1)), truthOf('W_SS', at(1 + 2 * u))];
    // Above nothing depends on D0; below the slope grows without bound.
    for (const truth of [edge, above])
      for (const D0 of [1, 1 + 2 * u, 3]) expect(verdict(truth, answer(D0))).toBe('agrees');
    for (const truth of [below, edge]) expect(verdict(truth, answer(1 - 4 * u))).toBe('agrees');
    expect(verdict(above, answer(1 - 4 * u))).toBe('disagrees');
    for (const truth of [below, edge, above]) expect(verdict(truth, answer(1 - 1000 * u))).toBe('disagrees');
  });

  test('for answers of 30 digits is that of 30 digits', () => {
    const rule = rounding(unitOfDigits(30));
    fc.assert(
      fc.property(cases, ({ name, point }) => {
        const truth = truthOf(name, point, rule);
        const { digits } = valueAt(at(name as (typeof names)[number], point), 30);
        expect(verdict(truth, digits, rule)).toBe('agrees');
        // One unit in the 20th digit, where the point is not so near to a boundary that nobody knows that digit.
        const part = approximate(
          divide(truth.allowed(rule), plus(mostOf(truth.value.ends), rational(1n, 10n ** 400n))),
        );
        fc.pre(part < 1e-20 && mostOf(truth.value.ends).numerator !== 0n);
        const off = multiply(truth.value.ends[1], plus(one, rational(1n, 10n ** 20n)));
        expect(verdict(truth, written(off), rule)).toBe('disagrees');
        expect(verdict(truth, written(off), usual)).toBe('agrees');
      }),
      { numRuns: 20 },
    );
  });

  test('as a relative error does not look at conditions', () => {
    const rule: Rule = { by: 'size', part: rational(1, 1000) };
    const truth = truthOf('W_SSI', { A2: 1, DD: 0.01, omega0I: 1, Delta: 1 - 2 ** -50 }, rule);
    const right = approximate(truth.value.ends[0]);
    expect([1.0009, 0.9991, 1.0011, 0.9989].map((by) => verdict(truth, String(right * by), rule))).toEqual([
      'agrees',
      'agrees',
      'disagrees',
      'disagrees',
    ]);
    const zero = truthOf('W_SSI', { A2: 1, DD: 0.01, omega0I: 1, Delta: 1 }, rule);
    expect([verdict(zero, '0', rule), verdict(zero, '1e-12', rule)]).toEqual(['agrees', 'disagrees']);
  });
});

describe('the bound of an integral', () => {
  const part = multiply(rational(4), unit64);
  /** How far the value moves with its inputs, one after the other, and by rounding it. */
  const byHand = (name: string, point: Point): number => {
    const quantity = quantityOf(name);
    const exact = exactPoint(point);
    const value = endsAt(quantity, exact, 24) as readonly [Rational, Rational];
    const moves = Object.entries(exact).map(([input, x]) => {
      const ways = [plus(one, part), minus(one, part)].map((by) =>
        endsAt(quantity, { ...exact, [input]: multiply(x, by) }, 24),
      );
      return Math.max(...ways.map((ends) => (ends ? Math.abs(approximate(minus(ends[0], value[0]))) : 0)));
    });
    return approximate(multiply(part, mostOf(value))) + moves.reduce((a, b) => a + b, 0);
  };
  // The last one stands on a boundary, where a box of inputs says nothing.
  const points: readonly (readonly [string, Point, number])[] = [
    ['W_Z:glass', { A2: 1, DD: 0.0028, omega0I: 7, D0: 2.19 }, 5],
    ['W_SS:glass', { A2: 1, DD: 0.0028, omega0I: 7, D0: 2.19 }, 5],
    ['M3:glass', { D0: 10.4, nS: 1, gammaS: 2.6 }, 10],
    ['W_Z as integral over tan(t/2)', { A2: 1, DD: 0.0028, omega0I: 7, D0: 2.19 }, 5],
    ['W_SS:glass', { A2: 1, DD: 0.0028, omega0I: 7, D0: 14 }, 1.1],
  ];
  test.each(points)('%s at %j is at most %d times what the inputs make of it, and no less', (name, point, most) => {
    const ratio = approximate(truthOf(name, point).allowed(usual)) / byHand(name, point);
    expect(ratio).toBeGreaterThan(0.99);
    expect(ratio).toBeLessThan(most);
  });
});

describe('the range of binary64', () => {
  test('a value beyond it may be called infinite, with its sign', () => {
    const truth = truthOf('splitting', { Delta: 1e308, D: 1.7e308 });
    expect(['Infinity', 'inf', '1e9999', '-Infinity', 'NaN'].map((out) => verdict(truth, out))).toEqual([
      'agrees',
      'agrees',
      'agrees',
      'no value',
      'no value',
    ]);
    // It may just as well be right.
    expect(verdict(truth, '1.9723082923316018e308')).toBe('agrees');
    expect(verdict(truth, '1.9724e308')).toBe('disagrees');
  });
  test('a value within it may not', () => {
    const truth = truthOf('splitting', { Delta: 1e308, D: 1e308 });
    expect(verdict(truth, String(Math.SQRT2 * 1e308))).toBe('agrees');
    expect(verdict(truth, 'Infinity')).toBe('no value');
  });
  test('a value below it may be 0, or the least number where that is as near', () => {
    const tiny = truthOf('W_Z', { A2: 1e-300, DD: 1e-30, D0: 1e10, omega0I: 1e9 });
    expect(verdict(tiny, '0')).toBe('agrees');
    expect(verdict(tiny, '5e-324')).toBe('disagrees');
    const small = truthOf('splitting', { Delta: 1e-300, D: 0 });
    expect([verdict(small, '1e-300'), verdict(small, '0')]).toEqual(['agrees', 'disagrees']);
    // sqrt 2 times the least number is nearer to it than to any other.
    const least = truthOf('splitting', { Delta: 5e-324, D: 5e-324 });
    expect(['5e-324', '0', '1e-323'].map((out) => verdict(least, out))).toEqual(['agrees', 'disagrees', 'disagrees']);
  });
});

describe('what is written', () => {
  const point = { Delta: 3, D: 4 };
  const spellings = [
    '5',
    '5.',
    '5.0',
    '+5',
    ' 5 ',
    '05',
    '5e0',
    '5E+00',
    '0.5d1',
    '.05D2',
    '500e-2',
    `5.${'0'.repeat(99)}`,
  ];
  test.each(spellings)('%j is 5', (out) => expect(verdict(truthOf('splitting', point), out)).toBe('agrees'));
  test.each(['NaN', 'nan', '-nan', 'NA', 'null', '', 'five', '5,0', '0x5', '5 5', '--5', '5e', 'e5', '.', '1e+-5'])(
    '%j is no number',
    (out) => {
      expect(judge(truthOf('splitting', point), { out }, usual)).toEqual({ is: 'no value', said: out });
      expect(verdict(truthAt(quantityOf('g_D'), { DD: -1, D: 0 }, usual), out)).toBe('refused');
    },
  );
  test('an error is no value inside the domain, and right outside', () => {
    const error = { error: 'no idea' };
    expect(judge(truthOf('splitting', point), error, usual)).toEqual({ is: 'no value', said: 'no idea' });
    const outside = truthAt(quantityOf('g_D'), { DD: -1, D: 0 }, usual);
    expect(judge(outside, error, usual)).toEqual({ is: 'refused' });
    for (const out of ['0', '-1.5', 'inf', '-Infinity'])
      expect(judge(outside, { out }, usual)).toEqual({ is: 'accepted', out });
  });
  test('exponents of any size end', () => {
    expect(outOf('1e999999999')).toBe('Infinity');
    expect(outOf('-1e999999999')).toBe('-Infinity');
    for (const zero of ['1e-999999999', '0e999999999'])
      expect([zero, outOf(zero)]).toEqual([zero, { numerator: 0n, denominator: 1n }]);
  });
});
