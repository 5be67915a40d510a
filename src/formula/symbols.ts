import { angularFrequency, dimension, length, powerDimension, pureNumber, time } from './dimension.ts';
import { symbol, type Unknown } from './expression.ts';

/**
 * The quantities of the paper under one name each. Symbols that the paper uses for several things get a name for
 * each of them (the width of g_D is DD, its cut-off D0, the lower limit of |Delta| Delta0).
 */
const rate = angularFrequency;
const rateSquared = powerDimension(angularFrequency, 2);
const concentration = dimension({ m: -3 });

/** Nuclear Zeeman splitting, rad/s. */
export const omega0I = symbol('omega0I', '\\omega_{0I}', angularFrequency);
/** Difference of the Zeeman splittings of the two electrons of a pair, rad/s, of either sign. */
export const Delta = symbol('Delta', '\\Delta', angularFrequency, 'real');
/** Zeeman splitting of the first electron of a pair, rad/s. */
export const omega = symbol('omega', '\\omega', angularFrequency, 'real');
/** Flip-flop coupling of a pair, rad/s, of either sign. */
export const D = symbol('D', 'D', angularFrequency, 'real');
/** Half width at half maximum of the Lorentzian g_D, rad/s. */
export const DD = symbol('DD', '\\Delta_D', angularFrequency);
/** Cut-off of g_D, the largest coupling, rad/s. */
export const D0 = symbol('D0', 'D_0', angularFrequency);
/** Lower limit of |Delta|, rad/s. */
export const Delta0 = symbol('Delta0', '\\Delta_0', angularFrequency, 'nonnegative');
/** Mean squared hyperfine coupling per electron, (rad/s)^2. */
export const A2 = symbol('A2', 'A^2', rateSquared);
/** Second moment of the couplings per spin, (rad/s)^2. */
export const M2 = symbol('M2', 'M_2', rateSquared);
export const NS = symbol('NS', 'N_S', pureNumber);
export const NI = symbol('NI', 'N_I', pureNumber);
/** Spins counted in a sum over pairs. */
export const i = symbol('i', 'i', pureNumber);
export const j = symbol('j', 'j', pureNumber);
export const k = symbol('k', 'k', pureNumber);
export const l = symbol('l', 'l', pureNumber);
export const m = symbol('m', 'm', pureNumber);
/** Angle with cos(theta) = Delta/omega0I; in Appendix A the polar angle of the vector between two spins. */
export const theta = symbol('theta', '\\theta', pureNumber, 'real');
export const phi = symbol('phi', '\\phi', pureNumber, 'real');
export const r = symbol('r', 'r', length);
/** Smallest distance between two electron spins, m. */
export const r0 = symbol('r0', 'r_0', length);
/** Concentration of electron spins, m^-3. */
export const nS = symbol('nS', 'n_S', concentration);
/** Vacuum permeability, kg m s^-2 A^-2. */
export const mu0 = symbol('mu0', '\\mu_0', dimension({ kg: 1, m: 1, s: -2, A: -2 }));
/** Reduced Planck constant, J s. */
export const hbar = symbol('hbar', '\\hbar', dimension({ kg: 1, m: 2, s: -1 }));
/** Mean gyromagnetic ratio of the electron spins, rad s^-1 T^-1. */
export const gammaS = symbol('gammaS', '\\gamma_S', dimension({ s: 1, A: 1, kg: -1 }));
/** Gyromagnetic ratios of the two spins of a pair. */
export const gammaI = symbol('gammaI', '\\gamma_S^i', gammaS.symbol.dimension);
export const gammaJ = symbol('gammaJ', '\\gamma_S^j', gammaS.symbol.dimension);
/** Average coupling, rad/s. */
export const Dav = symbol('Dav', 'D_{av}', angularFrequency);
/** Nuclear populations (lower and upper level), pure numbers. */
export const rhoIplus = symbol('rhoIplus', '\\rho_I^+', pureNumber, 'nonnegative');
export const rhoIminus = symbol('rhoIminus', '\\rho_I^-', pureNumber, 'nonnegative');
/** Weighted transition rates integrated over Delta, s^-2. */
export const WZ = symbol('WZ', 'W^Z_{SSI}', rateSquared);
export const WSS = symbol('WSS', 'W^{SS}_{SSI}', rateSquared);
/** Rate of change of the nuclear polarization, s^-1, and of the nuclear energy (over hbar), s^-2. */
export const dPI = symbol('dPI', '\\partial P_I/\\partial t', rate, 'real');
export const PI = symbol('PI', 'P_I', pureNumber, 'real');
/** Inverse spin temperatures hbar/(k_B T), s: of the nuclei, of the electron interactions, of the lattice. */
export const betaI = symbol('betaI', '\\beta_I', time, 'real');
export const betaSS = symbol('betaSS', '\\beta_{SS}', time, 'real');
export const betaL = symbol('betaL', '\\beta_L', time, 'real');

