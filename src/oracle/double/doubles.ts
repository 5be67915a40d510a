import { flipFlopCoupling, pairCoupling, zzCoupling } from './angles-of-pair.ts';
import * as contributions from './contributions.ts';
import * as couplings from './couplings.ts';
import * as limits from './limits.ts';
import * as pair from './pair.ts';
import * as polarizations from './polarizations.ts';
import type { DoubleQuantity } from './quantity.ts';
import * as rates from './rates.ts';

/** Every quantity of src/theory/quantities.ts that is a closed form. Whoever wants one alone imports it from its file. */
export const doubles: readonly DoubleQuantity[] = [
  contributions.W_SSI,
  contributions.W_SSI_centre,
  contributions.crossEffectFactor,
  contributions.thermalMixingFactor,
  rates.W_Z,
  rates.W_SS,
  rates.ratio,
  limits.Delta0,
  rates.W_Z_above,
  rates.W_Z_below,
  rates.W_SS_above,
  rates.W_SS_below,
  limits.W_Z_narrow,
  limits.W_SS_narrow,
  limits.ratio_narrow,
  limits.W_Z_small,
  limits.W_SS_small,
  limits.W_limit_above,
  contributions.W_SSI_glass,
  contributions.W_SSI_glass_centre,
  contributions.crossEffectFactor_glass,
  contributions.thermalMixingFactor_glass,
  limits.W_Z_glass_small,
  limits.W_SS_glass_small,
  limits.ratio_glass_small,
  limits.W_glass_large,
  limits.wingRatio,
  pairCoupling,
  flipFlopCoupling,
  zzCoupling,
  couplings.D0,
  couplings.DD,
  couplings.averageCoupling,
  couplings.dipolarSecondMoment,
  couplings.lorentzianSecondMoment,
  couplings.lorentzianFourthMoment,
  couplings.lorentzianNorm,
  couplings.g_D,
  couplings.g_D_glass,
  couplings.g_D_byWidth,
  pair.splitting,
  pair.shareOfPlusMinus,
  pair.shareOfMinusPlus,
  pair.flipElementSquared,
  pair.flipRate,
  pair.zeemanChange,
  pair.interactionChange,
  pair.zeemanShare,
  polarizations.electronPolarization,
  polarizations.nuclearPolarization,
  polarizations.lowerPopulation,
];

/** The closed form of that name. Throws a RangeError where there is none. */
export const doubleNamed = (name: string): DoubleQuantity => {
  const found = doubles.find((candidate) => candidate.name === name);
  if (!found) throw new RangeError(`expected one of ${doubles.map((one) => one.name).join(', ')}, got "${name}"`);
  return found;
};
