import { pureNumber } from '../formula/dimension.ts';
import {
  add,
  call,
  cases,
  div,
  type Expr,
  integral,
  mul,
  neg,
  num,
  pow,
  type Stratum,
  sqrt,
  sub,
  symbol,
} from '../formula/expression.ts';
import { substitute } from '../formula/substitute.ts';
import { D0, DD, omega, omega0I } from '../formula/symbols.ts';
import { at, type Line, omegaS, polarizationOf, sigma, type ZeemanTerm } from './line-shape.ts';
import { exponentAsLabelled, exponentOfMeans, type Mixing } from './pair-populations.ts';

/**
 * Integrals over the electron line, of the populations that the cross effect and thermal mixing drive towards a
 * stationary nuclear polarization. Gaussian tails are cut off at `cut` standard deviations from the outermost bell; what
 * lies beyond is bounded by the formula `tail`, so that every value has an error that is known.
 */

/** Where a line is cut off, in standard deviations. */
export const cut = symbol('cut', 'k', pureNumber);

/** An integral over all omega: the part within the cut, and a bound of the magnitude of the rest. */
export interface Truncated {
  readonly within: Expr;
  readonly tail: Expr<string, 'scalar'>;
}

/** What lies beyond the cut over its bound: a number from -1 to 1, of which no more is known. */
const beyond = symbol('beyond', '\\vartheta', pureNumber, 'real');
/** The same for the integral in a denominator. */
const beyondUnder = symbol('beyondUnder', "\\vartheta'", pureNumber, 'real');
/** The symbols that no one gives: the cut is chosen, and what lies beyond is enclosed. */
export const ofTheCut: ReadonlySet<string> = new Set([cut, beyond, beyondUnder].map((of) => of.symbol.name));

const times = (...factors: (Expr | number)[]): Expr => mul<string, Stratum>(...factors);
const real = (...factors: (Expr<string, 'scalar'> | number)[]): Expr<string, 'scalar'> =>
  mul<string, 'scalar'>(...factors);

/** The integral over omega from one cut to the other. */
const overLine = (line: Line, body: Expr): Expr => {
  const reach = add<string, 'scalar'>(line.reach, mul(cut, sigma));
  return integral(omega, [[sub<string, 'scalar'>(omegaS, reach), add<string, 'scalar'>(omegaS, reach)]], body);
};

/**
 * The integral of the shape beyond the cut, rad/s: each bell there is one tail or two of
 * sigma integral over x > cut of exp(-x^2/2) < (sigma/cut) exp(-cut^2/2).
 */
const shapeBeyond = real(2, sigma, div(call('exp', mul(num(-1, 2), pow(cut, 2))), cut));

/** An integral of the shape times what is at most `bound` in magnitude. */
const truncated = (line: Line, body: Expr<string, 'scalar'>, bound: Expr<string, 'scalar'> | number): Truncated => ({
  within: overLine(line, real(line.shape, body)),
  tail: real(bound, shapeBeyond),
});

const scaled = (factor: Expr<string, 'scalar'>, { within, tail }: Truncated): Truncated => ({
  within: times(factor, within),
  tail: real(factor, tail),
});

/** 1, for a line shape that is normalised. */
export const norm = (line: Line): Truncated => scaled(line.height, truncated(line, num(1), 1));

const moved = (line: Line, by: Expr<string, 'scalar'>): Expr<string, 'scalar'> =>
  at(line.shape, sub<string, 'scalar'>(omega, by));

/** The integral of g(omega) g(omega - distance), s, by quadrature: Eq. (75) at Delta = distance. */
export const overlap = (line: Line, distance: Expr<string, 'scalar'> = omega0I): Truncated =>
  scaled(pow(line.height, 2) as Expr<string, 'scalar'>, truncated(line, moved(line, distance), 1));

/** The same in closed form. */
export const closedOverlap = (line: Line, distance: Expr<string, 'scalar'> = omega0I): Expr =>
  substitute(line.overlap, { Delta: distance });

/** A quotient of two integrals. */
export interface Quotient {
  readonly over: Truncated;
  readonly under: Truncated;
}

export const partsOf = (of: Truncated | Quotient): readonly Truncated[] => ('over' in of ? [of.over, of.under] : [of]);

/**
 * An integral over a whole line, or a quotient of two, as a formula: exact for any cut, with `beyond` and `beyondUnder`
 * from -1 to 1.
 */
export const overWhole = (of: Truncated | Quotient): Expr => {
  const [over, under] = partsOf(of).map(({ within, tail }, index) =>
    add<string, Stratum>(within, times(tail, index === 0 ? beyond : beyondUnder)),
  ) as [Expr, Expr | undefined];
  return under === undefined ? over : div<string, Stratum>(over, under);
};

