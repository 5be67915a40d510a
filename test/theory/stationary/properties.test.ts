import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type LineData,
  lineOf,
  lines,
  type PairData,
  pairs,
  profileOf,
  type Situation,
  situations,
} from '../../../src/library/arbitraries.ts';
import type { Model } from '../../../src/theory/pair-populations.ts';
import { derivedStates, printedStates } from '../../../src/theory/stationary/double.ts';
import { pairState } from '../../../src/theory/stationary/pair-states.ts';
import type { Profile } from '../../../src/theory/stationary/profiles.ts';
import { gaussLegendre } from '../../../src/theory/stationary/rule.ts';
import { branches } from '../../../src/theory/stationary/state.ts';

const derived = ({ line, profile, conditions }: Situation) =>
  derivedStates(lineOf(line), profileOf(profile), conditions);
const printed = ({ line, profile, conditions }: Situation) =>
  printedStates(lineOf(line), profileOf(profile), conditions);
const editions = [derived, printed];
type Found = ReturnType<typeof derived>;

/** Both are the same within the errors that they state, and `inputs` that is left to the rounding of what went in. */
const expectSame = (a: Found, b: Found, sign = 1, inputs = 0): void => {
  for (const branch of branches) {
    const [one, other] = [a[branch], b[branch]];
    const apart = Math.abs(one.polarization - sign * other.polarization);
    expect(apart).toBeLessThanOrEqual(one.error + other.error + inputs);
  }
};
/** Of frequencies that were moved, mirrored or scaled, in Zeeman terms of order 1. */
const ofInputs = 4 * Number.EPSILON;

/** The long run asks ten times as much. */
const times = process.env.LONG_RUN ? 10 : 1;

/** What fast-check shrinks a failure to, from a seed; undefined where it finds none. */
const counterexample = <T>(of: fc.Arbitrary<T>, holds: (value: T) => boolean, numRuns = 1000): T | undefined =>
  fc.check(fc.property(of, holds), { seed: 8, numRuns }).counterexample?.[0];

const atBeta = (omega0I: number, beta: number): number => Math.tanh((omega0I * beta) / 2);
/** Of a hyperbolic tangent and of what it is compared with. */
const rounding = 8 * Number.EPSILON;

/** Integral over [from, to], halved until the parts add up to the whole. */
const integralOf = (f: (x: number) => number, from: number, to: number, depth = 0): number => {
  const { nodes, weights } = gaussLegendre(12);
  const over = (a: number, b: number): number =>
    nodes.reduce((sum, x, k) => sum + ((b - a) / 2) * (weights[k] as number) * f((a + b) / 2 + ((b - a) / 2) * x), 0);
  const middle = (from + to) / 2;
  const [whole, parts] = [over(from, to), over(from, middle) + over(middle, to)];
  if (Math.abs(whole - parts) < 1e-13 || depth > 30) return parts;
  return integralOf(f, from, middle, depth + 1) + integralOf(f, middle, to, depth + 1);
};

describe('lines', () => {
  test('are nowhere negative, and their integral is 1', () => {
    fc.assert(
      fc.property(lines(), fc.double({ min: -1, max: 1, noNaN: true }), (data, where) => {
        const { density, from, to, breaks, centre, pieces } = lineOf(data);
        expect(density(centre + where * (to - centre))).toBeGreaterThanOrEqual(0);
        // Panels of every size around every peak, so that none is missed however narrow.
        const peaks = [centre, ...pieces.flatMap(({ bell }) => (bell ? [centre + bell.centre] : []))];
        const around = Array.from({ length: 50 }, (_, k) => (to - from) / 2 ** k);
        const edges = [from, ...breaks, ...peaks.flatMap((at) => around.flatMap((by) => [at - by, at, at + by])), to]
          .filter((at) => from <= at && at <= to)
          .sort((a, b) => a - b);
        const whole = edges.reduce(
          (sum, at, k) => (k === 0 ? 0 : sum + integralOf(density, edges[k - 1] as number, at)),
          0,
        );
        // What a Lorentzian has beyond `from` and `to`: 2/pi of a half width over the distance.
        const beyond = data.kind === 'lorentzian' ? ((2 / Math.PI) * data.fwhm) / 2 / (to - centre) : 0;
        expect(Math.abs(whole + beyond - 1)).toBeLessThan(1e-11);
      }),
      { numRuns: times * 25 },
    );
  });
});

const inModel = (model: Model, { here, there, Delta, omega0I, betaSS }: PairData) =>
  pairState(model, here, there, Delta, omega0I, betaSS);
