import type { Part } from '../../src/claim/claim.ts';
import { atLeast, below, domain, positive } from '../../src/claim/domain.ts';
import { angularFrequency } from '../../src/formula/dimension.ts';
import { call, div, type Expr, symbol } from '../../src/formula/expression.ts';
import { substitute } from '../../src/formula/substitute.ts';
import { D0, omega0I } from '../../src/formula/symbols.ts';
import { rightAngle } from '../circle.ts';
import { claim } from '../claim.ts';
import { eachPairAt, meanShare, pairAdds, shareText } from '../section-8/balance.ts';
import { productOfMeans } from '../section-8/lattice.ts';

/** Zeeman splitting of a second nuclear species. */
const other = symbol('omega0J', '\\omega_{0J}', angularFrequency);
const ofOther = (formula: Expr): Expr => substitute(formula, { omega0I: other });

/** A cut-off that reaches the Zeeman splittings of both species. */
export const aboveBoth = domain(
  [positive('omega0J'), atLeast('omega0I', 'omega0J'), atLeast('D0', 'omega0I')],
  [
    { left: other, is: '<=', right: omega0I },
    { left: omega0I, is: '<=', right: D0 },
  ],
);
/** One between them. */
const between = domain(
  [positive('omega0I'), below('D0', 'omega0I'), below('omega0J', 'D0')],
  [
    { left: other, is: '<', right: D0 },
    { left: D0, is: '<', right: omega0I },
  ],
);
/** One below both. */
const belowBoth = domain(
  [positive('omega0I'), below('omega0J', 'omega0I'), below('D0', 'omega0J')],
  [
    { left: D0, is: '<', right: other },
    { left: other, is: '<', right: omega0I },
  ],
);
const angleOf = (splitting: Expr): Expr => call('asin', div(D0, splitting));

/** That beta_I of two species hangs on the same mean of (Delta/omega0I)^2, for the greatest angle of each. */
const shares =
  (greatest: Expr, greatestOfOther: Expr): Part['relation'] =>
  () => ({
    kind: 'equal',
    left: meanShare('thermalMixing', greatest),
    right: ofOther(meanShare('thermalMixing', greatestOfOther)),
  });
const bothSame =
  'the stationary beta_I of both species, beta_SS + <(Delta/omega_0I)^2> (beta_L - beta_SS) to first order in the inverse temperatures for a wide line, is the same';

/** Equal spin temperatures of two nuclear species from thermal mixing at alpha = beta_L. */
export const sameForSpecies = {
  condition:
    'to first order in the inverse temperatures D0 is not below omega_0I of any of the species, the electron line is much wider than omega_0I, the width of g_D much smaller, and a hole takes too few electrons to count; or D0 is so far below all of them that beta_I = beta_L for each, D0^2 |beta_SS - beta_L| << omega_0I^2 |beta_L|; or beta_SS = beta_L; or (94) holds',
  parts: [
    {
      says: `${bothSame} where D0 is not below either omega_0I`,
      domain: aboveBoth,
      relation: shares(rightAngle, rightAngle),
    },
    pairAdds(productOfMeans),
    {
      says: `${bothSame} where D0 lies between the two`,
      domain: between,
      judges: 'outside',
      relation: shares(angleOf(omega0I), rightAngle),
    },
    {
      says: `${bothSame} where D0 is below both`,
      domain: belowBoth,
      judges: 'outside',
      relation: shares(angleOf(omega0I), angleOf(omega0I)),
    },
  ] satisfies readonly Part[],
  instead: {
    says: `each species has its own beta_I = beta_SS + <x^2> (beta_L - beta_SS), x = Delta/omega_0I, ${shareText('thermalMixing')}: <x^2> goes from 1 at D0 -> 0 to 1/4 at D0 = omega_0I, and is the same only for species with omega_0I <= D0, where beta_I is neither beta_SS nor beta_L`,
    parts: [eachPairAt(productOfMeans)],
  },
} as const;

export const s10g = claim({
  id: 's10g',
  text: { status: 'clean' },
  role: 'sentence',
  domain: aboveBoth,
  ...sameForSpecies,
});
