import { approximate, divide } from '../../number/rational.ts';
import { boltzmann, planck } from '../../theory/constants.ts';
import { derivedStates, printedStates } from '../../theory/stationary/double.ts';
import { type Branch, branches } from '../../theory/stationary/state.ts';
import type { Setting } from './experiment.ts';

/** As our reference implementation has it, and as the paper does. */
export const editions = ['derived', 'printed'] as const;
export type Edition = (typeof editions)[number];

/** A stationary state for people and programs. */
export interface Stationary {
  readonly polarization: number;
  /** An estimate of its absolute error. */
  readonly error: number;
  /** Inverse spin temperature of the nuclei, s. */
  readonly betaI: number;
  /** Spin temperature of the nuclei, K; of either sign, infinite where there is no polarization. */
  readonly temperature: number;
  /** Polarization over that at the temperature of the lattice, where that is told. */
  readonly enhancement?: number;
}

/** The states of all branches, or why there are none. */
export type Found = Readonly<Record<Branch, Stationary>> | { readonly fault: string };
export type AllStates = Readonly<Record<Edition, Found>>;

export const faultOf = (found: Found): string | undefined => ('fault' in found ? found.fault : undefined);
/** The state of a branch, where there is one. */
export const stateOf = (found: Found, branch: Branch): Stationary | undefined =>
  'fault' in found ? undefined : found[branch];

/** hbar/k_B, K s. */
const hbarOverBoltzmann = approximate(divide(planck.value, boltzmann.value)) / (2 * Math.PI);

/** Nuclear polarization at the temperature of the lattice, where that is told and leaves one. */
export const thermalPolarization = ({ betaL = 0, conditions: { omega0I } }: Setting): number | undefined => {
  const thermal = Math.tanh((omega0I * betaL) / 2);
  return thermal === 0 ? undefined : thermal;
};

const compute = { derived: derivedStates, printed: printedStates } as const;

const found = (edition: Edition, setting: Setting): Found => {
  const thermal = thermalPolarization(setting);
  try {
    const states = compute[edition](setting.line, setting.profile, setting.conditions);
    return Object.fromEntries(
      branches.map((branch): [Branch, Stationary] => {
        const { polarization, error, betaI } = states[branch];
        const enhancement = thermal === undefined ? {} : { enhancement: polarization / thermal };
        return [branch, { polarization, error, betaI, temperature: hbarOverBoltzmann / betaI, ...enhancement }];
      }),
    ) as Record<Branch, Stationary>;
  } catch (error) {
    if (error instanceof RangeError) return { fault: error.message };
    throw error;
  }
};

/** The states of both editions. */
export const statesOf = (setting: Setting): AllStates => ({
  derived: found('derived', setting),
  printed: found('printed', setting),
});
