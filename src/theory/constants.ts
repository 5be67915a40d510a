import { minus, multiply, parseRational, plus, type Rational, rational } from '../number/rational.ts';

/** A physical constant in SI units with its standard uncertainty (0 when it is exact) and source. */
export interface PhysicalConstant {
  readonly value: Rational;
  readonly uncertainty: Rational;
  readonly unit: string;
  readonly source: string;
}

const codata = 'CODATA 2022';
const constant = (value: string, uncertainty: string, unit: string, source = codata): PhysicalConstant => ({
  value: parseRational(value),
  uncertainty: parseRational(uncertainty),
  unit,
  source,
});

/** Planck constant, exact by the definition of the SI. */
export const planck = constant('6.62607015e-34', '0', 'J s');
/** Boltzmann constant, exact by the definition of the SI. */
export const boltzmann = constant('1.380649e-23', '0', 'J/K');
/** Avogadro constant, exact by the definition of the SI. */
export const avogadro = constant('6.02214076e23', '0', '1/mol');
/** Vacuum magnetic permeability. */
export const vacuumPermeability = constant('1.25663706127e-6', '0.00000000020e-6', 'N/A^2');
/** Bohr magneton. */
export const bohrMagneton = constant('9.2740100657e-24', '0.0000000029e-24', 'J/T');
/** Gyromagnetic ratio of the proton. */
export const gammaProton = constant('2.6752218708e8', '0.0000000011e8', 'rad/(s T)');
/** Gyromagnetic ratio of carbon-13; the uncertainty covers the chemical shift (200 ppm). */
export const gammaCarbon13 = constant(
  '6.728284e7',
  '0.000225e7',
  'rad/(s T)',
  'Harris et al., Pure Appl. Chem. 73 (2001) 1795',
);

/**
 * Gyromagnetic ratios of other nuclei with I = 1/2, which alone the theory speaks of; the uncertainty covers chemical
 * shifts of up to 500 ppm. That of nitrogen-15 is negative: what counts is its size, the sign names the levels.
 */
const tabulated = (value: string, uncertainty: string): PhysicalConstant =>
  constant(value, uncertainty, 'rad/(s T)', 'Harris et al., Pure Appl. Chem. 73 (2001) 1795');
export const gammaNitrogen15 = tabulated('2.71261804e7', '0.00023e7');
export const gammaFluorine19 = tabulated('2.518148e8', '0.00021e8');
export const gammaPhosphorus31 = tabulated('1.08394e8', '0.00009e8');

/** Nuclei with I = 1/2 by the name that parameters use. */
export const nuclei: Readonly<Record<string, PhysicalConstant>> = {
  '1H': gammaProton,
  '13C': gammaCarbon13,
  '15N': gammaNitrogen15,
  '19F': gammaFluorine19,
  '31P': gammaPhosphorus31,
};

/** Six standard uncertainties to either side: the interval in which a constant is taken to lie. */
export const range = ({ value, uncertainty }: PhysicalConstant): readonly [Rational, Rational] => {
  const reach = multiply(rational(6), uncertainty);
  return [minus(value, reach), plus(value, reach)];
};

/** The constants by name, as claims and commands speak of them. */
export const constants = {
  planck,
  boltzmann,
  avogadro,
  vacuumPermeability,
  bohrMagneton,
  gammaProton,
  gammaCarbon13,
  gammaNitrogen15,
  gammaFluorine19,
  gammaPhosphorus31,
} as const;
