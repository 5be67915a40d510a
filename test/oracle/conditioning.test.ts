import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freeSymbols, key } from '../../src/formula/substitute.ts';
import { dimensionOf } from '../../src/meaning/dimension.ts';
import { approximate, type Rational, rational } from '../../src/number/rational.ts';
import type { Condition } from '../../src/oracle/conditioning.ts';
import { conditions } from '../../src/oracle/conditioning.ts';
import { enclose } from '../../src/oracle/enclosed.ts';
import { pointOf, prepare } from '../../src/oracle/prepare.ts';
import { parameters } from '../../src/theory/parameters.ts';
import { quantities, quantityNamed } from '../../src/theory/quantities.ts';

const of = (name: string, inputs: Record<string, string>): readonly Condition[] => {
  const { quantity, reached, scene } = prepare(quantityNamed(name), pointOf(inputs));
  return conditions(quantity.formula, scene, [...reached.given.keys()]);
};
const numbers = (found: readonly Condition[]): Record<string, string | undefined> =>
  Object.fromEntries(found.map(({ input, number }) => [input, number]));
const rates = { A2: '2e15', DD: '2MHz', D0: '52MHz', omega0I: '145MHz' };
/** Values for every parameter, inside all domains. */
const all: Record<string, string> = {
  ...rates,
  Delta: '140MHz',
  Delta0: '120MHz',
  D: '-1MHz',
  omega: '95GHz',
  Az: '3MHz',
  alpha: '1e-12',
  betaI: '2e-12',
  r: '1.5nm',
  theta: '0.3',
  nS: '2e19/cm3',
  r0: '1nm',
  nI: '0.75e23/cm3',
  rI: '2angstrom',
  gammaS: '1.76e11',
};

describe('conditions', () => {
  test('of powers are their exponents', () => {
    expect(numbers(of('D0', { g: '2', r0: '1nm' }))).toEqual({ g: '2.00', r0: '-3.00' });
    expect(numbers(of('W_Z for D0 << omega0I', rates))).toEqual({
      A2: '1.00',
      DD: '1.00',
      D0: '1.00',
      omega0I: '-2.00',
    });
  });

  test('agree with a difference quotient', () => {
    const at = (D0: string): number => {
      const { quantity, scene } = prepare(quantityNamed('W_SS'), pointOf({ ...rates, D0 }));
      return approximate(enclose(quantity.formula, scene, 17).ends[0]);
    };
    const quotient = (Math.log(at('52.00052MHz')) - Math.log(at('51.99948MHz'))) / 2e-5;
    const inCutOff = of('W_SS', rates).find(({ input }) => input === 'D0');
    const [lo] = inCutOff?.ends ?? [rational(0)];
    expect(approximate(lo)).toBeCloseTo(quotient, 6);
  });

  // A change of the unit of time changes a quantity by its own power of it, and each input by its own.
  test.each(
    quantities
      .filter(({ name, formula }) => !key(formula).includes('(int ') || /^W.*:glass$|tan/.test(name))
      .map((quantity) => [quantity.name, quantity] as const),
  )('%s: weighted by dimensions they add up to the dimension', (name, quantity) => {
    const needs = prepareNames(name);
    const inputs = Object.fromEntries(needs.map((one) => [one, all[one] as string]));
    const point = { ...inputs, ...(/D0 >= omega0I|Delta = 0/.test(name) ? { D0: '200MHz' } : {}) };
    const used = Object.fromEntries(Object.entries(point).filter(([one]) => needs.includes(one)));
    const { scene, reached } = prepare(quantity, pointOf(used));
    const names = [...reached.given.keys(), ...reached.constants.keys()];
    const found = conditions(quantity.formula, scene, names);
    const dimensionIn = (one: string): number =>
      parameters[one]?.symbol.dimension.s ?? { mu0: -2, planck: -1 }[one] ?? 0;
    const sum = found.reduce(
      (total, { input, ends }) => total + dimensionIn(input) * approximate((ends as readonly [Rational, Rational])[0]),
      0,
    );
    expect(sum).toBeCloseTo(dimensionOf(quantity.formula).s, 2);
  });

  test('are certain to three digits at random points', () => {
    const decades = fc.integer({ min: -20, max: 20 }).map((e) => `3e${e}`);
    fc.assert(
      fc.property(decades, decades, decades, (DD, D0, omega0I) => {
        fc.pre(D0 !== omega0I);
        for (const { number } of of('W_Z', { A2: '1', DD, D0, omega0I }))
          expect(number).toMatch(/^-?\d+\.?\d*(e-?\d+)?$|^0/);
      }),
      { seed: 3, numRuns: 25 },
    );
  });
});

const prepareNames = (name: string): readonly string[] =>
  [...freeSymbols(quantityNamed(name).formula).keys()].filter((one) => Object.hasOwn(parameters, one));

describe('conditions that do not exist', () => {
  test('at D0 = omega0I: the slope of W_SS in D0 from below is not computed, that in A2 is', () => {
    const found = of('W_SS', { ...rates, D0: '145MHz' });
    expect(found.find(({ input }) => input === 'A2')?.number).toBe('1.00');
    const inCutOff = found.find(({ input }) => input === 'D0');
    expect(inCutOff?.number).toBeUndefined();
    expect(inCutOff?.reason).toMatch(
      /^not computed where two branches meet: from D0 > omega0I 0; from D0 < omega0I not computed/,
    );
  });

  test('where the value is 0', () => {
    const found = of('W_SSI', { A2: '1', DD: '1', Delta: '2', omega0I: '2' });
    for (const { reason: why } of found) expect(why).toBe('not defined: the value is 0');
  });
});
