import type { Part } from '../../src/claim/claim.ts';
import { add, call, div, type Expr, integral, mul, num, pow, sqrt, sub } from '../../src/formula/expression.ts';
import { separate } from '../../src/formula/separate.ts';
import { substitute } from '../../src/formula/substitute.ts';
import { betaL, betaSS, Delta, Delta0, omega0I, theta } from '../../src/formula/symbols.ts';
import { angleBelow, overAngle, rightAngle } from '../circle.ts';
import { cutOffAbove, cutOffBelow } from '../domains.ts';
import { type Binders, radicand } from '../section-4/notation.ts';
import { pairs } from './notation.ts';

/**
 * Detailed and integrated balance at alpha = beta_L, with the populations of (85) put right: each pair has an inverse
 * temperature of its own at which it balances the nuclei, and a flow vanishes where these do in the mean.
 */

/** (Delta/omega0I)^2: how much of the energy of a flip is Zeeman energy of the electrons. */
export const zeemanPart = div(pow(Delta, 2), pow(omega0I, 2));

/** The inverse nuclear temperature that the pairs at Delta lead to. */
export const balancedAt = add<string, Binders>(betaSS, mul<string, Binders>(zeemanPart, sub(betaL, betaSS)));

/** That the two ways of a pair balance there, for the product of populations of pair and nucleus that is given. */
export const eachPairAt = (products: Expr): Part => ({
  says: 'with (85) put right the flips of the pairs at Delta balance at beta_I = beta_SS + (Delta/omega_0I)^2 (beta_L - beta_SS), whatever omega, at any temperature',
  domain: pairs('betaSS', 'betaL', 'statesI'),
  relation: () => {
    const [upper, lower] = [1, -1].map((value) => substitute(products, { betaI: balancedAt, sign: num(value) }));
    return { kind: 'equal', left: lower as Expr, right: upper as Expr };
  },
});

/** Weights of the pairs at Delta in a flow whose line is much wider than omega0I, the width of g_D dropped. */
const weights = {
  /** Of (78). */
  thermalMixing: sqrt(radicand),
  /** Of (59) with (43): (Delta/omega0I)^2 W_SSI(Delta). */
  crossEffect: div(pow(Delta, 2), sqrt(radicand)),
  /** Of (51), their sum. */
  both: div(pow(omega0I, 2), sqrt(radicand)),
} as const;
export type Flow = keyof typeof weights;

/** The integral over Delta > 0 of what stands beside a weight; that over Delta < 0 is the same. */
const weighed = (flow: Flow, by: Expr, greatest: Expr): Expr =>
  separate(overAngle(integral(Delta, [[Delta0, omega0I]], mul<string, Binders>(by, weights[flow])), greatest));

/** The mean of (Delta/omega0I)^2 with the weight of a flow, over the angle up to the greatest one. */
export const meanShare = (flow: Flow, greatest: Expr): Expr =>
  div<string, Binders>(weighed(flow, zeemanPart, greatest), weighed(flow, num(1), greatest));

/** Multiples of the greatest angle and their sines. */
const [two, four] = [2, 4].map((times) => {
  const angle = mul(times, theta);
  return { angle, sine: call('sin', angle) };
}) as [{ angle: Expr; sine: Expr }, { angle: Expr; sine: Expr }];
/** The same mean in closed form, at theta = arcsin(D0/omega0I), and pi/2 for D0 >= omega0I. */
export const closedShares: Readonly<Record<Flow, Expr>> = {
  thermalMixing: div(sub(four.angle, four.sine), mul(8, sub(two.angle, two.sine))),
  crossEffect: div(add(mul(12, theta), mul(8, two.sine), four.sine), mul(8, add(two.angle, two.sine))),
  both: div(add(two.angle, two.sine), mul(4, theta)),
};
const texts: Readonly<Record<Flow, string>> = {
  thermalMixing: '<x^2> = (4 t - sin 4t)/(8 (2 t - sin 2t))',
  crossEffect: '<x^2> = (12 t + 8 sin 2t + sin 4t)/(8 (2 t + sin 2t))',
  both: '<x^2> = (2 t + sin 2t)/(4 t) = W^Z/(W^Z + W^SS)',
};
/** What the closed form is, in words. */
export const shareText = (flow: Flow): string => `${texts[flow]}, t = arcsin(D0/omega_0I), pi/2 for D0 >= omega_0I`;
const whole: Readonly<Record<Flow, Expr>> = { thermalMixing: num(1, 4), crossEffect: num(3, 4), both: num(1, 2) };

/** That the mean of (Delta/omega0I)^2 is that closed form. */
export const meanShares = (flow: Flow): readonly Part[] => [
  {
    says: `the mean of (Delta/omega_0I)^2 with its weight is ${texts[flow]}, t = arcsin(D0/omega_0I), for D0 < omega_0I`,
    domain: cutOffBelow,
    relation: () => ({
      kind: 'equal',
      left: substitute(closedShares[flow], { theta: angleBelow }),
      right: meanShare(flow, angleBelow),
    }),
  },
  {
    says: 'and the same at a right angle for D0 >= omega_0I',
    domain: cutOffAbove,
    relation: () => ({ kind: 'equal', left: whole[flow], right: meanShare(flow, rightAngle) }),
  },
];
