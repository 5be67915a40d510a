import type { EnclosureArithmetic } from '../number/arithmetic.ts';
import { type Ball, balls } from '../number/ball.ts';
import type { DualArithmetic } from '../number/dual.ts';
import type { IntegralOptions } from '../number/integral.ts';
import { integrating, integratingDuals } from '../number/integrals.ts';

/** The numbers that the oracle encloses its values in. */
export type Certified = Ball;

/** The most digits that certified numbers may carry. */
export const mostWorkingDigits = 10_000;

const bitsPerDigit = Math.log2(10);
/** An integral has this many digits less than the numbers that it is made of: they are lost in its sums. */
const spare = 6;
/** Most evaluations of an integrand; an integral that is not had by then is as wide as it is. */
const [evaluations, evaluationsOfSlopes] = [40_000, 2_000];

/** No integral is asked for more bits. */
const mostBits = 30_000;
/** Bits of an integral of numbers with that many digits. */
export const bitsOfIntegrals = (digits: number): number =>
  Math.min(mostBits, Math.ceil(Math.max(4, digits - spare) * bitsPerDigit));

const optionsFor = (digits: number, most: number): IntegralOptions => ({
  bits: bitsOfIntegrals(digits),
  evaluations: most,
});

const known = new Map<number, EnclosureArithmetic<Certified>>();
const knownDuals = new Map<string, DualArithmetic<Certified>>();

/** Enclosures that carry that many digits; integrals have six digits less. */
export const certified = (digits: number): EnclosureArithmetic<Certified> => {
  const made = known.get(digits) ?? integrating(balls(digits), optionsFor(digits, evaluations));
  known.set(digits, made);
  return made;
};

/** The same with derivatives with respect to `count` parameters; integrals have half as many digits. */
export const certifiedDuals = (digits: number, count: number): DualArithmetic<Certified> => {
  const name = `${digits}:${count}`;
  const made =
    knownDuals.get(name) ??
    integratingDuals(balls(digits), count, optionsFor(Math.ceil(digits / 2), evaluationsOfSlopes));
  knownDuals.set(name, made);
  return made;
};
