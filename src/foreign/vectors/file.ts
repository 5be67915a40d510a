import { formatDimension } from '../../formula/dimension.ts';
import { freeSymbols } from '../../formula/substitute.ts';
import { identifier } from '../../meaning/code.ts';
import { latex } from '../../meaning/latex.ts';
import { outward } from '../../oracle/decimal.ts';
import { constantOf, parameters } from '../../theory/parameters.ts';
import { parametersOf } from '../../theory/parameters-of.ts';
import type { Quantity } from '../../theory/quantity.ts';
import { pointsFor } from '../check.ts';
import { depthOf } from '../cost.ts';
import type { Asking } from '../inputs/inputs.ts';
import { rounding } from '../judgement/rule.ts';
import type { Vector, VectorFile } from './schema.ts';
import { cancellationFlag, flagged } from './vector.ts';

/** Points for each quantity: of closed forms, of integrals, of integrals of integrals. */
const usual = [160, 24, 3] as const;

export interface VectorSettings {
  readonly seed: number;
}

/** The points of the vectors of a quantity, each once. */
export const vectorPoints = (quantity: Quantity, { seed }: VectorSettings): readonly Asking[] => {
  const cases = parametersOf(quantity).length === 0 ? 1 : usual[depthOf(quantity)];
  const found = new Map<string, Asking>();
  for (const asking of pointsFor(quantity, { seed, cases, rule: rounding() }))
    found.set(JSON.stringify(asking.point), asking);
  return [...found.values()];
};

const editions = ['glass', 'printed', 'gaussian', 'two lines'] as const;
const editionOf = ({ name }: Quantity): VectorFile['edition'] =>
  editions.find((edition) => name.endsWith(`:${edition}`)) ?? 'corrected';

const unitOf = (name: string): string => {
  const unit = formatDimension((parameters[name] as (typeof parameters)[string]).symbol.dimension);
  return unit === 's^-1' ? 'rad/s' : unit;
};

/** Constants that the formula holds; enough digits for all of them. */
const constantsIn = (quantity: Quantity): Readonly<Record<string, string>> => {
  const names = freeSymbols(quantity.formula);
  const symbols: Readonly<Record<string, string>> = {
    mu0: 'mu0',
    hbar: 'planck',
    planck: 'planck',
    muB: 'muB',
    kB: 'kB',
  };
  return Object.fromEntries(
    Object.entries(symbols)
      .filter(([symbol]) => names.has(symbol))
      .map(([, constant]) => [
        constant === 'planck' ? 'h' : constant,
        outward((constantOf[constant] as (typeof constantOf)[string]).value, 30, 'down'),
      ]),
  );
};

/** The file of a quantity, from its cases in the order of their points. */
export const vectorFile = (
  quantity: Quantity,
  cases: readonly Vector[],
  { seed }: VectorSettings,
  others: readonly Quantity[],
): VectorFile => {
  const used = new Set(cases.flatMap((one) => ('flags' in one ? one.flags : [])));
  const says = [...flagged(quantity, others), cancellationFlag].filter(({ id }) => used.has(id));
  const flags = [...used]
    .sort()
    .map((id) => [id, [...new Set(says.filter((one) => one.id === id).map((one) => one.says))].join('; or ')]);
  return {
    quantity: quantity.name,
    edition: editionOf(quantity),
    equation: quantity.equation,
    ...(quantity.claim ? { claim: quantity.claim } : {}),
    unit: quantity.unit,
    formula: latex(quantity.formula),
    domain: quantity.domain,
    parameters: parametersOf(quantity).map(({ name, tex }) => ({
      name,
      tex,
      unit: unitOf(name),
      says: parameters[name]?.says ?? '',
    })),
    constants: constantsIn(quantity),
    seed,
    flags: Object.fromEntries(flags) as Record<string, string>,
    cases: [...cases],
  };
};

/** Its name without ending: `W_SS/W_Z:glass` is W_SS_over_W_Z_glass. */
export const fileName = ({ name }: Pick<Quantity, 'name'>): string => identifier(name);

/** The file as text, a case on each line. */
export const asJson = ({ cases, ...head }: VectorFile): string => {
  const start = JSON.stringify(head, null, 1).replace(/\n\}$/, '');
  return `${start},\n "cases": [\n${cases.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n ]\n}\n`;
};

const csvCell = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The cases as a table: what is not told of a case is left empty, flags stand with blanks between. */
export const asCsv = ({ quantity, parameters: needs, cases }: VectorFile): string => {
  const names = needs.map(({ name }) => name);
  const head = [
    ...['id', 'quantity', 'kind', ...names, 'result', 'lower', 'upper', 'tolerance'],
    ...names.map((name) => `condition_${name}`),
    ...['flags', 'why'],
  ];
  const rows = cases.map((one) => [
    one.id,
    quantity,
    one.kind,
    ...names.map((name) => one.in[name] ?? ''),
    one.result,
    ...('lower' in one ? [one.lower, one.upper, one.tolerance] : ['', '', '']),
    ...names.map((name) => ('lower' in one && one.conditions?.[name]) || ''),
    ...('lower' in one ? [one.flags.join(' '), ''] : ['', one.why]),
  ]);
  return [head, ...rows].map((row) => `${row.map(csvCell).join(',')}\n`).join('');
};
