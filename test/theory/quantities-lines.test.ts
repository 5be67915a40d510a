import { describe, expect, test } from 'vitest';
import { add, call, type Expr, mul, num } from '../../src/formula/expression.ts';
import { freeSymbols } from '../../src/formula/substitute.ts';
import { betaL, Delta, omega0I } from '../../src/formula/symbols.ts';
import * as oracle from '../../src/library/oracle.ts';
import { evaluate } from '../../src/meaning/value.ts';
import type { EnclosureArithmetic } from '../../src/number/arithmetic.ts';
import { balls } from '../../src/number/ball.ts';
import { integrating } from '../../src/number/integrals.ts';
import { interval64 } from '../../src/number/interval64.ts';
import { approximate, parseRational, type Rational } from '../../src/number/rational.ts';
import { enclose } from '../../src/oracle/enclosed.ts';
import { pointOf } from '../../src/oracle/prepare.ts';
import { reach } from '../../src/oracle/reach.ts';
import { sceneOf } from '../../src/oracle/scene.ts';
import { gaussian, standardDeviation, twoLines, withHole } from '../../src/theory/line-shape.ts';
import {
  closedOverlap,
  inMixedStates,
  type Truncated,
  thermalMixingPolarization,
} from '../../src/theory/population-integrals.ts';
import { quantityNamed } from '../../src/theory/quantities.ts';
import { cutsAt, overWholeLine, valuesOfTheCut } from '../../src/theory/truncated.ts';

const closed = (formula: Expr, inputs: Record<string, string>, digits: number): string =>
  enclose(formula, sceneOf(reach([...freeSymbols(formula).keys()], pointOf(inputs))), digits).digits;

/** A line at 95.2 GHz with microwaves on one side of it, at 1.5 K. */
const line = { fwhm: '250MHz', omegaS: '95.2GHz' } as const;
const pair = { ...line, fwhm: '80MHz', separation: '140MHz' } as const;
const polarized = { omega0I: '145MHz', T: '1.5K', depth: '0.9', omegaM: '95.1GHz', holeFwhm: '150MHz' } as const;
const coupled = { DD: '20MHz', D0: '52MHz', betaSS: '0.3ns' } as const;
const equilibrium = closed(call('tanh', mul(num(1, 2), omega0I, betaL)), { omega0I: '145MHz', T: '1.5K' }, 30);

describe('norms and overlaps', () => {
  test('1 for a line of any width', () => {
    for (const fwhm of ['1MHz', '80MHz', '3e15'])
      for (const [name, also] of [
        ['norm of the line:gaussian', {}],
        ['norm of the line:two lines', { separation: '140MHz' }],
      ] as const)
        expect(oracle.evaluate(name, { fwhm, ...also }, { digits: 15 }).digits).toMatch(/^1\.0{14}$/);
  });

  test('are those in closed form, of one line and of two', () => {
    for (const distance of ['0', '-145MHz', '250MHz', '1GHz']) {
      const one = { fwhm: '80MHz', Delta: distance };
      const two = { ...one, separation: '140MHz' };
      const digits = 25;
      const found = oracle.evaluate('overlap of the line:gaussian', one, { digits });
      expect(found).toMatchObject({ unit: 's', equation: '75', figures: digits });
      expect(found.digits).toBe(closed(closedOverlap(gaussian, Delta), one, digits));
      expect(oracle.evaluate('overlap of the line:two lines', two, { digits }).digits).toBe(
        closed(closedOverlap(twoLines, Delta), two, digits),
      );
    }
  });

  test('worked out by hand: sqrt(2 log 2/pi)/fwhm for a line with itself, half of that for two far apart', () => {
    const one = oracle.evaluate('overlap of the line:gaussian', { fwhm: 1, Delta: 0 }).digits;
    expect(Number(one) / Math.sqrt((2 * Math.LN2) / Math.PI)).toBeCloseTo(1, 14);
    const two = oracle.evaluate('overlap of the line:two lines', { fwhm: 1, Delta: 0, separation: 50 }).digits;
    expect((2 * Number(two)) / Number(one)).toBeCloseTo(1, 14);
  });

  test('also where doubles underflow: exp(-2200) of the height', () => {
    const inputs = { fwhm: '1MHz', Delta: '40MHz' };
    expect(oracle.evaluate('overlap of the line:gaussian', inputs, { digits: 12 }).digits).toBe(
      closed(closedOverlap(gaussian, Delta), inputs, 12),
    );
  });

  test('the cut is as far out as the bits ask for', () => {
    const valuesIn = <T>(a: EnclosureArithmetic<T>) => new Map([['sigma', a.rational(parseRational('1e8'))]]);
    const cuts = cutsAt(quantityNamed('norm of the line:gaussian').overLine as Truncated, valuesIn);
    // exp(-k^2/2) = 2^-bits
    for (const bits of [10, 100, 1000, 10_000]) {
      const k = approximate(cuts(bits)) / Math.sqrt(2 * bits * Math.LN2);
      expect(k).toBeGreaterThan(1);
      expect(k).toBeLessThan(2.5);
    }
  });

  test('what lies beyond the cut is within its bound, and is not nothing', () => {
    const { formula } = quantityNamed('norm of the line:gaussian');
    const a = integrating(balls(20), { bits: 40 });
    const one = a.rational(parseRational('1'));
    for (const cut of ['1', '2', '5']) {
      const values = new Map([...valuesOfTheCut(a, parseRational(cut)), ['sigma', one] as const]);
      expect(a.overlap(evaluate(formula)(a, values), one)).toBe(true);
      const without = evaluate(formula)(a, values.set('beyond', a.rational(parseRational('0'))));
      expect(a.overlap(without, one)).toBe(false);
    }
  });
});

