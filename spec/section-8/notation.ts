import type { Text } from '../../src/claim/claim.ts';
import { type Coordinate, domain, either, moderate, oneOf } from '../../src/claim/domain.ts';
import { underBinders } from '../../src/formula/binders.ts';
import { pureNumber } from '../../src/formula/dimension.ts';
import {
  add,
  apply,
  call,
  cases,
  div,
  type Expr,
  mul,
  neg,
  num,
  pow,
  sqrt,
  sub,
  symbol,
} from '../../src/formula/expression.ts';
import { instantiate, substitute } from '../../src/formula/substitute.ts';
import { alpha, betaI, betaL, Delta, omega, omega0I, statesOf } from '../../src/formula/symbols.ts';
import { compare, multiply, type Rational, rational } from '../../src/number/rational.ts';
import { apartFrom } from '../domains.ts';
import { type Binders, lineShapes, radicand } from '../section-4/notation.ts';

/** The upper (1) or lower (-1) of two signs in print: the upper or lower of two states. */
export const sign = symbol('sign', '\\pm', pureNumber, 'real');
/** 1 for the two states in which the electrons of a pair are parallel, -1 for the two mixed ones. */
export const aligned = symbol('aligned', '\\sigma', pureNumber, 'real');
/** Nuclear sum of states. */
export const statesI = symbol('statesI', '\\mathcal N_I', pureNumber);

export const zeemanOf = (frequency: Expr): Expr => mul<string, Binders>(frequency, apply(alpha, frequency));
export const zeemanSum = add<string, Binders>(zeemanOf(omega), zeemanOf(sub(omega, Delta)));
export const zeemanDifference = sub<string, Binders>(zeemanOf(omega), zeemanOf(sub(omega, Delta)));

/** exp -+(1/2)[exponent]. */
export const boltzmann = (exponent: Expr): Expr => call('exp', mul<string, Binders>(-1, sign, num(1, 2), exponent));

/** The two printed lines for the four states of a pair as one formula. */
export const fourStates = (parallel: Expr, mixed: Expr): Expr =>
  cases<string, Binders>({ left: aligned, right: num(0) }, boltzmann(mixed), boltzmann(parallel));

/** What is left open in print before the exponents of the populations. */
export const upperAndLower: Text = {
  status: 'reconstructed',
  readings: [{ says: 'the lost sign is -+, as populations of the upper and the lower state ask for (adopted)' }],
};

/** The product of the populations of the pairs at (omega, Delta) and of the nuclei. */
export const product = (exponent: Expr, at: Expr = Delta): Expr =>
  mul<string, Binders>(div<string, Binders>(1, mul(apply(statesOf, omega, at), statesI)), boltzmann(exponent));

/**
 * A function of the Zeeman terms and of how much of omega0I is Zeeman energy, with their means in the mixed states that
 * (12) has at a coupling D: their electrons are polarized by Delta/omega0I, so that Delta^2/omega0I of omega0I is Zeeman
 * energy and D^2/omega0I interaction energy.
 */
export const inMixedStates = (exponent: (zeeman: Expr, splitting: Expr) => Expr): Expr =>
  exponent(mul<string, Binders>(div(Delta, omega0I), zeemanDifference), div(pow(Delta, 2), omega0I));

/** The same pair with its electrons exchanged. */
export const exchanged = (formula: Expr): Expr => substitute(formula, { omega: sub(omega, Delta), Delta: neg(Delta) });

/** A condition or flow with the product of populations in the place of rho_S rho_I. */
export const withProduct = (condition: unknown, products: unknown): Expr => {
  const of = (value: number) => ({
    parameters: ['omega', 'Delta'],
    body: substitute(products as Expr, { sign: num(value) }),
  });
  const placed = instantiate(condition as Expr, { rhoSplus: of(1), rhoSminus: of(-1) });
  return substitute(placed, { rhoIplus: num(1), rhoIminus: num(1) });
};

/** What stands under all integrals. */
export const summand = (condition: unknown): Expr => underBinders(condition as Expr).integrand;

