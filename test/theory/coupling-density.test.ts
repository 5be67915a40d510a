import { describe, expect, test } from 'vitest';
import { dipolar } from '../../spec/domains.ts';
import { domain, positive } from '../../src/claim/domain.ts';
import { decide } from '../../src/evidence/decide.ts';
import { call, div, type Expr, integral, mul, num, pi, pow, sub } from '../../src/formula/expression.ts';
import { separate } from '../../src/formula/separate.ts';
import { substitute } from '../../src/formula/substitute.ts';
import { D, D0, DD, nS, r, r0, theta } from '../../src/formula/symbols.ts';
import { evaluate } from '../../src/meaning/value.ts';
import { interval64 } from '../../src/number/interval64.ts';
import { parseRational } from '../../src/number/rational.ts';
import * as density from '../../src/theory/coupling-density.ts';

type Binders = 'scalar' | 'binder';
const effort = { points: 25, seed: 10, label: 'density' };
const at = (formula: Expr, values: Readonly<Record<string, string>>) =>
  evaluate(formula)(
    interval64,
    new Map(Object.entries(values).map(([name, text]) => [name, interval64.rational(parseRational(text))])),
  );
const expectSame = (a: Expr, b: Expr, values: Readonly<Record<string, string>>): void => {
  const [x, y] = [at(a, values), at(b, values)];
  expect(interval64.overlap(x, y)).toBe(true);
  for (const one of [x, y]) expect(interval64.relativeWidth(one)).toBeLessThan(1e-6);
};

describe('the density of dipolar couplings', () => {
  const values = { mu0: '3', hbar: '1/2', gammaS: '7/5', nS: '1/100', r0: '4/3' };
  const largest = (formula: Expr): Expr => substitute(formula, { D0: density.largestCoupling });
  /** The same moment from positions: n_S times the integral over distance and angle of the coupling to the n. */
  const fromPositions = (n: number): Expr => {
    const angular = sub(1, mul(3, pow(call('cos', theta), 2)));
    const coupling = mul(density.dipolarConstant, pow(r, -3), num(1, 2), angular);
    const over = integral(
      theta,
      [[num(0), pi]],
      mul<string, Binders>(2, pi, call('sin', theta), pow(r, 2), pow(coupling, n)),
    );
    const infinity: Expr = {
      kind: 'symbol',
      symbol: { name: 'infinity', tex: '\\infty', dimension: r.symbol.dimension, sign: 'positive' },
    };
    return mul<string, Binders>(nS, separate(integral(r, [[r0, infinity]], over)));
  };

  test.each([2, 3, 4, 5])('has the moment %i of spins placed at random beyond r0', (n) => {
    expectSame(largest(density.dipolarMoment(n)), fromPositions(n), values);
  });

  test('the printed integrand of its moments is the density', () => {
    const inside = { ...values, D0: '2' };
    for (const coupling of ['-19/10', '-1/3', '1/7', '9/10'])
      for (const n of [2, 3]) {
        const moment = density.dipolarMoment(n);
        if (moment.kind !== 'integral') throw new TypeError('expected an integral');
        expectSame(moment.body, mul<string, Binders>(pow(D, n), density.dipolarDensity), { ...inside, D: coupling });
      }
  });

  test('its second moment is the dipolar one', () => {
    expectSame(largest(density.dipolarMoment(2)), density.dipolarSecondMoment, values);
  });
});

describe('the cut-off Lorentzian', () => {
  const range = [[mul(-1, D0), D0]] as const;
  const moment = (n: number): Expr => integral(D, range, mul<string, Binders>(pow(D, n), density.lorentzianDensity));
  test.each([
    ['1', '3/2'],
    ['1/50', '1'],
    ['20', '1/3'],
  ])('norm and moments at width %s, cut-off %s', (width, cutOff) => {
    const values = { DD: width, D0: cutOff };
    expectSame(moment(0), density.lorentzianNorm, values);
    expectSame(moment(2), density.lorentzianSecondMoment, values);
    expectSame(moment(4), density.lorentzianFourthMoment, values);
  });

  test('its width and cut-off give the dipolar second moment in the limit of small width', () => {
    expect(
      decide(
        {
          kind: 'equal',
          left: density.dipolarSecondMoment,
          right: mul<string, Binders>(2, div(1, pi), density.largestCoupling, density.lorentzianWidth),
        },
        dipolar,
        effort,
      ).outcome,
    ).toBe('holds');
    expect(
      decide(
        {
          kind: 'approaches',
          left: density.lorentzianSecondMoment,
          right: div(mul(2, D0, DD), pi),
          small: { symbol: DD.symbol, scale: D0 },
        },
        domain([positive('D0')]),
        effort,
      ),
    ).toMatchObject({ outcome: 'holds', error: { order: 1, coefficient: '\\tfrac{1}{2}\\,\\pi' } });
  });
});
