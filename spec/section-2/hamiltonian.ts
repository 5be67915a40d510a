import { domain, moderate, oneOf } from '../../src/claim/domain.ts';
import { angularFrequency, pureNumber } from '../../src/formula/dimension.ts';
import { add, apply, type Expr, mul, num, pairSum, symbol, total, type Unknown } from '../../src/formula/expression.ts';
import { spin } from '../../src/formula/operators.ts';
import { instantiate, substitute } from '../../src/formula/substitute.ts';
import { i, j, k, NI, NS, omega0I, omegaOf } from '../../src/formula/symbols.ts';
import { rational } from '../../src/number/rational.ts';
import { claim } from '../claim.ts';
import { energyOf, moderately, nuclei } from '../levels.ts';

type Binders = 'scalar' | 'binder';

const energy = (name: string, tex: string) => symbol(name, tex, angularFrequency, 'real');
const [HS, ZI, V] = [energy('HS', '\\mathcal H_S'), energy('ZI', '\\mathcal Z_I'), energy('V', 'V')];
/** Energies in moderate units: nothing but their sum counts. */
const energies = moderately('HS', 'ZI', 'V');

export const eq1 = claim({
  id: 'eq1',
  text: { status: 'clean' },
  role: 'symbol',
  printed: { left: energy('H', '\\mathcal H'), is: '=', right: add(HS, ZI, V) },
  domain: energies,
});

const term = (name: string, tex: string, spins: number): Unknown => ({
  name,
  tex,
  dimension: angularFrequency,
  parameters: Array.from({ length: spins }, () => pureNumber),
  sign: 'real',
  indexed: true,
});
/** Zeeman energy of an electron, interaction of two, interaction of an electron and a nucleus. */
export const zeemanOf = term('zeemanOf', '\\mathcal Z_S', 1);
export const interactionOf = term('interactionOf', '\\mathcal H_{SS}', 2);
const hyperfineOf = term('hyperfineOf', 'V', 2);

const overElectrons = total(i, NS, apply(zeemanOf, i));
const overOrderedPairs = pairSum(i, j, NS, apply(interactionOf, i, j));

/** The two electrons of one pair and no others. */
const onePair = domain([oneOf('NS', [rational(2)]), moderate('coupling')]);
const coupling = energy('coupling', 'h');
/** No Zeeman energies, and the interaction h of the pair, whichever of its electrons is named first. */
const onlyInteraction = {
  zeemanOf: { parameters: ['of'], body: num(0) },
  interactionOf: { parameters: ['first', 'second'], body: coupling },
} as const;

export const eq2 = claim({
  id: 'eq2',
  text: { status: 'clean' },
  role: 'symbol',
  printed: { left: HS, is: '=', right: add<string, Binders>(overElectrons, overOrderedPairs) },
  domain: moderately('NS'),
  parts: [
    {
      says: 'of two electrons it holds the interaction (7) once, as the Hamiltonian (12) of the pair does, and with it (17) and (36)',
      domain: onePair,
      relation: ({ eq2: printed }) => ({
        kind: 'equal',
        left: coupling,
        right: instantiate(printed as Expr, onlyInteraction),
      }),
    },
  ],
  instead: {
    says: 'A sum over both i and j takes each pair twice: (2) and (12) differ by a factor 2 in the interaction of a pair. If the 1/2 of (7) is meant for that sum, then (12) lacks the other half of it. Half the sum is adopted here, since (17), (36) and, for dipolar couplings, (A.1) go with (12); the shift D_zz/2 of Appendix A goes with (2).',
    formula: add<string, Binders>(overElectrons, mul<string, Binders>(num(1, 2), overOrderedPairs)),
    parts: [
      {
        says: 'half of the sum holds the interaction of two electrons once',
        domain: onePair,
        relation: () => ({
          kind: 'equal',
          left: coupling,
          right: instantiate(mul<string, Binders>(num(1, 2), overOrderedPairs), onlyInteraction),
        }),
      },
    ],
  },
});

/** The language of sums has no operators: an energy stands for its operator, of a level or as the mean over levels. */
export const eq3 = claim({
  id: 'eq3',
  text: { status: 'clean' },
  role: 'symbol',
  printed: { left: ZI, is: '=', right: total(k, NI, apply(energyOf, k)) },
  domain: nuclei,
});

export const eq4 = claim({
  id: 'eq4',
  text: { status: 'clean' },
  role: 'symbol',
  printed: { left: V, is: '=', right: total(i, NS, total(k, NI, apply(hyperfineOf, i, k))) },
  domain: nuclei,
});

/** Zeeman energy of the electron of that label. */
export const electronZeeman = (label: 'i' | 'j'): Expr =>
  mul<string, Binders>(apply(omegaOf, label === 'i' ? i : j), spin(label, 'z'));

export const eq5 = claim({
  id: 'eq5',
  text: { status: 'clean' },
  role: 'symbol',
  printed: { left: apply(zeemanOf, i), is: '=', right: electronZeeman('i') },
  domain: moderately('i', 'S_z@i'),
});

export const eq6 = claim({
  id: 'eq6',
  text: { status: 'reconstructed', readings: [{ says: 'the lost sign is a minus, as (45) asks for (adopted)' }] },
  role: 'symbol',
  printed: { left: apply(energyOf, k), is: '=', right: mul(-1, omega0I, spin('k', 'z', 'I')) },
  domain: moderately('omega0I', 'I_z@k'),
});

export const eq9 = claim({
  id: 'eq9',
  text: { status: 'clean' },
  role: 'symbol',
  printed: { left: energy('H0', '\\mathcal H_0'), is: '=', right: add(HS, ZI) },
  domain: energies,
  // The whole but for V, the perturbation.
  step: ({ eq1: whole }) => substitute(whole as Expr, { V: num(0) }),
});
