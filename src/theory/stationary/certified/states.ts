import type { Ball } from '../../../number/ball.ts';
import { approximate, minus, type Rational } from '../../../number/rational.ts';
import { type Branch, branches, type Conditions, type State, type States } from '../state.ts';
import { type Edition, flowsAt } from './flows.ts';
import { type Frame, float, frame, type Input, whole } from './frame.ts';
import { type Budget, roundingError } from './inner.ts';
import type { CertifiedLine } from './line.ts';
import type { Flow } from './outer.ts';
import type { CertifiedProfile } from './profiles.ts';

/** A number lies between both. */
export interface Between {
  readonly lower: Rational;
  readonly upper: Rational;
}

/** A stationary state by enclosures, with the digits that are certain of both. */
export interface CertifiedState extends State<Between> {
  readonly digits: number;
}

export interface Wanted {
  /** Of the polarization and of the inverse temperature, relative to themselves; 1 to 200. */
  readonly digits: number;
  readonly edition: Edition;
  /** The most populations of pairs to be computed; 3e7, some minutes, unless said. */
  readonly most?: number;
}

export interface Certified {
  readonly states: States<CertifiedState>;
  /** What it took: populations of pairs in all, and bits of the last working precision. */
  readonly pairs: number;
  readonly bits: number;
}

/** Where a polarization is smaller than this, digits count relative to this. */
const smallest = 1e-12;

interface Solved {
  readonly P: Between;
  readonly betaI: Between;
  /** A bound of the relative width of both, and what the tolerance has to be for the digits. */
  readonly relative: number;
  readonly needed: number;
}

/**
 * 2 artanh x/omega0I at an exact x, |x| < 1: log((1 + x)/(1 - x))/omega0I. For small x the logarithm would lose digits;
 * artanh x then is x + theta x^3, 0 <= theta <= 1.
 */
const inverseTemperature = ({ base, omega0I }: Frame, at: Rational): Ball => {
  const x = base.rational(at);
  const one = base.rational({ numerator: 1n, denominator: 1n });
  if (Math.abs(base.middle(x)) > smallest)
    return base.div(base.log(base.div(base.add(one, x), base.sub(one, x))), omega0I);
  const twice = base.add(x, x);
  return base.div(base.hull(twice, base.mul(twice, base.add(one, base.mul(x, x)))), omega0I);
};

const widthOf = (f: Frame, { lower, upper }: Between): number => f.base.middle(f.base.rational(minus(upper, lower)));

/** P = d/s and betaI = (2/omega0I) artanh P, which rises with P; undefined where s may be 0 or |P| may be 1. */
const solve = (f: Frame, { d, s }: Flow, digits: number): Solved | undefined => {
  const { base } = f;
  if (base.sign(s) !== 1) return undefined;
  const P = base.div(d, s);
  const room = base.mul(base.add(whole(f, 1), P), base.sub(whole(f, 1), P));
  if (base.sign(room) !== 1) return undefined;
  const [lower, upper] = base.ends(P);
  const betaI: Between = {
    lower: base.ends(inverseTemperature(f, lower))[0],
    upper: base.ends(inverseTemperature(f, upper))[1],
  };
  const size = Math.max(Math.abs(base.middle(P)), smallest);
  const atSize = (size * 2) / float(f, f.omega0I);
  const relative = Math.max(
    widthOf(f, { lower, upper }) / size,
    widthOf(f, betaI) / Math.max(atSize, Math.abs(approximate(betaI.lower))),
  );
  return {
    P: { lower, upper },
    betaI,
    relative: relative * (1 + 1e-9),
    // betaI has at most 1/(1 - P^2) times the relative error of P.
    needed: 0.1 * Math.exp(-digits * Math.LN10) * size * base.middle(s) * base.middle(room),
  };
};

/** The frame in which rounding is far below the tolerance: its bits are those of the tolerance and of the error of a node. */
const frameFor = (
  line: CertifiedLine,
  profile: CertifiedProfile,
  conditions: Conditions<Input>,
  tolerance: number,
): Frame => {
  const wanted = Math.ceil(Math.log2(1 / tolerance));
  let bits = Math.max(80, wanted + 40);
  for (;;) {
    const f = frame(bits, conditions.omega0I);
    const at = line.at(f, 1, tolerance / 64);
    const lost = Math.log2(roundingError(at, profile.at(f, at.origin)) * (1 + 2 * at.reach)) + 10;
    const needed = Math.max(80, wanted + Math.ceil(lost));
    if (needed <= bits) return bits - needed > 8 ? frame(needed, conditions.omega0I) : f;
    bits = needed;
  }
};

/**
 * Enclosures of the stationary polarization P of the nuclei and of betaI = (2/omega0I) artanh P, for each branch, with as
 * many certain digits as are asked for, relative to P (to 1e-12, where |P| is below that).
 *
 * The flow of polarization to the nuclei is d - s P, with d and s the two integrals: linear in P, with the slope -s. The
 * enclosure of s is shown to be positive, so the root d/s is the only one, and attracts; |d| < s pair by pair, as
 * |sinh x| < cosh x, so |P| < 1.
 *
 * Every error is bounded: of the quadratures (bounds.ts, inner.ts, outer.ts), of what lies
 * beyond the range (lines.ts), of rounding (roundingError). The precision is raised until the digits are there.
 * Throws a RangeError for conditions out of their domain (omega0I, D0, DD > 0) and where more populations of pairs would
 * be needed than `most`, or all weights are below 1e-270.
 */
export const certifiedStates = (
  line: CertifiedLine,
  profile: CertifiedProfile,
  conditions: Conditions<Input>,
  { digits, edition, most = 3e7 }: Wanted,
): Certified => {
  if (!Number.isInteger(digits) || digits < 1 || digits > 200)
    throw new RangeError(`expected 1 to 200 digits, got ${digits}`);
  const budget: Budget = { used: 0, most };
  let tolerance = 1e-6;
  for (let attempt = 0; attempt < 12; attempt++) {
    const f = frameFor(line, profile, conditions, tolerance);
    const flows = flowsAt(f, line, profile, conditions, edition, tolerance, budget);
    let next = tolerance;
    let done = true;
    const solved = branches.map((branch) => {
      const found = solve(f, flows[branch], digits);
      const certain = found && Math.floor(-Math.log10(found.relative));
      if (found !== undefined && (certain as number) >= digits) return [branch, found, certain] as const;
      done = false;
      // With a rough value the tolerance that the digits need is known; without one it is lowered until there is one, the
      // faster the lower it is: electrons at 20 mK leave 10^-99 of their pairs in mixed states.
      const lower = tolerance * Math.min(1e-6, Math.sqrt(tolerance));
      next = Math.min(next, found && found.relative < 0.5 ? Math.min(found.needed, tolerance / 4) : lower);
      return undefined;
    });
    if (done) {
      const states = Object.fromEntries(
        solved.map((of) => {
          const [branch, { P, betaI }, certain] = of as readonly [Branch, Solved, number];
          return [branch, { polarization: P, betaI, digits: certain }];
        }),
      );
      return { states: states as unknown as States<CertifiedState>, pairs: budget.used, bits: f.bits };
    }
    if (!(next > 1e-270)) break;
    tolerance = next;
  }
  throw new RangeError(
    'expected pairs of electrons in mixed states: the line overlaps too little with itself, or they are too cold, for an enclosure',
  );
};
