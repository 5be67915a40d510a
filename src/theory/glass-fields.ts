import type { Random } from '../number/random.ts';
import type { Glass } from './glass.ts';
import { frequencies } from './glass-frequencies.ts';
import { eachPair } from './glass-pairs.ts';
import { checkFields, type FieldSettings, type Row } from './glass-settings.ts';
import { momentBeyond } from './glass-uniform.ts';

/**
 * Shares of spins whose local field F_i = sum_j D_ij s_j, each s_j = 1 or -1 with equal chance, is below the levels (in
 * D0 times the filling), by the names "field <level>". For spins s = +-1/2 the fields are half of these: double the level.
 *
 * Partners beyond the reach R are many and weak: each spin gets for them a Gaussian number with their exact variance,
 * M2/R^3. Their true fourth cumulant is 0.17/(f R^3) of the variance squared, and the variance 0.13/(f R^3) of the square
 * of the width of F; so for f R^3 = 10 the shares are right to about 1e-5. Contact is not corrected for: the shares
 * change by a part of the order of 4 pi f/3, so the filling should be small. Errors: those of eachPair and checkFields.
 */
export const localFields = (glass: Glass, settings: FieldSettings, random: Random): Row => {
  checkFields(settings);
  const { spins, filling } = glass;
  const { reach, levels } = settings;
  const { next } = random.split('signs');
  const sign = Float64Array.from({ length: spins }, () => (next() >= 0x80000000 ? 1 : -1));
  const rest = Math.sqrt(momentBeyond(filling, 2, reach));
  const field = frequencies(spins, rest, random.split('beyond'));
  eachPair(glass, reach, (i, j, _dx, _dy, dz, r2) => {
    const coupling = (r2 - 3 * dz * dz) / (2 * r2 * r2 * Math.sqrt(r2));
    field[i] = (field[i] as number) + coupling * (sign[j] as number);
    field[j] = (field[j] as number) + coupling * (sign[i] as number);
  });
  return Object.fromEntries(
    levels.map((level) => {
      let below = 0;
      for (const value of field) if (Math.abs(value) < level * filling) below++;
      return [`field ${level}`, below / spins];
    }),
  );
};
