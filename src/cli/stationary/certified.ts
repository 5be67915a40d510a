import { guaranteedDigits } from '../../number/digits.ts';
import { figuresOf, outward } from '../../oracle/decimal.ts';
import { inArithmetic } from '../../oracle/scene.ts';
import type { Input } from '../../theory/stationary/certified/frame.ts';
import type { CertifiedLine } from '../../theory/stationary/certified/line.ts';
import { certifiedGaussian, certifiedTwoLines } from '../../theory/stationary/certified/lines.ts';
import { certifiedLorentzian } from '../../theory/stationary/certified/lorentzian.ts';
import { type CertifiedProfile, certifiedHole, certifiedLattice } from '../../theory/stationary/certified/profiles.ts';
import { type Between, certifiedStates } from '../../theory/stationary/certified/states.ts';
import { certifiedTableLine } from '../../theory/stationary/certified/table-line.ts';
import { certifiedTableProfile } from '../../theory/stationary/certified/table-profile.ts';
import { type Branch, branches } from '../../theory/stationary/state.ts';
import { columns } from '../eval/eval-text.ts';
import { UsageError } from '../usage.ts';
import { type Experiment, hasHole, type Setting } from './experiment.ts';
import { type Edition, editions } from './states.ts';
import type { FrequencyTable } from './table-file.ts';

/** A number of which all digits shown are right, and the ends between which it lies. */
export interface Shown {
  readonly digits: string;
  readonly lower: string;
  readonly upper: string;
}

export interface CertifiedRow {
  readonly polarization: Shown;
  /** s. */
  readonly betaI: Shown;
}

/** Why there are none stands in the place of the states. */
export type CertifiedTable = Readonly<
  Record<Edition, Readonly<Record<Branch, CertifiedRow>> | { readonly fault: string }>
>;

/** Asked for beside those that are shown, so that the last of these can be rounded. */
const spare = 2;
const endFigures = 3;

const shownOf = ({ lower, upper }: Between, digits: number): Shown => {
  const ends = [outward(lower, digits + endFigures, 'down'), outward(upper, digits + endFigures, 'up')] as const;
  for (let figures = digits; figures > 0; figures--) {
    const text = guaranteedDigits([lower, upper], figures);
    if (figuresOf(text) > 0) return { digits: text, lower: ends[0], upper: ends[1] };
  }
  return { digits: `${outward(lower, 2, 'down')} .. ${outward(upper, 2, 'up')}`, lower: ends[0], upper: ends[1] };
};

/** The values of the symbols of a setting, in any arithmetic. */
const inputsOf =
  ({ scene }: Setting): ((name: string) => Input) =>
  (name) =>
  (arithmetic) => {
    const found = scene.values(arithmetic).get(name);
    if (found === undefined) throw new RangeError(`expected a value of ${name}, got none`);
    return found;
  };

const pointsOf = ({ isOffset, rows }: FrequencyTable, omegaS: Input): readonly (readonly [Input, Input])[] =>
  rows.map(({ frequency, value }) => [
    (a) => (isOffset ? a.add(omegaS(a), inArithmetic(a, frequency)) : inArithmetic(a, frequency)),
    (a) => inArithmetic(a, value),
  ]);

const lineOf = ({ kind }: Experiment, of: (name: string) => Input): CertifiedLine => {
  const [omegaS, fwhm] = [of('omegaS'), of('fwhm')];
  if (kind.table) return certifiedTableLine(pointsOf(kind.table, omegaS));
  if (kind.name === 'gaussian') return certifiedGaussian({ omegaS, fwhm });
  if (kind.name === 'lorentzian') return certifiedLorentzian({ omegaS, fwhm });
  if (kind.name === 'two') return certifiedTwoLines({ omegaS, fwhm, separation: of('separation') });
  throw new UsageError(
    'expected --digits with a line of closed form or from a table, got a powder pattern, which has no certificate (its states carry an estimate of their error)',
  );
};

const profileOf = ({ alphas, point }: Experiment, of: (name: string) => Input): CertifiedProfile => {
  if (alphas) return certifiedTableProfile(pointsOf(alphas, of('omegaS')));
  const betaL = of('betaL');
  return hasHole(point)
    ? certifiedHole({ betaL, omegaM: of('omegaM'), holeFwhm: of('holeFwhm'), depth: of('depth') })
    : certifiedLattice({ betaL });
};

/** The states with that many certain digits, by enclosures. Throws a UsageError for what has no certificate. */
export const certifiedTable = (experiment: Experiment, setting: Setting, digits: number): CertifiedTable => {
  const of = inputsOf(setting);
  const [line, profile] = [lineOf(experiment, of), profileOf(experiment, of)];
  const conditions = { omega0I: of('omega0I'), D0: of('D0'), DD: of('DD'), betaSS: of('betaSS') };
  const found = (edition: Edition): CertifiedTable[Edition] => {
    try {
      const { states } = certifiedStates(line, profile, conditions, { digits: digits + spare, edition });
      return Object.fromEntries(
        branches.map((branch): [Branch, CertifiedRow] => {
          const { polarization, betaI } = states[branch];
          return [branch, { polarization: shownOf(polarization, digits), betaI: shownOf(betaI, digits) }];
        }),
      ) as Record<Branch, CertifiedRow>;
    } catch (error) {
      if (error instanceof RangeError) return { fault: error.message };
      throw error;
    }
  };
  return { derived: found('derived'), printed: found('printed') };
};

/** The same on some lines of text. */
export const certifiedText = (table: CertifiedTable): string =>
  [
    '',
    'with digits that are all right',
    ...columns([
      ['', 'P_I', 'betaI [s]'],
      ...editions.flatMap((edition) => {
        const states = table[edition];
        if ('fault' in states) return [[`as ${edition}: none`]];
        const rows = branches.map((branch) => [
          `  ${branch}`,
          states[branch].polarization.digits,
          states[branch].betaI.digits,
        ]);
        return [[`as ${edition}`], ...rows];
      }),
    ]),
    ...editions.flatMap((edition) => {
      const states = table[edition];
      return 'fault' in states ? [`  none as ${edition}, since ${states.fault}`] : [];
    }),
    '',
  ].join('\n');
