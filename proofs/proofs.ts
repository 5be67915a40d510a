import type { ClaimProof } from '../src/evidence/proof/step.ts';
import * as section2Hamiltonian from './section-2/hamiltonian.ts';
import * as section3Polarization from './section-3/polarization.ts';
import * as section3TripleFlip from './section-3/triple-flip.ts';
import * as section4DeltaFunction from './section-4/delta-function.ts';
import * as section4Distributions from './section-4/distributions.ts';
import * as section4Rate from './section-4/rate.ts';
import * as section5Energies from './section-5/energies.ts';
import * as section5Flows from './section-5/flows.ts';
import * as section6Comparison from './section-6/comparison.ts';
import * as section6CrossEffect from './section-6/cross-effect.ts';
import * as section6Factors from './section-6/factors.ts';
import * as section6Flows from './section-6/flows.ts';
import * as section6Footnotes from './section-6/footnotes.ts';
import * as section6ScrambledStates from './section-6/scrambled-states.ts';
import * as section6ThermalMixing from './section-6/thermal-mixing.ts';
import * as section8Lattice from './section-8/lattice.ts';
import * as section8LatticeThermalMixing from './section-8/lattice-thermal-mixing.ts';
import * as section8Populations from './section-8/populations.ts';
import * as section8Stationary from './section-8/stationary.ts';
import * as sectionACouplings from './section-A/couplings.ts';
import * as sectionAWidth from './section-A/width.ts';

const isProof = (value: unknown): value is ClaimProof =>
  typeof value === 'object' && value !== null && 'id' in value && 'chains' in value;

/** Every proof: whatever the sections export. */
export const proofs: readonly ClaimProof[] = [
  section2Hamiltonian,
  section3Polarization,
  section3TripleFlip,
  section4Distributions,
  section4DeltaFunction,
  section4Rate,
  section5Energies,
  section5Flows,
  section6Factors,
  section6Flows,
  section6Comparison,
  section6CrossEffect,
  section6ScrambledStates,
  section6ThermalMixing,
  section6Footnotes,
  section8Populations,
  section8Stationary,
  section8Lattice,
  section8LatticeThermalMixing,
  sectionACouplings,
  sectionAWidth,
].flatMap((section) => (Object.values(section) as unknown[]).filter(isProof));
