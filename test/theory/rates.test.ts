import { describe, expect, test } from 'vitest';
import { cutOffAbove, cutOffBelow } from '../../spec/domains.ts';
import type { Domain } from '../../src/claim/domain.ts';
import type { Small } from '../../src/claim/relation.ts';
import { decide } from '../../src/evidence/decide.ts';
import type { Effort } from '../../src/evidence/finding.ts';
import { type ChangeOfVariable, changeVariable } from '../../src/formula/change-variable.ts';
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
  sub,
  symbol,
} from '../../src/formula/expression.ts';
import { key, replace, substitute } from '../../src/formula/substitute.ts';
import { D, D0, DD, Delta, Delta0, omega0I, theta } from '../../src/formula/symbols.ts';
import { dimensionOf } from '../../src/meaning/dimension.ts';
import { deltaIntegral } from '../../src/meaning/functional.ts';
import { evaluate } from '../../src/meaning/value.ts';
import { dyadics } from '../../src/number/dyadic.ts';
import { interval64 } from '../../src/number/interval64.ts';
import { compare, parseRational, rational } from '../../src/number/rational.ts';
import { lorentzianDensity } from '../../src/theory/coupling-density.ts';
import * as rates from '../../src/theory/rates.ts';

const digits = dyadics(60);
const effort: Effort = { points: 25, seed: 9, label: 'rates' };
type Values = Readonly<Record<string, string>>;
const sharp = (formula: Expr, values: Values) =>
  evaluate(formula)(
    digits,
    new Map(Object.entries(values).map(([name, text]) => [name, digits.rational(parseRational(text))])),
  );
const quadrature = (formula: Expr, values: Values) =>
  evaluate(formula)(
    interval64,
    new Map(Object.entries(values).map(([name, text]) => [name, interval64.rational(parseRational(text))])),
  );

/** Delta = omega0I cos(theta), from the angle at which Delta0 stands down to 0. */
const byAngle = (greatest: Expr): ChangeOfVariable => ({
  from: Delta,
  to: theta,
  at: mul(omega0I, call('cos', theta)),
  slope: mul(omega0I, call('sin', theta)),
  square: mul(sub(omega0I, Delta), add(omega0I, Delta)),
  root: mul(omega0I, call('sin', theta)),
  limit: (x) => (key(x) === key(omega0I) ? num(0) : greatest),
});
const overAngle = (formula: Expr, greatest: Expr): Expr => changeVariable(formula, byAngle(greatest));
const upToCutOff = call('asin', div(D0, omega0I));

/** Closed form and integral at one point: the first must lie in the second, and that must be narrow. */
const expectSame = (closed: Expr, asIntegral: Expr, values: Values): void => {
  const [exact, found] = [sharp(closed, values), quadrature(asIntegral, values)];
  const [lo, hi] = [digits.ends(exact), interval64.ends(found)];
  expect(compare(hi[0], lo[1]) <= 0 && compare(lo[0], hi[1]) <= 0).toBe(true);
  expect(interval64.relativeWidth(found)).toBeLessThan(1e-7);
};

const widths = ['1e-9', '1e-4', '1/7', '1', '25', '1e6'];
const scale = { A2: '3', omega0I: '5/4', Delta: '1' };

describe('the closed forms are their integrals over the angle, at every width', () => {
  const forms: readonly (readonly [string, Expr, Expr, Expr])[] = [
    ['W_Z', rates.W_Z_integral, rates.W_Z_below, rates.W_Z_above],
    ['W_SS', rates.W_SS_integral, rates.W_SS_below, rates.W_SS_above],
  ];
  const cases = forms.flatMap(([name, whole, below, above]) =>
    widths.map((DDOf) => [name, DDOf, whole, below, above] as const),
  );
  test.each(cases)('%s, width %s', (_, width, whole, below, above) => {
    for (const cutOff of ['1e-3', '1', '1.2499'])
      expectSame(below, overAngle(whole, upToCutOff), { ...scale, DD: width, D0: cutOff });
    expectSame(above, overAngle(whole, div(pi, 2)), { ...scale, DD: width, D0: '2' });
  });

  test('the cases choose the form, and both agree where they meet', () => {
    for (const [form, below, above] of [
      [rates.W_Z, rates.W_Z_below, rates.W_Z_above],
      [rates.W_SS, rates.W_SS_below, rates.W_SS_above],
    ] as const) {
      const at = (D0Of: string) => ({ ...scale, DD: '1/3', D0: D0Of });
      expect(sharp(form, at('1'))).toEqual(sharp(below, at('1')));
      expect(sharp(form, at('7'))).toEqual(sharp(above, at('7')));
      expect(digits.overlap(sharp(below, at('5/4')), sharp(above, at('5/4')))).toBe(true);
      expect(digits.overlap(sharp(form, at('1')), sharp(above, at('1')))).toBe(false);
    }
  });

  test('the angle covers the range of Delta from its lower limit', () => {
    const whole = (to: Expr) => substitute(to, { Delta0: rates.lowerLimit });
    const values = { ...scale, DD: '1/3', D0: '1' };
    const overDelta = quadrature(whole(integral(Delta, [[Delta0, omega0I]], mul(Delta, Delta))), values);
    const again = quadrature(overAngle(integral(Delta, [[Delta0, omega0I]], mul(Delta, Delta)), upToCutOff), values);
    expect(interval64.overlap(overDelta, again)).toBe(true);
    expect(interval64.relativeWidth(again)).toBeLessThan(1e-8);
  });
});

