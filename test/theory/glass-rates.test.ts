import { describe, expect, test } from 'vitest';
import { dipolar } from '../../spec/domains.ts';
import { domain, positive } from '../../src/claim/domain.ts';
import { compareAtPoints, equal } from '../../src/evidence/enclosure.ts';
import { changeVariable } from '../../src/formula/change-variable.ts';
import { angularFrequency } from '../../src/formula/dimension.ts';
import {
  add,
  call,
  delta,
  div,
  type Expr,
  integral,
  mul,
  num,
  pi,
  pow,
  type Stratum,
  sqrt,
  sub,
} from '../../src/formula/expression.ts';
import { separate } from '../../src/formula/separate.ts';
import { key, substitute } from '../../src/formula/substitute.ts';
import { A2, D, D0, DD, Delta, Delta0, omega0I, theta } from '../../src/formula/symbols.ts';
import { dimensionOf } from '../../src/meaning/dimension.ts';
import { deltaIntegral } from '../../src/meaning/functional.ts';
import { evaluate } from '../../src/meaning/value.ts';
import { dyadics } from '../../src/number/dyadic.ts';
import { type Interval64, interval64 } from '../../src/number/interval64.ts';
import { parseRational } from '../../src/number/rational.ts';
import {
  dipolarConstant,
  dipolarDensity,
  dipolarSecondMoment,
  largestCoupling,
  lorentzianWidth,
} from '../../src/theory/coupling-density.ts';
import * as glass from '../../src/theory/glass-rates.ts';
import * as lorentzian from '../../src/theory/rates.ts';

type Values = Readonly<Record<string, string>>;
const quadrature = (formula: Expr, values: Values): Interval64 =>
  evaluate(formula)(
    interval64,
    new Map(Object.entries(values).map(([name, text]) => [name, interval64.rational(parseRational(text))])),
  );
const digits = dyadics(30);
const sharp = (formula: Expr, values: Values) =>
  evaluate(formula)(
    digits,
    new Map(Object.entries(values).map(([name, text]) => [name, digits.rational(parseRational(text))])),
  );
const scale = { A2: '3', DD: '1/1000', omega0I: '5/4' };
const times = (...factors: Expr[]): Expr => mul<string, Stratum>(...factors);

/** Both enclosures are narrow and overlap. */
const expectSame = (a: Interval64, b: Interval64): void => {
  expect(interval64.overlap(a, b)).toBe(true);
  for (const one of [a, b]) expect(interval64.relativeWidth(one)).toBeLessThan(3e-9);
};
/** right/left lies between two numbers, for certain. */
const expectBetween = (left: Interval64, right: Interval64, lo: number, hi: number): void => {
  const ratio = interval64.div(right, left);
  expect(ratio.lo).toBeGreaterThan(lo);
  expect(ratio.hi).toBeLessThan(hi);
};
const effort = { points: 25, seed: 11, label: 'glass rates' };
const compare = (left: Expr, right: Expr) =>
  compareAtPoints(left, right, domain(['A2', 'DD', 'D0', 'omega0I'].map(positive)), effort, equal).outcome;
const at = (cutOff: string): Values => ({ ...scale, D0: cutOff });

