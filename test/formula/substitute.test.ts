import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pureNumber } from '../../src/formula/dimension.ts';
import {
  add,
  apply,
  call,
  delta,
  derivative,
  div,
  type Expr,
  infinity,
  integral,
  mul,
  type Node,
  num,
  pairSum,
  pi,
  pow,
  sqrt,
  sub,
  total,
  type Unknown,
} from '../../src/formula/expression.ts';
import { fold, rebuild } from '../../src/formula/fold.ts';
import {
  freeSymbols,
  instantiate,
  isConstant,
  key,
  replace,
  replaceSquare,
  scaled,
  substitute,
  unknownFunctions,
} from '../../src/formula/substitute.ts';
import { i, j, NS } from '../../src/formula/symbols.ts';
import { at, digits, environments, trees, valueAt, valuesOf, x, y, z } from './trees.ts';

const settings = { seed: 20240607, numRuns: 300 };
const f: Unknown = { name: 'f', tex: 'f', dimension: pureNumber, parameters: [pureNumber, pureNumber], sign: 'real' };

/** One of every kind of node. */
const everything: Expr = mul<string, 'scalar' | 'binder'>(
  integral(x, [[num(0), infinity]], mul<string, 'scalar' | 'binder'>(delta(sub(x, y)), apply(f, x, z))),
  pairSum(i, j, NS, add(i, mul(2, j))),
  total(i, NS, pow(i, 3, 2)),
  derivative(x, call('sin', mul(x, y)), div(pi, z)),
  fc.sample(trees(2), { seed: 1, numRuns: 1 })[0] as Expr,
);

test('fold with rebuild gives the same tree', () => {
  expect(fold<Node>(everything, rebuild)).toEqual(everything);
  fc.assert(
    fc.property(trees(3), (tree) => {
      expect(fold<Node>(tree as Expr, rebuild)).toEqual(tree);
    }),
    settings,
  );
});

test('evaluating after a substitution is evaluating with the value substituted', () => {
  fc.assert(
    fc.property(trees(3), trees(1), environments, (tree, part, point) => {
      const environment = valuesOf(point);
      const inner = valueAt(part, environment);
      fc.pre(inner !== undefined);
      const after = valueAt(substitute(tree, { x: part }), environment);
      expect(after).toEqual(valueAt(tree, new Map([...environment, ['x', inner]])));
    }),
    settings,
  );
});

test('substitutions are simultaneous', () => {
  expect(key(substitute(sub(x, y), { x: y, y: x }))).toBe(key(sub(y, x)));
});

test('the free symbols are those that a value depends on', () => {
  expect([...freeSymbols(everything).keys()].sort()).toEqual(
    [
      ...new Set([
        'y',
        'z',
        'NS',
        ...freeSymbols((everything as { factors: readonly Expr[] }).factors[4] as Expr).keys(),
      ]),
    ].sort(),
  );
  fc.assert(
    fc.property(trees(3), environments, (tree, point) => {
      const environment = valuesOf(point);
      const enough = new Map([...environment].filter(([name]) => freeSymbols(tree).has(name)));
      expect(valueAt(tree, enough)).toEqual(valueAt(tree, environment));
      expect(isConstant(tree)).toBe(enough.size === 0);
    }),
    settings,
  );
  expect(isConstant(apply(f, num(1), num(2)))).toBe(false);
});

test('unknown functions are given a form, each argument in its place', () => {
  const lambda = {
    parameters: ['a', 'b'],
    body: sub<string>(
      { ...x, symbol: { ...x.symbol, name: 'a' } } as typeof x,
      mul(2, { ...y, symbol: { ...y.symbol, name: 'b' } } as typeof y),
    ),
  };
  const definite = instantiate(mul(3, apply(f, y, add(x, 1))), { f: lambda });
  expect(unknownFunctions(definite).size).toBe(0);
  // 3 (5 - 2 (7 + 1)) = -33
  expect(digits.ends(valueAt(definite, at({ x: '7', y: '5' })) as never)).toEqual(
    digits.ends(digits.rational({ numerator: -33n, denominator: 1n })),
  );
  expect([...unknownFunctions(instantiate(apply(f, x, y), {})).keys()]).toEqual(['f']);
  const without = instantiate(everything, { f: lambda, delta: { parameters: ['at'], body: num(1) } });
  expect([key(without).includes('delta'), key(without).includes('?f')]).toEqual([false, false]);
});

