import { converged, type FlipEnsemble, flipDynamics, type Measured, resonanceDensity } from '../theory/dynamics.ts';
import type { PairPopulations } from '../theory/evolution.ts';
import type { Experiment, Result, Results } from './experiment.ts';

/** Where the pair is not in a mixed state it is as often in ++ as in --. */
const populationsOf = ({ upper, lower }: { readonly upper: number; readonly lower: number }): PairPopulations => {
  const rest = (1 - upper - lower) / 2;
  return [rest, upper, lower, rest];
};

const result = ({ value, error }: Measured, scale = 1): Result => ({
  value: value / scale,
  standardError: 0,
  bias: error / Math.abs(scale),
});

const ratio = (over: Measured, under: Measured): Result => {
  const value = over.value / under.value;
  const reach = over.error / Math.abs(under.value) + (Math.abs(value) * under.error) / Math.abs(under.value);
  return { value, standardError: 0, bias: reach / (1 - under.error / Math.abs(under.value)) };
};

/**
 * The power of the hyperfine coupling with which the share of the interaction energy differs from its limit: that of the
 * change when the coupling is halved, and halved again. What a further halving changes bounds the error.
 */
const orderOfDeviation = (ensemble: FlipEnsemble): Result => {
  const shares = [8, 4, 2, 1].map((times) => {
    const couplings = ensemble.couplings.map(([i, j]) => [i * times, j * times] as const);
    const { interaction, nuclearEnergy } = flipDynamics({ ...ensemble, couplings });
    return interaction / nuclearEnergy;
  });
  const changes = shares.slice(1).map((share, index) => share - (shares[index] as number));
  const [first, second] = changes
    .slice(1)
    .map((change, index) => Math.log((changes[index] as number) / change) / Math.LN2) as [number, number];
  return { value: second, standardError: 0, bias: 2 * Math.abs(second - first) };
};

const follow = (at: Readonly<Record<string, number>>): Results => {
  const { Delta = 0, D = 0, upper = 0, lower = 0, up = 0 } = at;
  // Weak enough that what is of second order in it is far below 1 %.
  const A = (3e-4 * (1 - D * D)) / Math.abs(D);
  const ensemble = (first: number, second: number) => ({
    D,
    sign: Delta > 0 ? (1 as const) : (-1 as const),
    couplings: [[first, second]] as const,
    pair: populationsOf({ upper, lower }),
    nucleus: [up, 1 - up] as const,
  });
  const one = ensemble(A, 0);
  // Per |A/2|^2 and per unit of the density of splittings at omega0I.
  const unit = ((A * A) / 4) * resonanceDensity(one);
  const alone = converged(one);
  const [alike, opposite] = [converged(ensemble(A, A)).polarization, converged(ensemble(A, -A)).polarization];
  const both = { value: (alike.value + opposite.value) / 2, error: (alike.error + opposite.error) / 2 };
  return {
    of: {
      'polarization rate': result(alone.polarization, unit),
      // Each flip takes omega0I = 1 to the nucleus.
      'net rate of flips': result(alone.nuclearEnergy, unit),
      'order of the deviation': orderOfDeviation(one),
      'polarization rate of a nucleus coupled to both electrons': result(both, unit),
      'polarization rate of a nucleus coupled alike to both electrons': result(alike, unit),
      'Zeeman energy for each nuclear energy': ratio(alone.zeeman, alone.nuclearEnergy),
      'interaction energy for each nuclear energy': ratio(alone.interaction, alone.nuclearEnergy),
    },
    size: 'all 8 states of two electrons and a nucleus',
  };
};

const followed = new Map<string, Results>();

/** The parameters are those of a pair at resonance with omega0I = 1, and the populations that it and the nucleus start with. */
export const tripleFlips: Experiment = {
  name: 'triple spin flips',
  by: 'dynamics',
  estimator:
    'exact time evolution of an ensemble of pairs with normally distributed Delta, in the limit of weak hyperfine coupling',
  run: (at) => {
    const name = ['Delta', 'D', 'upper', 'lower', 'up'].map((parameter) => at[parameter]).join();
    const known = followed.get(name) ?? follow(at);
    followed.set(name, known);
    return known;
  },
};