test('W_SSI is what the delta function leaves of the golden rule with the density of couplings, both roots', () => {
  // By DD instead of by n_S: n_S K = 15 DD/(2 pi^2).
  const density = substitute(dipolarDensity, { nS: div(mul(15, DD), mul(2, pow(pi, 2), dipolarConstant)) });
  const rule = (from: Expr, to: Expr) =>
    deltaIntegral(
      integral(
        D,
        [[from, to]],
        times(
          div(pi, 2),
          div(A2, pow(omega0I, 2)),
          density,
          pow(D, 2),
          delta(sub(omega0I, pow(add(pow(Delta, 2), pow(D, 2)), 1, 2))),
        ),
      ),
      [[from, to]],
    );
  const values = { ...scale, D0: '1', mu0: '3', hbar: '1/2', gammaS: '7/5' };
  const point = (detuning: string) =>
    new Map(
      Object.entries({ ...values, Delta: detuning }).map(([name, text]) => [
        name,
        digits.rational(parseRational(text)),
      ]),
    );
  const [below, above] = [rule(mul(-1, D0), num(0)), rule(num(0), div(D0, 2))];
  for (const [detuning, counted] of [
    ['6/5', [below, above]],
    ['-6/5', [below, above]],
    ['1', [below]],
  ] as const) {
    const found = counted.map((one) => one.value(digits, point(detuning))).reduce((x, y) => digits.add(x, y));
    const closed = sharp(glass.W_SSI_glass, { ...at('1'), Delta: detuning });
    expect(digits.overlap(found, closed)).toBe(true);
    expect(digits.relativeWidth(found)).toBeLessThan(1e-8);
  }
  // No pair has a coupling beyond D0.
  expect(digits.sign(sharp(glass.W_SSI_glass, { ...at('1'), Delta: '1/2' }))).toBe(0);
});

/**
 * The rates from positions: a partner at each point of a grid in r0^3/r^3, cosine and Delta, the delta function a box.
 * n_S r^2 dr over the sphere is 2 n_S r0^3/3 times 2 pi dq/q^2 dc/2 twice, q = r0^3/r^3, and D0 = K/r0^3.
 */
const fromPositions = (cutOff: number): { readonly W_Z: number; readonly W_SS: number } => {
  const [A2Of, width, omega] = [3, 1 / 1000, 5 / 4];
  const [partners, detunings, half] = [100, 366, omega / 60];
  const concentration = (15 * width) / (2 * Math.PI * Math.PI * cutOff);
  let [zeeman, interaction] = [0, 0];
  for (let i = 0; i < partners; i++)
    for (let j = 0; j < partners; j++) {
      const [q, c] = [(i + 0.5) / partners, (j + 0.5) / partners];
      const coupling = (cutOff * q * (1 - 3 * c * c)) / 2;
      const number = (4 * Math.PI * concentration) / (3 * q * q * partners * partners);
      for (let k = 0; k < detunings; k++) {
        const detuning = ((k + 0.5) / detunings) * (omega + half);
        const splitting = Math.hypot(detuning, coupling);
        if (Math.abs(omega - splitting) > half) continue;
        const golden = ((Math.PI / 2) * A2Of * coupling * coupling) / (omega * omega) / (2 * half);
        const perDetuning = (2 * (omega + half)) / detunings;
        const share = (detuning * detuning) / (splitting * splitting);
        zeeman += number * golden * perDetuning * share;
        interaction += number * golden * perDetuning * (1 - share);
      }
    }
  return { W_Z: zeeman, W_SS: interaction };
};

test.each(['1/4', '5/4', '2', '6'])('positions, angles and Delta on a grid give the rates, cut-off %s', (cutOff) => {
  const [n = 1, d = 1] = cutOff.split('/').map(Number);
  const found = fromPositions(n / d);
  const [zeeman, interaction] = [glass.W_Z_glass, glass.W_SS_glass].map((rate) =>
    interval64.middle(quadrature(rate, at(cutOff))),
  );
  expect(Math.abs(found.W_Z / (zeeman ?? 0) - 1)).toBeLessThan(2e-3);
  expect(Math.abs(found.W_SS / (interaction ?? 0) - 1)).toBeLessThan(2e-3);
});

