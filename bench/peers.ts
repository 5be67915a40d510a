import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate } from '../src/meaning/value.ts';
import { balls } from '../src/number/ball.ts';
import {
  compare,
  minus,
  multiply,
  negate,
  parseRational,
  power,
  type Rational,
  rational,
} from '../src/number/rational.ts';
import { W_Z } from '../src/theory/rates.ts';
import { buildArb, type Time, timeOf, timeOfArb, timeOfMpmath, timeOfPari } from './peers/measure.ts';

/** The point at which every program is asked: a generic one with D0 < omega0I, exact. rad/s, A2 in (rad/s)^2. */
export const point = { A2: 2_000_000_000_000_000, DD: 1_250_000, D0: 326_000_000, omega0I: 911_000_000 } as const;

/** What is asked of us beside a peer: our time is at most so many times the peer's. */
interface Target {
  readonly beside: string;
  readonly most: number;
  readonly says: string;
}

/** One line of the comparison; times in microseconds for one evaluation. */
export interface Row {
  readonly what: string;
  readonly ours: number;
  readonly peers: Readonly<Record<string, Time>>;
  readonly targets: readonly {
    readonly target: string;
    /** Our time over the peer's. */
    readonly ratio: number | undefined;
    /** undefined where the peer is not installed. */
    readonly met: boolean | undefined;
  }[];
}

const row = (what: string, ours: number, peers: Row['peers'], targets: readonly Target[]): Row => ({
  what,
  ours,
  peers,
  targets: targets.map((target) => {
    const peer = peers[target.beside];
    if (!peer || 'missing' in peer) return { target: target.says, ratio: undefined, met: undefined };
    const ratio = ours / peer.us;
    return { target: target.says, ratio, met: ratio <= target.most };
  }),
});

const ahead = (beside: string, times = 1): Target => ({
  beside,
  most: 1 / times,
  says: times === 1 ? `ahead of ${beside}` : `${times} times ahead of ${beside}`,
});
const within = (beside: string, most: number): Target => ({ beside, most, says: `within ${most} times ${beside}` });

/** W^Z enclosed with that many digits guaranteed. Throws an Error where they are not. */
const enclosedWith = (digits: number) => {
  const arithmetic = balls(digits + 2);
  const environment = new Map(
    Object.entries(point).map(([name, value]) => [name, arithmetic.rational(rational(value))]),
  );
  const value = evaluate(W_Z);
  const work = () => value(arithmetic, environment);
  const [lo, hi] = arithmetic.ends(work());
  if (!areClose(hi, lo, digits))
    throw new Error(`expected ${digits} digits of a positive number, got a wider enclosure`);
  return { work, lo };
};
/** Whether two positive numbers agree to so many digits. */
const areClose = (a: Rational, b: Rational, digits: number): boolean => {
  const apart = multiply(minus(a, b), power(rational(10), digits));
  return compare(apart, b) <= 0 && compare(negate(apart), b) <= 0;
};
/** The work of enclosing W^Z in balls. */
export const certified = (digits: number): (() => unknown) => enclosedWith(digits).work;

/** Throws an Error where a peer found something else, but for its last three digits: it would have been asked wrongly. */
const checked = (peers: Row['peers'], digits: number): Row['peers'] => {
  const { lo } = enclosedWith(digits);
  for (const [name, time] of Object.entries(peers))
    if ('value' in time && !areClose(parseRational(time.value), lo, digits - 3))
      throw new Error(`expected the value of ${name} to be ours, got ${time.value}`);
  return peers;
};

const closedTargets: Readonly<Record<number, readonly Target[]>> = {
  50: [ahead('mpmath'), ahead('PARI'), within('Arb', 6)],
  1000: [ahead('mpmath'), within('Arb', 10)],
};

/** Runs something with the program for Arb, undefined where it cannot be compiled. */
const withArb = <T>(work: (arb: string | undefined) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'peers-'));
  try {
    return work(buildArb(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The closed form of W^Z, all digits certified where the program certifies them (we and Arb). */
export const closedFormRows = (ours = certified, digits: readonly number[] = [16, 50, 200, 1000]): readonly Row[] =>
  withArb((arb) =>
    digits.map((d) => {
      const time = timeOf(ours(d));
      const peers = { Arb: timeOfArb(arb, 'W_Z', d), PARI: timeOfPari('W_Z', d), mpmath: timeOfMpmath('W_Z', d) };
      return row(`W^Z, ${d} digits`, time, checked(peers, d), closedTargets[d] ?? []);
    }),
  );

/** W^Z by quadrature, with a work of ours that integrates at `point`. */
export const quadratureRow = (ours: () => unknown, digits = 50): Row =>
  withArb((arb) => {
    const time = timeOf(ours);
    const peers = {
      Arb: timeOfArb(arb, 'integral', digits),
      PARI: timeOfPari('integral', digits),
      mpmath: timeOfMpmath('integral', digits),
    };
    return row(`quadrature of W^Z, ${digits} digits`, time, checked(peers, digits), [ahead('mpmath', 10)]);
  });

const figures = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 });
const shown = (time: Time | undefined): string =>
  time === undefined ? '' : 'missing' in time ? time.missing : figures(time.us);

/** The rows as text, with a heading: a line for each target. */
export const tableOf = (rows: readonly Row[]): readonly (readonly string[])[] => {
  const names = [...new Set(rows.flatMap(({ peers }) => Object.keys(peers)))];
  const answer = (met: boolean | undefined): string => (met === undefined ? 'not compared' : met ? 'yes' : 'no');
  return [
    ['us each', 'ours', ...names, 'target', 'ratio', 'met'],
    ...rows.flatMap(({ what, ours, peers, targets }) => {
      const times = [figures(ours), ...names.map((name) => shown(peers[name]))];
      if (targets.length === 0) return [[what, ...times, '', '', '']];
      return targets.map(({ target, ratio, met }, index) => [
        ...(index === 0 ? [what, ...times] : ['', ...times.map(() => '')]),
        target,
        ratio === undefined ? '' : figures(ratio),
        answer(met),
      ]);
    }),
  ];
};
