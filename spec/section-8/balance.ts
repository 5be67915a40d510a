import type { Part } from '../../src/claim/claim.ts';
import { add, apply, call, div, type Expr, integral, mul, num, pow, sqrt, sub } from '../../src/formula/expression.ts';
import { separate } from '../../src/formula/separate.ts';
import { substitute } from '../../src/formula/substitute.ts';
import { betaI, betaL, betaSS, Delta, Delta0, omega, omega0I, statesOf, theta } from '../../src/formula/symbols.ts';
import { above, angleBelow, below, overAngle, rightAngle } from '../circle.ts';
import { cutOffAbove, cutOffBelow } from '../domains.ts';
import { type Binders, radicand } from '../section-4/notation.ts';
import { pairs, statesI } from './notation.ts';

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

/** What a pair adds to a flow, for those products: of one sign on either side of where it balances. */
export const pairAdds = (products: Expr): Part => ({
  says: 'with (85) put right a pair adds -2 sinh((1/2) omega_0I [beta_SS + (Delta/omega_0I)^2 (beta_L - beta_SS) - beta_I])/(N_S N_I) times its weight, where N_S N_I is 8 to leading order in the inverse temperatures',
  domain: pairs('betaI', 'betaSS', 'betaL', 'statesI'),
  relation: () => {
    const [upper, lower] = [1, -1].map((value) => substitute(products, { sign: num(value) })) as [Expr, Expr];
    const sinh = call('sinh', mul<string, Binders>(num(1, 2), omega0I, sub<string, Binders>(balancedAt, betaI)));
    return {
      kind: 'equal',
      left: sub<string, Binders>(upper, lower),
      right: div<string, Binders>(
        mul<string, Binders>(-2, sinh),
        mul<string, Binders>(apply(statesOf, omega, Delta), statesI),
      ),
    };
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

const [sine, cosine] = [call('sin', theta), call('cos', theta)];
const product = mul(sine, cosine);
const half = num(1, 2);
const whole = mul(half, add(theta, product));
/** Primitives over the angle of the two integrals of a mean, over omega0I^2. */
export const primitives: Readonly<Record<Flow, { readonly over: Expr; readonly under: Expr }>> = {
  thermalMixing: {
    over: mul(num(1, 8), sub(theta, mul(product, sub(pow(cosine, 2), pow(sine, 2))))),
    under: mul(half, sub(theta, product)),
  },
  crossEffect: {
    over: mul(num(1, 8), add(mul(3, theta), mul(3, product), mul(2, sine, pow(cosine, 3)))),
    under: whole,
  },
  both: { over: whole, under: theta },
};
const texts: Readonly<Record<Flow, string>> = {
  thermalMixing: '(t - y c (1 - 2 y^2))/(4 (t - y c))',
  crossEffect: '(3 t + 3 y c + 2 y c^3)/(4 (t + y c))',
  both: '(t + y c)/(2 t) = W^Z/(W^Z + W^SS)',
};
/** The closed form of the mean, in words. */
export const shareText = (flow: Flow): string =>
  `<x^2> = ${texts[flow]}, y = D0/omega_0I, c = sqrt(1 - y^2), t = arcsin y; y = 1 for D0 >= omega_0I`;

/** The closed form of an integral beside a mean for the two ranges of D0. */
const executed = (primitive: Expr, to: (primitive: Expr) => Expr): Expr => mul(pow(omega0I, 2), to(primitive));
const sides = [
  { name: 'over', by: zeemanPart, says: '(Delta/omega_0I)^2 times its weight' },
  { name: 'under', by: num(1), says: 'its weight' },
] as const;

/** That the mean of (Delta/omega0I)^2 is that closed form: both of its integrals, for D0 below and above omega0I. */
export const meanShares = (flow: Flow): readonly Part[] =>
  sides.flatMap(({ name, by, says }) => {
    const primitive = primitives[flow][name];
    return [
      {
        says: `for <x^2> = ${texts[flow]}: the integral of ${says} over Delta, D0 < omega_0I`,
        domain: cutOffBelow,
        relation: () => ({ kind: 'equal', left: weighed(flow, by, angleBelow), right: executed(primitive, below) }),
      },
      {
        says: `for <x^2> = ${texts[flow]}: the integral of ${says} over Delta, D0 >= omega_0I`,
        domain: cutOffAbove,
        relation: () => ({ kind: 'equal', left: weighed(flow, by, rightAngle), right: executed(primitive, above) }),
      },
    ];
  });
