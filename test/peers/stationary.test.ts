import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type LineData, lineOf, type ProfileData, profileOf } from '../../src/library/arbitraries.ts';
import { derivedStates, printedStates } from '../../src/theory/stationary/double.ts';
import { branches, type Conditions, type States } from '../../src/theory/stationary/state.ts';
import { root, run } from '../child.ts';

interface Known {
  readonly polarization: number;
  /** Estimate of the absolute error of the polarization. */
  readonly error: number;
  readonly betaI: number;
}
interface Case {
  readonly number: number;
  readonly nucleus: string;
  readonly line: LineData;
  readonly profile: ProfileData;
  readonly conditions: Conditions;
  readonly derived: States<Known>;
  readonly printed: States<Known>;
}
interface Peer {
  readonly command: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly cases: readonly Case[];
}

const script = join(root, 'test/peers/stationary.py');
const committed = JSON.parse(readFileSync(join(root, 'test/peers/stationary.json'), 'utf8')) as Peer;

/** Whether two states are the same within the errors that both state. */
const isWithin = (one: Known, other: Known): boolean =>
  Math.abs(one.polarization - other.polarization) <= one.error + other.error;

describe('stationary states by SciPy, as committed', () => {
  test('are of every kind of line, of profile and of nucleus, above and below omega0I', () => {
    const { cases } = committed;
    expect(cases.map(({ number }) => number)).toEqual(cases.map((_, index) => index));
    expect(cases.length).toBe(60);
    const kinds = (of: (one: Case) => unknown): number => new Set(cases.map(of)).size;
    expect([kinds(({ line }) => line.kind), kinds(({ profile }) => profile.kind)]).toEqual([5, 4]);
    expect(kinds(({ nucleus }) => nucleus)).toBe(4);
    expect(kinds(({ conditions: { D0, omega0I } }) => Math.sign(D0 - omega0I))).toBe(3);
    expect(kinds(({ conditions: { betaSS } }) => Math.sign(betaSS))).toBe(3);
    for (const { derived, printed } of cases)
      for (const { polarization, error } of [...Object.values(derived), ...Object.values(printed)]) {
        expect(Math.abs(polarization)).toBeLessThan(1);
        expect(error).toBeLessThan(1e-10);
      }
  });

  test.each(committed.cases.map((one) => [one.number, one.line.kind, one.profile.kind, one] as const))(
    'case %i, %s with %s, is ours within both stated errors',
    (_number, _line, _profile, { line, profile, conditions, derived, printed }) => {
      const ours = [derivedStates, printedStates].map((of) => of(lineOf(line), profileOf(profile), conditions));
      for (const [index, theirs] of [derived, printed].entries())
        for (const branch of branches) {
          const own = (ours[index] as (typeof ours)[number])[branch];
          expect({ branch, own, is: isWithin(own, theirs[branch]) }).toEqual({ branch, own, is: true });
          // d betaI = 2 dP/(omega0I (1 - P^2)); the polarization itself is rounded.
          const { polarization, error, betaI } = theirs[branch];
          const slope = 2 / (conditions.omega0I * (1 - Math.abs(polarization)) * (1 + Math.abs(polarization)));
          expect(Math.abs(own.betaI - betaI)).toBeLessThan(2 * slope * (own.error + error) + 1e-15 * Math.abs(betaI));
        }
    },
  );

  test.each(['D0', 'DD', 'omega0I', 'betaSS'] as const)('are not those with %s a thousandth larger', (name) => {
    // Where the line ends before D0 does, D0 counts for nothing; where all temperatures are the same, nothing does.
    const telling = committed.cases.filter(
      ({ profile, line, conditions: { D0, omega0I, betaSS } }) =>
        profile.kind === 'hole' && line.kind !== 'lorentzian' && D0 < omega0I && betaSS !== 0,
    );
    expect(telling.length).toBeGreaterThan(8);
    for (const { line, profile, conditions, derived } of telling) {
      const other = { ...conditions, [name]: conditions[name] * 1.001 };
      const ours = derivedStates(lineOf(line), profileOf(profile), other);
      expect(branches.every((branch) => isWithin(ours[branch], derived[branch]))).toBe(false);
    }
  });
});

const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
const isAsked = process.env.CI === 'true' || spawnSync(python, ['-c', 'import scipy']).status === 0;

test.skipIf(!isAsked)('SciPy, asked again about three of them, says the same', { timeout: 60_000 }, () => {
  const numbers = [3, 10, 20];
  const { code, stdout, stderr } = run(python, [script, '--cases', numbers.join(',')], root);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { cases } = JSON.parse(stdout) as Peer;
  expect(cases.map(({ number }) => number)).toEqual(numbers);
  for (const { number, derived, printed, ...inputs } of cases) {
    const { derived: before, printed: beforePrinted, ...inputsBefore } = committed.cases[number] as Case;
    expect({ ...inputs, number }).toEqual(inputsBefore);
    for (const branch of branches) {
      expect(isWithin(derived[branch], before[branch])).toBe(true);
      expect(isWithin(printed[branch], beforePrinted[branch])).toBe(true);
    }
  }
});
