import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pureNumber } from '../../src/formula/dimension.ts';
import { add, call, div, type Expr, integral, num, pi, pow, sqrt, sub, symbol } from '../../src/formula/expression.ts';
import { freeSymbols } from '../../src/formula/substitute.ts';
import { compare, minus, negate, parseRational } from '../../src/number/rational.ts';
import { enclose, type Value } from '../../src/oracle/enclosed.ts';
import { OracleError } from '../../src/oracle/error.ts';
import { pointOf } from '../../src/oracle/prepare.ts';
import { reach } from '../../src/oracle/reach.ts';
import { sceneOf } from '../../src/oracle/scene.ts';
import { quantityNamed } from '../../src/theory/quantities.ts';

const at = (formula: Expr, inputs: Record<string, string>, digits: number): Value =>
  enclose(formula, sceneOf(reach([...freeSymbols(formula).keys()], pointOf(inputs))), digits);
const of = (name: string, inputs: Record<string, string>, digits = 20): Value =>
  at(quantityNamed(name).formula, inputs, digits);
const rates = { A2: '2e15', DD: '2MHz', D0: '52MHz', omega0I: '145MHz' };

/** What a value says of itself is consistent, and true of the enclosure. */
const isSound = ({ digits, bound, lower, upper, ends }: Value): void => {
  const [lo, hi] = ends;
  const [shown, reachOf] = [parseRational(digits), parseRational(bound)];
  for (const end of ends) {
    const off = minus(end, shown);
    expect(compare(off.numerator < 0n ? negate(off) : off, reachOf)).not.toBe(1);
  }
  expect(compare(parseRational(lower), lo)).not.toBe(1);
  expect(compare(parseRational(upper), hi)).not.toBe(-1);
};

describe('digits that are all right', () => {
  test('pi', () => {
    expect(at(pi, {}, 50).digits).toBe('3.1415926535897932384626433832795028841971693993751');
    expect(at(pi, {}, 1000).figures).toBe(1000);
  });

  test('are those asked for, whatever cancels', () => {
    // 1 - cos x to first order is x^2/2; 1e-400 needs 800 digits to be seen in 1.
    const small = at(sub(1, call('cos', parse('1e-400'))), {}, 12);
    expect(small.digits).toBe('5.00000000000e-801');
    expect(small.working).toBeGreaterThan(800);
    isSound(small);
  });

  test('of the same value to fewer digits are the same ones rounded', () => {
    const long = of('W_Z', rates, 120);
    for (const digits of [1, 2, 7, 16, 50, 119]) {
      const short = of('W_Z', rates, digits);
      expect(short.figures).toBe(digits);
      isSound(short);
      const off = minus(parseRational(short.digits), parseRational(long.digits));
      expect(compare(off.numerator < 0n ? negate(off) : off, parseRational(short.bound))).not.toBe(1);
    }
  });

  test('a half is given with one digit more, as it rounds to neither side for certain', () => {
    const half = at(div(sub(add(pi, num(5, 2)), pi), 1), {}, 1);
    expect(half.digits).toBe('2.5');
    isSound(half);
  });

  test('random points, many decades apart', () => {
    const decades = fc
      .integer({ min: -60, max: 60 })
      .chain((e) => fc.integer({ min: 100, max: 999 }).map((m) => `${m}e${e}`));
    fc.assert(
      fc.property(decades, decades, decades, fc.constantFrom('W_Z', 'W_SS'), (DD, D0, omega0I, name) => {
        const value = of(name, { A2: '1', DD, D0, omega0I }, 10);
        expect(value.figures).toBe(10);
        isSound(value);
      }),
      { seed: 11, numRuns: 60 },
    );
  });
});

const parse = (text: string): Expr<never, 'scalar'> => num(parseRational(text));

test('an integral has as many digits as are asked for: M_2 of the glass is its closed form', () => {
  const inputs = { nS: '2e19/cm3', r0: '1nm', g: '2' };
  const [integral, closed] = [of('M2:glass', inputs, 40), of('dipolar second moment', inputs, 40)];
  expect(integral.digits).toBe(closed.digits);
  isSound(integral);
});

describe('ties and zeros', () => {
  test('D0 = omega0I, both in MHz or both in rad/s, is where the branches meet', () => {
    const [inMHz, same] = [
      of('W_Z', { ...rates, D0: '145MHz' }),
      of('W_Z for D0 >= omega0I', { A2: '2e15', DD: '2MHz', omega0I: '145MHz' }),
    ];
    expect(inMHz.digits).toBe(same.digits);
    expect(of('W_SS', { A2: '1', DD: '1', D0: '3', omega0I: '3' }).figures).toBe(20);
  });

  test('2 pi counts in what is compared: 1 MHz is more than 5e6 rad/s', () => {
    const beyond = of('W_SS for D0 >= omega0I', { A2: '1', DD: '1', omega0I: '5e6' });
    expect(of('W_SS', { A2: '1', DD: '1', D0: '1MHz', omega0I: '5e6' }).digits).toBe(beyond.digits);
  });

  test('a cut-off that differs from omega0I in the 400th digit has a value', () => {
    const value = of('W_SS', { A2: '1', DD: '1', D0: `0.${'9'.repeat(400)}`, omega0I: '1' });
    expect(value.digits).toBe(of('W_SS', { A2: '1', DD: '1', D0: '1', omega0I: '1' }).digits);
  });

  test('0 is exactly 0', () => {
    const edge = of('W_SSI', { A2: '2e15', DD: '2MHz', Delta: '145MHz', omega0I: '145MHz' });
    expect(edge).toMatchObject({ digits: '0', bound: '0', lower: '0', upper: '0' });
    expect(of('pair coupling', { r: '1nm', theta: '0', g: '2' }).digits).not.toBe('0');
  });

  test('what is not told from 0 is said to be so', () => {
    // The square of the root of 1 + sqrt 2, less that: no surd, so that nothing exact is known of it.
    const one = add(1, sqrt(num(2)));
    const zero = sub(pow(sqrt(one), 2), one);
    expect(() => at(zero, {}, 5)).toThrow(OracleError);
    expect(() => at(zero, {}, 5)).toThrow(/it is 0 or too small to be told from it/);
  }, 20_000);

  test('an integral that has no enclosure is given up after some hundred digits, in one sentence', () => {
    const x = symbol('x', 'x', pureNumber);
    const unbounded = integral(x, [[num(0), num(1)]], div(1, x));
    expect(() => at(unbounded, {}, 5)).toThrow(
      'expected a point where it has a value, but no enclosure of its integral is found here with 220 digits: the integrand is not bounded, or changes too fast',
    );
  });

  test('a formula without a value is said to have none', () => {
    expect(() => at(div(1, sub(pow(num(2), 2), 4)), {}, 5)).toThrow(
      /where it has a value, but a denominator in its formula is 0 here/,
    );
  });
});
