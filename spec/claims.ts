import type { Claim } from '../src/claim/claim.ts';
import { entries } from './paper.ts';
import * as section1 from './section-1.ts';
import * as section2Hamiltonian from './section-2/hamiltonian.ts';
import * as section2Interactions from './section-2/interactions.ts';
import * as section2Reservoirs from './section-2/reservoirs.ts';
import * as section3Figures from './section-3/figures.ts';
import * as section3Polarization from './section-3/polarization.ts';
import * as section3Sums from './section-3/sums.ts';
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
import * as section8Continuum from './section-8/continuum.ts';
import * as section8CrossEffect from './section-8/cross-effect.ts';
import * as section8Lattice from './section-8/lattice.ts';
import * as section8LatticeThermalMixing from './section-8/lattice-thermal-mixing.ts';
import * as section8LocalEquilibrium from './section-8/local-equilibrium.ts';
import * as section8Populations from './section-8/populations.ts';
import * as section8ThermalMixing from './section-8/thermal-mixing.ts';
import * as section10Species from './section-10/species.ts';
import * as sectionACouplings from './section-A/couplings.ts';
import * as sectionAWidth from './section-A/width.ts';

const isClaim = (value: unknown): value is Claim =>
  typeof value === 'object' && value !== null && 'id' in value && 'text' in value && 'domain' in value;

const written = [
  section1,
  section2Hamiltonian,
  section2Interactions,
  section2Reservoirs,
  section3Polarization,
  section3TripleFlip,
  section3Sums,
  section3Figures,
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
  section8Continuum,
  section8CrossEffect,
  section8Lattice,
  section8LocalEquilibrium,
  section8Populations,
  section8ThermalMixing,
  section8LatticeThermalMixing,
  section10Species,
  sectionACouplings,
  sectionAWidth,
].flatMap((section) => (Object.values(section) as unknown[]).filter(isClaim));

/** Every claim entered so far, in the order of the paper: whatever the sections export. */
export const claims: readonly Claim[] = entries.flatMap(({ id }) => written.filter((claim) => claim.id === id));