/** The same tree with the parts of its sums and products in another order. */
const reversed = (tree: Expr): Expr =>
  fold<Node>(tree, {
    ...rebuild,
    sum: (terms) => rebuild.sum([...terms].reverse()),
    product: (factors) => rebuild.product([...factors].reverse()),
  });

test('the key does not know the order of sums and products, and the value does not depend on it', () => {
  fc.assert(
    fc.property(trees(3), environments, (tree, point) => {
      const other = reversed(tree);
      expect(key(other)).toBe(key(tree));
      const [a, b] = [valueAt(tree, valuesOf(point)), valueAt(other, valuesOf(point))];
      expect((a === undefined) === (b === undefined)).toBe(true);
      if (a && b) expect(digits.overlap(a, b)).toBe(true);
    }),
    settings,
  );
});

test('formulas with the same key have the same value', () => {
  const seen = new Map<string, Expr>();
  let met = 0;
  fc.assert(
    fc.property(trees(1), environments, (tree, point) => {
      const other = seen.get(key(tree));
      seen.set(key(tree), tree);
      if (!other) return;
      met++;
      const [a, b] = [valueAt(tree, valuesOf(point)), valueAt(other, valuesOf(point))];
      expect((a === undefined) === (b === undefined)).toBe(true);
      if (a && b) expect(digits.overlap(a, b)).toBe(true);
    }),
    { ...settings, numRuns: 2000 },
  );
  expect(met).toBeGreaterThan(200);
});

test.each<[string, Expr, Expr]>([
  ['a quotient and its inverse', div(x, y), div(y, x)],
  ['a power and its base', pow(x, 2), x],
  ['arguments of an unknown function', apply(f, x, y), apply(f, y, x)],
  ['limits of an integral', integral(x, [[y, z]], x), integral(x, [[z, y]], x)],
  ['a sum and a product', add(x, y), mul(x, y)],
  ['a half and two', num(1, 2), num(2)],
  ['pi and a number', pi, num(3)],
  ['two functions', call('sin', x), call('cos', x)],
])('the key tells apart %s', (_, a, b) => {
  expect(key(a)).not.toBe(key(b));
});

test('a part replaced, and put back, is the same formula', () => {
  fc.assert(
    fc.property(trees(2), trees(1), (tree, part) => {
      fc.pre(!freeSymbols(tree).has('z') && !freeSymbols(part).has('z'));
      const whole = add<string>(tree, mul(x, part));
      const cut = replace(whole, part, z);
      expect(freeSymbols(cut).has('z')).toBe(true);
      expect(key(substitute(cut, { z: part }))).toBe(key(whole));
    }),
    settings,
  );
  expect(key(replace(mul(2, add(y, x)), add(x, y), z))).toBe(key(mul(2, z)));
});

test('powers of a square become twice as high powers of its root', () => {
  const square = sub(1, pow(x, 2));
  const rewritten = (tree: Expr): string => key(replaceSquare(tree, square, z));
  expect(rewritten(pow(square, 3, 2))).toBe(key(pow(z, 3)));
  expect(rewritten(sqrt(square))).toBe(key(z));
  expect(rewritten(square)).toBe(key(pow(z, 2)));
  expect(rewritten(pow(square, -1, 2))).toBe(key(pow(z, -1)));
  expect(rewritten(div(pow(square, 2), sub(1, x)))).toBe(key(div(pow(z, 4), sub(1, x))));
  // 3/5, 4/5 and 1 make a right triangle.
  const tree = add(pow(square, 3, 2), mul(x, square), div(1, sqrt(square)));
  const [before, after] = [tree, replaceSquare(tree, square, z)].map((of) => valueAt(of, at({ x: '3/5', z: '4/5' })));
  expect(before && after && digits.overlap(before, after)).toBe(true);
});

test('a factor 1 is left out', () => {
  expect(scaled(num(1), x)).toBe(x);
  expect(key(scaled(num(2), x))).toBe(key(mul(2, x)));
});