describe('W_Z and W_SS', () => {
  const both = [
    ['W_Z', glass.W_Z_glass, pow(div(Delta, omega0I), 2)],
    ['W_SS', glass.W_SS_glass, div(mul(sub(omega0I, Delta), add(omega0I, Delta)), pow(omega0I, 2))],
  ] as const;

  /** The share of W_SSI over both signs of Delta = omega0I cos(theta), between two angles. */
  const overAngle = (of: Expr, from: Expr, to: Expr): Expr =>
    separate(
      changeVariable(times(num(2), integral(Delta, [[Delta0, omega0I]], of)), {
        from: Delta,
        to: theta,
        at: mul(omega0I, call('cos', theta)),
        slope: mul(omega0I, call('sin', theta)),
        square: mul(sub(omega0I, Delta), add(omega0I, Delta)),
        root: mul(omega0I, call('sin', theta)),
        limit: (end) => (key(end) === key(omega0I) ? from : to),
      }),
    );
  const angleOf = (coupling: Expr): Expr => call('asin', div<string, Stratum>(coupling, omega0I));

  test.each(both)('%s is the integral of its share of W_SSI over Delta', (_, rate, share) => {
    const [rightAngle, half] = [div(pi, 2), angleOf(div(D0, 2))];
    for (const [cutOff, until, last] of [
      ['1', half, angleOf(D0)],
      ['2', half, rightAngle],
      ['6', rightAngle, rightAngle],
    ] as const) {
      const ofBoth = quadrature(overAngle(times(share, glass.W_SSI_glass_both), num(0), until), at(cutOff));
      const ofNegative = quadrature(overAngle(times(share, glass.W_SSI_glass_negative), until, last), at(cutOff));
      expectSame(interval64.add(ofBoth, ofNegative), quadrature(rate, at(cutOff)));
    }
  });

  test('are algebraic at D0 = 2 omega0I: 104 sqrt(2)/105 and 71 sqrt(2)/105', () => {
    const unit = times(glass.wingRatio, A2, div(DD, omega0I), sqrt(num(2)));
    for (const [rate, part] of [
      [glass.W_Z_glass, num(104, 105)],
      [glass.W_SS_glass, num(71, 105)],
    ] as const) {
      for (const near of ['2.4999999999999', '2.5000000000001'])
        expectSame(quadrature(times(unit, part), scale), quadrature(rate, at(near)));
      // At 2 omega0I itself binary64 intervals, in which a product is never exact, do not tell which case holds.
      const there = sharp(rate, at('5/2'));
      expect(digits.overlap(there, sharp(times(unit, part), scale))).toBe(true);
      expect(digits.relativeWidth(there)).toBeLessThan(3e-9);
    }
  });

  test('differ by the integral that integration by parts leaves', () => {
    // 3 x^2 sqrt(1 - s^2)/sqrt(1 - 2 x) over s = D/omega0I from -D0/omega0I to D0/(2 omega0I), x = (1 - u^2)/2.
    const u2 = pow(theta, 2);
    const part = mul(num(1, 2), sub(1, u2));
    const left = integral(
      theta,
      [[num(0), sqrt(num(3))]],
      times(num(3), div(D0, omega0I), pow(part, 2), sqrt(sub(1, pow(mul(div(D0, omega0I), part), 2)))),
    );
    const difference = times(glass.wingRatio, A2, div(DD, omega0I), left);
    for (const cutOff of ['1/50', '1/2', '1', '1.2'])
      expectSame(
        quadrature(glass.W_Z_glass, at(cutOff)),
        interval64.add(quadrature(glass.W_SS_glass, at(cutOff)), quadrature(difference, at(cutOff))),
      );
  });

  test('go over into one another where a range ends', () => {
    for (const [, rate] of both)
      for (const [below, above] of [
        ['1.2499999999', '1.2500000001'],
        ['2.4999999999999', '2.5000000000001'],
      ] as const)
        expectBetween(quadrature(rate, at(below)), quadrature(rate, at(above)), 1 - 5e-9, 1 + 5e-9);
  });

  test('have enclosures at every cut-off', () => {
    for (const [, rate] of both)
      for (const cutOff of ['1e-9', '1/8', '1.2', '5/4', '1.3', '2.4999', '2.4999999999', '2.51', '5', '1e9'])
        expect(interval64.relativeWidth(quadrature(rate, at(cutOff))), cutOff).toBeLessThan(1e-8);
  });

  test('at D0 = omega0I W_SS is 0.217 of W_Z, where both are equal for the Lorentzian', () => {
    expectBetween(quadrature(glass.W_Z_glass, at('5/4')), quadrature(glass.W_SS_glass, at('5/4')), 0.21662, 0.21664);
    const narrow = { ...at('5/4'), DD: '1e-12' };
    expectBetween(quadrature(lorentzian.W_Z, narrow), quadrature(lorentzian.W_SS, narrow), 0.99999, 1.00001);
  });
});

