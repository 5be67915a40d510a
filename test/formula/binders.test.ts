import { describe, expect, test } from 'vitest';
import { onPositiveRange, underBinders } from '../../src/formula/binders.ts';
import { changeVariable } from '../../src/formula/change-variable.ts';
import { pureNumber } from '../../src/formula/dimension.ts';
import {
  add,
  call,
  div,
  type Expr,
  infinity,
  integral,
  mul,
  neg,
  num,
  pairSum,
  pi,
  pow,
  sqrt,
  sub,
  symbol,
} from '../../src/formula/expression.ts';
import { separate } from '../../src/formula/separate.ts';
import { freeSymbols, key } from '../../src/formula/substitute.ts';
import { i, j, NS } from '../../src/formula/symbols.ts';
import { evaluate } from '../../src/meaning/value.ts';
import { type Interval64, interval64 } from '../../src/number/interval64.ts';
import { parseRational } from '../../src/number/rational.ts';
import { x, y, z } from './trees.ts';

type Binders = 'scalar' | 'binder';
const t = symbol('t', 't', pureNumber, 'real');

const value = (formula: Expr, values: Readonly<Record<string, string>> = {}): Interval64 =>
  evaluate(formula)(
    interval64,
    new Map(Object.entries(values).map(([name, text]) => [name, interval64.rational(parseRational(text))])),
  );
/** Both enclose the same number, narrowly. */
const expectSame = (a: Expr, b: Expr, values: Readonly<Record<string, string>> = {}): void => {
  const [first, second] = [value(a, values), value(b, values)];
  expect(interval64.overlap(first, second)).toBe(true);
  for (const one of [first, second]) expect(interval64.relativeWidth(one)).toBeLessThan(1e-6);
};

describe('underBinders', () => {
  test('draws constants inside and lists the binders from without', () => {
    const formula = mul<string, Binders>(
      div(NS, 2),
      integral(x, [[num(0), y]], mul<string, Binders>(3, integral(t, [[num(1), infinity]], mul(x, pow(t, -2))))),
    );
    const { binders, integrand } = underBinders(formula);
    expect(binders.map(({ variables, limits }) => [...variables, ...limits.map(key)])).toEqual([
      ['x', '0', 'y'],
      ['t', '1', 'infinity'],
    ]);
    expect(key(integrand)).toBe(key(mul(div(NS, 2), mul(3, mul(x, pow(t, -2))))));
  });

  test('of a sum over pairs and of a quotient', () => {
    const pairs = underBinders(div<string, Binders>(mul<string, Binders>(x, pairSum(i, j, NS, add(i, j))), y));
    expect(pairs.binders.map(({ variables, limits }) => [...variables, ...limits.map(key)])).toEqual([
      ['i', 'j', 'NS'],
    ]);
    expect(key(pairs.integrand)).toBe(key(div(mul(x, add(i, j)), y)));
    expect(underBinders(add(x, y))).toEqual({ binders: [], integrand: add(x, y) });
  });
});

test('an integral over two mirrored ranges is one over the positive range', () => {
  const body = add(pow(x, 3), mul(5, pow(x, 2)), call('exp', x));
  const both = mul<string, Binders>(
    2,
    integral(
      x,
      [
        [num(-2), num(-1)],
        [num(1), num(2)],
      ],
      body,
    ),
  );
  const folded = onPositiveRange(both);
  expectSame(both, folded);
  expect(key(folded)).toContain('(int x 1 2 ');
  const single = integral(x, [[num(1), num(2)]], body);
  expect(onPositiveRange(single)).toBe(single);
});

describe('separate', () => {
  test('writes a double integral as a product of single ones', () => {
    const double = integral(x, [[num(0), num(1)]], integral(t, [[num(1), num(2)]], mul(y, pow(x, 2), call('exp', t))));
    const apart = separate(double);
    expect(key(apart)).toBe(
      key(
        mul<string, Binders>(
          y,
          integral(t, [[num(1), num(2)]], call('exp', t)),
          integral(x, [[num(0), num(1)]], pow(x, 2)),
        ),
      ),
    );
    // (e^2 - e)/3 at y = 1
    const found = value(apart, { y: '1' });
    expect(found.lo * 3).toBeCloseTo(Math.exp(2) - Math.E, 8);
  });

  test('knows the power rule to infinity', () => {
    const power = (n: number, d = 1): Expr => separate(integral(x, [[y, infinity]], pow(x, n, d)));
    expectSame(power(-2), div(1, y), { y: '7/3' });
    expectSame(power(-4), div(1, mul(3, pow(y, 3))), { y: '7/3' });
    expectSame(power(-3, 2), div(2, sqrt(y)), { y: '7/3' });
    for (const n of [-1, 0, 1]) expect(() => power(n)).toThrow(RangeError);
    expect(() => separate(integral(x, [[y, infinity]], call('exp', neg(x))))).toThrow('falling powers');
  });

  test('takes powers of one base together', () => {
    const messy = mul(pow(x, 2), div(call('sin', t), mul(pow(x, 6), call('sin', t))));
    expectSame(separate(integral(x, [[y, infinity]], messy)), div(1, mul(3, pow(y, 3))), { y: '2', t: '1' });
    expect([...freeSymbols(separate(integral(x, [[y, infinity]], messy))).keys()]).toEqual(['y']);
    expectSame(
      separate(integral(t, [[num(0), num(1)]], mul(pow(mul(2, t), 2), div(1, pow(y, 2))))),
      div(num(4, 3), pow(y, 2)),
      { y: '5' },
    );
  });
});

describe('changeVariable', () => {
  const quarter = div(pi, 2);
  const change = {
    from: x,
    to: t,
    at: mul(z, call('cos', t)),
    slope: mul(z, call('sin', t)),
    square: sub(pow(z, 2), pow(x, 2)),
    root: mul(z, call('sin', t)),
    limit: (end: Expr): Expr => (key(end) === '0' ? quarter : call('acos', div(end, z))),
  };

  test.each<[string, readonly (readonly [Expr, Expr])[], Expr]>([
    ['half a range', [[div(z, 2), z]], add(x, 1)],
    ['a whole range', [[num(0), z]], pow(x, 2)],
    [
      'mirrored ranges of an odd integrand',
      [
        [neg(z), neg(div(z, 2))],
        [div(z, 2), z],
      ],
      add(x, pow(x, 2)),
    ],
    ['a power of the square', [[div(z, 3), div(z, 2)]], pow(change.square, 3, 2)],
  ])('%s keeps its value', (_, ranges, body) => {
    const before = integral(x, ranges, mul<string>(body as Expr<'x', 'scalar'>, sqrt(change.square)));
    const after = changeVariable(before, change);
    expect(freeSymbols(after).has('x')).toBe(false);
    expect(key(after)).not.toContain('1/2)');
    expectSame(before, after, { z: '5/4' });
  });

  test('leaves integrals over other variables alone', () => {
    const other = integral(y, [[num(0), num(1)]], mul(y, t));
    expect(changeVariable(other, change)).toEqual(other);
  });
});