/** Sums over equal steps, which for a Gaussian converge faster than any power of the step. */
const [kelvin, GHz] = [7.638232583e-12, 2e9 * Math.PI];
const bells = (lines: 1 | 2) => {
  const sigma = ((lines === 1 ? 0.25 : 0.08) * GHz) / Math.sqrt(8 * Math.LN2);
  const centres = lines === 1 ? [95.2 * GHz] : [95.13 * GHz, 95.27 * GHz];
  return {
    sigma,
    shape: (x: number): number => centres.reduce((sum, c) => sum + Math.exp(-(((x - c) / sigma) ** 2) / 2), 0),
  };
};
const termAt = (x: number): number => {
  const hole = 0.9 / (1 + ((x - 95.1 * GHz) / (0.075 * GHz)) ** 2);
  return ((x * kelvin) / 1.5) * (1 - hole);
};
const overLine = (lines: 1 | 2, f: (x: number) => readonly [number, number]): [number, number] => {
  const { sigma, shape } = bells(lines);
  const sums: [number, number] = [0, 0];
  for (let x = 95.2 * GHz - 12 * sigma - 0.3 * GHz; x < 95.2 * GHz + 12 * sigma + 0.3 * GHz; x += sigma / 12) {
    const [over, under] = f(x);
    sums[0] += shape(x) * over;
    sums[1] += shape(x) * under;
  }
  return sums;
};

const crossEffectOf = (lines: 1 | 2): number => {
  const { shape } = bells(lines);
  const [over, under] = overLine(lines, (x) => {
    const [P, Q] = [x, x - 0.145 * GHz].map((y) => Math.tanh(termAt(y) / 2)) as [number, number];
    const weight = shape(x - 0.145 * GHz);
    return [weight * (P - Q), weight * (1 - P * Q)];
  });
  return over / under;
};

/** Over Delta itself, by Simpson's rule in the square root of what is left of omega0I, over both signs of Delta. */
const thermalMixingOf = (lines: 1 | 2): number => {
  const { shape } = bells(lines);
  const [omega, D0, DD, inverse] = [0.145 * GHz, 0.052 * GHz, 0.02 * GHz, 0.3e-9];
  const end = Math.sqrt(omega - Math.sqrt((omega - D0) * (omega + D0)));
  const total: [number, number] = [0, 0];
  const steps = 48;
  for (let k = 1; k <= steps; k++)
    for (const sign of [1, -1]) {
      const rest = (k * end) / steps;
      const difference = sign * (omega - rest * rest);
      const squared = (omega - difference) * (omega + difference);
      const weight = ((k === steps ? 1 : k % 2 === 0 ? 2 : 4) * rest * squared ** 1.5) / (squared + DD * DD);
      const sums = overLine(lines, (x) => {
        const [a, b] = [termAt(x), termAt(x - difference)];
        const energy = (difference / omega) * (a - b) + (squared / omega) * inverse;
        const states = Math.cosh((a + b) / 2) + Math.cosh(energy / 2);
        const both = (weight * shape(x - difference)) / states;
        return [both * Math.sinh(energy / 2), both * Math.cosh(energy / 2)];
      });
      total[0] += sums[0];
      total[1] += sums[1];
    }
  return total[0] / total[1];
};

