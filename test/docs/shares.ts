import type { Model } from '../../src/theory/pair-populations.ts';
import { derivedStates, printedStates } from '../../src/theory/stationary/double.ts';
import { gaussianLine } from '../../src/theory/stationary/lines.ts';
import { latticeProfile } from '../../src/theory/stationary/profiles.ts';
import { branches, type States } from '../../src/theory/stationary/state.ts';

const MHz = 2 * Math.PI * 1e6;
const omega0I = 145 * MHz;
/** k_B/hbar, rad/s per K. */
const perKelvin = 1.380649e-23 / 1.054571817e-34;
const [temperatures, cutOffs] = [
  [300, 4.2, 1],
  [0.1, 0.5, 0.9, 1],
] as const;
/** That of the table, and narrower ones. */
const lineOf = (fwhm: number) => gaussianLine({ omegaS: 95_300 * MHz, fwhm: fwhm * MHz });
const line = lineOf(500);

/** The share at room temperature for D0 >= omega0I, for both flows together. */
export const shareOfBoth = (fwhm: number, model: Model): number => {
  const betaL = 1 / (300 * perKelvin);
  const betaSS = 30 * betaL;
  const conditions = { omega0I, D0: omega0I, DD: 1 * MHz, betaSS };
  const { both } = derivedStates(lineOf(fwhm), latticeProfile({ betaL }), conditions, model);
  return (both.betaI - betaSS) / (betaL - betaSS);
};

/** How far beta_I is from beta_SS on the way to beta_L, where all electrons have the temperature of the lattice. */
export const shares = (): string => {
  const cells = (states: States, betaL: number, betaSS: number): readonly string[] =>
    branches.map((branch) => {
      const share = (states[branch].betaI - betaSS) / (betaL - betaSS);
      return Math.abs(share) < 5e-4 ? '0.000' : share.toFixed(3);
    });
  const head = ['T', 'D0/omega_0I', ...branches, '(65), printed', '(60), printed', '(65) + (60), printed'];
  const rows = temperatures.flatMap((T) =>
    cutOffs.map((y) => {
      const betaL = 1 / (perKelvin * T);
      const profile = latticeProfile({ betaL });
      const conditions = { omega0I, D0: y * omega0I, DD: 1 * MHz, betaSS: 30 * betaL };
      return [
        `${T} K`,
        `${y}`,
        ...cells(derivedStates(line, profile, conditions), betaL, conditions.betaSS),
        ...cells(printedStates(line, profile, conditions), betaL, conditions.betaSS),
      ];
    }),
  );
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
};
