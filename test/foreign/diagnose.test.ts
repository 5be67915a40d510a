import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalOf, type Point } from '../../src/foreign/case.ts';
import { type Checked, isRight, judgeAll, pointsFor } from '../../src/foreign/check.ts';
import { regionOf } from '../../src/foreign/diagnosis/region.ts';
import { rounding } from '../../src/foreign/judgement/rule.ts';
import { quantities, quantityOf } from '../../src/library/catalogue.ts';
import { random } from '../../src/number/random.ts';
import { doubleNamed, doubles } from '../../src/oracle/double/doubles.ts';
import { parametersOf } from '../../src/theory/parameters-of.ts';

/** A program in this process: what it answers at a point, given what is right in binary64. */
type Answer = (right: number, point: Point, index: number) => number | string;

const rightAt = (name: string, point: Point): number => {
  const double = doubleNamed(name);
  if (!double) throw new Error(`no ${name} in binary64`);
  return double.at(...double.parameters.map((parameter) => point[parameter] as number));
};

const checked = (name: string, answer: Answer, { seed = 1, cases = 30 } = {}): Checked => {
  const quantity = quantityOf(name);
  const rule = rounding();
  const points = pointsFor(quantity, { seed, cases, rule });
  const replies = points.map(({ point, kind }, index) => {
    const right = rightAt(name, point);
    return { out: String(kind === 'invalid' ? right : answer(right, point, index)) };
  });
  return judgeAll(quantity, points, new Map(replies.entries()), rule, quantities);
};

const same: Answer = (right) => right;
const toldOf = ({ diagnosis: { findings } }: Checked): readonly (readonly string[])[] =>
  findings.map(({ says, or }) => [says, ...or]);
/** That one thing is found, which accounts for all wrong answers, and that it is this. */
const expectOne = (result: Checked, says: string | RegExp): void => {
  const told = toldOf(result);
  expect(told, JSON.stringify(told)).toHaveLength(1);
  const isIt = (one: string): boolean => (typeof says === 'string' ? one === says : says.test(one));
  expect(told[0]?.some(isIt), `${says} in ${told[0]?.join('; ')}`).toBe(true);
  const [of = 0, all = 1] = result.diagnosis.findings[0]?.of ?? [];
  // Of errors of rounding some are small by chance.
  expect(of / all).toBeGreaterThanOrEqual(/factor|taken|place/.test(`${says}`) ? 1 : 0.8);
};

const seeds = fc.integer({ min: 1, max: 1000 });
/** Uniform between -1 and 1, the same for the same index. */
const noise = (seed: number, index: number): number => random(seed, `${index}`).next() / 2 ** 31 - 1;
const few = { numRuns: 6 };

describe('right answers', () => {
  // The others take physical constants as well.
  const plain = doubles.filter(({ name, parameters }) =>
    parameters.every((own) => parametersOf(quantityOf(name)).some((symbol) => symbol.name === own)),
  );
  test.each(plain.map(({ name }) => [name]))('of %s have nothing wrong', (name) => {
    const result = checked(name, same, { cases: 8 });
    expect(isRight(result), JSON.stringify(toldOf(result))).toBe(true);
    expect(result.diagnosis).toEqual({ findings: [] });
  });

  test('with a few ulps of noise have nothing wrong', () => {
    fc.assert(
      fc.property(fc.constantFrom('W_Z', 'W_SS', 'g_D', 'splitting'), seeds, (name, seed) => {
        const result = checked(name, (right, _, index) => right * (1 + (3 * noise(seed, index)) / 2 ** 53), { seed });
        expect(isRight(result)).toBe(true);
        expect(result.diagnosis).toEqual({ findings: [] });
      }),
      few,
    );
  });
});

const constants: readonly (readonly [string, number])[] = [
  ['2', 2],
  ['1/2', 0.5],
  ['-1', -1],
  ['pi', Math.PI],
  ['2 pi', 2 * Math.PI],
  ['4 pi', 4 * Math.PI],
  ['1/4/pi^2', 1 / (4 * Math.PI * Math.PI)],
  ['sqrt(2)', Math.SQRT2],
  ['-1/sqrt(3)', -1 / Math.sqrt(3)],
  ['2/3', 2 / 3],
  ['pi taken as 3.1416', Number('3.1416') / Math.PI],
  // Not one that is known.
  ['1.2345', 1.2345],
];

