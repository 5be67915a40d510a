import { domain, below as fractionOf, positive, real } from '../../src/claim/domain.ts';
import { named, quotedInput } from '../../src/claim/quote.ts';
import { length } from '../../src/formula/dimension.ts';
import { apply, div, type Expr, integral, mul, neg, num, pi, pow, symbol } from '../../src/formula/expression.ts';
import { substitute } from '../../src/formula/substitute.ts';
import { D, D0, Dav, DD, gD, M2 } from '../../src/formula/symbols.ts';
import { claim } from '../claim.ts';
import { dipolar, nothing } from '../domains.ts';
import { glassWidth, inConstants, inMegahertz, physicalInputs } from '../physical.ts';
import { asDistribution, belowWidth, eq32, fieldsBelow } from '../section-4/distributions.ts';
import { ofDiluteGlass } from '../section-4/random-glass.ts';
import { coefficient, exponentReadings, lorentzianOf, otherCoefficient, secondMoment } from './notation.ts';

export const narrow = domain([positive('D0'), fractionOf('tenfold', 'D0', 'closed'), fractionOf('smaller', 'tenfold')]);

export const tenthOf = (name: string): Expr => mul(num(1, 10), symbol(name, name, D0.symbol.dimension));

export const sAg = claim({
  id: 'sAg',
  text: { status: 'clean' },
  role: 'sentence',
  domain: narrow,
  condition: 'the shape of g_D is known (a Lorentzian cut off at D0) and D0 is known, with a width up to D0/10',
  parts: [
    {
      says: 'for a Lorentzian with known D0 the second moment grows with the width, and so determines it',
      domain: narrow,
      relation: () => ({
        kind: 'ordered',
        left: secondMoment(tenthOf('smaller')),
        is: '<',
        right: secondMoment(tenthOf('tenfold')),
      }),
    },
    {
      says: 'two cut-off Lorentzians with the same M_2 = (2/pi) D0 DD, one of twice the cut-off and half the width, are the same inside D0',
      domain: domain([positive('DD'), real('D')]),
      judges: 'outside',
      relation: () => ({ kind: 'equal', left: lorentzianOf(DD), right: lorentzianOf(div(DD, 2)) }),
    },
  ],
});

export const sAc = claim({
  id: 'sAc',
  text: { status: 'ambiguous', readings: exponentReadings },
  role: 'symbol',
  printed: { left: DD, is: '=', right: mul(coefficient, Dav) },
  domain: dipolar,
});

export const sAc2 = claim({
  id: 'sAc2',
  text: { status: 'ambiguous', readings: exponentReadings },
  role: 'number',
  formula: num(9366, 10000),
  domain: nothing,
  parts: [
    {
      says: 'the coefficient of the definition is 0.9366',
      domain: nothing,
      relation: () => ({ kind: 'quoted', value: coefficient, inputs: {}, quote: { text: '0.9366' } }),
      otherReadings: () => [{ kind: 'quoted', value: otherCoefficient, inputs: {}, quote: { text: '0.9366' } }],
    },
  ],
  instead: {
    says: 'the printed number is that of 4 pi sqrt 5/30, smaller by pi than the formula; (A.8) holds with the formula',
    parts: [
      {
        says: '4 pi sqrt 5/30 is 0.9366',
        domain: nothing,
        relation: () => ({ kind: 'quoted', value: div(coefficient, pi), inputs: {}, quote: { text: '0.9366' } }),
      },
    ],
    formula: coefficient,
  },
});

export const eqA8 = claim({
  id: 'eqA8',
  // It holds with the adopted reading of the definition of the width; with 0.9366 in place of its coefficient it would
  // fail by pi, so that one of the two is wrong however the definition is read.
  text: { status: 'clean' },
  role: 'number',
  printed: { left: M2, is: '=', right: mul(div(2, pi), D0, DD) },
  domain: dipolar,
  step: ({ eqA5: moment }) => moment as Expr,
  relate: (printed, derived, { eqA6: largest, eqA7: average, sAc: width }) => ({
    kind: 'equal',
    left: derived,
    right: substitute(substitute(substitute(printed, { DD: width as Expr }), { Dav: average as Expr }), {
      D0: largest as Expr,
    }),
  }),
});

/** The width over D0 with the quoted coefficient: (A.7) over (A.6). */
export const overLargest = (premises: Readonly<Record<string, Expr>>): Expr =>
  div(mul(premises.sAc2 as Expr, premises.eqA7 as Expr), premises.eqA6 as Expr);