const exchanged = ({ here, there, Delta, ...rest }: PairData): PairData => ({
  ...rest,
  here: there,
  there: here,
  Delta: 0 - Delta,
});

/**
 * Affinity of a net flip: what it does to the Zeeman, interaction and nuclear energies, each by its inverse temperature.
 * Half of that times the net flips is what entropy gains.
 */
const affinity = ({ here, there, Delta, omega0I, betaSS }: PairData, betaI: number): number =>
  (Delta / omega0I) * (here - there) + ((omega0I - Delta) / omega0I) * (omega0I + Delta) * betaSS - omega0I * betaI;
const entropyGain = (model: Model, pair: PairData, betaI: number): number => {
  const { difference, sum } = inModel(model, pair);
  return (difference - sum * atBeta(pair.omega0I, betaI)) * affinity(pair, betaI);
};
const withNucleus = fc.tuple(
  pairs(),
  fc.integer({ min: -16, max: 16 }).map((quarters) => quarters / 4),
);

describe('a pair', () => {
  const models: readonly Model[] = ['means', 'labelled', 'Provotorov'];
  test.each(models)('in %s: populations from 0 to 1', (model) => {
    fc.assert(
      fc.property(pairs(), (pair) => {
        const { difference, sum } = inModel(model, pair);
        expect(sum).toBeGreaterThanOrEqual(Math.abs(difference));
        expect(sum).toBeGreaterThan(0);
        expect(sum).toBeLessThan(1 + rounding);
      }),
      { numRuns: times * 300 },
    );
  });

  test('is the same with its electrons exchanged in means and Provotorov, not as labelled', () => {
    const isSame = (model: Model) => (pair: PairData) => {
      const [one, other] = [inModel(model, pair), inModel(model, exchanged(pair))];
      // The exponents are up to 20, and so are their errors in ulp.
      return (
        Math.abs(one.difference - other.difference) < 20 * rounding && Math.abs(one.sum - other.sum) < 20 * rounding
      );
    };
    fc.assert(fc.property(pairs(), isSame('means')), { numRuns: times * 300 });
    fc.assert(fc.property(pairs(), isSame('Provotorov')), { numRuns: times * 300 });
    const none = { here: 0, there: 0, omega0I: 1 };
    expect(counterexample(pairs(), isSame('labelled'))).toEqual({ ...none, Delta: -1 / 8, betaSS: -1 / 4 });
  });

  /**
   * In `means` lower/upper = exp(E) and the affinity is E - omega0I betaI, so the net flips d - s P are proportional to
   * sinh((E - omega0I betaI)/2), by a positive factor: their product is never negative.
   */
  test('never lowers the entropy in means, whatever the nuclei', () => {
    fc.assert(
      fc.property(withNucleus, ([pair, betaI]) => {
        expect(entropyGain('means', pair, betaI)).toBeGreaterThanOrEqual(-rounding * Math.abs(affinity(pair, betaI)));
      }),
      { numRuns: times * 500 },
    );
  });

  test.each([
    ['labelled', [{ omega0I: 1, here: 0, there: 1 / 4, Delta: -1 / 8, betaSS: 0 }, 0]],
    ['Provotorov', [{ omega0I: 1, here: 0, there: 3 / 4, Delta: 1 / 8, betaSS: -3 }, -3]],
  ] as const)('can lower the entropy as in %s', (model, simplest) => {
    const found = counterexample(withNucleus, ([pair, betaI]) => entropyGain(model, pair, betaI) > -1e-6, 10_000);
    expect(found).toEqual(simplest);
  });
});

/** What situations shrink to. */
const plainest = {
  line: { kind: 'gaussian', omegaS: 1e12, fwhm: 1e9 },
  profile: { kind: 'lattice', betaL: 1e-12 },
  conditions: { omega0I: 1e9, D0: 1e9, DD: 1e7, betaSS: 0 },
} as const satisfies Situation;
const withBetaSS = (betaSS: number): Situation => ({ ...plainest, conditions: { ...plainest.conditions, betaSS } });