describe('mistakes in formulas', () => {
  test('a constant factor', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('W_Z', 'W_SS', 'W_SSI', 'g_D', 'splitting'),
        fc.constantFrom(...constants),
        seeds,
        (name, [says, factor], seed) =>
          expectOne(
            checked(name, (right) => right * factor, { seed, cases: 25 }),
            `a constant factor ${says}`,
          ),
      ),
      { numRuns: 12 },
    );
  });

  const scalings = [
    ['taken twice as large', 2],
    ['taken half as large', 0.5],
    ['taken as Hz and multiplied by 2 pi', 2 * Math.PI],
    ['divided by 2 pi', 1 / (2 * Math.PI)],
  ] as const;
  test('an input that is scaled', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('W_Z', 'W_SS'),
        fc.constantFrom('DD', 'D0', 'omega0I'),
        fc.constantFrom(...scalings),
        seeds,
        (name, input, [says, factor], seed) => {
          const wrong: Answer = (_, point) => rightAt(name, { ...point, [input]: (point[input] as number) * factor });
          expectOne(checked(name, wrong, { seed }), new RegExp(`^${input} ${says}`));
        },
      ),
      few,
    );
  });

  test('an input that is scaled, and a constant factor', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('W_Z', 'W_SS'),
        fc.constantFrom('D0', 'omega0I'),
        fc.constantFrom(...scalings.slice(0, 2)),
        fc.constantFrom(...constants.slice(2, -1)),
        seeds,
        (name, input, [says, factor], [by, times], seed) => {
          const wrong: Answer = (_, point) =>
            rightAt(name, { ...point, [input]: (point[input] as number) * factor }) * times;
          expectOne(checked(name, wrong, { seed }), `${input} ${says}, and a constant factor ${by}`);
        },
      ),
      few,
    );
  });

  test('a factor in a part of the domain only', () => {
    const result = checked('W_Z', (right, { D0 = 0, omega0I = 0 }) => (D0 < omega0I ? 2 * right : right));
    expect(result.diagnosis.region?.says).toBe('D0/omega0I < 1');
    expectOne(result, 'a constant factor 2');
  });

  test('what nobody knows is not named', () => {
    const result = checked('W_Z', (right, _, index) => right * (2 + noise(1, index)));
    expect(result.disagree).toBeGreaterThan(25);
    expect(toldOf(result).flat().join()).not.toMatch(/factor|taken|place/);
  });
});

describe('errors of rounding', () => {
  test('single precision, however it is written', () => {
    fc.assert(
      fc.property(fc.constantFrom('W_Z', 'W_SS', 'splitting'), fc.constantFrom(0, 9), seeds, (name, digits, seed) => {
        const single: Answer = (right) => {
          const short = Math.fround(right);
          const isInRange = Math.abs(short) > 2 ** -126 && Number.isFinite(short);
          return !isInRange ? right : digits === 0 ? short : short.toPrecision(digits);
        };
        expectOne(checked(name, single, { seed }), /^errors of single precision/);
      }),
      few,
    );
  });

  test('answers written with few digits', () => {
    fc.assert(
      fc.property(fc.constantFrom('W_Z', 'g_D', 'splitting'), fc.integer({ min: 3, max: 13 }), seeds, (name, n, seed) =>
        expectOne(
          checked(name, (right) => right.toPrecision(n), { seed }),
          new RegExp(`^answers written with ${n} significant digits`),
        ),
      ),
      few,
    );
  });

  test('both a factor and few digits', () => {
    const result = checked('W_Z', (right) => (2 * right).toPrecision(11));
    expect(toldOf(result).map(([first]) => first)).toEqual([
      expect.stringMatching(/factor 2$/),
      expect.stringMatching(/^answers written with 11 /),
    ]);
  });

  test('noise where a formula cancels', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const noisy: Answer = (right, { DD = 0, D0 = 0 }, index) =>
          DD > 10 * D0 ? right * (1 + 1e-10 * noise(seed, index)) : right;
        const result = checked('W_Z', noisy, { seed, cases: 120 });
        expectOne(result, /^digits lost by cancellation, up to [67] of 16 at worst/);
        expect(result.diagnosis.region?.says).toMatch(/^DD\/D0 > /);
      }),
      { numRuns: 2 },
    );
  });

  test('a wrong formula is not called noise', () => {
    // A smooth error as small as that of bad rounding.
    const result = checked(
      'g_D',
      (right, { DD = 0, D = 0 }) => right * (1 + (1e-9 * Math.abs(D)) / (DD + Math.abs(D))),
      {
        cases: 80,
      },
    );
    expect(result.disagree).toBeGreaterThan(30);
    expect(toldOf(result).flat().join()).not.toMatch(/cancellation|digits|precision/);
  });
});