export const otherDistance = symbol('shorter', 'r', length);

export const sAd = claim({
  id: 'sAd',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  parts: [
    {
      says: 'width/D0 is below about 0.01 at 1 nm and 4e19 per cm3, the highest concentration quoted',
      domain: nothing,
      relation: (premises) => ({
        kind: 'quoted',
        value: inConstants(overLargest(premises)),
        inputs: { ...physicalInputs, r0: quotedInput('1e-9'), nS: named('4e25', '0', 'the end of the quoted range') },
        quote: { text: '0.01', about: true, atMost: true },
      }),
    },
    {
      says: 'it is smaller at shorter distance',
      domain: domain([...dipolar.coordinates, fractionOf('shorter', 'r0')]),
      relation: (premises) => ({
        kind: 'ordered',
        left: substitute(overLargest(premises), { r0: otherDistance }),
        is: '<',
        right: overLargest(premises),
      }),
    },
  ],
});

export const eqA9 = claim({
  id: 'eqA9',
  text: { status: 'clean' },
  role: 'density',
  editions: { glass: 'g_D by its width:glass' },
  printed: { left: apply(gD, D), is: '=', right: lorentzianOf(DD) },
  domain: domain([positive('DD'), real('D')]),
  parts: asDistribution,
  ...(eq32.instead ? { instead: eq32.instead } : {}),
});

export const eqA10 = claim({
  id: 'eqA10',
  text: { status: 'clean' },
  role: 'number',
  printed: {
    left: integral(D, [[neg(D0), D0]], mul(pow(D, 2), lorentzianOf(DD))),
    is: '\\approx',
    right: mul(div(2, pi), D0, DD),
  },
  domain: domain([positive('D0'), fractionOf('DD', 'D0', 'closed')]),
  small: { symbol: DD.symbol, scale: D0 },
  // The printed closed form of the integral; that it is one is checked as a form.
  step: () => secondMoment(DD),
  quantity: 'second moment of the cut-off Lorentzian',
  parts: [
    {
      says: 'the second moment of the cut-off Lorentzian has the printed closed form',
      domain: domain([positive('D0'), fractionOf('DD', 'D0', 'closed')]),
      relation: ({ eqA9: density }) => ({
        kind: 'equal',
        left: integral(D, [[neg(D0), D0]], mul(pow(D, 2), density as Expr)),
        right: secondMoment(DD),
      }),
    },
  ],
});

export const sAe = claim({
  id: 'sAe',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  parts: (
    [
      ['1e25', '0.2'],
      ['4e25', '0.8'],
    ] as const
  ).map(([concentration, printed]) => ({
    says: `width/2 pi in MHz at ${concentration} per m3, g = 2`,
    domain: nothing,
    relation: (premises) => ({
      kind: 'quoted',
      value: inMegahertz(glassWidth(premises)),
      inputs: { ...physicalInputs, nS: quotedInput(concentration) },
      quote: { text: printed },
    }),
  })),
});

export const sAf = claim({
  id: 'sAf',
  text: {
    status: 'ambiguous',
    readings: [
      { says: 'an electron is shifted by D_zz S_z/2, by (7) with D_zz = 2 D+-' },
      {
        says: 'an electron is shifted by D_zz S_z, by the sum (2) over ordered pairs with D_zz = 2 D+-, or by the dipolar interaction with D_zz = -4 D+- by (7)',
      },
    ],
  },
  role: 'sentence',
  domain: ofDiluteGlass,
  parts: [
    {
      says: 'of the shifts by partners of random polarization half are below the half width that (A.8) gives g_D',
      domain: ofDiluteGlass,
      relation: () => belowWidth('below twice the width'),
      otherReadings: () => [belowWidth('below the width')],
    },
  ],
  instead: {
    says: 'The line of a dilute glass that the shifts by its partners make has the second moment of g_D, as dipolar shifts are +-D+-, and far above its width the tails of (31); but it is a Lorentzian of half width (4 pi^2/(9 sqrt 3)) n_S K, 1.92 times the width that (A.8) gives g_D. Shifts of +-D+-/2 would make it 0.96 times the width of (A.8).',
    parts: [fieldsBelow('below the width', 1), fieldsBelow('below twice the width', 2)],
  },
});
