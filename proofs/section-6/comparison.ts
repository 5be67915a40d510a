import * as claims from '../../spec/section-6/comparison.ts';
import { s6g as limited } from '../../spec/section-6/cross-effect.ts';
import type { Chain } from '../../src/evidence/proof/step.ts';
import { angularFrequency } from '../../src/formula/dimension.ts';
import { add, div, mul, neg, num, pi, pow, sqrt, sub, symbol } from '../../src/formula/expression.ts';
import { A2, DD, omega0I } from '../../src/formula/symbols.ts';
import { about, asItStands, eitherWay, proof } from '../proof.ts';

const w = div(DD, omega0I);
const root = sqrt(add(1, pow(w, 2)));

/** D0 = (omega0I + part)/2, as the sentence about the upper half is encoded. */
const part = symbol('part', 'p', angularFrequency);

const slow: Chain = { about: claims.slow.says, steps: asItStands };

/** d/dD0 of (70) - W^Z: A^2 w (1 - x^2 sqrt(1 - x^2)/(x^2 + w^2)), x = D0/omega0I. */
const whereSmaller = claims.halfToOne;
const slopeOfRest = (() => {
  const at = div(whereSmaller.D0, omega0I);
  const shareOfPairs = div(mul(pow(at, 2), sqrt(sub(1, pow(at, 2)))), add(pow(at, 2), pow(w, 2)));
  return mul(num(1, 2), div(A2, omega0I), w, sub(1, shareOfPairs));
})();

const becomesSmaller: Chain = {
  about: claims.becomesSmaller.says,
  steps: [
    {
      by: 'monotonic',
      variable: part,
      from: neg(omega0I),
      to: slopeOfRest,
      why: 'at D0 = 0 both are 0, and (70) grows faster than W^Z with D0',
    },
  ],
};

/** Both roots count, so that W^Z, W^SS and (70) are twice as large as printed. */
const twice = 2;
export const fig3 = proof(
  'fig3',
  ...eitherWay(slow),
  ...eitherWay({ about: claims.equalInFigure.says, steps: asItStands }),
  ...eitherWay(becomesSmaller, twice),
);
export const s6d = proof('s6d', ...eitherWay(slow));

/** W^SS/W^Z - 1 is 2 width/omega0I to leading order. */
const firstError = { order: 1, coefficient: num(2) };
export const s6e = proof(
  's6e',
  ...eitherWay({ about: about(claims.s6e), steps: [{ by: 'limit', to: num(1), error: firstError }] }),
);

const limitedBy67: Chain = {
  about: about(limited, 1),
  steps: [{ by: 'sign', to: mul(A2, w, div(pi, 2), w, sub(root, w)), why: 'sqrt(1 + w^2) > w' }],
};
export const s6g = proof('s6g', ...eitherWay(becomesSmaller, twice), ...eitherWay(limitedBy67, twice));

const lessThanAtZero = mul(
  num(1, 2),
  div(A2, omega0I),
  w,
  add(sub(1, div(pi, 4)), mul(div(pi, 2), pow(w, 2), sub(1, div(w, root)))),
);
export const s6h = proof(
  's6h',
  ...eitherWay(
    {
      about: about(claims.s6h),
      steps: [{ by: 'sign', to: lessThanAtZero, why: 'pi/4 < 1 and w < sqrt(1 + w^2)' }],
    },
    twice,
  ),
);