test('situations reach every kind and every boundary', () => {
  const drawn = fc.sample(situations(), { seed: 8, numRuns: 500 });
  const some = (holds: (one: Situation) => boolean): boolean => drawn.some(holds);
  for (const kind of ['gaussian', 'lorentzian', 'two lines', 'table', 'powder'])
    expect([kind, some(({ line }) => line.kind === kind)]).toEqual([kind, true]);
  for (const kind of ['lattice', 'hole', 'equilibrium', 'table'])
    expect([kind, some(({ profile }) => profile.kind === kind)]).toEqual([kind, true]);
  for (const depth of [0, 1])
    expect([depth, some(({ profile }) => profile.kind === 'hole' && profile.depth === depth)]).toEqual([depth, true]);
  for (const [of, holds] of Object.entries({
    'D0 below omega0I': ({ conditions: { D0, omega0I } }: Situation) => D0 < omega0I,
    'D0 = omega0I': ({ conditions: { D0, omega0I } }: Situation) => D0 === omega0I,
    'D0 above omega0I': ({ conditions: { D0, omega0I } }: Situation) => D0 > omega0I,
    'betaSS = 0': ({ conditions: { betaSS } }: Situation) => betaSS === 0,
    'betaSS below 0': ({ conditions: { betaSS } }: Situation) => betaSS < 0,
    'betaSS = betaL': ({ profile, conditions: { betaSS } }: Situation) =>
      profile.kind === 'lattice' && profile.betaL === betaSS,
    'equal lines': ({ line }: Situation) => line.kind === 'two lines' && line.separation === 0,
  }))
    expect([of, some(holds)]).toEqual([of, true]);
});

describe('stationary states', () => {
  test('are between -1 and 1 with finite errors, in every branch of both editions', () => {
    fc.assert(
      fc.property(situations(), (situation) => {
        for (const states of editions)
          for (const state of Object.values(states(situation))) {
            expect(Math.abs(state.polarization)).toBeLessThanOrEqual(1);
            expect(state.error).toBeGreaterThan(0);
            // The density of a powder has an error, which counts the more the fewer pairs there are.
            if (situation.line.kind !== 'powder') expect(state.error).toBeLessThan(1e-6);
          }
      }),
      { numRuns: times * 20 },
    );
  });

  test('state errors that they keep: panels cut at more points change them by less', () => {
    fc.assert(
      fc.property(situations(), fc.double({ min: -1, max: 1, noNaN: true }), ({ line, profile, conditions }, where) => {
        const [whole, temperatures] = [lineOf(line), profileOf(profile)];
        const { centre } = whole;
        const breaks = [
          ...temperatures.breaks,
          ...[0, 0.31, 0.83].map((by) => centre + (by + where) * conditions.omega0I),
        ];
        const cutUp = { ...temperatures, breaks: breaks.sort((a, b) => a - b) };
        expectSame(derivedStates(whole, temperatures, conditions), derivedStates(whole, cutUp, conditions));
        expectSame(printedStates(whole, temperatures, conditions), printedStates(whole, cutUp, conditions));
      }),
      { numRuns: times * 12 },
    );
  });

  /**
   * The flow of a pair at a given P is (d - s P)/N = (t + u - P (1 + t u))/2 with t = tanh((E + S)/4) and
   * u = tanh((E - S)/4), and rises with both as |t|, |u|, |P| < 1: it rises with E. So does the total flow, and with it
   * the P at which it vanishes, since it falls with P. betaSS raises E by D^2/omega0I, or by omega0I - Delta in (85).
   */
  test('rise with the inverse temperature of the interactions, in every branch; as printed too, but for (91)', () => {
    fc.assert(
      fc.property(situations(), fc.integer({ min: 1, max: 20 }), (situation, tenths) => {
        const { omega0I, betaSS } = situation.conditions;
        const conditions = { ...situation.conditions, betaSS: betaSS + tenths / 10 / omega0I };
        for (const states of editions) {
          const [before, after] = [states(situation), states({ ...situation, conditions })];
          for (const branch of branches) {
            const [one, other] = [before[branch], after[branch]];
            if (states === printed && branch === 'cross effect') expect(other.polarization).toBe(one.polarization);
            else expect(other.polarization - one.polarization).toBeGreaterThan(-one.error - other.error);
            // Short of saturation, they do rise.
            if (branch === 'thermal mixing' && Math.abs(other.polarization) < 0.99)
              expect(other.polarization).toBeGreaterThan(one.polarization);
          }
        }
      }),
      { numRuns: times * 12 },
    );
  });

  test('may fall as the lattice gets colder: the parallel states then take pairs away unevenly', () => {
    const colder = fc.tuple(situations(), fc.integer({ min: 2, max: 5 }));
    const rises = ([situation, times]: readonly [Situation, number]): boolean => {
      const { profile } = situation;
      if (profile.kind !== 'lattice') return true;
      const after = derived({ ...situation, profile: { ...profile, betaL: times * profile.betaL } })['thermal mixing'];
      const before = derived(situation)['thermal mixing'];
      return after.polarization >= before.polarization - before.error - after.error;
    };
    expect(counterexample(colder, rises)).toEqual([withBetaSS(-1e-9), 2]);
  });

  /** P is the mean of tanh(E/2) over pairs with weights w s/N, so that betaI is between the extremes of E/omega0I. */
  test('are a mean of what the pairs tend to', () => {
    fc.assert(
      fc.property(situations(), (situation) => {
        const { profile, conditions } = situation;
        if (profile.kind === 'hole' || profile.kind === 'table') return;
        const { omega0I, D0, betaSS } = conditions;
        const beta = profile.kind === 'lattice' ? profile.betaL : profile.beta;
        // E/omega0I = x^2 beta + (1 - x^2) betaSS, x = Delta/omega0I from Delta0/omega0I to 1.
        const least = Math.max(0, 1 - (D0 / omega0I) * (D0 / omega0I));
        const ends = [beta, least * beta + (1 - least) * betaSS].map((one) => atBeta(omega0I, one));
        for (const { polarization, error } of Object.values(derived(situation))) {
          expect(polarization).toBeGreaterThanOrEqual(Math.min(...ends) - error - rounding);
          expect(polarization).toBeLessThanOrEqual(Math.max(...ends) + error + rounding);
        }
      }),
      { numRuns: times * 20 },
    );
  });

  test('are those of equal temperatures, and of local equilibrium: betaI = betaSS in every branch and edition', () => {
    const equal = situations().map(({ line, profile, conditions }): Situation => {
      if (profile.kind === 'hole' || profile.kind === 'table')
        return { line, profile: { kind: 'lattice', betaL: 2e-12 }, conditions: { ...conditions, betaSS: 2e-12 } };
      const betaSS = profile.kind === 'lattice' ? profile.betaL : profile.beta;
      return { line, profile, conditions: { ...conditions, betaSS } };
    });
    fc.assert(
      fc.property(equal, (situation) => {
        const { omega0I, betaSS } = situation.conditions;
        for (const states of editions)
          for (const { polarization, betaI, error } of Object.values(states(situation))) {
            expect(Math.abs(polarization - atBeta(omega0I, betaSS))).toBeLessThanOrEqual(error + rounding);
            expect(atBeta(omega0I, betaI)).toBeCloseTo(polarization, 14);
          }
      }),
      { numRuns: times * 12 },
    );
  });

  test.each([
    ['as derived', derived, plainest],
    ['as printed', printed, withBetaSS(1e-9)],
  ] as const)(
    'of thermal mixing at the temperature of the lattice are not those of betaSS, %s',
    (_, states, simplest) => {
      const atLattice = situations().filter(({ profile }) => profile.kind === 'lattice');
      const isSame = (situation: Situation): boolean => {
        const { polarization, error } = states(situation)['thermal mixing'];
        const { omega0I, betaSS } = situation.conditions;
        return Math.abs(polarization - atBeta(omega0I, betaSS)) <= error + rounding;
      };
      expect(counterexample(atLattice, isSame)).toEqual(simplest);
    },
  );
});

