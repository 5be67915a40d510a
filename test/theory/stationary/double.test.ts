import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { models } from '../../../src/theory/pair-populations.ts';
import { derivedStates, printedStates, type StatesWithError } from '../../../src/theory/stationary/double.ts';
import { flowsOf } from '../../../src/theory/stationary/flows.ts';
import type { Line } from '../../../src/theory/stationary/line.ts';
import { gaussianLine, lorentzianLine, twoLines } from '../../../src/theory/stationary/lines.ts';
import { pairState } from '../../../src/theory/stationary/pair-states.ts';
import { powderLine } from '../../../src/theory/stationary/powder-line.ts';
import {
  equilibriumProfile,
  holeProfile,
  latticeProfile,
  tableProfile,
} from '../../../src/theory/stationary/profiles.ts';
import { crossEffect, thermalMixing } from '../../../src/theory/stationary/resonances.ts';
import { settingOf } from '../../../src/theory/stationary/setting.ts';
import { branches, type Conditions } from '../../../src/theory/stationary/state.ts';
import { tableLine } from '../../../src/theory/stationary/table-line.ts';

const MHz = 2e6 * Math.PI;
const omegaS = 95e3 * MHz;
const betaL = 1.8e-12;
const carbon: Conditions = { omega0I: 36.4 * MHz, D0: 52 * MHz, DD: 2 * MHz, betaSS: -4e-10 };
const proton: Conditions = { omega0I: 145 * MHz, D0: 300 * MHz, DD: 0.1 * MHz, betaSS: 1e-9 };
const gaussian = gaussianLine({ omegaS, fwhm: 100 * MHz });
const lattice = latticeProfile({ betaL });
const hole = holeProfile({ betaL, omegaM: omegaS - 10 * MHz, holeFwhm: 5 * MHz, depth: 0.7 });

const lines: readonly Line[] = [
  gaussian,
  lorentzianLine({ omegaS, fwhm: 100 * MHz }),
  twoLines({ omegaS, fwhm: 30 * MHz, separation: 50 * MHz }),
  tableLine([
    [omegaS, 1],
    [omegaS + 20 * MHz, 3],
    [omegaS + 200 * MHz, 0],
  ]),
  powderLine({ omegaX: omegaS, omegaY: omegaS - 100 * MHz, omegaZ: omegaS + 150 * MHz, fwhm: 30 * MHz }),
];

/** Differences of P and of betaI omega0I/2, over the error that the first state claims and `allowed`. */
const expectStates = (states: StatesWithError, polarization: (branch: string) => number, allowed = 0): void => {
  for (const branch of branches) {
    const { polarization: P, error, betaI } = states[branch];
    expect(Math.abs(P - polarization(branch))).toBeLessThanOrEqual(error + allowed);
    expect(error).toBeLessThan(1e-9);
    expect(Number.isFinite(betaI)).toBe(true);
  }
};

