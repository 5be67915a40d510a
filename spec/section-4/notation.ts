import { domain, onCircle } from '../../src/claim/domain.ts';
import { angularFrequency, pureNumber } from '../../src/formula/dimension.ts';
import {
  add,
  apply,
  type Expr,
  infinity,
  integral,
  mul,
  neg,
  num,
  pow,
  sqrt,
  sub,
  symbol,
  type Unknown,
} from '../../src/formula/expression.ts';
import {
  D,
  Delta,
  Delta0,
  gi,
  omega,
  omega0I,
  rhoIminus,
  rhoIplus,
  rhoSminus,
  rhoSplus,
} from '../../src/formula/symbols.ts';
import { circle } from '../domains.ts';

export type Binders = 'scalar' | 'binder';

export const minusInfinity = neg(infinity);

export const line = [[minusInfinity, infinity]] as const;

/** omega0I^2 - Delta^2, the square of the coupling that conserves energy. */
export const radicand = sub(pow(omega0I, 2), pow(Delta, 2));

export const hypotenuse = sqrt(add(pow(Delta, 2), pow(D, 2)));

export const populations = sub(
  mul(apply(rhoSplus, omega, Delta), rhoIplus),
  mul(apply(rhoSminus, omega, Delta), rhoIminus),
);

export const lineShapes = mul(apply(gi, omega), apply(gi, sub(omega, Delta)));

/** The two ranges -omega0I to -Delta0 and Delta0 to omega0I. */
export const bothSigns = [
  [neg(omega0I), neg(Delta0)],
  [Delta0, omega0I],
] as const;

export const overLine = (body: Expr) => integral(omega, line, body);

export const anything: Unknown = {
  name: 'phi',
  tex: '\\varphi',
  dimension: pureNumber,
  parameters: [pureNumber],
  sign: 'real',
};

export const probe: Unknown = { ...anything, parameters: [angularFrequency] };

export const wide = mul(4, omega0I);

export const root = symbol('root', 'root', angularFrequency);

export const rootDomain = domain([...circle.coordinates.slice(0, -1), onCircle('Delta', 'root', 'omega0I')]);

export const halves = [
  [neg(wide), num(0)],
  [num(0), wide],
] as const;
