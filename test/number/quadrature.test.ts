import { expect, test } from 'vitest';
import type { EnclosureArithmetic } from '../../src/number/arithmetic.ts';
import { enclosures } from '../../src/number/enclosure.ts';
import { interval64 } from '../../src/number/interval64.ts';
import { integrate } from '../../src/number/quadrature.ts';
import { parseRational, rational } from '../../src/number/rational.ts';
import type { Series, series } from '../../src/number/taylor.ts';

type Integrand<T> = (x: Series<T>, s: ReturnType<typeof series<T>>) => Series<T>;

/** cos^2 sin^2 / (sin^2 + w^2), sharply peaked zero of width w at 0. */
const peaked =
  <T>(w: T): Integrand<T> =>
  (x, s) => {
    const sine = s.pow(s.sin(x), 2);
    return s.div(s.mul(s.pow(s.cos(x), 2), sine), s.add(sine, s.pow(s.constant(w), 2)));
  };

/** Its integral from 0 to pi/2: pi/4 - (pi/2) w sqrt(1 + w^2) + (pi/2) w^2. */
const peakedIntegral = <T>(a: EnclosureArithmetic<T>, w: T): T => {
  const half = a.div(a.pi(), a.rational(rational(2)));
  const root = a.sqrt(a.add(a.rational(rational(1)), a.pow(w, 2)));
  return a.mul(half, a.add(a.rational(rational(1, 2)), a.mul(w, a.sub(w, root))));
};

const decimals = enclosures(40);
const asDecimals = <T>(a: EnclosureArithmetic<T>, x: T) => {
  const [lo, hi] = a.ends(x);
  return decimals.hull(decimals.rational(lo), decimals.rational(hi));
};
const q = (text: string) => interval64.rational(parseRational(text));

test('pi from 4/(1 + x^2) at 20 digits', () => {
  const base = enclosures(24);
  const four = base.rational(rational(4));
  const integrand: Integrand<ReturnType<typeof base.pi>> = (x, s) =>
    s.div(s.constant(four), s.add(s.rational(rational(1)), s.pow(x, 2)));
  const [lo, hi] = [base.rational(rational(0)), base.rational(rational(1))];
  const { value, panels } = integrate(base, integrand, lo, hi, { relative: 1e-20, order: 16 });
  expect(base.within(enclosures(60).pi(), value)).toBe(true);
  expect(base.relativeWidth(value)).toBeLessThan(1e-20);
  expect(panels).toBeLessThan(40);
});

test.each(['1e-12', '1e-9', '1e-6', '1e-3', '0.1', '1', '7', '1e3', '1e6', '1e12'])(
  'the peaked integral over a quarter turn, w = %s',
  (text) => {
    const w = q(text);
    const quarter = interval64.div(interval64.pi(), q('2'));
    const { value, panels } = integrate(interval64, peaked(w), q('0'), quarter, { relative: 1e-11 });
    const exact = peakedIntegral(enclosures(80), enclosures(80).rational(parseRational(text)));
    expect(decimals.within(asDecimals(enclosures(80), exact), asDecimals(interval64, value))).toBe(true);
    expect(interval64.relativeWidth(value)).toBeLessThan(2e-11);
    expect(panels).toBeLessThan(300);
  },
);

test.each(['1e-12', '1e-6', '0.5'])('two parts add up to the whole, w = 1e-6, cut at %s', (cut) => {
  const part = (lo: string, hi: string) =>
    integrate(interval64, peaked(q('1e-6')), q(lo), q(hi), { relative: 1e-11 }).value;
  const [first, second, whole] = [part('0', cut), part(cut, '1'), part('0', '1')];
  expect(interval64.overlap(interval64.add(first, second), whole)).toBe(true);
  for (const value of [first, second, whole]) expect(interval64.relativeWidth(value)).toBeLessThan(2e-11);
  expect(interval64.overlap(part('1', '0'), interval64.neg(whole))).toBe(true);
});