describe('pairs', () => {
  const [omega0I, betaSS] = [9e8, 1.2e-9];
  const cases = [-0.9, -0.3, 0, 0.4, 1].flatMap((x) =>
    [
      [1.1, 0.9],
      [-3, 2],
      [8, 7.5],
    ].map(([here, there]) => [x * omega0I, here as number, there as number] as const),
  );

  test.each(cases)('Delta = %f, here %f, there %f: the populations written out', (Delta, here, there) => {
    const [S, dX] = [here + there, here - there];
    const D2 = (omega0I - Delta) * (omega0I + Delta);
    const direct = (d: number, s: number): readonly [number, number] => {
      const N = 2 * Math.cosh(S / 2) + s;
      return [d / N, s / N];
    };
    const means = (Delta * dX + D2 * betaSS) / omega0I;
    const labelled = dX + (omega0I - Delta) * betaSS;
    const W = Math.sqrt(dX * dX + D2 * betaSS * betaSS);
    const wanted = {
      means: direct(2 * Math.sinh(means / 2), 2 * Math.cosh(means / 2)),
      labelled: direct(2 * Math.sinh(labelled / 2), 2 * Math.cosh(labelled / 2)),
      Provotorov: direct((2 * means * Math.sinh(W / 2)) / W, 2 * Math.cosh(W / 2)),
    };
    for (const model of models) {
      const { difference, sum } = pairState(model, here, there, Delta, omega0I, betaSS);
      expect(Math.abs(difference - wanted[model][0])).toBeLessThan(4e-16);
      expect(Math.abs(sum - wanted[model][1])).toBeLessThan(4e-16);
      // Exchange of the electrons.
      const exchanged = pairState(model, there, here, -Delta, omega0I, betaSS);
      if (model !== 'labelled') expect(exchanged).toEqual({ difference, sum });
      else if (Delta !== 0) expect(Math.abs(exchanged.difference - difference)).toBeGreaterThan(1e-6);
    }
  });

  test('neither overflow nor loss near 0', () => {
    for (const model of models) {
      expect(pairState(model, 1e5, 1e5, 0, omega0I, betaSS).sum).toBe(0);
      expect(pairState(model, 1e5, -1e5, omega0I, omega0I, betaSS)).toEqual({ difference: 1, sum: 1 });
      expect(pairState(model, 0, 0, 0, omega0I, 0)).toEqual({ difference: 0, sum: 0.5 });
      // d/N = E/4 to first order.
      const small = pairState(model, 3e-20, 1e-20, omega0I, omega0I, 0).difference;
      expect(small / 5e-21).toBeCloseTo(1, 14);
    }
  });
});

