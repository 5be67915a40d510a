import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pureNumber } from '../../src/formula/dimension.ts';
import {
  add,
  call,
  div,
  type Expr,
  integral,
  mul,
  num,
  pi,
  pow,
  sqrt,
  sub,
  symbol,
} from '../../src/formula/expression.ts';
import { evaluate } from '../../src/meaning/value.ts';
import { dyadics } from '../../src/number/dyadic.ts';
import { rational } from '../../src/number/rational.ts';
import { exactly, vanishes } from '../../src/oracle/exact.ts';

const none = new Map();
const signOf = (formula: Expr): number | undefined => exactly(formula, none)?.sign;

describe('surds', () => {
  test.each<[string, Expr, number | undefined]>([
    ['2 pi x 145 - 145 pi x 2', sub(mul(290, pi), mul(pi, 290)), 0],
    ['sqrt 8 - 2 sqrt 2', sub(sqrt(num(8)), mul(2, sqrt(num(2)))), 0],
    ['sqrt(3^2 + 4^2) - 5', sub(sqrt(add(pow(num(3), 2), pow(num(4), 2))), 5), 0],
    ['sqrt(pi^2) - pi', sub(sqrt(pow(pi, 2)), pi), 0],
    ['asin 1 - pi/2', sub(call('asin', num(1)), div(pi, 2)), 0],
    ['1/pi^2 - 2/pi^2', sub(pow(pi, -2), mul(2, pow(pi, -2))), -1],
    ['tanh 0', call('tanh', num(0)), 0],
    ['cos 0', call('cos', num(0)), 1],
    ['pi - 3 is no surd', sub(pi, 3), undefined],
    ['sqrt 2 - 1 is none', sub(sqrt(num(2)), 1), undefined],
    ['sin 1 is not known', call('sin', num(1)), undefined],
    ['1/0 has no value', div(1, 0), undefined],
    ['sqrt(-1) has no value', sqrt(num(-1)), undefined],
  ])('%s', (_, formula, sign) => {
    expect(signOf(formula)).toBe(sign);
  });

  test('a sign that is known is that of an enclosure', () => {
    const leaf = fc.oneof(
      fc.integer({ min: -9, max: 9 }).map((n) => num(n, 4)),
      fc.constant(pi),
      fc.nat(12).map((n) => sqrt(num(n))),
    );
    const tree: fc.Arbitrary<Expr<never, 'scalar'>> = fc.letrec((tie) => ({
      leaf,
      node: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.tuple(fc.nat(3), tie('tree'), tie('tree')).map(([kind, a, b]) => {
          const [x, y] = [a, b] as [Expr<never, 'scalar'>, Expr<never, 'scalar'>];
          return kind === 0 ? add(x, y) : kind === 1 ? mul(x, y) : kind === 2 ? sub(x, y) : sqrt(pow(x, 2));
        }),
      ),
      tree: fc.oneof(leaf, tie('node') as fc.Arbitrary<Expr<never, 'scalar'>>),
    })).tree as fc.Arbitrary<Expr<never, 'scalar'>>;
    let known = 0;
    fc.assert(
      fc.property(tree, (formula) => {
        const found = signOf(formula);
        if (found === undefined) return;
        known++;
        const a = dyadics(60);
        const enclosure = a.ends(evaluate(formula)(a, new Map()));
        const [lo, hi] = enclosure.map((end) => (end.numerator > 0n ? 1 : end.numerator < 0n ? -1 : 0)) as [
          number,
          number,
        ];
        expect(lo).toBeLessThanOrEqual(found);
        expect(hi).toBeGreaterThanOrEqual(found);
      }),
      { seed: 5, numRuns: 400 },
    );
    expect(known).toBeGreaterThan(100);
  });

  test('pi and roots count in the value, too', () => {
    expect(exactly(mul(num(1, 2), sqrt(num(3)), pi), none)).toEqual({ sign: 1, square: rational(3, 4), power: 2 });
  });
});

describe('formulas that are 0 wherever they have a value', () => {
  const x = symbol('x', 'x', pureNumber);
  const logTwo = call('log', num(2));
  const nil = sub(num(2), 2);
  test.each<[string, Expr, boolean]>([
    ['0 log 2', mul(nil, logTwo), true],
    ['0/log 2', div(nil, logTwo), true],
    ['sqrt(0 log 2)', sqrt(mul(nil, logTwo)), true],
    ['atan(0 log 2) + 0', add(call('atan', mul(nil, logTwo)), nil), true],
    ['from 2 to 2', integral(x, [[num(2), sqrt(num(4))]], call('exp', x)), true],
    ['from 1 to 2', integral(x, [[num(1), num(2)]], call('exp', x)), false],
    [
      'from 2 to 2 and from 1 to 2',
      integral(
        x,
        [
          [num(2), num(2)],
          [num(1), num(2)],
        ],
        call('exp', x),
      ),
      false,
    ],
    ['0 log 2 + log 2', add(mul(nil, logTwo), logTwo), false],
    ['(0 log 2)^-1', pow(mul(nil, logTwo), -1), false],
    ['cos(0 log 2)', call('cos', mul(nil, logTwo)), false],
  ])('%s', (_, formula, is) => {
    expect(vanishes(formula, none)).toBe(is);
  });

  test('a bound variable is not the symbol of that name', () => {
    const body = integral(x, [[num(0), num(1)]], mul(x, logTwo));
    const at = exactly(num(0), none);
    expect(at && vanishes(body, new Map([['x', at]]))).toBe(false);
  });
});
