import * as spec from '../../spec/section-4/exact-density.ts';
import type { Binders } from '../../spec/section-4/notation.ts';
import type { Chain, Step, Steps } from '../../src/evidence/proof/step.ts';
import { pureNumber } from '../../src/formula/dimension.ts';
import {
  add,
  apply,
  call,
  div,
  type Expr,
  integral,
  mul,
  num,
  pow,
  sqrt,
  sub,
  symbol,
} from '../../src/formula/expression.ts';
import { D, D0, f1, r, r0, theta } from '../../src/formula/symbols.ts';
import { inTheLimit, sameForm } from '../proof.ts';

const { K, size, outer, cosine } = spec;

/** The distance in place of the coupling: dD = -3 D dr/r, so that (K a/(6 D^2)) |dD| = r^2 dr. */
const overDistance = (sign: 1 | -1): readonly Step[] => {
  const at = div(mul(num(sign, 2), K, size), pow(r, 3));
  return [
    {
      by: 'substitution',
      variable: D,
      into: r,
      pieces: [sign > 0 ? { at, from: outer, to: r0 } : { at, from: r0, to: outer }],
      to: integral(r, [[r0, outer]], mul<string, Binders>(pow(r, 2), apply(f1, at))),
    },
  ];
};

const overCosine = (sign: 1 | -1): Steps => [
  {
    by: 'primitive',
    variable: cosine,
    primitive: mul(div(mul(num(sign), K), mul(6, pow(D, 2))), sub(cosine, pow(cosine, 3))),
    to: spec.density,
  },
];

const x = div(D, D0);
/** r^-3 is at most r0^-3. */
const apart = sub(div(1, pow(r0, 3)), div(1, pow(r, 3)));
const [sine, cosineOfPair] = [call('sin', theta), call('cos', theta)];

const bySign = (to: Expr, why: string): readonly Step[] => [{ by: 'sign', to, why }];

/** The root of one sign of the coupling over that of the other. */
const roots = { negative: sqrt(add(1, mul(2, x))), positive: sqrt(sub(1, mul(2, x))) };
const moreNegative = div(
  mul(spec.wing, 4, pow(x, 3)),
  mul(pow(D, 2), add(mul(sub(1, x), roots.negative), mul(add(1, x), roots.positive))),
);

/** t = sqrt(1 - 2 x), which takes the root out of the moments. */
const t = symbol('t', 't', pureNumber, 'real');
const atRoot = div(mul(D0, sub(1, pow(t, 2))), 2);
/** The primitives of (3 - t^2) (1 - t^2)^(n - 2) t^2/2^(n - 1), as coefficients of t^3, t^5, ... */
const primitives = {
  2: [num(1, 2), num(-1, 10)],
  4: [num(1, 8), num(-7, 40), num(5, 56), num(-1, 72)],
} as const;
const moment = (n: 2 | 4): Steps => {
  const front = mul(spec.wing, pow(D0, n - 1));
  const body = mul(div(sub(3, pow(t, 2)), 2), pow(div(sub(1, pow(t, 2)), 2), n - 2), pow(t, 2));
  return ({ end }) => [
    {
      by: 'substitution',
      variable: D,
      into: t,
      pieces: [{ at: atRoot, from: sqrt(num(3)), to: num(0) }],
      to: mul<string, Binders>(front, integral(t, [[num(0), sqrt(num(3))]], body)),
      why: 't = sqrt(1 - 2 x)',
    },
    {
      by: 'primitive',
      variable: t,
      primitive: add(...primitives[n].map((value, k) => mul(value, pow(t, 2 * k + 3)))),
      to: end,
    },
  ];
};

const chains: readonly Omit<Chain, 'about'>[] = [
  { steps: [], other: overDistance(1) },
  { steps: [], other: overDistance(-1) },
  { steps: sameForm },
  { steps: overCosine(1) },
  { steps: overCosine(-1) },
  {
    steps: bySign(
      mul(num(1, 2), K, add(apart, div(mul(3, pow(cosineOfPair, 2)), pow(r, 3)))),
      'no partner is closer than r0, and the angular factor is at most 1',
    ),
  },
  {
    steps: bySign(
      mul(K, add(apart, div(mul(3, pow(sine, 2)), mul(2, pow(r, 3))))),
      'no partner is closer than r0, and the angular factor is at least -2',
    ),
  },
  {
    steps: bySign(moreNegative, '(1 - x)^2 (1 + 2 x) - (1 + x)^2 (1 - 2 x) = 4 x^3'),
  },
  { steps: inTheLimit },
  { steps: sameForm },
  { steps: inTheLimit },
  { steps: moment(2) },
  { steps: moment(4) },
];

/** A proof of each of the parts that say where the density comes from and what follows from it. */
export const densityChains: readonly Chain[] = spec.densityParts.map(({ says }, index) => ({
  about: says,
  ...(chains[index] as Omit<Chain, 'about'>),
}));