describe('stationary states', () => {
  test.each(lines.map((line) => [line.name, line] as const))('%s: equal temperatures', (_, line) => {
    for (const of of [carbon, { ...proton, D0: 400 * MHz }])
      for (const beta of [betaL, -20 * betaL]) {
        const [all, profile] = [{ ...of, betaSS: beta }, latticeProfile({ betaL: beta })];
        const P = Math.tanh((of.omega0I * beta) / 2);
        for (const model of models) expectStates(derivedStates(line, profile, all, model), () => P);
        expectStates(printedStates(line, profile, all), () => P);
      }
  });

  test.each(lines.map((line) => [line.name, line] as const))('%s: local equilibrium', (_, line) => {
    const profile = equilibriumProfile({ beta: carbon.betaSS, shift: 240 });
    const P = Math.tanh((carbon.omega0I * carbon.betaSS) / 2);
    expectStates(derivedStates(line, profile, carbon), () => P, 1e-13);
    expectStates(printedStates(line, profile, carbon), () => P, 1e-13);
  });

  test('broad lines at high temperature: betaI = betaL <x^2> + betaSS (1 - <x^2>)', () => {
    const line = gaussianLine({ omegaS, fwhm: 1e5 * MHz });
    const states = derivedStates(line, latticeProfile({ betaL: 1e-16 }), {
      ...carbon,
      D0: 1e3 * MHz,
      DD: 1e-5 * MHz,
      betaSS: 3e-16,
    });
    const shares = { 'thermal mixing': 1 / 4, 'cross effect': 3 / 4, both: 1 / 2 };
    for (const branch of branches) {
      const share = (3e-16 - states[branch].betaI) / 2e-16;
      expect(share).toBeCloseTo(shares[branch], 5);
    }
  });

  test('betaI belongs to P, also where P is nearly 1', () => {
    const { both } = derivedStates(gaussian, hole, carbon);
    expect(both.betaI).toBeCloseTo((2 / carbon.omega0I) * Math.atanh(both.polarization), 22);
    const cold = derivedStates(gaussian, latticeProfile({ betaL: 2e-7 / 2e3 }), { ...proton, betaSS: 1e-10 });
    expect(cold.both.betaI / 1e-10).toBeCloseTo(1, 9);
    const frozen = { ...proton, betaSS: 6e-8 };
    const strong = derivedStates(gaussian, equilibriumProfile({ beta: 6e-8, shift: -6e-8 * omegaS }), frozen);
    expect(strong['thermal mixing'].polarization).toBe(1);
    expect(strong['thermal mixing'].betaI / 6e-8).toBeCloseTo(1, 6);
  });

  test('which pairs are left out by symmetry does not matter', () => {
    const of = (model: (typeof models)[number], sign: 1 | -1): number[] => [
      ...flowsOf(settingOf(gaussian, hole, carbon, model, [sign]), [crossEffect, thermalMixing], 'fine'),
    ];
    for (const model of ['means', 'Provotorov'] as const) {
      const [there, back] = [of(model, 1), of(model, -1)];
      there.forEach((flow, place) => {
        expect((back[place] as number) / flow).toBeCloseTo(1, 9);
      });
    }
    expect((of('labelled', -1)[0] as number) / (of('labelled', 1)[0] as number)).not.toBeCloseTo(1, 1);
  });

  test('twice the frequencies at half the inverse temperatures', () => {
    const doubled = derivedStates(
      gaussianLine({ omegaS: 2 * omegaS, fwhm: 200 * MHz }),
      holeProfile({ betaL: betaL / 2, omegaM: 2 * (omegaS - 10 * MHz), holeFwhm: 10 * MHz, depth: 0.7 }),
      { omega0I: 2 * carbon.omega0I, D0: 2 * carbon.D0, DD: 2 * carbon.DD, betaSS: carbon.betaSS / 2 },
    );
    const states = derivedStates(gaussian, hole, carbon);
    expectStates(doubled, (branch) => states[branch as 'both'].polarization);
  });

  test('a table of many points is near the line that it samples', () => {
    const exact = derivedStates(gaussian, hole, carbon).both.polarization;
    const errorOf = (points: number): number => {
      const table = tableLine(
        Array.from({ length: points }, (_, k) => {
          const omega = omegaS + (k / (points - 1) - 0.5) * 600 * MHz;
          return [omega, gaussian.density(omega)] as const;
        }),
      );
      return Math.abs(derivedStates(table, hole, carbon).both.polarization - exact);
    };
    const [few, many] = [errorOf(31), errorOf(121)];
    expect(many).toBeLessThan(3e-3 * Math.abs(exact));
    // The error of linear interpolation falls with the square of the spacing.
    expect(few / many).toBeGreaterThan(10);
    expect(few / many).toBeLessThan(25);
  });

  test('a table of temperatures that is straight is the lattice; breaks do not change anything', () => {
    const table = tableProfile([-100, 3, 80].map((at) => [omegaS + at * MHz, betaL] as const));
    const states = derivedStates(gaussian, lattice, carbon);
    expectStates(derivedStates(gaussian, table, carbon), (branch) => states[branch as 'both'].polarization, 1e-15);
  });

  test('an isotropic powder is a Gaussian', () => {
    const powder = powderLine({ omegaX: omegaS, omegaY: omegaS, omegaZ: omegaS, fwhm: 100 * MHz });
    const states = derivedStates(gaussian, hole, carbon);
    expectStates(derivedStates(powder, hole, carbon), (branch) => states[branch as 'both'].polarization);
  });

  test('a narrow line, whose pairs at resonance are exp(-1000) of all', () => {
    const line = gaussianLine({ omegaS, fwhm: 5 * MHz });
    const states = derivedStates(line, lattice, { ...proton, D0: 52 * MHz });
    for (const branch of branches) expect(states[branch].error).toBeLessThan(1e-11);
    // Nearly all of them have the least Delta, sqrt(omega0I^2 - D0^2), and the coupling D0.
    const x2 = 1 - (52 / 145) * (52 / 145);
    const near = (proton.omega0I / 2) * (x2 * betaL + (1 - x2) * proton.betaSS);
    expect(Math.abs(states.both.polarization / near - 1)).toBeLessThan(0.02);
  });
});

