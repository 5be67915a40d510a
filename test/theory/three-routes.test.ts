import { expect, test } from 'vitest';
import { atLeast, below, domain, positive, samples } from '../../src/claim/domain.ts';
import type { Expr } from '../../src/formula/expression.ts';
import { evaluate } from '../../src/meaning/value.ts';
import { dyadics } from '../../src/number/dyadic.ts';
import { integrating, integratingDuals } from '../../src/number/integrals.ts';
import { random } from '../../src/number/random.ts';
import { parseRational, type Rational } from '../../src/number/rational.ts';
import { W_SS_overDelta, W_SS_overTangent, W_Z_overDelta, W_Z_overTangent } from '../../src/theory/rate-integrals.ts';
import { W_SS, W_Z } from '../../src/theory/rates.ts';

const rates = [
  ['W_Z', W_Z, W_Z_overTangent, W_Z_overDelta],
  ['W_SS', W_SS, W_SS_overTangent, W_SS_overDelta],
] as const;

const bitsFor = (digits: number): number => Math.ceil(digits * 3.3219281) + 3;
const arithmeticFor = (digits: number) => integrating(dyadics(digits + 15), { bits: bitsFor(digits) });
/** The closed forms cancel, by (D0/DD)^4 where D0 is small and DD large: they are taken with many more digits. */
const precise = dyadics(360);

type Point = ReadonlyMap<string, Rational>;

const agree = (digits: number, point: Point, closed: Expr, ...integrals: readonly Expr[]): void => {
  const a = arithmeticFor(digits);
  const valuesIn = (arithmetic: typeof precise) =>
    new Map([...point].map(([name, value]) => [name, arithmetic.rational(value)]));
  const enclosures = [
    evaluate(closed)(precise, valuesIn(precise)),
    ...integrals.map((formula) => evaluate(formula)(a, valuesIn(a))),
  ];
  for (const value of enclosures) {
    expect(a.relativeWidth(value)).toBeLessThan(Number(`1e-${digits}`));
    for (const other of enclosures) expect(a.overlap(value, other)).toBe(true);
  }
};

const first = [positive('A2'), positive('omega0I'), positive('DD')];
const cutOffs = [
  ['below omega0I', domain([...first, below('D0', 'omega0I', 'closed')])],
  ['above omega0I', domain([...first, atLeast('D0', 'omega0I')])],
] as const;

test.each(cutOffs)('closed form and rational integral over many decades, D0 %s', (name, of) => {
  for (const point of samples(of, 8, random(11, name)))
    for (const [, closed, tangent] of rates) agree(20, point, closed, tangent);
});

test.each(cutOffs)('all three routes, D0 %s', (name, of) => {
  for (const point of samples(of, 3, random(12, name))) for (const [, ...routes] of rates) agree(20, point, ...routes);
});

const typical = (D0: string): Point =>
  new Map(
    Object.entries({ A2: '2e15', DD: '1.2566e7', D0, omega0I: '9.11e8' }).map(([key, text]) => [
      key,
      parseRational(text),
    ]),
  );
const nextTo = '910999999.9999999';

test.each([
  ['3.267e8', 50],
  ['1.1e9', 30],
  [nextTo, 20],
  ['9.11e8', 20],
])('all three routes at a typical point, D0 = %s, %i digits', (D0, digits) => {
  for (const [, ...routes] of rates) agree(digits as number, typical(D0 as string), ...routes);
});

test('all three routes at 100 digits', () => {
  agree(100, typical('3.267e8'), W_Z, W_Z_overTangent, W_Z_overDelta);
});

test('derivatives of closed form and integral agree', () => {
  const point = typical('3.267e8');
  const a = integratingDuals(dyadics(60), 4, { bits: bitsFor(30) });
  const values = new Map([...point].map(([name, value], k) => [name, a.variable(a.base.rational(value), k)]));
  for (const [, closed, tangent] of rates) {
    const [exact, integral] = [closed, tangent].map((formula) => evaluate(formula)(a, values));
    expect(exact && integral && a.overlap(exact, integral)).toBe(true);
    for (const slope of integral?.slopes ?? []) expect(slope && a.base.relativeWidth(slope)).toBeLessThan(1e-28);
  }
});

test('a factor of 1 + 1e-19 would be seen', () => {
  const a = arithmeticFor(20);
  const values = new Map([...typical('3.267e8')].map(([name, value]) => [name, a.rational(value)]));
  const wrong = a.mul(evaluate(W_Z)(a, values), a.rational(parseRational('1.0000000000000000001')));
  expect(a.overlap(wrong, evaluate(W_Z_overTangent)(a, values))).toBe(false);
  expect(a.overlap(wrong, evaluate(W_Z_overDelta)(a, values))).toBe(false);
});
