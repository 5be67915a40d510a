import { secondMoment } from '../../spec/section-A/notation.ts';
import {
  eqA10 as cutOffMoment,
  sAd as narrowness,
  otherDistance,
  tenthOf,
  sAg as widthFromMoment,
} from '../../spec/section-A/width.ts';
import type { Chain } from '../../src/evidence/proof/step.ts';
import { add, call, div, mul, num, pi, pow, sqrt, sub, symbol } from '../../src/formula/expression.ts';
import { D, D0, DD, nS, r0 } from '../../src/formula/symbols.ts';
import { about, proof, sameForm } from '../proof.ts';
import { againstDensity, densityProved } from '../section-4/distributions.ts';

/** Ten times the width: what the part calls `tenfold`. */
const tenfold = symbol('tenfold', 'tenfold', D0.symbol.dimension);
const smaller = symbol('smaller', 'smaller', D0.symbol.dimension);
const width = tenthOf('tenfold');

/** d/dw (w D0 - w^2 atan(D0/w)) = D0 - 2 w atan(D0/w) + w^2 D0/(D0^2 + w^2), and 2 w atan(D0/w) < pi w < D0. */
const slope = mul(
  div(1, mul(5, pi)),
  add(
    sub(D0, tenfold),
    mul(sub(1, div(pi, 10)), tenfold),
    mul(2, width, sub(div(pi, 2), call('atan', div(D0, width)))),
    div(mul(pow(width, 2), D0), add(pow(D0, 2), pow(width, 2))),
  ),
);

export const sAg = proof('sAg', {
  about: about(widthFromMoment),
  steps: [
    {
      by: 'monotonic',
      variable: tenfold,
      from: smaller,
      why: 'the second moment rises with the width, being the same where the two widths are',
      to: slope,
    },
  ],
});

export const eqA8 = proof('eqA8', { about: 'step', steps: sameForm });

export const sAd = proof('sAd', {
  about: about(narrowness, 1),
  steps: [
    {
      by: 'sign',
      to: mul(
        div(num(9366, 10000), sqrt(num(5))),
        nS,
        sub(r0, otherDistance),
        add(pow(r0, 2), mul(r0, otherDistance), pow(otherDistance, 2)),
      ),
    },
  ],
});

export const eqA9 = proof('eqA9', againstDensity, ...densityProved);

const primitiveOfMoment = mul(div(DD, pi), sub(D, mul(DD, call('atan', div(D, DD)))));

const firstError: Chain['steps'] = [{ by: 'limit', to: num(1), error: { order: 1, coefficient: div(pi, 2) } }];

export const eqA10 = proof(
  'eqA10',
  { about: 'step', steps: firstError },
  { about: 'truth', steps: firstError },
  {
    about: about(cutOffMoment),
    steps: [{ by: 'primitive', variable: D, primitive: primitiveOfMoment, to: secondMoment(DD) }],
  },
);