describe('regions', () => {
  const planted: readonly (readonly [string, RegExp, (point: Point) => boolean])[] = [
    ['W_SS', /^D0\/omega0I < 1$/, ({ D0 = 0, omega0I = 0 }) => D0 < omega0I],
    ['W_SS', /^D0\/omega0I >= 1$/, ({ D0 = 0, omega0I = 0 }) => D0 >= omega0I],
    ['W_Z', /^DD\/D0 < 0\.0*[1-9]+$/, ({ D0 = 0, DD = 0 }) => DD < 0.01 * D0],
    ['W_Z', /^DD\/D0 > [1-9]\d*$/, ({ D0 = 0, DD = 0 }) => DD > 10 * D0],
    ['splitting', /^\|Delta\|\/\|D\| > [1-9]\d*$/, ({ Delta = 0, D = 0 }) => Math.abs(Delta) > 30 * Math.abs(D)],
  ];
  const parted = (name: string, seed: number, fails: (point: Point, index: number) => boolean) => {
    const quantity = quantityOf(name);
    const points = pointsFor(quantity, { seed, cases: 100, rule: rounding() })
      .filter(({ kind }) => kind !== 'invalid')
      .map(({ point }) => point);
    const failing = points.filter(fails);
    const passing = points.filter((point) => !failing.includes(point));
    return {
      failing: failing.length,
      passing: passing.length,
      region: regionOf(parametersOf(quantity), failing, passing),
    };
  };
  test.each(planted)('in which %s fails: %s', (name, says, isInside) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { failing, passing, region } = parted(name, seed, isInside);
        expect(region?.says).toMatch(says);
        // A short bound may be a little off.
        const { failsInside = 0, inside = 0, failsOutside = 0 } = region ?? {};
        expect(failsInside).toBeGreaterThanOrEqual(0.85 * failing);
        expect(inside - failsInside).toBeLessThanOrEqual(0.15 * passing);
        expect(failsInside + failsOutside).toBe(failing);
      }),
      few,
    );
  });

  test('of a handful of points: a branch that is wrong at D0 = omega0I alone', () => {
    const wrong: Answer = (right, { D0, omega0I }) => (D0 === omega0I ? 2 * right : right);
    const result = checked('W_Z', wrong, { cases: 100 });
    expect(result.disagree).toBeGreaterThan(1);
    expect(result.disagree).toBeLessThan(30);
    expect(result.diagnosis.region).toEqual({
      says: 'D0/omega0I = 1',
      failsInside: result.disagree,
      inside: result.disagree,
      failsOutside: 0,
      outside: 100 - result.disagree,
    });
    expectOne(result, 'a constant factor 2');
  });

  test('are not made up for failures at random', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { failing, region } = parted('W_Z', seed, (_, index) => noise(seed, index) > 0);
        expect(failing).toBeGreaterThan(20);
        expect(region).toBeUndefined();
      }),
      few,
    );
  });
});

describe('the domain', () => {
  test.each(['NaN', 'nan', 'Infinity', 'null'])('%s where there is a value', (said) => {
    const result = checked('W_Z', (right, { D0 = 0, omega0I = 0 }) => (D0 < omega0I ? said : right));
    expect(result.silent).toBeGreaterThan(5);
    expect(result.disagree).toBe(0);
    const { findings } = result.diagnosis;
    expect(findings.map(({ ids }) => ids)).toEqual([['no-value']]);
    expect(findings[0]?.says).toContain(JSON.stringify(said));
    expect(findings[0]?.of).toEqual([result.silent, 30]);
    expect(findings[0]?.region?.says).toBe('D0/omega0I < 1');
  });

  test('a number outside it', () => {
    const quantity = quantityOf('g_D');
    const rule = rounding();
    const points = pointsFor(quantity, { seed: 1, cases: 20, rule });
    const replies = points.map(({ point: { DD = 0, D = 0 } }) => ({
      out: decimalOf(DD / (Math.PI * (D * D + DD * DD))),
    }));
    const result = judgeAll(quantity, points, new Map(replies.entries()), rule, quantities);
    expect([result.agree, result.accepted]).toEqual([20, 2]);
    expectOne(result, /^a number outside the domain, .*expected DD > 0/);
  });

  test('a mistake, no value and a number outside it: all three are told', () => {
    const quantity = quantityOf('g_D');
    const rule = rounding();
    const points = pointsFor(quantity, { seed: 1, cases: 40, rule });
    const replies = points.map(({ point: { DD = 0, D = 0 } }) =>
      Math.abs(D) > 10 * Math.abs(DD) ? { error: 'no' } : { out: decimalOf((2 * DD) / (Math.PI * (D * D + DD * DD))) },
    );
    const result = judgeAll(quantity, points, new Map(replies.entries()), rule, quantities);
    expect(result.diagnosis.findings.map(({ ids }) => ids.join())).toEqual(['factor', 'no-value', 'domain']);
  });
});