describe('stationary polarization', () => {
  test('without a hole the cross effect brings the nuclei to the temperature of the lattice', () => {
    const none = { ...polarized, depth: '0' };
    for (const [name, of] of [
      ['cross-effect polarization:gaussian', line],
      ['cross-effect polarization:two lines', pair],
    ] as const)
      expect(oracle.evaluate(name, { ...of, ...none }, { digits: 30 }).digits).toBe(equilibrium);
  });

  test('and so does thermal mixing where the interactions have that temperature', () => {
    const { T: _, ...rest } = { ...polarized, ...coupled, depth: '0' };
    const warm = { ...rest, betaL: '5e-12', betaSS: '5e-12' };
    const expected = closed(call('tanh', mul(num(1, 2), omega0I, betaL)), { omega0I: '145MHz', betaL: '5e-12' }, 4);
    // Where the two branches of the lower limit of Delta meet.
    const name = 'thermal-mixing polarization:gaussian';
    expect(oracle.evaluate(name, { ...line, ...warm, D0: '145MHz' }, { digits: 4 }).digits).toBe(expected);
  });

  test.each([
    [1, 'gaussian', line],
    [2, 'two lines', pair],
  ] as const)('with a hole in %i line: against plain sums', (lines, edition, of) => {
    const inputs = { ...of, ...polarized };
    const cross = oracle.evaluate(`cross-effect polarization:${edition}`, inputs, { digits: 12 });
    expect(Number(cross.digits) / crossEffectOf(lines)).toBeCloseTo(1, 8);
    const mixed = oracle.evaluate(`thermal-mixing polarization:${edition}`, { ...inputs, ...coupled }, { digits: 6 });
    expect(mixed.figures).toBe(6);
    expect(Number(mixed.digits) / thermalMixingOf(lines)).toBeCloseTo(1, 5);
  });

  test('to few digits and to many are the same', () => {
    const inputs = { ...line, ...polarized };
    const at = (digits: number): string =>
      oracle.evaluate('cross-effect polarization:gaussian', inputs, { digits }).digits;
    const long = at(60);
    expect(long).toHaveLength(62);
    expect(Math.abs(Number(at(9)) - Number(long))).toBeLessThanOrEqual(1e-9);
    expect(long.slice(0, 20)).toBe(at(25).slice(0, 20));
  });

  test('one sign of Delta gives the quotient of both: the pairs are the same with their electrons exchanged', () => {
    const exact: ReadonlyMap<string, Rational> = new Map(
      Object.entries({
        omega0I: '1',
        sigma: '0.9',
        omegaS: '650',
        betaL: '0.0058',
        betaSS: '0.2',
        DD: '0.1',
        D0: '0.6',
        depth: '0.9',
        omegaM: '650.4',
        holeWidth: '0.9',
      }).map(([name, text]) => [name, parseRational(text)]),
    );
    const a = integrating(interval64, { bits: 5 });
    const bothSigns = thermalMixingPolarization(gaussian, withHole, (difference) =>
      add<string, 'scalar'>(inMixedStates(difference)),
    );
    const [one, both] = [thermalMixingPolarization(gaussian, withHole), bothSigns].map((of) =>
      overWholeLine(a, of, exact, 5),
    ) as [ReturnType<typeof a.pi>, ReturnType<typeof a.pi>];
    expect(a.overlap(one, both)).toBe(true);
    expect(Math.max(a.relativeWidth(one), a.relativeWidth(both))).toBeLessThan(0.1);
  });
});

describe('what is asked of them', () => {
  const cross = 'cross-effect polarization:gaussian';
  test('a width is its full one at half maximum, or the standard deviation; omegaS and betaL follow', () => {
    const inputs = { ...line, ...polarized };
    expect(oracle.evaluate(cross, inputs, { digits: 5 }).derived.map(({ name }) => name)).toEqual([
      'sigma',
      'hbar',
      'betaL',
      'holeWidth',
    ]);
    const { fwhm: _, ...rest } = inputs;
    expect(() => oracle.evaluate(cross, rest)).toThrow(/expected a value of sigma \(or fwhm\)/);
    const sigma = closed(standardDeviation, { fwhm: '250MHz' }, 30);
    expect(oracle.evaluate(cross, { ...rest, sigma }).digits).toBe(oracle.evaluate(cross, inputs).digits);
  });

  test('the cut is no parameter, and a hole takes no more than all', () => {
    expect(oracle.parametersOf(oracle.quantityOf(cross)).map(({ name }) => name)).not.toContain('cut');
    expect(() => oracle.evaluate(cross, { ...line, ...polarized, depth: '1.1' })).toThrow(/expected depth <= 1/);
  });

  test('conditions are those of the closed form, or said not to be computed', () => {
    const found = oracle.conditioning('overlap of the line:gaussian', { sigma: 1, Delta: 2 });
    expect(Object.fromEntries(found.map(({ input, number }) => [input, number]))).toEqual({
      sigma: '1.00',
      Delta: '-2.00',
    });
    for (const { number, reason } of oracle.conditioning(cross, { ...line, ...polarized }))
      expect([number, reason]).toEqual([undefined, expect.stringMatching(/^not computed: .*beyond the cut/)]);
  });
});