/** The integral that stands in a product with constants. */
export const integralOf = (formula: Expr): Expr => {
  if (formula.kind === 'integral') return formula;
  const found = formula.kind === 'product' ? formula.factors.find((factor) => factor.kind === 'integral') : undefined;
  if (!found) throw new TypeError('expected an integral with constants in front');
  return found;
};

/** Both signs of a formula added up. */
export const bothOf = (formula: Expr): Expr =>
  add<string, Binders>(...[1, -1].map((value) => substitute(formula, { sign: num(value) })));

/** exp x + exp -x. */
const twoCosh = (x: Expr): Expr => bothOf(call('exp', mul<string, Binders>(sign, x)));

/**
 * A formula with its sums of states written out, at alpha = beta_L: the mixed states are what the product of populations
 * gives without the nucleus, and the parallel ones have the energies +-(omega + omega - Delta)/2.
 */
export const withSums = (formula: Expr, products: unknown): Expr => {
  const open = { statesOf: { parameters: [], body: num(1) } };
  const mixed = substitute(instantiate(products as Expr, open), { statesI: num(1), betaI: num(0) });
  const parallel = twoCosh(mul(num(1, 2), sub(mul(2, omega), Delta), betaL));
  const written = instantiate(formula, {
    statesOf: { parameters: ['omega', 'Delta'], body: add<string, Binders>(parallel, bothOf(mixed)) },
  });
  return substitute(written, { statesI: twoCosh(mul(num(1, 2), omega0I, betaI)) });
};

/** The weight of a pair in the condition (78). */
export const weight = mul<string, Binders>(lineShapes, sqrt(radicand));

const named = (name: string): Expr => symbol(name, name, pureNumber, 'real');

/** k/64 of an earlier coordinate or of 1, so that exponents of Boltzmann factors stay moderate; 10^-6 from an end at the edge. */
export const fraction = (name: string, of?: string): Coordinate => ({
  names: [name],
  draw: ({ random, edge }, chosen) => {
    const ends = [rational(1, 1000000), rational(999999, 1000000)] as const;
    const share = edge ? (ends[random.below(2)] as Rational) : rational(1 + random.below(63), 64);
    return [of ? multiply(share, chosen.get(of) as Rational) : share];
  },
  simple: (chosen) =>
    [rational(1, 2), rational(1, 4)].map((share) => [of ? multiply(share, chosen.get(of) as Rational) : share]),
  // That frequencies stay below 1 is a choice of unit, and nothing that a proof may use.
  facts: [
    { left: num(0), is: '<', right: named(name) },
    ...(of ? [{ left: named(name), is: '<', right: named(of) } as const] : []),
  ],
});

const negativeFirst = (of: Coordinate): Coordinate => ({
  ...of,
  simple: (chosen) => of.simple(chosen).toSorted(([a], [b]) => compare(a as Rational, b as Rational)),
});

const further = [
  either(apartFrom(moderate('betaI'), 3, 4)),
  ...['betaSS', 'betaL'].map((name) => either(moderate(name))),
  ...['sign', 'aligned'].map((name) => oneOf(name, [rational(1), rational(-1)])),
  moderate('statesI'),
];
const here = { left: call('abs', Delta), is: '<', right: omega0I } as const;

/**
 * Pairs that can conserve energy, of either sign of Delta, with those of the inverse temperatures and signs that are
 * named, of either sign too, and with other coordinates. Every frequency is at most of the order of 1, and so every
 * product with an inverse temperature moderate.
 */
export const pairs = (...named: readonly (string | Coordinate)[]) =>
  domain(
    [
      fraction('omega0I'),
      either(fraction('omega')),
      // The sign over which the printed populations go wrong whatever is put in their place comes first.
      negativeFirst(either(fraction('Delta', 'omega0I'))),
      ...further.filter(({ names }) => named.includes(names[0] as string)),
      ...named.filter((one) => typeof one !== 'string'),
    ],
    [here],
  );

/** Pairs and nuclei with their populations left open. */
export const triples = pairs(...['NS', 'NI', 'A2', 'DD', 'WZ', 'D0', 'PI', 'rhoIplus', 'rhoIminus'].map(moderate));
