import { expect, test } from 'vitest';
import type { Arithmetic } from '../../src/number/arithmetic.ts';
import { type Complex, complexes } from '../../src/number/complex.ts';
import { dyadics } from '../../src/number/dyadic.ts';
import { interval64 } from '../../src/number/interval64.ts';
import { random } from '../../src/number/random.ts';
import { fromBinary64 } from '../../src/number/rational.ts';

const base = dyadics(40);
const c = complexes(base);
const wide = complexes(interval64);
type Z = Complex<ReturnType<typeof base.pi>>;
const z = (re: number, im: number): Z => ({ re: base.rational(fromBinary64(re)), im: base.rational(fromBinary64(im)) });
const box = (x0: number, x1: number, y0: number, y1: number) => ({ re: { lo: x0, hi: x1 }, im: { lo: y0, hi: y1 } });
const isNear = (a: Z, b: Z): boolean => {
  const { re, im } = c.sub(a, b);
  return c.overlap(a, b) && [re, im].every((part) => Math.abs(base.middle(part)) < 1e-30);
};

const random01 = random(7, 'complex points');
const between = (lo: number, hi: number): number => lo + (hi - lo) * (random01.below(1 << 20) / (1 << 20));
const points = Array.from({ length: 20 }, () =>
  z(between(-2, 2), between(0.05, 2) * (random01.below(2) === 0 ? 1 : -1)),
);

/** Functions that undo each other on the values of the second, and identities. */
const identities: readonly (readonly [string, (a: Arithmetic<Z>, x: Z) => Z, (a: Arithmetic<Z>, x: Z) => Z])[] = [
  ['sqrt', (a, x) => a.pow(a.sqrt(x), 2), (_, x) => x],
  ['exp log', (a, x) => a.exp(a.log(x)), (_, x) => x],
  ['sin asin', (a, x) => a.sin(a.asin(x)), (_, x) => x],
  ['cos acos', (a, x) => a.cos(a.acos(x)), (_, x) => x],
  ['tan atan', (a, x) => a.div(a.sin(a.atan(x)), a.cos(a.atan(x))), (_, x) => x],
  ['tanh', (a, x) => a.tanh(x), (a, x) => a.div(a.sinh(x), a.cosh(x))],
  ['cosh and exp', (a, x) => a.add(a.cosh(x), a.sinh(x)), (a, x) => a.exp(x)],
  ['reciprocal', (a, x) => a.mul(x, a.pow(x, -1)), (a) => a.rational({ numerator: 1n, denominator: 1n })],
  ['cube', (a, x) => a.pow(x, 3), (a, x) => a.mul(x, a.mul(x, x))],
];

test.each(identities)('%s at points of the plane', (_, f, g) => {
  for (const x of points) expect(isNear(f(c, x), g(c, x))).toBe(true);
});

test('principal branches', () => {
  expect(base.middle(c.sqrt(z(-4, 1e-9)).im)).toBeCloseTo(2, 9);
  expect(base.middle(c.sqrt(z(-4, -1e-9)).im)).toBeCloseTo(-2, 9);
  expect(base.middle(c.log(z(-1, -1e-12)).im)).toBeCloseTo(-Math.PI, 9);
  expect(base.middle(c.log(z(0, 3)).im)).toBeCloseTo(Math.PI / 2, 12);
  expect(base.middle(c.asin(z(2, 1e-12)).re)).toBeCloseTo(Math.PI / 2, 6);
  expect(base.middle(c.atan(z(1e-12, 2)).re)).toBeCloseTo(Math.PI / 2, 9);
  expect(base.middle(c.atan(z(-1e-12, 2)).re)).toBeCloseTo(-Math.PI / 2, 9);
});

test('what meets a cut or a pole is refused', () => {
  const cut = box(-2, -1, -0.1, 0.1);
  for (const name of ['sqrt', 'log'] as const) {
    expect(() => wide[name](cut)).toThrow(RangeError);
    expect(() => wide[name](box(-1, 1, -1, 1))).toThrow(RangeError);
    expect(() => wide[name](box(0, 1, 0, 1))).toThrow(RangeError);
    expect(() => wide[name](box(-2, -1, 0.001, 0.1))).not.toThrow();
  }
  for (const name of ['asin', 'acos'] as const) {
    expect(() => wide[name](box(1.5, 2, -0.1, 0.1))).toThrow(RangeError);
    expect(() => wide[name](box(-0.5, 0.5, -0.1, 0.1))).not.toThrow();
  }
  expect(() => wide.atan(box(-0.1, 0.1, 1.5, 2))).toThrow(RangeError);
  expect(() => wide.atan(box(-0.1, 0.1, 0, 0.9))).not.toThrow();
  expect(() => wide.tanh(box(-0.1, 0.1, 1.5, 1.6))).toThrow(RangeError);
  expect(() => wide.div(wide.pi(), box(-1, 1, -1, 1))).toThrow(RangeError);
  expect(() => wide.abs(box(-1, 1, 0, 1))).toThrow(RangeError);
  expect(() => wide.sign(box(-1, 1, 0, 1))).toThrow(RangeError);
  expect(() => wide.max(box(-1, 1, 0, 1), wide.real({ lo: 0, hi: 0 }))).toThrow(RangeError);
  expect(() => wide.ends(box(-1, 1, 0, 1))).toThrow(TypeError);
});

test('real numbers stay real, and open choices among them stay open', () => {
  const x = wide.real({ lo: -1, hi: 1 });
  expect(wide.sign(x)).toBeUndefined();
  expect(wide.sqrt(wide.real({ lo: 0, hi: 4 })).re).toEqual({ lo: 0, hi: expect.any(Number) });
  expect(wide.isReal(wide.exp(x))).toBe(true);
  expect(wide.isReal(wide.mul(x, wide.asin(x)))).toBe(true);
});

const names = ['sqrt', 'exp', 'log', 'sin', 'cos', 'sinh', 'cosh', 'tanh', 'atan', 'acos', 'asin'] as const;
test.each(names)('%s of a box holds its values at points of the box', (name) => {
  let bounded = 0;
  for (let count = 0; count < 60; count++) {
    const [x, y, w, h] = [between(-2, 2), between(-2, 2), between(0.01, 0.6), between(0.01, 0.6)];
    let image: ReturnType<typeof wide.exp>;
    try {
      image = wide[name](box(x, x + w, y, y + h));
    } catch {
      continue;
    }
    bounded++;
    const value = wide[name](box(x + 0.3 * w, x + 0.3 * w, y + 0.9 * h, y + 0.9 * h));
    expect(wide.overlap(image, value)).toBe(true);
    expect(image.re.lo <= value.re.lo && value.re.hi <= image.re.hi).toBe(true);
  }
  expect(bounded).toBeGreaterThan(20);
});