const frequencyFunction = (name: string, tex: string, of: Partial<Unknown> = {}): Unknown => ({
  name,
  tex,
  dimension: time,
  parameters: [angularFrequency],
  sign: 'nonnegative',
  ...of,
});

/** Inhomogeneous line shape, s; a normalised density of Zeeman splittings. */
export const gi = frequencyFunction('gi', 'g_i');
/** Distribution of couplings per spin, s. */
export const gD = frequencyFunction('gD', 'g_D');
/** Populations of the two mixed states of the pair at (omega, Delta). */
export const rhoSplus = frequencyFunction('rhoSplus', '\\rho_S^+', {
  dimension: pureNumber,
  parameters: [angularFrequency, angularFrequency],
});
export const rhoSminus = frequencyFunction('rhoSminus', '\\rho_S^-', {
  dimension: pureNumber,
  parameters: [angularFrequency, angularFrequency],
});
/** Contribution to the transition rate of the pairs at Delta, s^-1. */
export const WSSI = frequencyFunction('WSSI', 'W_{SSI}', { dimension: rate });
/** Spectral density of the nuclear energy flow over Delta, s^-1. */
export const dUI = frequencyFunction('dUI', '\\partial_t U_I', { dimension: rate, sign: 'real' });
/** Zeeman splitting of electron i, and coupling and populations of the pair i, j. */
export const omegaOf: Unknown = {
  name: 'omegaOf',
  tex: '\\omega_{0S}',
  dimension: angularFrequency,
  parameters: [pureNumber],
  sign: 'real',
  indexed: true,
};
export const couplingOf: Unknown = {
  name: 'couplingOf',
  tex: 'D_{+-}',
  dimension: angularFrequency,
  parameters: [pureNumber, pureNumber],
  sign: 'real',
  indexed: true,
};
export const rhoPlusOf: Unknown = {
  name: 'rhoPlusOf',
  tex: '\\rho_+',
  dimension: pureNumber,
  parameters: [pureNumber, pureNumber],
  sign: 'nonnegative',
  indexed: true,
};
export const rhoMinusOf: Unknown = {
  name: 'rhoMinusOf',
  tex: '\\rho_-',
  dimension: pureNumber,
  parameters: [pureNumber, pureNumber],
  sign: 'nonnegative',
  indexed: true,
};
/** Polarizations and populations of nucleus k, polarization of electron i: pure numbers. */
export const PkOf: Unknown = {
  name: 'PkOf',
  tex: 'P_I',
  dimension: pureNumber,
  parameters: [pureNumber],
  sign: 'real',
  indexed: true,
};
export const PSOf: Unknown = { ...PkOf, name: 'PSOf', tex: 'P_S' };
export const rhoKplusOf: Unknown = { ...PkOf, name: 'rhoKplusOf', tex: '\\rho_+', sign: 'nonnegative' };
export const rhoKminusOf: Unknown = { ...PkOf, name: 'rhoKminusOf', tex: '\\rho_-', sign: 'nonnegative' };
/** Inverse Zeeman temperature of the electrons at a frequency, s. */
export const alpha = frequencyFunction('alpha', '\\alpha', { sign: 'real' });
/** Polarization of the electrons at a frequency, their interactions left aside. */
export const PZ = frequencyFunction('PZ', 'P_Z', { dimension: pureNumber, sign: 'real' });
/** Sum of states of the pairs at (omega, Delta). */
export const statesOf = frequencyFunction('statesOf', '\\mathcal N_S', {
  dimension: pureNumber,
  parameters: [angularFrequency, angularFrequency],
  sign: 'positive',
});
/** Any function of two frequencies, or of one coupling. */
export const f2: Unknown = {
  name: 'f',
  tex: 'f',
  dimension: pureNumber,
  parameters: [angularFrequency, angularFrequency],
  sign: 'real',
};
export const f1: Unknown = { name: 'f', tex: 'f', dimension: pureNumber, parameters: [angularFrequency], sign: 'real' };