describe('limits', () => {
  test('for a small cut-off: W_Z as for the Lorentzian, W_SS/W_Z 3/7 of it', () => {
    const small = at('1/8000');
    // sqrt(1 - s^2) and its inverse, s up to D0/omega0I = 1e-4.
    expectBetween(quadrature(glass.W_Z_glass_small, small), quadrature(glass.W_Z_glass, small), 1 - 6e-9, 1 + 1e-9);
    expectBetween(quadrature(glass.W_SS_glass_small, small), quadrature(glass.W_SS_glass, small), 1 - 1e-9, 1 + 6e-9);
    expect(compare(glass.W_Z_glass_small, lorentzian.W_Z_limit_small)).toBe('holds');
    expect(compare(times(num(3, 7), lorentzian.W_SS_limit_small), glass.W_SS_glass_small)).toBe('holds');
    expect(compare(lorentzian.W_SS_limit_small, glass.W_SS_glass_small)).toBe('fails');
  });

  test('for a small cut-off W_Z is pi A2 M2/omega0I^2', () => {
    const inGlass = (formula: Expr) => substitute(formula, { DD: lorentzianWidth, D0: largestCoupling });
    const byMoment = times(pi, A2, dipolarSecondMoment, pow(omega0I, -2));
    const of = domain([...dipolar.coordinates, positive('A2'), positive('omega0I')]);
    expect(compareAtPoints(inGlass(glass.W_Z_glass_small), byMoment, of, effort, equal).outcome).toBe('holds');
  });

  test('for a great cut-off: both are 10/(3 sqrt(3)) times the Lorentzian ones', () => {
    const great = at('12500');
    for (const rate of [glass.W_Z_glass, glass.W_SS_glass])
      expectBetween(quadrature(glass.W_glass_large, great), quadrature(rate, great), 1 - 2e-8, 1 + 2e-9);
    expect(compare(times(glass.wingRatio, lorentzian.W_limit_above), glass.W_glass_large)).toBe('holds');
    expectBetween(quadrature(num(1), {}), quadrature(glass.wingRatio, {}), 1.9245, 1.9246);
  });

  test('W_SSI near |Delta| = omega0I is 10/(3 sqrt(3)) times that of the Lorentzian', () => {
    const close = { ...at('5'), DD: '1e-12', Delta: '1.24999' };
    expectBetween(
      quadrature(times(glass.wingRatio, lorentzian.W_SSI), close),
      quadrature(glass.W_SSI_glass, close),
      1 - 2e-6,
      1 + 1e-9,
    );
    const even = (detuning: string) => quadrature(glass.W_SSI_glass, { ...at('2'), Delta: detuning });
    expectSame(even('-1'), even('1'));
  });
});

test('every rate has the dimension of its unit', () => {
  const perSecondSquared = { s: -2, m: 0, kg: 0, A: 0, K: 0 };
  for (const rate of [
    glass.W_Z_glass,
    glass.W_SS_glass,
    glass.W_Z_glass_small,
    glass.W_SS_glass_small,
    glass.W_glass_large,
  ])
    expect(dimensionOf(rate)).toEqual(perSecondSquared);
  expect(dimensionOf(glass.W_SSI_glass)).toEqual(angularFrequency);
});