/** All frequencies by that factor, all inverse temperatures by its inverse. */
const scaled = ({ line, profile, conditions }: Situation, by: number): Situation => {
  const inTime = new Set(['betaL', 'betaSS', 'beta']);
  const pure = new Set(['kind', 'depth', 'shift', 'points']);
  const each = <T extends object>(of: T): T =>
    Object.fromEntries(
      Object.entries(of).map(([name, value]) => [
        name,
        pure.has(name) ? value : inTime.has(name) ? (value as number) / by : (value as number) * by,
      ]),
    ) as T;
  const longer: LineData =
    line.kind === 'table' ? { ...line, points: line.points.map(([at, height]) => [at * by, height]) } : each(line);
  const colder =
    profile.kind === 'table'
      ? { ...profile, points: profile.points.map(([at, alpha]) => [at * by, alpha / by] as const) }
      : each(profile);
  return { line: longer, profile: colder, conditions: each(conditions) };
};

/** X(omega - by), and with another sign X(2 centre - omega). */
const moved = (profile: Profile, by: number): Profile => ({
  ...profile,
  term: (omega) => profile.term(omega - by),
  breaks: profile.breaks.map((at) => at + by),
  terms: (offset, count, origin, less, out) => profile.terms(offset, count, origin - by, less, out),
  poles: profile.poles.map(({ at, width }) => ({ at: at + by, width })),
  reach: (from, to) => profile.reach(from - by, to - by),
});
const mirrored = (profile: Profile, centre: number): Profile => ({
  ...profile,
  term: (omega) => profile.term(2 * centre - omega),
  breaks: profile.breaks.map((at) => 2 * centre - at).reverse(),
  terms: (offset, count, origin, less, out) => {
    // Nodes rise from one to the next.
    const opposite = offset.subarray(0, count).map((one) => -one);
    profile.terms(opposite.reverse(), count, 2 * centre - origin, -less, out);
    out.subarray(0, count).reverse();
  },
  poles: profile.poles.map(({ at, width }) => ({ at: 2 * centre - at, width })),
  reach: (from, to) => profile.reach(2 * centre - to, 2 * centre - from),
});
const inverted = (profile: Profile): Profile => ({
  ...profile,
  term: (omega) => -profile.term(omega),
  terms: (offset, count, origin, less, out) => {
    profile.terms(offset, count, origin, less, out);
    for (let k = 0; k < count; k++) out[k] = -(out[k] as number);
  },
});

