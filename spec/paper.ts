/** What the paper is, what it claims, and what each claim follows from: one row per entry, in our own neutral wording. */

export const citation = {
  author: 'W. Th. Wenckebach',
  title: 'Dynamic nuclear polarization via the cross effect and thermal mixing: B. Energy transport',
  journal: 'Journal of Magnetic Resonance',
  abbreviation: 'J. Magn. Reson.',
  volume: 299,
  firstPage: 151,
  lastPage: 167,
  year: 2019,
} as const;

/**
 * - definition: introduces a symbol; its dimension, its normalisation and the agreement of later uses are checked
 * - model: a physical assumption; the symmetries, balances and limits that its later uses require are checked
 * - derived: an exact consequence of what it follows from
 * - approximation: a consequence up to a small quantity; order and leading coefficient of the error belong to it
 * - value: a number or a range quoted in the text
 * - statement: a sentence of the text that can be true or false
 * - figure: curves that can be recomputed; asserts what its caption and the sentences about it say
 * - requirement: ours: what the equations must meet to be usable; never charged to the author
 */
export type ClaimKind =
  | 'definition'
  | 'model'
  | 'derived'
  | 'approximation'
  | 'value'
  | 'statement'
  | 'figure'
  | 'requirement';

export interface PaperEntry {
  readonly id: string;
  /** '1' to '10', or 'A' for the appendix. */
  readonly section: string;
  readonly kind: ClaimKind;
  /** The entries it is said to follow from. */
  readonly from: readonly string[];
  /** Where it is said to hold, or the small quantity with the order of its limits; '' where nothing is said. */
  readonly domain: string;
  readonly says: string;
}

