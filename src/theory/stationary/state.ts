/**
 * The two flows of energy that triple spin flips bring to the nuclei, from the Zeeman energy of the electrons and from
 * their interaction energy, and both together. Eqs. (59), (60).
 */
export const branches = ['cross effect', 'thermal mixing', 'both'] as const;
export type Branch = (typeof branches)[number];

/** What a stationary state depends on beside the line and the temperatures across it; N is a kind of number. */
export interface Conditions<N = number> {
  /** Nuclear Zeeman splitting, rad/s. */
  readonly omega0I: N;
  /** Largest coupling of a pair of electrons, rad/s. */
  readonly D0: N;
  /** Half width at half maximum of the Lorentzian distribution of couplings, rad/s. */
  readonly DD: N;
  /** Inverse temperature of the interactions of the electrons, s; of either sign. */
  readonly betaSS: N;
}

/** A stationary state of the nuclei. */
export interface State<N = number> {
  /** Nuclear polarization, between -1 and 1. */
  readonly polarization: N;
  /** Inverse nuclear spin temperature (2/omega0I) artanh P, s. Eq. (79). */
  readonly betaI: N;
}

/** The state that each branch tends to. */
export type States<S = State> = Readonly<Record<Branch, S>>;