test('W_SSI is what the delta function leaves of the golden rule, both roots', () => {
  const hypotenuse = pow(add(pow(Delta, 2), pow(D, 2)), 1, 2);
  const wide = mul(2, omega0I);
  const rule = integral(
    D,
    [[mul(-1, wide), wide]],
    mul<string, 'scalar' | 'binder'>(
      div(pi, 2),
      div(symbol('A2', 'A^2', angularFrequency), pow(omega0I, 2)),
      lorentzianDensity,
      pow(D, 2),
      delta(sub(omega0I, hypotenuse)),
    ),
  );
  const functional = deltaIntegral(rule, [
    [mul(-1, wide), num(0)],
    [num(0), wide],
  ]);
  for (const [width, detuning] of [
    ['1/3', '1'],
    ['1e-6', '1/2'],
    ['40', '-6/5'],
  ] as const) {
    const values = { ...scale, DD: width, Delta: detuning };
    const found = functional.value(
      digits,
      new Map(Object.entries(values).map(([name, text]) => [name, digits.rational(parseRational(text))])),
    );
    expect(digits.overlap(found, sharp(rates.W_SSI, values))).toBe(true);
    expect(digits.relativeWidth(found)).toBeLessThan(1e-8);
  }
});

test('W_SSI is even, vanishes at its ends, and both shares add up to it', () => {
  const at = (formula: Expr, detuning: string) => sharp(formula, { ...scale, DD: '1/7', Delta: detuning });
  expect(at(rates.W_SSI, '-1')).toEqual(at(rates.W_SSI, '1'));
  expect(digits.ends(at(rates.W_SSI, '5/4'))).toEqual([rational(0), rational(0)]);
  for (const detuning of ['1/9', '-1', '1.24999'])
    expect(
      digits.overlap(
        at(add<string, 'scalar' | 'binder'>(rates.crossEffectFactor, rates.thermalMixingFactor), detuning),
        at(rates.W_SSI, detuning),
      ),
    ).toBe(true);
  // A2 DD/(omega0I^2 + DD^2) at Delta = 0
  expect(
    digits.overlap(
      at(rates.W_SSI, '0'),
      sharp(div(mul(3, DD), add(pow(omega0I, 2), pow(DD, 2))), { ...scale, DD: '1/7' }),
    ),
  ).toBe(true);
});

describe('limits', () => {
  const narrow = { symbol: DD.symbol, scale: omega0I };
  const short = { symbol: D0.symbol, scale: omega0I };
  test.each<[string, Expr, Expr, Small, Domain]>([
    ['W_Z at small width', rates.W_Z_below, rates.W_Z_narrow, narrow, cutOffBelow],
    ['W_SS at small width', rates.W_SS_below, rates.W_SS_narrow, narrow, cutOffBelow],
    ['W_Z at small width, every pair', rates.W_Z_above, rates.W_limit_above, narrow, cutOffAbove],
    ['W_SS at small width, every pair', rates.W_SS_above, rates.W_limit_above, narrow, cutOffAbove],
    ['W_Z at small cut-off', rates.W_Z_narrow, rates.W_Z_limit_small, short, cutOffBelow],
    ['W_SS at small cut-off', rates.W_SS_narrow, rates.W_SS_limit_small, short, cutOffBelow],
  ])('%s', (_, left, right, small, of) => {
    expect(decide({ kind: 'approaches', left, right, small }, of, effort)).toMatchObject({
      outcome: 'holds',
      discarded: 0,
    });
    const wrong = decide(
      { kind: 'approaches', left, right: mul<string, 'scalar' | 'binder'>(2, right), small },
      of,
      effort,
    );
    expect(wrong).toMatchObject({ outcome: 'fails', factor: { text: '2' } });
  });

  test('the error at a finite width is linear in W_Z and quadratic in W_SS', () => {
    const order = (left: Expr, right: Expr) =>
      decide({ kind: 'approaches', left, right, small: narrow }, cutOffAbove, effort).error;
    expect(order(rates.W_Z_above, rates.W_limit_above)).toEqual({ order: 1, coefficient: '2' });
    expect(order(rates.W_SS_above, rates.W_limit_above)).toEqual({ order: 2, coefficient: '2' });
  });

  test('however wide, the rates stay positive and W_Z + W_SS below its narrow limit', () => {
    const zero: Expr = num(0);
    for (const of of [cutOffBelow]) {
      for (const form of [rates.W_Z_below, rates.W_SS_below])
        expect(decide({ kind: 'ordered', left: zero, is: '<', right: form }, of, effort).outcome).toBe('holds');
      const sum = (a: Expr, b: Expr): Expr => add<string, 'scalar' | 'binder'>(a, b);
      expect(
        decide(
          {
            kind: 'ordered',
            left: sum(rates.W_Z_below, rates.W_SS_below),
            is: '<=',
            right: sum(rates.W_Z_narrow, rates.W_SS_narrow),
          },
          of,
          effort,
        ).outcome,
      ).toBe('holds');
    }
  });
});

test('every rate has the dimension of its unit', () => {
  const perSecondSquared = { s: -2, m: 0, kg: 0, A: 0, K: 0 };
  for (const form of [
    rates.W_Z,
    rates.W_SS,
    rates.W_Z_narrow,
    rates.W_SS_narrow,
    rates.W_Z_integral,
    rates.W_SS_integral,
  ])
    expect(dimensionOf(form)).toEqual(perSecondSquared);
  expect(dimensionOf(rates.W_SSI)).toEqual(angularFrequency);
  expect(dimensionOf(replace(rates.W_SSI, DD, D0))).toEqual(angularFrequency);
});