/** Values that the certified quadratures enclose, as committed. */
const certified = (name: string, count: number): readonly [Record<string, number>, number, number][] => {
  const url = new URL(`../../../vectors/json/${name}.json`, import.meta.url);
  const { cases } = JSON.parse(readFileSync(url, 'utf8')) as {
    cases: { in: Record<string, string>; result: string; lower: string; upper: string }[];
  };
  return cases
    .filter(({ result }) => result === 'value')
    .slice(0, count)
    .map(({ in: given, lower, upper }) => [
      Object.fromEntries(Object.entries(given).map(([key, value]) => [key, Number(value)])),
      Number(lower),
      Number(upper),
    ]);
};

describe('against certified values', () => {
  const situation = (given: Record<string, number>) => {
    const of = (name: string): number => given[name] as number;
    const fwhm = of('sigma') * 2 * Math.sqrt(2 * Math.log(2));
    const line =
      given.separation === undefined
        ? gaussianLine({ omegaS: of('omegaS'), fwhm })
        : twoLines({ omegaS: of('omegaS'), fwhm, separation: of('separation') });
    const { betaL, omegaM, depth } = given as Record<string, number> & Record<'betaL' | 'omegaM' | 'depth', number>;
    return [line, holeProfile({ betaL, omegaM, depth, holeFwhm: 2 * of('holeWidth') })] as const;
  };

  test.each(['gaussian', 'two_lines'].flatMap((line) => certified(`thermal_mixing_polarization_${line}`, 3)))(
    'thermal mixing %#',
    (given, lower, upper) => {
      const { D0, DD, omega0I, betaSS } = given as unknown as Conditions;
      const state = derivedStates(...situation(given), { D0, DD, omega0I, betaSS })['thermal mixing'];
      expect(state.polarization).toBeGreaterThan(lower - state.error);
      expect(state.polarization).toBeLessThan(upper + state.error);
      expect(state.error).toBeLessThan(2e-10 * Math.abs(state.polarization));
    },
  );

  test.each(['gaussian', 'two_lines'].flatMap((line) => certified(`cross_effect_polarization_${line}`, 9)))(
    'cross effect as printed %#',
    (given, lower, upper) => {
      const omega0I = given.omega0I as number;
      const conditions = { omega0I, D0: omega0I, DD: omega0I / 100, betaSS: 0 };
      const state = printedStates(...situation(given), conditions)['cross effect'];
      expect(state.polarization).toBeGreaterThan(lower - state.error);
      expect(state.polarization).toBeLessThan(upper + state.error);
      expect(state.error).toBeLessThan(1e-10);
    },
  );
});

describe('what has no stationary state is refused', () => {
  test.each([
    [{ omega0I: 0 }, 'omega0I must be above 0, got 0'],
    [{ D0: -1 }, 'D0 must be above 0, got -1'],
    [{ DD: Number.NaN }, 'DD must be a finite number, got NaN'],
    [{ betaSS: Number.POSITIVE_INFINITY }, 'betaSS must be a finite number, got Infinity'],
  ])('%o', (change, message) => {
    for (const states of [derivedStates, printedStates]) {
      expect(() => states(gaussian, lattice, { ...carbon, ...change })).toThrow(RangeError);
      expect(() => states(gaussian, lattice, { ...carbon, ...change })).toThrow(message);
    }
  });

  test('lines without pairs at resonance, or without mixed states', () => {
    const conditions = { ...proton, D0: 50 * MHz };
    const narrow = tableLine([
      [omegaS, 1],
      [omegaS + 100 * MHz, 1],
    ]);
    const powder = powderLine({ omegaX: omegaS, omegaY: omegaS, omegaZ: omegaS + 5 * MHz, fwhm: 16 * MHz });
    for (const line of [narrow, powder])
      for (const states of [derivedStates, printedStates])
        expect(() => states(line, lattice, conditions)).toThrow(/no pairs of electrons of the (table|powder) line/);
    const cold = latticeProfile({ betaL: 1e-8 });
    expect(() => derivedStates(gaussian, cold, proton)).toThrow('the electrons must be warm enough for pairs');
  });

  test('unknown models', () => {
    expect(() => derivedStates(gaussian, lattice, carbon, 'other' as 'means')).toThrow(
      'model must be one of means, labelled, Provotorov, got other',
    );
  });
});
