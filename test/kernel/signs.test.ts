import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kernel } from '../../src/kernel/kernel.ts';
import { anySign, negative as below0, isZero, nonnegative, positive, Refusal } from '../../src/kernel/state.ts';
import { evaluate } from '../../src/meaning/value.ts';
import { dyadics } from '../../src/number/dyadic.ts';
import { random } from '../../src/number/random.ts';
import { under } from './ask.ts';
import { drawing } from './identities/draw.ts';
import { grower } from './identities/grow.ts';
import { askKernel } from './identities/judge.ts';
import {
  atMost,
  below,
  equals,
  letter,
  minus,
  n,
  of,
  over,
  pi,
  plus,
  root,
  squared,
  times,
  turn,
} from './identities/terms.ts';
import { worldNames, worldOf } from './identities/worlds.ts';

const digits = dyadics(40);
const bit = (sign: -1 | 0 | 1): number => (sign < 0 ? below0 : sign > 0 ? positive : isZero);

test.each(worldNames)('the sign of a formula at points of %s is among those that the kernel leaves open', (name) => {
  const world = worldOf(name);
  let looked = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 9 }), (seed) => {
      const draw = drawing(random(seed, `signs ${name}`));
      const { any, positive: above } = grower(draw, world);
      const formula = draw.pick([() => any(1), () => minus(any(0), any(0)), () => minus(above(1), above(0))])();
      const statement = { world, facts: world.facts, witness: world.point(draw), left: formula, right: formula };
      let signs = anySign;
      try {
        // First within the limit of work, so that a hard formula does not hold up the tests.
        askKernel(statement);
        signs = kernel(statement).signs(formula);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
      for (let points = 0; points < 4; points++) {
        const values = new Map([...world.point(draw)].map(([symbol, value]) => [symbol, digits.rational(value)]));
        const sign = digits.sign(evaluate(formula)(digits, values));
        if (sign === undefined) continue;
        expect(signs & bit(sign), `${JSON.stringify(formula.kind)}`).not.toBe(0);
        looked++;
      }
    }),
    { seed: 20240703, numRuns: 30 },
  );
  expect(looked).toBeGreaterThan(60);
});

const [a, b, x, y] = ['a', 'b', 'x', 'y'].map(letter) as [
  ReturnType<typeof letter>,
  ReturnType<typeof letter>,
  ReturnType<typeof letter>,
  ReturnType<typeof letter>,
];

describe('what is found', () => {
  const ordered = () => under([below(n(0), a), below(a, b)], { a: '1', b: '2' });
  const cases = {
    'differences of ordered numbers': [minus(b, a), positive],
    'differences of their squares': [minus(squared(a), squared(b)), below0],
    'differences of their roots': [minus(root(b), root(a)), positive],
    'sums of squares': [plus(squared(x), squared(y)), nonnegative],
    'one more than a square': [plus(squared(x), n(1)), positive],
    'a number between pi and surds': [minus(pi, plus(root(n(2)), root(n(3)))), below0],
    'pi and a fraction': [minus(n(355, 113), pi), positive],
    'a root beyond its square': [minus(root(plus(squared(a), n(1))), a), positive],
    'a square completed': [plus(squared(minus(x, y)), plus(squared(y), n(1))), positive],
    'minus a square completed': [minus(n(-1), plus(squared(minus(x, times(n(3), y))), squared(y))), below0],
    'a square that lacks a little': [minus(squared(minus(x, y)), squared(y)), anySign],
    '1 - cos^2': [minus(n(1), squared(of('cos', x))), nonnegative],
  } as const;
  test.each(Object.entries(cases))('%s', (_, [formula, signs]) => {
    expect(ordered().signs(formula)).toBe(signs);
  });
});

describe('what is left open', () => {
  test('equality stays possible where a hypothesis allows it', () => {
    const k = under([below(n(0), a), atMost(a, b)], { a: '1', b: '1' });
    expect(k.signs(minus(b, a))).toBe(nonnegative);
    expect(k.signs(minus(squared(b), squared(a)))).toBe(nonnegative);
    expect(() => k.difference(over(n(1), minus(b, a)), n(0))).toThrow('not to be 0');
  });
  test('nothing follows for products of unknown sign, nor for a sine beyond its half turn', () => {
    const k = under([below(n(0), a), below(a, turn(2))], { a: '1' });
    expect(k.signs(times(x, y))).toBe(anySign);
    expect(k.signs(of('sin', a))).toBe(anySign);
    expect(k.signs(of('cos', a))).toBe(anySign);
  });
  test('the ends of a half turn', () => {
    const k = under([atMost(n(0), a), atMost(a, pi)], { a: '0' });
    expect(k.signs(of('sin', a)) & positive).toBe(positive);
    expect(k.signs(of('sin', a)) & isZero).toBe(isZero);
  });
  test('a symbol given by its square has either sign', () => {
    const k = under([equals(squared(y), squared(x))], { x: '1', y: '-1' });
    expect(k.signs(y)).toBe(anySign);
    expect(k.signs(minus(squared(y), squared(x)))).toBe(isZero);
  });
});