const movedLine = (line: LineData, by: number): LineData => {
  if (line.kind === 'table') return { ...line, points: line.points.map(([at, height]) => [at + by, height]) };
  if (line.kind !== 'powder') return { ...line, omegaS: line.omegaS + by };
  // Moving a powder by its tensor bends it: another line.
  return { kind: 'gaussian', omegaS: line.omegaY + by, fwhm: line.fwhm };
};
const mirroredLine = (line: LineData, centre: number): LineData =>
  line.kind === 'table'
    ? { ...line, points: line.points.map(([at, height]) => [2 * centre - at, height] as const).reverse() }
    : line;

describe('symmetries of stationary states', () => {
  test('all frequencies larger and all inverse temperatures smaller by the same factor', () => {
    fc.assert(
      fc.property(situations(), fc.constantFrom(2, 3, 0.1), (situation, by) => {
        for (const states of editions) expectSame(states(situation), states(scaled(situation, by)), 1, ofInputs);
      }),
      { numRuns: times * 12 },
    );
  });

  test('a line moved with the Zeeman terms across it', () => {
    fc.assert(
      fc.property(situations(), fc.integer({ min: -9, max: 9 }), ({ line, profile, conditions }, by) => {
        const [there, here] = [movedLine(line, by * 1e10), movedLine(line, 0)];
        const temperatures = profileOf(profile);
        for (const states of [derivedStates, printedStates])
          expectSame(
            states(lineOf(here), temperatures, conditions),
            states(lineOf(there), moved(temperatures, by * 1e10), conditions),
            1,
            ofInputs,
          );
      }),
      { numRuns: times * 12 },
    );
  });

  test('all temperatures inverted: the opposite polarization, in both editions', () => {
    fc.assert(
      fc.property(situations(), ({ line, profile, conditions }) => {
        const opposite = { ...conditions, betaSS: -conditions.betaSS };
        const temperatures = profileOf(profile);
        for (const states of [derivedStates, printedStates])
          expectSame(
            states(lineOf(line), temperatures, conditions),
            states(lineOf(line), inverted(temperatures), opposite),
            -1,
          );
      }),
      { numRuns: times * 12 },
    );
  });

  /**
   * Mirrored at the centre a pair (omega, Delta) is (2 centre - omega, -Delta), with the same two Zeeman terms: E keeps
   * its size and turns its sign with that of betaSS. As labelled, E turns into -E of the pair with its electrons
   * exchanged, and the integral over both signs of Delta has them both.
   */
  test('line and Zeeman terms mirrored, interactions inverted: the opposite polarization, in both editions', () => {
    // A powder mirrored is none.
    const symmetric = situations().filter(({ line }) => line.kind !== 'powder');
    fc.assert(
      fc.property(symmetric, ({ line, profile, conditions }) => {
        const [before, temperatures] = [lineOf(line), profileOf(profile)];
        const centre = line.kind === 'table' ? (line.points[0]?.[0] as number) : before.centre;
        const after = lineOf(mirroredLine(line, centre));
        const opposite = { ...conditions, betaSS: -conditions.betaSS };
        for (const states of [derivedStates, printedStates])
          expectSame(
            states(before, temperatures, conditions),
            states(after, mirrored(temperatures, centre), opposite),
            -1,
            ofInputs,
          );
      }),
      { numRuns: times * 12 },
    );
  });
});