test('tiny ranges and enclosed ends and parameters', () => {
  const tiny = integrate(interval64, peaked(q('1')), q('0'), q('1e-12'), { relative: 1e-11 }).value;
  expect(interval64.middle(tiny) / 3.333333333333333e-37).toBeCloseTo(1, 11);
  const end = { lo: 0.999, hi: 1.001 };
  const fuzzy = integrate(interval64, (x) => x, q('0'), end, { relative: 1e-11 });
  expect(fuzzy.value.lo).toBeLessThanOrEqual(0.999 * 0.999 * 0.5);
  expect(fuzzy.value.hi).toBeGreaterThanOrEqual(1.001 * 1.001 * 0.5);
  expect(interval64.relativeWidth(fuzzy.value)).toBeLessThan(0.02);
  expect(fuzzy.panels).toBeLessThan(50);
  const box = { lo: 0.5, hi: 0.5001 };
  const loose = integrate(interval64, peaked(box), q('0'), q('1'), { relative: 1e-11 });
  for (const w of [0.5, 0.50005, 0.5001]) {
    const sharp = integrate(interval64, peaked({ lo: w, hi: w }), q('0'), q('1'), { relative: 1e-11 }).value;
    expect(interval64.within(sharp, loose.value)).toBe(true);
  }
  expect(loose.panels).toBeLessThan(200);
});

test('a polynomial is exact in one panel, a root that vanishes at an end converges', () => {
  const cubic = integrate(interval64, (x, s) => s.add(s.pow(x, 3), s.rational(rational(1))), q('0'), q('2'), {
    relative: 1e-13,
  });
  expect([cubic.value.lo <= 6 && cubic.value.hi >= 6, cubic.panels]).toEqual([true, 1]);
  const constant = integrate(interval64, (_, s) => s.rational(rational(3)), q('1'), q('2'), { relative: 1e-13 });
  expect([constant.value.lo <= 3 && constant.value.hi >= 3, constant.panels]).toEqual([true, 1]);
  const root = integrate(interval64, (x, s) => s.sqrt(x), q('0'), q('1'), { relative: 1e-11 });
  expect(interval64.within(q('2/3'), root.value)).toBe(true);
  expect(interval64.relativeWidth(root.value)).toBeLessThan(2e-11);
  const nothing = integrate(interval64, (x, s) => s.exp(x), q('1'), q('1'), { relative: 1e-11 });
  expect(interval64.overlap(nothing.value, q('0'))).toBe(true);
});

test('panels that cannot be evaluated are cut until they can', () => {
  // 1/(x^2 - x + 1) is positive, but the denominator contains 0 over all of [0, 2]
  const integrand: Integrand<{ lo: number; hi: number }> = (x, s) =>
    s.div(s.rational(rational(1)), s.add(s.sub(s.mul(x, x), x), s.rational(rational(1))));
  const { value } = integrate(interval64, integrand, q('0'), q('2'), { relative: 1e-12 });
  expect(interval64.middle(value)).toBeCloseTo(Math.PI / Math.sqrt(3), 11);
  expect(interval64.relativeWidth(value)).toBeLessThan(1e-12);
});

test('at the limit of panels the enclosure so far is returned, unless the integrand failed', () => {
  const few = integrate(interval64, peaked(q('1e-3')), q('0'), q('1'), { relative: 1e-11, panels: 20 });
  const many = integrate(interval64, peaked(q('1e-3')), q('0'), q('1'), { relative: 1e-11 });
  expect(few.panels).toBe(20);
  expect(interval64.within(many.value, few.value)).toBe(true);
  const pole = () =>
    integrate(interval64, (x, s) => s.div(s.rational(rational(1)), x), q('-1'), q('1'), { relative: 1e-6, panels: 30 });
  expect(pole).toThrow('could not be evaluated');
});

test('other errors pass through, and senseless options are refused', () => {
  const broken = () => {
    throw new TypeError('broken');
  };
  expect(() => integrate(interval64, broken, q('0'), q('1'), { relative: 1e-6 })).toThrow(TypeError);
  const run = (options: { relative: number; order?: number; panels?: number }) => () =>
    integrate(interval64, (x) => x, q('0'), q('1'), options);
  for (const options of [
    { relative: 0 },
    { relative: 1e-6, order: 3 },
    { relative: 1e-6, order: 0 },
    { relative: 1e-6, panels: 0 },
  ])
    expect(run(options)).toThrow(RangeError);
});
