import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/kernel/state.ts';
import { shows, under } from './ask.ts';
import {
  atMost,
  below,
  equals,
  letter,
  minus,
  n,
  negative,
  of,
  over,
  plus,
  root,
  squared,
  times,
  to,
} from './identities/terms.ts';

const [x, y, z, g] = ['x', 'y', 'z', 'g'].map(letter) as [
  ReturnType<typeof letter>,
  ReturnType<typeof letter>,
  ReturnType<typeof letter>,
  ReturnType<typeof letter>,
];
const settings = { seed: 20240702, numRuns: 200 };

describe('surds', () => {
  test('products of roots of whole numbers are roots of the products', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1999 }), fc.integer({ min: 0, max: 1999 }), (a, b) => {
        expect(shows(times(root(n(a)), root(n(b))), root(n(a * b)))).toBe(true);
        expect(shows(root(n(a * a * b)), times(n(a), root(n(b))))).toBe(true);
      }),
      settings,
    );
  });

  test('roots of different numbers are not taken for one another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 6 }), fc.integer({ min: 0, max: 10 ** 6 }), (a, b) => {
        fc.pre(a !== b);
        expect(shows(root(n(a)), root(n(b)))).toBe(false);
        expect(shows(root(n(a)), negative(root(n(a))))).toBe(a === 0);
      }),
      settings,
    );
  });

  test('0, 1, squares of large primes, quotients', () => {
    expect(shows(root(n(0)), n(0))).toBe(true);
    expect(shows(root(n(1)), n(1))).toBe(true);
    expect(shows(root(n(2003 * 2003)), n(2003))).toBe(true);
    expect(shows(root(n(9, 4)), n(3, 2))).toBe(true);
    expect(shows(root(n(1, 2)), over(root(n(2)), n(2)))).toBe(true);
    expect(() => shows(root(n(-1)), n(0))).toThrow('expected -1 to be at least 0');
    expect(() => shows(to(n(0), -1, 2), n(0))).toThrow('not to be 0');
  });
});

describe('magnitudes', () => {
  test('the root of a square is the magnitude, of either sign', () => {
    expect(shows(root(squared(x)), of('abs', x))).toBe(true);
    expect(shows(root(squared(x)), x)).toBe(false);
    expect(shows(root(squared(x)), x, under([atMost(n(0), x)], { x: '0' }))).toBe(true);
    expect(shows(root(squared(x)), negative(x), under([atMost(x, n(0))], { x: '0' }))).toBe(true);
    expect(shows(of('abs', minus(x, y)), minus(y, x), under([atMost(x, y)], { x: '1', y: '1' }))).toBe(true);
    expect(shows(of('abs', negative(x)), of('abs', x))).toBe(true);
    expect(shows(of('abs', plus(x, y)), plus(of('abs', x), of('abs', y)))).toBe(false);
  });

  test('of quotients, where the denominator is not 0', () => {
    const k = () => under([{ left: y, is: '!=', right: n(0) }], { y: '-1' });
    expect(shows(of('abs', over(x, y)), over(of('abs', x), y), k())).toBe(false);
    const above = under([below(n(0), y)], { y: '1' });
    expect(shows(of('abs', over(x, y)), over(of('abs', x), y), above)).toBe(true);
    expect(() => shows(of('abs', over(x, y)), n(0))).toThrow('expected y not to be 0');
  });

  test('a symbol given by its square is either root', () => {
    const circle = equals(squared(y), minus(squared(z), squared(x)));
    const at = { x: '3', y: '-4', z: '5' };
    const inside = root(minus(squared(z), squared(x)));
    expect(shows(inside, of('abs', y), under([circle], at))).toBe(true);
    expect(shows(inside, y, under([circle], at))).toBe(false);
    expect(shows(inside, negative(y), under([circle, below(y, n(0))], at))).toBe(true);
    expect(shows(plus(squared(x), squared(y)), squared(z), under([circle], at))).toBe(true);
  });
});

test('a root of a product says nothing of the sign of one factor where another may be 0', () => {
  // g = 0: the root of g (x + 1) is 0 for every x, and |x + 1| is not x + 1.
  const k = () => under([atMost(n(0), g), atMost(g, n(0))], { g: '0', x: '-2' });
  const inside = plus(x, n(1));
  expect(() => shows(plus(root(times(g, inside)), of('abs', inside)), inside, k())).toThrow(Refusal);
  expect(() => shows(plus(root(times(squared(g), inside)), of('abs', inside)), inside, k())).toThrow(Refusal);
  const positive = () => under([below(n(0), g), below(n(0), x)], { g: '1', x: '1' });
  expect(shows(root(times(g, x)), times(root(g), root(x)), positive())).toBe(true);
});

test('half powers', () => {
  const k = () => under([below(n(0), x)], { x: '1' });
  expect(shows(to(x, 3, 2), times(x, root(x)), k())).toBe(true);
  expect(shows(to(x, -3, 2), over(n(1), times(x, root(x))), k())).toBe(true);
  expect(shows(to(to(x, 1, 2), 4), squared(x), k())).toBe(true);
  expect(() => shows(to(x, 1, 3), x, k())).toThrow('the power 1/3 is not known');
});
