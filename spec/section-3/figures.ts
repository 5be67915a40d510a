import type { Part, Premises } from '../../src/claim/claim.ts';
import { named, quotedInput } from '../../src/claim/quote.ts';
import { dimension } from '../../src/formula/dimension.ts';
import { call, type Expr, mul, num, symbol } from '../../src/formula/expression.ts';
import { substitute } from '../../src/formula/substitute.ts';
import { claim } from '../claim.ts';
import { nothing } from '../domains.ts';
import { gammaOfCarbon13, inConstants, inMegahertz, physicalInputs } from '../physical.ts';
import { equalSpins } from '../section-A/notation.ts';

/** The coupling (A.1) of two spins along the field, in MHz x 2 pi. */
const alongField = ({ eqA1: coupling }: Premises): Expr =>
  inMegahertz(call('abs', inConstants(substitute(equalSpins(coupling as Expr), { theta: num(0) }))));

/** "Up to", "increases to": 25 %. */
const reaches = (text: string, distance: string): Part => ({
  says: `|D+-|/2 pi in MHz of two electrons along the field at ${distance} m, g = 2, reaches about ${text}`,
  domain: nothing,
  relation: (premises) => ({
    kind: 'quoted',
    value: alongField(premises),
    inputs: { ...physicalInputs, r: quotedInput(distance) },
    quote: { text, about: true },
  }),
});

export const s3b = claim({
  id: 's3b',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  parts: [reaches('50', '1e-9')],
});

export const s3c = claim({
  id: 's3c',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  parts: [reaches('400', '0.5e-9')],
});

const B = symbol('B', 'B', dimension({ kg: 1, s: -2, A: -1 }));
const gammaOfProton = symbol('gammaH', '\\gamma_H', gammaOfCarbon13.symbol.dimension);

const precession = (text: string, field: string, gamma: Expr, inputs: Readonly<Record<string, string>>): Part => ({
  says: `the nuclear frequency in MHz at ${field} T is ${text}`,
  domain: nothing,
  relation: () => ({
    kind: 'quoted',
    value: inMegahertz(mul<string, 'scalar' | 'binder'>(gamma, B)),
    inputs: { ...inputs, B: named(field, '0', `${field} T`) },
    quote: { text },
  }),
});

export const s3d = claim({
  id: 's3d',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  parts: [precession('298', '7', gammaOfProton, { gammaH: 'gammaProton' })],
});

export const s3e = claim({
  id: 's3e',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  parts: [precession('37.5', '3.5', gammaOfCarbon13, { gammaC: 'gammaCarbon13' })],
});

export const s3f = claim({
  id: 's3f',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  undecided: 'the source of the approach that it is compared with is not at hand',
});