// biome-ignore format: one row per entry, whatever its length
export const entries = [
  { id: 's1a', section: '1', kind: 'statement', from: ['eq91'], domain: '', says: 'the cross effect leads to the stationary state that the scrambled states approach predicts' },
  { id: 's1b', section: '1', kind: 'statement', from: ['s6g', 's6i'], domain: '', says: 'the rate of the cross effect may be smaller than that of the scrambled states approach because of conservation of energy' },
  { id: 's1c', section: '1', kind: 'statement', from: ['eq62', 'eq66', 'eq92'], domain: '', says: 'thermal mixing involves the full spectrum of the electron interactions, the fluctuating field approach only the component at the nuclear frequency' },
  { id: 's1d', section: '1', kind: 'statement', from: ['s8b', 's8c', 's10g'], domain: '', says: 'thermal mixing induces equal spin temperatures of different nuclear species during nuclear spin-lattice relaxation, and at least in some cases during polarization' },
  { id: 's1e', section: '1', kind: 'statement', from: ['eq76', 's7e'], domain: '', says: 'thermal mixing couples local nuclei near the electrons so strongly to the electron interactions that they may form a single energy reservoir' },
  { id: 'eq1', section: '2', kind: 'model', from: [], domain: '', says: 'total Hamiltonian: electrons, nuclear Zeeman, hyperfine' },
  { id: 'eq2', section: '2', kind: 'model', from: [], domain: '', says: 'electron Hamiltonian: Zeeman terms plus pair interactions' },
  { id: 'eq3', section: '2', kind: 'model', from: [], domain: '', says: 'sum of nuclear Zeeman terms' },
  { id: 'eq4', section: '2', kind: 'model', from: [], domain: '', says: 'sum of hyperfine terms over electron-nucleus pairs' },
  { id: 'eq5', section: '2', kind: 'model', from: [], domain: '', says: 'electron Zeeman term' },
  { id: 'eq6', section: '2', kind: 'model', from: [], domain: '', says: 'nuclear Zeeman term' },
  { id: 'eq7', section: '2', kind: 'model', from: [], domain: '', says: 'truncated interaction of two electron spins' },
  { id: 's2a', section: '2', kind: 'value', from: [], domain: '', says: '1e19 to 4e19 per cm3 is 16 to 66 mM' },
  { id: 's2b', section: '2', kind: 'statement', from: ['eq7', 'eqA1'], domain: '', says: 'for a purely dipolar interaction Dzz = 2 D+- and both are real' },
  { id: 's2c', section: '2', kind: 'statement', from: ['eq7', 'eq12'], domain: '', says: 'the expectation value of Dzz Sz Sz does not change in a triple spin flip of the pair, nor does that term induce transitions' },
  { id: 'eq8', section: '2', kind: 'model', from: [], domain: '', says: 'hyperfine terms that flip a nucleus' },
  { id: 'eq9', section: '2', kind: 'definition', from: ['eq1'], domain: '', says: 'unperturbed Hamiltonian' },
  { id: 'eq10', section: '2', kind: 'definition', from: [], domain: '', says: 'energy of a reservoir as an expectation value' },
  { id: 's2d', section: '2', kind: 'statement', from: [], domain: '', says: 'the fraction of spins in pairs goes as the concentration, in triples as its square' },
  { id: 'eq11', section: '2', kind: 'model', from: [], domain: '', says: 'density matrix factorised in pairs and single spins' },
  { id: 'eq12', section: '3', kind: 'model', from: ['eq2', 'eq7'], domain: '', says: 'Hamiltonian of one pair of electron spins' },
  { id: 'eq13', section: '3', kind: 'definition', from: [], domain: '', says: 'polarization of one nucleus' },
  { id: 'eq14', section: '3', kind: 'definition', from: [], domain: '', says: 'state of one nucleus' },
  { id: 'eq15', section: '3', kind: 'definition', from: ['eq14'], domain: '', says: 'normalisation of that state' },
  { id: 'eq16', section: '3', kind: 'derived', from: ['eq8', 'eq12', 'eq13', 'eq14', 'eq17'], domain: '', says: 'rate equation of the polarization of one nucleus coupled to one electron of a pair' },
  { id: 'eq17', section: '3', kind: 'derived', from: ['eq5', 'eq6', 'eq8', 'eq9', 'eq12'], domain: '', says: 'Fermi golden-rule transition rate of a triple spin flip, exact eigenstates of the pair' },
  { id: 'eq18', section: '3', kind: 'definition', from: ['eq12'], domain: '', says: 'state of the pair' },
  { id: 'eq19', section: '3', kind: 'definition', from: ['eq18'], domain: '', says: 'normalisation of that state' },
  { id: 'eq20', section: '3', kind: 'definition', from: ['eq13'], domain: '', says: 'average nuclear polarization' },
  { id: 'eq21', section: '3', kind: 'derived', from: ['eq4', 'eq11', 'eq16', 'eq17', 'eq20'], domain: '', says: 'its rate equation, summed over electron pairs and nuclei' },
  { id: 's3a', section: '3', kind: 'statement', from: ['eq11', 'eq12', 'eq18'], domain: '', says: 'the pair populations factorise for weakly interacting pairs and not for strongly interacting ones' },
  { id: 'eq22', section: '3', kind: 'definition', from: ['eq8'], domain: '', says: 'mean squared hyperfine coupling per electron' },
  { id: 'eq23', section: '3', kind: 'definition', from: ['eq14'], domain: '', says: 'average nuclear state' },
  { id: 'eq24', section: '3', kind: 'derived', from: ['eq15', 'eq23'], domain: '', says: 'its normalisation' },
  { id: 'eq25', section: '3', kind: 'derived', from: ['eq13', 'eq20', 'eq23'], domain: '', says: 'average polarization from average populations' },
  { id: 'eq26', section: '3', kind: 'approximation', from: ['eq21', 'eq22', 'eq23'], domain: 'hyperfine couplings uncorrelated with electron couplings, frequencies and populations', says: 'rate equation with hyperfine couplings averaged separately' },
  { id: 'eq27', section: '3', kind: 'approximation', from: ['eq26'], domain: '1/N_S; electron couplings uncorrelated with frequencies', says: 'rate equation with electron couplings averaged separately' },
  { id: 'eq28', section: '3', kind: 'definition', from: [], domain: '', says: 'second moment of the electron couplings (says the same as eqA4)' },
  { id: 'eq29', section: '3', kind: 'approximation', from: ['eq27', 'eq28'], domain: '|D+-|/omega_0I', says: 'rate equation when all couplings are small against the nuclear frequency' },
  { id: 's3f', section: '3', kind: 'statement', from: ['eq29'], domain: '', says: 'eq29 is completely equivalent to the scrambled states approach (source not at hand)' },
  { id: 's3b', section: '3', kind: 'value', from: ['eqA1'], domain: '', says: 'D+-/2pi reaches 50 MHz at a distance of 1 nm, g = 2' },
  { id: 's3c', section: '3', kind: 'value', from: ['eqA1'], domain: '', says: 'and 400 MHz at 0.5 nm' },
  { id: 's3d', section: '3', kind: 'value', from: [], domain: '', says: 'proton frequency 298 MHz at 7 T' },
  { id: 's3e', section: '3', kind: 'value', from: [], domain: '', says: 'carbon-13 frequency 37.5 MHz at 3.5 T' },
  { id: 's4c', section: '4', kind: 'definition', from: [], domain: '', says: 'inhomogeneous line shape g_i(omega), a normalised probability density' },
  { id: 'eq30', section: '4', kind: 'approximation', from: ['s4c'], domain: '1/N_S', says: 'sums over pairs as integrals over the inhomogeneous line shape' },
  { id: 'eq31', section: '4', kind: 'definition', from: [], domain: '', says: 'distribution function g_D of the couplings' },
  { id: 'eq32', section: '4', kind: 'approximation', from: ['eq31', 'eqA9'], domain: 'width/D0', says: 'g_D is a Lorentzian, cut off' },
  { id: 's4a', section: '4', kind: 'statement', from: ['eq31', 'eq32'], domain: '', says: 'g_D dD is the probability of a local field and not of a coupling' },
  { id: 'eq33', section: '4', kind: 'derived', from: ['eq27', 'eq30', 'eq31', 's4c'], domain: '', says: 'rate equation as integrals' },
  { id: 'eq34', section: '4', kind: 'derived', from: ['eq27', 'eq30', 'eq31', 'eq33', 'eq35'], domain: '', says: 'its integrand F' },
  { id: 'eq35', section: '4', kind: 'definition', from: ['eq18'], domain: '', says: 'average pair state at (omega, Delta)' },
  { id: 's4e', section: '4', kind: 'statement', from: ['eq34'], domain: '', says: 'a nuclear flip of energy +-omega_0I requires a change -+sqrt(Delta^2 + D^2) of the electron energy' },
  { id: 'eq36', section: '4', kind: 'derived', from: ['eq34'], domain: '', says: 'matching condition' },
  { id: 'eq37', section: '4', kind: 'derived', from: [], domain: '', says: 'delta function of a function with simple zeros' },
  { id: 'fn2', section: '4', kind: 'statement', from: ['eq37'], domain: '', says: "the footnote's proof of it" },
  { id: 'eq38', section: '4', kind: 'definition', from: [], domain: '', says: 'choice of variable' },
  { id: 'eq39', section: '4', kind: 'derived', from: ['eq36', 'eq38'], domain: '', says: 'the zeros' },
  { id: 'eq40', section: '4', kind: 'derived', from: ['eq36', 'eq38', 'eq39'], domain: '', says: 'the slope at the zeros' },
  { id: 'eq41', section: '4', kind: 'derived', from: ['eq37', 'eq38', 'eq39', 'eq40'], domain: '', says: 'the transformed delta function' },
  { id: 'eq42', section: '4', kind: 'derived', from: ['eq33', 'eq34', 'eq41', 's4b', 's4d'], domain: '', says: 'rate equation with the delta function executed' },
  { id: 's4d', section: '4', kind: 'definition', from: ['eq32', 'eq36'], domain: '', says: 'Delta_0, lower limit of |Delta|: sqrt(omega_0I^2 - D0^2) for D0 < omega_0I, otherwise 0' },
  { id: 's4b', section: '4', kind: 'statement', from: ['eq33', 'eq41'], domain: '', says: 'the two roots in one variable are compensated in the integral over the other' },
  { id: 'eq43', section: '4', kind: 'derived', from: ['eq32', 'eq34', 'eq41', 'eq42'], domain: '', says: 'W_SSI(Delta)' },
  { id: 'eq44', section: '4', kind: 'approximation', from: ['eq43'], domain: 'Delta to 0 first, then width/omega_0I to 0', says: 'its limit for Delta to 0 when the width of g_D is small' },
  { id: 's4f', section: '4', kind: 'statement', from: ['eq44'], domain: '', says: 'eq44 is precisely the rate of the fluctuating field approach (source not at hand)' },
  { id: 'eq45', section: '5', kind: 'derived', from: ['eq6', 'eq10', 'eq13'], domain: '', says: 'nuclear Zeeman energy' },
  { id: 'eq46', section: '5', kind: 'derived', from: ['eq5', 'eq10', 'eq47'], domain: '', says: 'electron Zeeman energies of a pair' },
  { id: 'eq47', section: '5', kind: 'definition', from: ['eq18'], domain: '', says: 'electron polarizations of a pair' },
  { id: 'eq48', section: '5', kind: 'derived', from: ['eq8', 'eq12', 'eq17', 'eq45', 'eq46'], domain: '', says: 'share of the nuclear energy taken from electron Zeeman energy' },
  { id: 'eq49', section: '5', kind: 'derived', from: ['eq8', 'eq12', 'eq17', 'eq45', 'eq46', 's2c'], domain: '', says: 'share taken from electron interaction energy' },
  { id: 'eq50', section: '5', kind: 'derived', from: ['eq3', 'eq6', 'eq20'], domain: '', says: 'total nuclear energy' },
  { id: 'eq51', section: '5', kind: 'derived', from: ['eq42', 'eq50'], domain: '', says: 'its rate equation' },
  { id: 'eq52', section: '5', kind: 'definition', from: ['eq51'], domain: '', says: 'spectral decomposition over Delta' },
  { id: 'eq53', section: '5', kind: 'definition', from: ['eq52'], domain: '', says: 'the contribution of one interval of Delta' },
  { id: 'eq54', section: '5', kind: 'derived', from: ['eq51', 'eq52'], domain: '', says: 'spectral density of the nuclear energy flow' },
  { id: 'eq55', section: '5', kind: 'derived', from: ['eq46'], domain: '', says: 'total electron Zeeman energy' },
  { id: 'eq56', section: '5', kind: 'definition', from: [], domain: '', says: 'total electron interaction energy' },
  { id: 'eq57', section: '5', kind: 'derived', from: ['eq48', 'eq54', 'eq55'], domain: '', says: 'Zeeman energy rate of the pairs at Delta' },
  { id: 'eq58', section: '5', kind: 'derived', from: ['eq49', 'eq54', 'eq56'], domain: '', says: 'interaction energy rate of the pairs at Delta' },
  { id: 'eq59', section: '5', kind: 'derived', from: ['eq54', 'eq55', 'eq57'], domain: '', says: 'Zeeman energy flow (cross effect)' },
  { id: 'eq60', section: '5', kind: 'derived', from: ['eq54', 'eq56', 'eq58'], domain: '', says: 'interaction energy flow (thermal mixing)' },
  { id: 's5a', section: '5', kind: 'statement', from: ['eq51', 'eq59', 'eq60'], domain: '', says: 'the three flows conserve energy' },
  { id: 'eq61', section: '6', kind: 'derived', from: ['eq43'], domain: '', says: 'cross-effect factor' },
  { id: 'eq62', section: '6', kind: 'derived', from: ['eq43'], domain: '', says: 'thermal-mixing factor' },
  { id: 'fig2', section: '6', kind: 'figure', from: ['eq61', 'eq62'], domain: '', says: 'both factors against Delta/omega_0I at width/omega_0I = 0.01' },
  { id: 's6a', section: '6', kind: 'value', from: ['eqA7', 'sAc', 'sAc2'], domain: '', says: 'width/omega_0I = 0.01 corresponds to carbon-13 at 5 T and 2.5e19 per cm3 (40 mM), g = 2' },
  { id: 's6b', section: '6', kind: 'statement', from: ['eq61'], domain: '', says: 'the cross-effect factor is sharply peaked near|Delta|= omega_0I, so that the cross effect is strongly dominated by pairs with|Delta|near omega_0I' },
  { id: 's6c', section: '6', kind: 'statement', from: ['eq62'], domain: '', says: 'all pairs contribute to thermal mixing' },
  { id: 'eq63', section: '6', kind: 'approximation', from: ['eq43', 'eq59'], domain: 'line shape and populations vary little over the Delta that contribute', says: 'cross-effect flow with line shape and populations taken at Delta = omega_0I' },
  { id: 'eq64', section: '6', kind: 'derived', from: ['eq43', 'eq63'], domain: '', says: 'W^Z' },
  { id: 'eq65', section: '6', kind: 'derived', from: ['eq50', 'eq63'], domain: '', says: 'polarization rate due to the cross effect' },
  { id: 'eq66', section: '6', kind: 'derived', from: ['eq43', 'eq60'], domain: '', says: 'W^SS' },
  { id: 'fig3', section: '6', kind: 'figure', from: ['eq64', 'eq66', 'eq70'], domain: '', says: 'W^Z, W^SS and the approximation eq70 against D0/omega_0I at width/omega_0I = 0.01' },
  { id: 's6d', section: '6', kind: 'statement', from: ['eq64', 'eq66'], domain: '', says: 'for D0 much smaller than omega_0I thermal mixing is much slower than the cross effect' },
  { id: 's6e', section: '6', kind: 'statement', from: ['eq64', 'eq66'], domain: '', says: 'for D0 >= omega_0I both rates are equal' },
  { id: 'eq67', section: '6', kind: 'approximation', from: ['eq64'], domain: 'D0 >= omega_0I; width/omega_0I to 0', says: 'W^Z for D0 >= omega_0I, width dropped' },
  { id: 'fn3', section: '6', kind: 'statement', from: ['eq64', 'eq67', 'eq68'], domain: '', says: 'the relative error of dropping the width is of the order width/omega_0I' },
  { id: 'eq68', section: '6', kind: 'approximation', from: ['eq64'], domain: 'D0 < omega_0I; width to 0 (fn3 says how good it is)', says: 'W^Z for D0 < omega_0I, width dropped' },
  { id: 'fn4', section: '6', kind: 'statement', from: ['eq67', 'eq68'], domain: '', says: 'these integrals follow from cos(theta) = Delta/omega_0I' },
  { id: 'eq69', section: '6', kind: 'approximation', from: [], domain: 'D0/omega_0I to 0', says: 'expansion of arccos' },
  { id: 'eq70', section: '6', kind: 'approximation', from: ['eq68', 'eq69', 'eqA8'], domain: 'D0/omega_0I to 0 after width/D0 to 0', says: 'W^Z for D0 much smaller than omega_0I' },
  { id: 's6f', section: '6', kind: 'statement', from: ['eq29', 'eq30', 'eq65', 'eq70'], domain: '', says: 'eq70 is exactly the rate of the scrambled states approach (eq29)' },
  { id: 's6g', section: '6', kind: 'statement', from: ['eq64', 'eq67', 'eq70'], domain: '', says: 'for D0/omega_0I > 0.5 W^Z becomes smaller than eq70, and for D0 >= omega_0I it is limited to eq67' },
  { id: 's6i', section: '6', kind: 'statement', from: ['eq36', 'eq64', 'eq70'], domain: '', says: 'the reduction of W^Z below eq70 has a simple origin: conservation of energy keeps pairs with |D+-| > omega_0I from taking part' },
  { id: 'eq71', section: '6', kind: 'approximation', from: ['eq66'], domain: 'D0 >= omega_0I; width/omega_0I to 0', says: 'W^SS for D0 >= omega_0I, width dropped' },
  { id: 'fn5', section: '6', kind: 'statement', from: ['eq66', 'eq71', 'eq72'], domain: '', says: 'the relative error of dropping the width is of the order width^2/omega_0I^2' },
  { id: 'eq72', section: '6', kind: 'approximation', from: ['eq66'], domain: 'D0 < omega_0I; width to 0 (fn5 says how good it is)', says: 'W^SS for D0 < omega_0I, width dropped' },
  { id: 'fn6', section: '6', kind: 'statement', from: ['eq71', 'eq72'], domain: '', says: 'these integrals follow from cos(theta) = Delta/omega_0I (says the same as fn4)' },
  { id: 'eq73', section: '6', kind: 'approximation', from: ['eq69', 'eq72'], domain: 'D0/omega_0I to 0 after width/D0 to 0', says: 'W^SS for D0 much smaller than omega_0I' },
  { id: 'eq74', section: '6', kind: 'approximation', from: ['eq70', 'eq73'], domain: 'D0/omega_0I to 0 after width/D0 to 0', says: 'ratio of thermal mixing to cross effect for D0 much smaller than omega_0I' },
  { id: 's6h', section: '6', kind: 'statement', from: ['eq44', 'eq66'], domain: '', says: 'W^SS does not lead to the rate eq44' },
  { id: 'eq75', section: '7', kind: 'definition', from: ['s4c'], domain: '', says: 'autocorrelation of the inhomogeneous line, of the order of the inverse line width' },
  { id: 'eq76', section: '7', kind: 'approximation', from: ['eq60', 'eq71', 'eq75'], domain: 'order of magnitude; D0 >= omega_0I', says: 'estimate of the total rate at which interaction energy reaches the nuclei' },
  { id: 's7a', section: '7', kind: 'value', from: ['eqA7', 'sAc', 'sAc2'], domain: '', says: 'width/2pi = 0.2 MHz at 2e19 per cm3 (33 mM), g = 2' },
  { id: 's7b', section: '7', kind: 'value', from: [], domain: '', says: 'proton frequency 145 MHz at 3.4 T' },
  { id: 's7c', section: '7', kind: 'value', from: ['eq8', 'eq22'], domain: '', says: 'A^2 may be as large as 0.2e16 per s2 for protons at 0.75e23 per cm3, nearest at 2 angstrom' },
  { id: 's7d', section: '7', kind: 'value', from: ['eq76', 's7a', 's7b', 's7c'], domain: '', says: 'W_tot = 0.7e4 per s, with a line width of 100 MHz' },
  { id: 's7e', section: '7', kind: 'statement', from: ['s7d'], domain: '', says: 'W_tot is much faster than 2e2 per s' },
  { id: 'eq77', section: '8', kind: 'derived', from: ['eq65'], domain: '', says: 'stationary state of the cross-effect branch' },
  { id: 'eq78', section: '8', kind: 'approximation', from: ['eq43', 'eq60'], domain: 'width/omega_0I to 0', says: 'stationary state of the thermal-mixing branch, width dropped' },
  { id: 'eq79', section: '8', kind: 'definition', from: ['eq6'], domain: '', says: 'nuclear populations at an inverse spin temperature' },
  { id: 'eq80', section: '8', kind: 'definition', from: ['eq79'], domain: '', says: 'nuclear sum of states' },
  { id: 'eq81', section: '8', kind: 'definition', from: [], domain: '', says: 'normalised pair populations' },
  { id: 'eq82', section: '8', kind: 'model', from: ['eq12', 'eq17', 'eq48', 'eq49'], domain: '', says: 'pair populations parametrised by inverse Zeeman and interaction temperatures, delta function executed' },
  { id: 'eq83', section: '8', kind: 'definition', from: ['eq82'], domain: '', says: 'pair sum of states' },
  { id: 'eq84', section: '8', kind: 'definition', from: ['eq81'], domain: '', says: 'the same for pairs at (omega, Delta) (says the same as eq81)' },
  { id: 'eq85', section: '8', kind: 'model', from: ['eq82'], domain: '', says: 'populations at (omega, Delta) with one common interaction temperature' },
  { id: 'eq86', section: '8', kind: 'definition', from: ['eq85'], domain: '', says: 'sum of states at (omega, Delta) (says the same as eq83)' },
  { id: 'eq87', section: '8', kind: 'derived', from: ['eq79', 'eq80', 'eq84', 'eq85', 'eq86'], domain: '', says: 'product of electron and nuclear populations' },
  { id: 'eq88', section: '8', kind: 'derived', from: ['eq87'], domain: '', says: 'the same at Delta = omega_0I' },
  { id: 'eq89', section: '8', kind: 'definition', from: [], domain: '', says: 'electron polarization at omega' },
  { id: 'eq90', section: '8', kind: 'derived', from: ['eq25', 'eq79', 'eq85', 'eq88', 'eq89'], domain: '', says: 'forward minus backward population in terms of polarizations' },
  { id: 'eq91', section: '8', kind: 'derived', from: ['eq25', 'eq77', 'eq90'], domain: '', says: 'stationary nuclear polarization of the cross-effect branch' },
  { id: 's8e', section: '8', kind: 'statement', from: ['eq91'], domain: '', says: 'eq91 is precisely the stationary state of the scrambled states approach (source not at hand)' },
  { id: 'eq92', section: '8', kind: 'derived', from: ['eq87'], domain: '', says: 'the product at Delta = 0' },
  { id: 'eq93', section: '8', kind: 'derived', from: ['eq78', 'eq92'], domain: '', says: 'stationarity in the fluctuating field approach' },
  { id: 's8a', section: '8', kind: 'statement', from: ['eq93'], domain: '', says: 'hence beta_I = beta_SS in the fluctuating field approach' },
  { id: 'eq94', section: '8', kind: 'model', from: [], domain: '', says: 'local equilibrium under fast spectral diffusion' },
  { id: 'eq95', section: '8', kind: 'derived', from: ['eq87', 'eq94'], domain: '', says: 'the product under it' },
  { id: 's8b', section: '8', kind: 'statement', from: ['eq77', 'eq78', 'eq95'], domain: '', says: 'hence beta_I = beta_SS is the stationary state of the thermal-mixing branch and of the cross-effect branch' },
  { id: 'eq96', section: '8', kind: 'definition', from: [], domain: '', says: 'inverse lattice temperature' },
  { id: 'eq97', section: '8', kind: 'derived', from: ['eq85', 'eq96'], domain: '', says: 'populations when all Zeeman temperatures equal the lattice temperature' },
  { id: 'eq98', section: '8', kind: 'derived', from: ['eq79', 'eq97'], domain: '', says: 'the product under it' },
  { id: 'eq99', section: '8', kind: 'derived', from: ['eq78', 'eq98'], domain: '', says: 'what the condition eq78 becomes at beta_I = beta_SS' },
  { id: 's8c', section: '8', kind: 'statement', from: ['eq78', 'eq98', 'eq99'], domain: '', says: 'that integrand is odd in Delta, so that beta_I = beta_SS is the stationary state of the thermal-mixing branch' },
  { id: 'eq100', section: '8', kind: 'derived', from: ['eq98'], domain: '', says: 'the product at Delta = omega_0I' },
  { id: 's8d', section: '8', kind: 'statement', from: ['eq77', 'eq100'], domain: '', says: 'hence the cross-effect branch tends to beta_I = beta_L' },
  { id: 's9a', section: '9', kind: 'value', from: [], domain: '', says: 'hbar omega_0S / 2 kB T < 0.54 for g = 2, 3.4 T, above 4.2 K' },
  { id: 'eq101', section: '9', kind: 'model', from: [], domain: '', says: 'Hamiltonian of two electron species with microwaves' },
  { id: 'eq102', section: '9', kind: 'definition', from: [], domain: '', says: 'two-line spectrum' },
  { id: 'eq103', section: '9', kind: 'definition', from: [], domain: '', says: 'moments of the homogeneous line' },
  { id: 'eq104', section: '9', kind: 'model', from: [], domain: '', says: 'density matrix, high temperature' },
  { id: 'eq105', section: '9', kind: 'derived', from: ['eq10', 'eq101', 'eq104'], domain: '', says: 'Zeeman energy of the first species' },
  { id: 'eq106', section: '9', kind: 'derived', from: ['eq10', 'eq101', 'eq104'], domain: '', says: 'Zeeman energy of the second species' },
  { id: 'eq107', section: '9', kind: 'derived', from: ['eq2', 'eq7', 'eq10', 'eq101', 'eq103', 'eq104'], domain: '', says: 'electron interaction energy' },
  { id: 'eq108', section: '9', kind: 'derived', from: ['eq101', 'eq102', 'eq103', 'eq104', 'eq105', 'eq96'], domain: '', says: 'rate equation, first species' },
  { id: 'eq109', section: '9', kind: 'derived', from: ['eq101', 'eq102', 'eq103', 'eq104', 'eq106', 'eq96'], domain: '', says: 'rate equation, second species' },
  { id: 'eq110', section: '9', kind: 'derived', from: ['eq101', 'eq102', 'eq103', 'eq104', 'eq105', 'eq106', 'eq107', 'eq108', 'eq109'], domain: '', says: 'rate equation, interaction energy' },
  { id: 'eq111', section: '9', kind: 'definition', from: [], domain: '', says: 'full line as a convolution' },
  { id: 'eq112', section: '9', kind: 'derived', from: ['eq105'], domain: '', says: 'Zeeman energy per spectral interval' },
  { id: 'eq113', section: '9', kind: 'derived', from: ['eq96', 'eq108', 'eq109', 'eq111', 'eq112'], domain: '', says: 'rate equation, continuum of species' },
  { id: 'eq114', section: '9', kind: 'derived', from: ['eq107', 'eq110', 'eq111', 'eq112', 'eq113'], domain: '', says: 'rate equation, interaction energy, continuum of species' },
  { id: 'eq115', section: '9', kind: 'model', from: ['eq6'], domain: '', says: 'nuclear density matrix, high temperature' },
  { id: 'eq116', section: '9', kind: 'derived', from: ['eq13', 'eq20', 'eq115'], domain: '', says: 'nuclear polarization, high temperature' },
  { id: 'eq117', section: '9', kind: 'approximation', from: ['eq79', 'eq87'], domain: 'all products of a frequency and an inverse temperature small, first order', says: 'the product of populations, high temperature' },
  { id: 'eq118', section: '9', kind: 'derived', from: ['eq42', 'eq43', 'eq116', 'eq117', 's4d'], domain: '', says: 'rate equation of the inverse nuclear spin temperature' },
  { id: 'eq119', section: '9', kind: 'approximation', from: ['eq62'], domain: 'width/omega_0I to 0', says: 'thermal-mixing factor, width dropped' },
  { id: 's9d', section: '9', kind: 'statement', from: ['eq113'], domain: '', says: 'the effect of the cross effect on alpha(omega) is much smaller than spectral diffusion and can be left out' },
  { id: 'eq120', section: '9', kind: 'derived', from: ['eq60', 'eq107', 'eq117', 'eq119'], domain: '', says: 'thermal-mixing term in the rate equation of the interaction temperature' },
  { id: 's9b', section: '9', kind: 'statement', from: ['eq113', 'eq114', 'eq118', 'eq120', 's9d'], domain: '', says: 'these form a closed set from which the inverse spin temperatures, and so the nuclear polarization during DNP, can be solved' },
  { id: 's9c', section: '9', kind: 'requirement', from: ['eq50', 'eq107', 'eq112', 'eq113', 'eq114', 'eq118', 'eq120'], domain: '', says: "(ours, not the author's) what a usable closed set must meet: without relaxation and microwaves energy is balanced and entropy does not fall; all temperatures equal is stationary; solutions stay bounded; Sections 6 and 8 are its limits" },
  { id: 'eq121', section: '10', kind: 'derived', from: ['eq17', 'eq36', 'eq48', 'eq49'], domain: '', says: 'the two flows of one pair as fractions of D+- and omega_0I' },
  { id: 'eq122', section: '10', kind: 'derived', from: ['eq16', 'eq45', 'eq94', 'eq116', 'eq117'], domain: '', says: 'mean change of nuclear energy per triple spin flip' },
  { id: 'eq123', section: '10', kind: 'definition', from: [], domain: '', says: 'distribution of the interaction energy change' },
  { id: 's10l', section: '10', kind: 'model', from: ['eq107'], domain: '', says: 'at high temperature the probability that the interaction energy of a pair changes by D_SS carries the factor 1 - (1/2) D_SS beta_SS' },
  { id: 'eq124', section: '10', kind: 'derived', from: ['eq94', 'eq123', 's10l'], domain: '', says: 'mean change of interaction energy per triple spin flip' },
  { id: 's10a', section: '10', kind: 'statement', from: ['eq123', 'eqA9'], domain: '', says: 'the second moment of the convolution of a Lorentzian with itself is twice that of the Lorentzian' },
  { id: 'eq125', section: '10', kind: 'derived', from: ['eqA8', 'sAf', 'eq122', 'eq123', 'eq124', 's10a'], domain: '', says: 'the ratio of the two' },
  { id: 's10b', section: '10', kind: 'statement', from: ['eq74', 'eq125'], domain: '', says: 'it is much smaller than the thermal-mixing branch' },
  { id: 's10c', section: '10', kind: 'value', from: [], domain: '', says: 'proton frequency 299 MHz at 7 T' },
  { id: 's10j', section: '10', kind: 'value', from: ['s10c', 's10d'], domain: '', says: 'no appreciable flow to protons at 7 T indicates D0/2pi below 150 MHz' },
  { id: 's10d', section: '10', kind: 'statement', from: ['eq64', 'eq66'], domain: '', says: 'an appreciable thermal-mixing flow occurs down to D0/omega_0I = 0.5' },
  { id: 's10e', section: '10', kind: 'value', from: [], domain: '', says: '0.5 omega_0I of protons at 6.7 T is 143 MHz' },
  { id: 's10f', section: '10', kind: 'value', from: [], domain: '', says: 'carbon-13 frequency 72 MHz at 6.7 T' },
  { id: 's10i', section: '10', kind: 'value', from: ['s10d', 's10f'], domain: '', says: 'an appreciable flow to carbon-13 at 6.7 T indicates D0/2pi of 35 MHz or more' },
  { id: 's10g', section: '10', kind: 'statement', from: ['s8c'], domain: '', says: 'with only a narrow hole burnt, all nuclear species tend to the same inverse spin temperature' },
  { id: 's10h', section: '10', kind: 'statement', from: ['eq64', 'eq66'], domain: '', says: 'the ratio of thermal mixing to cross effect is the same for local and bulk nuclei of one species, and larger for nuclei of lower frequency' },
  { id: 'eqA1', section: 'A', kind: 'model', from: [], domain: '', says: 'dipolar flip-flop coupling of two electron spins' },
  { id: 'fn8', section: 'A', kind: 'statement', from: ['eqA1'], domain: '', says: "D+- is chosen a factor two smaller than in the author's book" },
  { id: 'eqA2', section: 'A', kind: 'definition', from: [], domain: '', says: 'mean gyromagnetic ratio' },
  { id: 'sAa', section: 'A', kind: 'statement', from: [], domain: '', says: 'the minimum distance r0 is at least an order of magnitude smaller than the average distance, in print n_S^-3' },
  { id: 'eqA3', section: 'A', kind: 'definition', from: ['eq31'], domain: '', says: 'g_D again (says the same as eq31)' },
  { id: 'eqA4', section: 'A', kind: 'definition', from: ['eqA3'], domain: '', says: 'its moments' },
  { id: 'sAg', section: 'A', kind: 'statement', from: ['eqA4'], domain: '', says: 'to characterise g_D only its second moment is needed' },
  { id: 'eqA5', section: 'A', kind: 'derived', from: ['eqA1', 'eqA2', 'eqA4'], domain: 'positions uniform outside r0', says: 'its second moment for random positions outside r0' },
  { id: 'eqA6', section: 'A', kind: 'derived', from: ['eqA1', 'eqA2'], domain: '', says: 'largest coupling D0' },
  { id: 'eqA7', section: 'A', kind: 'definition', from: ['eqA1', 'eqA2'], domain: '', says: 'average coupling D_av' },
  { id: 'sAb', section: 'A', kind: 'statement', from: ['eqA6', 'eqA7'], domain: '', says: 'D_av is n_S/(r0^3 sqrt 5) smaller than D0' },
  { id: 'sAc', section: 'A', kind: 'definition', from: ['eqA7'], domain: '', says: 'width of g_D: (4 pi^2 sqrt5 / 30) D_av' },
  { id: 'sAc2', section: 'A', kind: 'value', from: ['sAc'], domain: '', says: '4 pi^2 sqrt5 / 30 is 0.9366' },
  { id: 'eqA8', section: 'A', kind: 'derived', from: ['eqA5', 'eqA6', 'eqA7', 'sAc'], domain: '', says: 'M2 = (2/pi) D0 width' },
  { id: 'sAd', section: 'A', kind: 'value', from: ['eqA6', 'eqA7', 'sAc', 'sAc2'], domain: '', says: 'width/D0 is below about 0.01 at 1 nm for 1e19 to 4e19 per cm3, and smaller at shorter distance' },
  { id: 'eqA9', section: 'A', kind: 'approximation', from: ['eqA3', 'eqA8', 'sAg'], domain: 'width/D0', says: 'g_D is a Lorentzian of that width cut off at D0 (says the same as eq32)' },
  { id: 'eqA10', section: 'A', kind: 'approximation', from: ['eqA9'], domain: 'width/D0 to 0', says: 'its second moment' },
  { id: 'sAe', section: 'A', kind: 'value', from: ['eqA7', 'sAc', 'sAc2'], domain: '', says: 'width/2pi is 0.2 to 0.8 MHz for 1e19 to 4e19 per cm3, g = 2' },
  { id: 'sAf', section: 'A', kind: 'statement', from: ['eqA9', 's2b'], domain: '', says: 'g_D is identical to the homogeneous line shape for a purely dipolar interaction at low electron polarization' },
] as const satisfies readonly PaperEntry[];

export type ClaimId = (typeof entries)[number]['id'];

const byId: ReadonlyMap<string, PaperEntry> = new Map(entries.map((row) => [row.id, row]));

/** The row of one claim; throws on an id that only a cast could have let through. */
export const entry = (id: ClaimId): PaperEntry => {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`expected the id of one of the ${entries.length} entries, got '${id}'`);
  return found;
};

/** A kind or an edge given otherwise here than in the list of claims, and why. */
export interface Deviation {
  readonly id: ClaimId;
  readonly what: 'kind' | 'from';
  /** What the list says: the kind, or the edges separated by ', ' ('' for none). */
  readonly printed: string;
  readonly reason: string;
}

export const deviations: readonly Deviation[] = [];
