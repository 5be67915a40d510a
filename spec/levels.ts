import { domain, moderate, oneOf } from '../src/claim/domain.ts';
import { angularFrequency, pureNumber } from '../src/formula/dimension.ts';
import { cases, type Expr, num, symbol, type Unknown } from '../src/formula/expression.ts';
import { instantiate } from '../src/formula/substitute.ts';
import { rational } from '../src/number/rational.ts';
import { apartFrom } from './domains.ts';

/** The levels in whose populations a density matrix is diagonal, in place of traces. */
export const n = symbol('n', 'n', pureNumber);
export const levels = symbol('levels', 'n_{\\max}', pureNumber);

const ofLevel = (name: string, tex: string): Unknown => ({
  name,
  tex,
  dimension: pureNumber,
  parameters: [pureNumber],
  sign: 'real',
  indexed: true,
});
/** Population of a level, and energy and spin in it: those of the level or, where they have none, their mean in it. */
export const weightOf: Unknown = { ...ofLevel('weightOf', '\\rho'), sign: 'nonnegative' };
export const energyOf: Unknown = { ...ofLevel('energyOf', '\\mathcal H'), dimension: angularFrequency };
export const spinOf: Unknown = ofLevel('spinOf', 'S_z');

/** A value for each level in turn. */
const listed = (values: readonly Expr[], from = 1): Expr =>
  values.length === 1
    ? (values[0] as Expr)
    : cases<string, 'scalar' | 'binder'>(
        { left: n, right: num(2 * from + 1, 2) },
        values[0] as Expr,
        listed(values.slice(1), from + 1),
      );

/** A formula with populations and energies of its levels given. */
export const inLevels = (formula: Expr, given: Readonly<Record<string, readonly Expr[]>>): Expr =>
  instantiate(
    formula,
    Object.fromEntries(
      Object.entries(given).map(([name, values]) => [name, { parameters: ['n'], body: listed(values) }]),
    ),
  );

const few = (name: string, ...counts: readonly number[]) =>
  oneOf(
    name,
    counts.map((count) => rational(count)),
  );

/** Values of moderate size, since nothing but products counts, of the names given. */
export const moderately = (...names: readonly string[]) => domain(names.map(moderate));
/** Two to four levels. */
export const levelDomain = domain([...['omega0I', 'i'].map(moderate), few('levels', 2, 3, 4)]);
/** Two levels, the first with the population p. */
export const twoLevels = domain([
  moderate('omega0I'),
  few('levels', 2),
  oneOf(
    'p',
    [1, 3, 5, 7].map((of) => rational(of, 8)),
  ),
]);
/** One to six nuclei, two to six electrons. */
export const nuclei = domain([
  ...['omega0I', 'k', 'rhoIminus'].map(moderate),
  apartFrom(moderate('rhoIplus'), 3, 4),
  few('NI', 1, 2, 3, 6),
]);
export const electrons = domain([few('NS', 2, 3, 6)]);
