import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { balls } from '../../../../src/number/ball.ts';
import { compare, fromBinary64, parseRational, type Rational, rational } from '../../../../src/number/rational.ts';
import type { Edition } from '../../../../src/theory/stationary/certified/flows.ts';
import type { Input } from '../../../../src/theory/stationary/certified/frame.ts';
import { certifiedGaussian, certifiedTwoLines } from '../../../../src/theory/stationary/certified/lines.ts';
import { certifiedLorentzian } from '../../../../src/theory/stationary/certified/lorentzian.ts';
import {
  type CertifiedProfile,
  certifiedEquilibrium,
  certifiedHole,
  certifiedLattice,
} from '../../../../src/theory/stationary/certified/profiles.ts';
import { type Between, type Certified, certifiedStates } from '../../../../src/theory/stationary/certified/states.ts';
import { certifiedTableLine } from '../../../../src/theory/stationary/certified/table-line.ts';
import { certifiedTableProfile } from '../../../../src/theory/stationary/certified/table-profile.ts';
import { derivedStates, printedStates } from '../../../../src/theory/stationary/double.ts';
import { gaussianLine, lorentzianLine, twoLines } from '../../../../src/theory/stationary/lines.ts';
import { holeProfile, latticeProfile, tableProfile } from '../../../../src/theory/stationary/profiles.ts';
import { branches } from '../../../../src/theory/stationary/state.ts';
import { tableLine } from '../../../../src/theory/stationary/table-line.ts';

const exactly =
  (x: number): Input =>
  (a) =>
    a.rational(fromBinary64(x));
/** 2 pi times that many MHz. */
const MHz =
  (x: number): Input =>
  (a) =>
    a.mul(a.rational(fromBinary64(2e6 * x)), a.pi());
/** The nearest binary64 number to the same, as an input and as it is. */
const rounded = (x: number): number => 2e6 * x * Math.PI;
const near = (x: number): Input => exactly(rounded(x));

/** Of the way from one whole number to another, part/whole. */
const between =
  (from: number, to: number, part: number, whole: number): Input =>
  (a) =>
    a.rational(rational(from * whole + (to - from) * part, whole));

const contains = ({ lower, upper }: Between, x: Rational): boolean => compare(lower, x) <= 0 && compare(upper, x) >= 0;
const overlap = (a: Between, b: Between): boolean => compare(a.lower, b.upper) <= 0 && compare(b.lower, a.upper) <= 0;
const within = (a: Between, b: Between): boolean => compare(a.lower, b.lower) >= 0 && compare(a.upper, b.upper) <= 0;

const editions = ['derived', 'printed'] as const;
const [omegaS, betaL] = [MHz(95_000), exactly(1.8e-12)];
const proton = { omega0I: MHz(145), D0: MHz(52), DD: MHz(2), betaSS: exactly(1e-11) };
const carbon = { omega0I: MHz(36.4), D0: MHz(52), DD: MHz(2), betaSS: exactly(-1e-10) };
const gaussian = certifiedGaussian({ omegaS, fwhm: MHz(100) });
const two = certifiedTwoLines({ omegaS, fwhm: MHz(60), separation: MHz(120) });
const lorentzian = certifiedLorentzian({ omegaS, fwhm: MHz(60) });
const shape = [0, 1, 3, 4, 2, 2, 1, 0];
const table = certifiedTableLine(shape.map((height, k) => [MHz(94_900 + 30 * k), exactly(height)]));
const lattice = certifiedLattice({ betaL });
const hole = certifiedHole({ betaL, omegaM: MHz(94_970), holeFwhm: MHz(20), depth: exactly(0.5) });
const stairs = certifiedTableProfile(
  [1.8, 1.2, 0.3, 1.5].map((alpha, k) => [MHz(94_930 + 30 * k), exactly(alpha * 1e-12)]),
);

const agree = (a: Certified, b: Certified): boolean =>
  branches.every(
    (branch) =>
      overlap(a.states[branch].polarization, b.states[branch].polarization) &&
      overlap(a.states[branch].betaI, b.states[branch].betaI),
  );