/**
 * Stationary nuclear polarization of the cross effect alone: the integral of g g' (P - P') over that of g g' (1 - P P'),
 * where the dash stands for omega - omega0I. Eq. (91). The heights of the line cancel.
 */
export const crossEffectPolarization = (line: Line, term: ZeemanTerm): Quotient => {
  const here = polarizationOf(term);
  const there = at(here, sub(omega, omega0I));
  const shifted = moved(line, omega0I);
  const of = (bracket: Expr<string, 'scalar'>): Truncated => truncated(line, real(shifted, bracket), 2);
  return { over: of(sub<string, 'scalar'>(here, there)), under: of(sub<string, 'scalar'>(1, real(here, there))) };
};

/**
 * Half-angle tangent of a pair: Delta = omega0I 2 v/(1 + v^2) and the coupling omega0I (1 - v^2)/(1 + v^2) that conserves
 * energy, without a branch point at |Delta| = omega0I; dDelta = 2 coupling dv/(1 + v^2).
 */
const v = symbol('v', 'v', pureNumber, 'real');
const onePlus = add(1, pow(v, 2));
const sine = div(mul(2, v), onePlus);
const cosine = div(mul(sub(1, v), add(1, v)), onePlus);
const mismatch = real(omega0I, sine);
const coupling = real(omega0I, cosine);

const x = div(D0, omega0I);
/** The least |v|: 0 where the cut-off is no longer felt. */
const least = cases<'D0' | 'omega0I', 'scalar'>(
  { left: D0, right: omega0I },
  div(sqrt(mul(sub(1, x), add(1, x))), add(1, x)),
  0,
);

/** How the states of a resonant pair are mixed. */
const mixing: Mixing = { Delta: mismatch, byZeeman: sine, byCoupling: cosine, splitting: omega0I };

/** The exponent of the populations of the two mixed states, of the difference of the Zeeman terms. */
export type Exponent = (zeemanDifference: Expr<string, 'scalar'>) => Expr<string, 'scalar'>;
export const inMixedStates: Exponent = (difference) => exponentOfMeans(difference, mixing);
export const asLabelledStates: Exponent = (difference) => exponentAsLabelled(difference, mixing);

/**
 * Stationary nuclear polarization of thermal mixing alone: the flow of interaction energy (60) is linear in P_I and
 * vanishes at the integral of w sinh(E/2)/N over that of w cosh(E/2)/N, with N = cosh(S/2) + cosh(E/2), S the sum of the
 * Zeeman terms, E the exponent, and w = g(omega) g(omega - Delta) (omega0I^2 - Delta^2)^(3/2)/(omega0I^2 - Delta^2 + DD^2)
 * over both signs of Delta, or over one where the exponent is the same for a pair with its electrons exchanged, which
 * is (omega - Delta, -Delta): the half left out then is the same in both integrals. With p = (E + S)/4 and m = (E - S)/4 these are (tanh p + tanh m)/2 and (1 + tanh p tanh m)/2,
 * which do not overflow.
 */
export const thermalMixingPolarization = (
  line: Line,
  term: ZeemanTerm,
  exponent: Exponent = inMixedStates,
): Quotient => {
  const there = at(term, sub<string, 'scalar'>(omega, mismatch));
  const [S, E] = [add<string, 'scalar'>(term, there), exponent(sub<string, 'scalar'>(term, there))];
  const halfOf = (x: Expr<string, 'scalar'>) => real(num(1, 2), x);
  const [p, m] = [
    call('tanh', halfOf(add<string, 'scalar'>(halfOf(E), halfOf(S)))),
    call('tanh', halfOf(sub<string, 'scalar'>(halfOf(E), halfOf(S)))),
  ] as readonly [Expr<string, 'scalar'>, Expr<string, 'scalar'>];
  const difference = halfOf(add<string, 'scalar'>(p, m));
  const sum = halfOf(add<string, 'scalar'>(1, real(p, m)));
  const weight = div<string, 'scalar'>(
    real(2, pow(coupling, 4)),
    real(onePlus, add<string, 'scalar'>(pow(coupling, 2), pow(DD, 2))),
  );
  const positive = [least, num(1)] as const;
  const ranges = exponent === inMixedStates ? [positive] : [[num(-1), neg(least)] as const, positive];
  const of = (bracket: Expr<string, 'scalar'>): Truncated => ({
    within: integral(v, ranges, times(weight, overLine(line, real(line.shape, moved(line, mismatch), bracket)))),
    // The weight is at most 2 omega0I^2, the bracket at most 1, both ranges together at most 2.
    tail: real(4, pow(omega0I, 2), shapeBeyond),
  });
  return { over: of(difference), under: of(sum) };
};
