import { dimension, length, pureNumber, time } from '../formula/dimension.ts';
import { type Sym, type SymbolExpr, symbol } from '../formula/expression.ts';
import * as symbols from '../formula/symbols.ts';
import { bohrMagneton, boltzmann, type PhysicalConstant, planck, vacuumPermeability } from './constants.ts';
import * as line from './line-shape.ts';

/** Symbols that the paper's formulas do not hold but experiments are described by. */
const kelvin = dimension({ K: 1 });
export const g = symbol('g', 'g', pureNumber);
export const B = symbol('B', 'B_0', dimension({ kg: 1, s: -2, A: -1 }));
export const T = symbol('T', 'T', kelvin);
/** Concentration of nuclei, m^-3, and the distance from an electron beyond which they are uniform, m. */
export const nI = symbol('nI', 'n_I', symbols.nS.symbol.dimension);
export const rI = symbol('rI', 'r_I', length);
/** Size of the gyromagnetic ratio of the nuclei, rad s^-1 T^-1. */
export const gammaNucleus = symbol('gammaNucleus', '\\gamma_I', symbols.gammaS.symbol.dimension);
/** |A_z+| of one electron and one nucleus, rad/s. */
export const hyperfineCoupling = symbol('Az', '|A_{z+}|', symbols.omega0I.symbol.dimension);
/** Inverse Zeeman temperature of the electrons at one frequency, s. */
export const inverseTemperature = symbol('alpha', '\\alpha', time, 'real');
/** Spin temperature of the interactions of the electrons, K; of either sign. */
export const TSS = symbol('TSS', 'T_{SS}', kelvin, 'real');
/** Principal values of the g tensor. */
export const gx = symbol('gx', 'g_x', pureNumber);
export const gy = symbol('gy', 'g_y', pureNumber);
export const gz = symbol('gz', 'g_z', pureNumber);
export const h = symbol('planck', 'h', dimension({ kg: 1, m: 2, s: -1 }));
export const muB = symbol('muB', '\\mu_B', dimension({ A: 1, m: 2 }));
export const kB = symbol('kB', 'k_B', dimension({ kg: 1, m: 2, s: -2, K: -1 }));

/** What may be given for a quantity, with what it is. */
export interface Parameter {
  readonly symbol: Sym;
  readonly says: string;
}

const parameter = (of: SymbolExpr, says: string): Parameter => ({ symbol: of.symbol, says });

const list = {
  A2: parameter(symbols.A2, 'mean over electrons of the summed |A_z+/2|^2, Eq. (22)'),
  DD: parameter(symbols.DD, 'half width at half maximum of the Lorentzian g_D'),
  D0: parameter(symbols.D0, 'largest coupling, cut-off of g_D'),
  omega0I: parameter(symbols.omega0I, 'nuclear Zeeman splitting'),
  Delta: parameter(symbols.Delta, 'difference of the Zeeman splittings of two electrons'),
  Delta0: parameter(symbols.Delta0, 'lower limit of |Delta|'),
  D: parameter(symbols.D, 'flip-flop coupling of a pair'),
  omega: parameter(symbols.omega, 'electron Zeeman splitting'),
  Az: parameter(hyperfineCoupling, '|A_z+| of one electron and one nucleus'),
  alpha: parameter(inverseTemperature, 'hbar/(k_B T) of the electrons at omega'),
  betaI: parameter(symbols.betaI, 'hbar/(k_B T) of the nuclei'),
  betaSS: parameter(symbols.betaSS, 'hbar/(k_B T) of the interactions of the electrons'),
  betaL: parameter(symbols.betaL, 'hbar/(k_B T) of the lattice'),
  omegaS: parameter(line.omegaS, 'centre of the electron line'),
  fwhm: parameter(line.fwhm, 'full width at half maximum of a Gaussian line, or of each of two'),
  sigma: parameter(line.sigma, 'standard deviation of a Gaussian line; fwhm gives it'),
  separation: parameter(line.separation, 'distance of the two lines of a pair'),
  omegaM: parameter(line.omegaM, 'microwave frequency, centre of the hole in the polarization'),
  hole: parameter(line.hole, 'distance of the microwave frequency from the centre of the line'),
  holeFwhm: parameter(line.holeFwhm, 'full width at half maximum of that hole, a Lorentzian'),
  holeWidth: parameter(line.holeWidth, 'half of that; holeFwhm gives it'),
  depth: parameter(line.depth, 'depth of the hole: 0 for none, 1 for no polarization at its centre'),
  r: parameter(symbols.r, 'distance of two electrons'),
  theta: parameter(symbols.theta, 'angle of the vector between two spins with the field'),
  nS: parameter(symbols.nS, 'concentration of electron spins'),
  r0: parameter(symbols.r0, 'smallest distance of two electron spins'),
  nI: parameter(nI, 'concentration of nuclei'),
  rI: parameter(rI, 'smallest distance of a nucleus from an electron'),
  g: parameter(g, 'g factor of the electrons'),
  B: parameter(B, 'magnetic flux density'),
  gx: parameter(gx, 'principal value of the g tensor'),
  gy: parameter(gy, 'principal value of the g tensor'),
  gz: parameter(gz, 'principal value of the g tensor'),
  T: parameter(T, 'temperature'),
  TSS: parameter(TSS, 'spin temperature of the interactions of the electrons'),
  gammaS: parameter(symbols.gammaS, 'gyromagnetic ratio of the electrons'),
  gammaI: parameter(symbols.gammaI, 'that of one electron of a pair, where it is not gammaS'),
  gammaJ: parameter(symbols.gammaJ, 'that of the other'),
  gammaNucleus: parameter(gammaNucleus, 'gyromagnetic ratio of the nuclei; nucleus=1H gives it by name'),
} as const;

/** Names of parameters; `nucleus` is the one whose value is a name, such as 1H. */
export type ParameterName = keyof typeof list | 'nucleus';

export const parameters: Readonly<Record<string, Parameter>> = list;

/** Physical constants by the symbol that stands for them: known without being given. */
export const constantOf: Readonly<Record<string, PhysicalConstant>> = {
  mu0: vacuumPermeability,
  planck,
  muB: bohrMagneton,
  kB: boltzmann,
};
