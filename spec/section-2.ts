import { angularFrequency, pureNumber } from '../src/formula/dimension.ts';
import { apply, div, type Expr, mul, symbol, total } from '../src/formula/expression.ts';
import { instantiate } from '../src/formula/substitute.ts';
import { i, k, NI, omega0I, omegaOf } from '../src/formula/symbols.ts';
import { claim } from './claim.ts';
import { energyOf, levelDomain, levels, moderately, n, nuclei, weightOf } from './levels.ts';

type Binders = 'scalar' | 'binder';

/** The language has no operators: an energy stands for its operator, of a level or as the mean over levels. */
export const eq3 = claim({
  id: 'eq3',
  text: { status: 'clean' },
  role: 'symbol',
  printed: {
    left: symbol('ZI', '\\mathcal Z_I', angularFrequency, 'real'),
    is: '=',
    right: total(k, NI, apply(energyOf, k)),
  },
  domain: nuclei,
});

/** I_z of a nucleus and S_z of an electron, of a level or as the mean over levels. */
const Iz = symbol('Iz', 'I_z', pureNumber, 'real');
const Sz = symbol('Sz', 'S_z', pureNumber, 'real');

export const eq5 = claim({
  id: 'eq5',
  text: { status: 'clean' },
  role: 'symbol',
  printed: { left: apply(energyOf, i), is: '=', right: mul<string, Binders>(apply(omegaOf, i), Sz) },
  domain: moderately('i', 'Sz'),
});

export const eq6 = claim({
  id: 'eq6',
  text: { status: 'reconstructed', readings: [{ says: 'the lost sign is a minus, as (45) asks for (adopted)' }] },
  role: 'symbol',
  printed: { left: apply(energyOf, k), is: '=', right: mul(-1, omega0I, Iz) },
  domain: moderately('omega0I', 'Iz'),
});

export const eq10 = claim({
  id: 'eq10',
  text: { status: 'clean' },
  role: 'symbol',
  printed: {
    left: symbol('Un', 'U_n', angularFrequency, 'real'),
    is: '=',
    right: div<string, Binders>(
      total(n, levels, mul<string, Binders>(apply(weightOf, n), apply(energyOf, n))),
      total(n, levels, apply(weightOf, n)),
    ),
  },
  domain: levelDomain,
  parts: [
    {
      says: 'it is a mean: what has the same energy in every level has that energy',
      domain: levelDomain,
      relation: ({ eq10: mean }) => ({
        kind: 'equal',
        left: omega0I,
        right: instantiate(mean as Expr, { energyOf: { parameters: [], body: omega0I } }),
      }),
    },
  ],
});