describe('certifiedStates', () => {
  test('holds the enclosures of the slower, general machinery', () => {
    const folder = new URL('../../../../vectors/json/', import.meta.url);
    const inputs = (name: string, ids?: readonly string[]) =>
      JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')).cases.filter(
        (one: { id: string; result: string }) => one.result === 'value' && (ids === undefined || ids.includes(one.id)),
      ) as { in: Record<string, string>; lower: string; upper: string }[];
    const check = (name: string, branch: (typeof branches)[number], edition: Edition, ids?: readonly string[]) =>
      inputs(name, ids).map(({ in: of, lower, upper }) => {
        const input = (parameter: string, unless = '1'): Input => exactly(Number(of[parameter] ?? unless));
        const two: Input = (a) => a.rational(rational(2));
        const fwhm: Input = (a) => a.mul(a.mul(input('sigma')(a), two(a)), a.sqrt(a.mul(two(a), a.log(two(a)))));
        const [centre, separation] = [input('omegaS'), input('separation')];
        const line =
          of.separation === undefined
            ? certifiedGaussian({ omegaS: centre, fwhm })
            : certifiedTwoLines({ omegaS: centre, fwhm, separation });
        const profile = certifiedHole({
          betaL: input('betaL'),
          omegaM: input('omegaM'),
          depth: input('depth'),
          holeFwhm: (a) => a.mul(two(a), input('holeWidth')(a)),
        });
        const conditions = {
          omega0I: input('omega0I'),
          D0: input('D0', of.omega0I),
          DD: input('DD', of.omega0I),
          betaSS: input('betaSS', of.betaL),
        };
        const { states } = certifiedStates(line, profile, conditions, { digits: 10, edition });
        const expected = { lower: parseRational(lower), upper: parseRational(upper) };
        return overlap(states[branch].polarization, expected);
      });
    expect(check('thermal_mixing_polarization_gaussian', 'thermal mixing', 'derived')).toEqual([true, true, true]);
    expect(check('thermal_mixing_polarization_two_lines', 'thermal mixing', 'derived')).toEqual([true, true, true]);
    // One whose hole is wide, for the other branches are computed with it.
    expect(check('cross_effect_polarization_gaussian', 'cross effect', 'printed', ['70557ff87367'])).toEqual([true]);
  });

  test.each([
    ['a Gaussian', gaussian, editions],
    ['a Lorentzian', lorentzian, ['derived']],
    ['a table', table, editions],
  ] as const)('%s: equal temperatures, and local equilibrium, give tanh(omega0I beta/2)', (_, line, of) => {
    const { tanh, mul, ends, rational: exact } = balls(60);
    const expected = (beta: number): Rational => {
      const half = exact(rational(1, 2));
      return ends(tanh(mul(half, mul(proton.omega0I(balls(60)), exact(fromBinary64(beta))))))[0];
    };
    const situations = [
      [1e-11, certifiedLattice({ betaL: exactly(1e-11) })],
      [-1e-9, certifiedEquilibrium({ beta: exactly(-1e-9), shift: exactly(598) })],
    ] as const;
    for (const [beta, profile] of line === lorentzian ? situations.slice(0, 1) : situations)
      for (const edition of of) {
        const { states } = certifiedStates(line, profile, { ...proton, betaSS: exactly(beta) }, { digits: 5, edition });
        for (const branch of branches) {
          expect(contains(states[branch].polarization, expected(beta))).toBe(true);
          expect(contains(states[branch].betaI, fromBinary64(beta))).toBe(true);
          expect(states[branch].digits).toBeGreaterThanOrEqual(5);
        }
      }
  });

  test('tends to the mean of betaL and betaSS for a wide line at high temperature', () => {
    const wide = certifiedGaussian({ omegaS, fwhm: MHz(20_000) });
    const conditions = { omega0I: MHz(145), D0: MHz(5000), DD: MHz(0.001), betaSS: exactly(3e-15) };
    const { states } = certifiedStates(wide, certifiedLattice({ betaL: exactly(1e-15) }), conditions, {
      digits: 5,
      edition: 'derived',
    });
    const betaI = (branch: (typeof branches)[number]) => {
      const { lower } = states[branch].betaI;
      return (Number(lower.numerator) / Number(lower.denominator)) * 1e15;
    };
    expect(betaI('thermal mixing')).toBeCloseTo(1 / 4 + (3 * 3) / 4, 3);
    expect(betaI('cross effect')).toBeCloseTo(3 / 4 + 3 / 4, 3);
    expect(betaI('both')).toBeCloseTo(1 / 2 + 3 / 2, 3);
  });

  test.each([
    ['Gaussian, hole', gaussian, hole, proton, 'derived', 14],
    ['Gaussian, hole', gaussian, hole, carbon, 'printed', 10],
    ['two lines, hole', two, hole, carbon, 'derived', 12],
    ['Lorentzian, lattice', lorentzian, lattice, proton, 'derived', 9],
    ['table, hole', table, hole, proton, 'derived', 16],
    ['table, lattice', table, lattice, carbon, 'printed', 16],
    ['Gaussian, table', gaussian, stairs, proton, 'derived', 14],
  ] as const)('%s: more digits lie within fewer', (_name, line, profile, conditions, edition, digits) => {
    const few = certifiedStates(line, profile, conditions, { digits: 4, edition }).states;
    const many = certifiedStates(line, profile, conditions, { digits, edition }).states;
    for (const branch of branches) {
      expect(within(many[branch].polarization, few[branch].polarization)).toBe(true);
      expect(within(many[branch].betaI, few[branch].betaI)).toBe(true);
      expect(many[branch].digits).toBeGreaterThanOrEqual(digits);
    }
  });

  test('points that change nothing, in a line and in a profile', () => {
    const more = certifiedTableLine(
      shape.flatMap((height, k) => {
        const next = shape[k + 1];
        const point = [MHz(94_900 + 30 * k), exactly(height)] as const;
        return next === undefined ? [point] : [point, [MHz(94_900 + 30 * k + 11), between(height, next, 11, 30)]];
      }),
    );
    const wanted = { digits: 12, edition: 'derived' } as const;
    const of = (line = gaussian, profile: CertifiedProfile = lattice) => certifiedStates(line, profile, proton, wanted);
    expect(agree(of(more), of(table))).toBe(true);
    const flat = certifiedTableProfile([94_910, 95_003, 95_040].map((at) => [MHz(at), betaL]));
    expect(agree(of(gaussian, flat), of())).toBe(true);
    const apart = certifiedTwoLines({ omegaS, fwhm: MHz(100), separation: exactly(0) });
    expect(agree(of(apart), of())).toBe(true);
    expect(agree(of(gaussian, hole), of())).toBe(false);
  });

  test('at D0 = omega0I, just below and above', () => {
    const at = (D0: number) =>
      certifiedStates(gaussian, lattice, { ...proton, D0: MHz(D0) }, { digits: 5, edition: 'derived' });
    expect(agree(at(145), at(300))).toBe(true);
    expect(agree(at(145), at(144))).toBe(false);
  });

  test('holds what double precision says, within its stated error', () => {
    const conditions = { omega0I: rounded(145), D0: rounded(300), DD: rounded(2), betaSS: 1e-11 };
    const inputs = { omega0I: near(145), D0: near(300), DD: near(2), betaSS: exactly(1e-11) };
    const [S, at] = [rounded(95_000), rounded(94_970)];
    const points = shape.map((height, k) => [rounded(94_900 + 30 * k), height] as const);
    const alphas = [1.8e-12, 1.2e-12, 0.3e-12, 1.5e-12].map((alpha, k) => [rounded(94_930 + 30 * k), alpha] as const);
    const inputsOf = (of: readonly (readonly [number, number])[]) =>
      of.map(([x, y]) => [exactly(x), exactly(y)] as const);
    const lines = [
      [certifiedGaussian({ omegaS: exactly(S), fwhm: near(100) }), gaussianLine({ omegaS: S, fwhm: rounded(100) })],
      [
        certifiedTwoLines({ omegaS: exactly(S), fwhm: near(60), separation: near(120) }),
        twoLines({ omegaS: S, fwhm: rounded(60), separation: rounded(120) }),
      ],
      [certifiedLorentzian({ omegaS: exactly(S), fwhm: near(60) }), lorentzianLine({ omegaS: S, fwhm: rounded(60) })],
      [certifiedTableLine(inputsOf(points)), tableLine(points)],
    ] as const;
    const profiles = [
      [
        certifiedHole({ betaL, omegaM: exactly(at), holeFwhm: near(60), depth: exactly(0.5) }),
        holeProfile({ betaL: 1.8e-12, omegaM: at, holeFwhm: rounded(60), depth: 0.5 }),
      ],
      [lattice, latticeProfile({ betaL: 1.8e-12 })],
      [certifiedTableProfile(inputsOf(alphas)), tableProfile(alphas)],
    ] as const;
    for (const [k, [line, doubleLine]] of lines.entries())
      for (const [profile, doubleProfile] of k < 1 ? profiles : profiles.slice(1, Math.max(2, k))) {
        for (const edition of k % 2 === 0 ? (['derived'] as const) : (['printed'] as const)) {
          const { states } = certifiedStates(line, profile, inputs, { digits: 10, edition });
          const double = (edition === 'derived' ? derivedStates : printedStates)(doubleLine, doubleProfile, conditions);
          for (const branch of branches) {
            const { polarization, error } = double[branch];
            const [lower, upper] = [polarization - error, polarization + error].map(fromBinary64) as [
              Rational,
              Rational,
            ];
            expect(overlap(states[branch].polarization, { lower, upper })).toBe(true);
          }
        }
      }
  });

  test.each([
    ['inner', { imaginary: () => 0 }],
    ['outer', { imaginaryAnywhere: () => 0, difference: () => 0 }],
  ])('a false bound of the hole for the %s integral is noticed: what it certifies is wrong', (_, bounds) => {
    const wrong: CertifiedProfile = {
      name: 'hole without poles',
      at: (frame, origin) => ({ ...hole.at(frame, origin), ...bounds }),
    };
    const of = (profile: CertifiedProfile) =>
      certifiedStates(gaussian, profile, { ...proton, D0: MHz(300) }, { digits: 8, edition: 'derived' });
    expect(agree(of(wrong), of(hole))).toBe(false);
  });

  test('electrons so cold that 10^-99 of their pairs are in mixed states', () => {
    const beta = exactly(1e-10);
    const shift: Input = (a) => a.sub(a.rational(fromBinary64(230)), a.mul(omegaS(a), beta(a)));
    const flat = certifiedTableLine([-90, 90].map((x) => [MHz(95_000 + x), exactly(1)]));
    const { states } = certifiedStates(
      flat,
      certifiedEquilibrium({ beta, shift }),
      { ...proton, betaSS: beta },
      { digits: 1, edition: 'derived' },
    );
    const a = balls(30);
    const x = a.div(a.mul(proton.omega0I(a), beta(a)), a.rational(rational(2)));
    const [lower, upper] = a.ends(a.div(a.sinh(x), a.cosh(x)));
    for (const branch of branches) expect(overlap(states[branch].polarization, { lower, upper })).toBe(true);
  });

  test('refuses with a reason', () => {
    const of = (change: Partial<Record<keyof typeof proton, Input>>, wanted: object = {}) =>
      certifiedStates(gaussian, lattice, { ...proton, ...change }, { digits: 5, edition: 'derived', ...wanted });
    expect(() => of({ D0: exactly(0) })).toThrow('expected D0 above 0, got 0');
    expect(() => of({ DD: exactly(-1) })).toThrow('expected DD above 0, got -1');
    expect(() => of({}, { digits: 0 })).toThrow('expected 1 to 200 digits, got 0');
    expect(() => of({}, { most: 100 })).toThrow('need more than 100 pairs of frequencies');
    const deep = certifiedHole({ betaL, omegaM: omegaS, holeFwhm: MHz(5), depth: exactly(1.5) });
    expect(() => certifiedStates(gaussian, deep, proton, { digits: 5, edition: 'derived' })).toThrow(
      'expected a depth of the hole from 0 to 1, got 1.5',
    );
    const lineOf = (points: readonly (readonly [number, number])[]) =>
      certifiedStates(certifiedTableLine(points.map(([x, y]) => [MHz(x), exactly(y)])), lattice, proton, {
        digits: 5,
        edition: 'derived',
      });
    expect(() => lineOf([[1, 1]])).toThrow('expected at least 2 points of the line, got 1');
    const backwards = [1, 3, 2].map((x) => [x, 1] as const);
    expect(() => lineOf(backwards)).toThrow('expected rising frequencies of the line, not so at point 3');
    const below = [1, -1].map((y, k) => [k, y] as const);
    expect(() => lineOf(below)).toThrow('expected heights of at least 0, got -1 at point 2');
    // No two electrons of a line that is 50 MHz wide differ by 145 MHz.
    const narrow = [0, 1, 0].map((y, k) => [95_000 + 25 * k, y] as const);
    expect(() => lineOf(narrow)).toThrow('the line overlaps too little with itself');
  });
});
