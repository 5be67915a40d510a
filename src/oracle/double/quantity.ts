/** A closed form in binary64, within 4 ulp of the true value at the numbers given. */
export interface DoubleQuantity {
  readonly name: string;
  /** Names of the formula's symbols, in the order in which values and columns are given. */
  readonly parameters: readonly string[];
  /** One value. NaN outside the domain; Infinity where the value is beyond the range of binary64. */
  readonly at: (...values: readonly number[]) => number;
  /**
   * The value of each row of columns of equal length, in `out` if it is given. Throws a RangeError for columns that are
   * not as many as the parameters, or differ in length.
   */
  readonly batch: (columns: readonly Float64Array[], out?: Float64Array) => Float64Array;
}

export type Fill = (columns: readonly Float64Array[], out: Float64Array) => void;

const checked =
  (name: string, parameters: readonly string[], fill: Fill): DoubleQuantity['batch'] =>
  (columns, out) => {
    const asked = `${parameters.length} columns (${parameters.join(', ')})`;
    if (columns.length !== parameters.length)
      throw new RangeError(`expected ${asked} for ${name}, got ${columns.length}`);
    const rows = columns[0]?.length ?? out?.length ?? 1;
    const result = out ?? new Float64Array(rows);
    const lengths = [...columns, result].map(({ length }) => length);
    if (lengths.some((length) => length !== rows))
      throw new RangeError(
        `expected ${asked}${out ? ' and a result' : ''} of one length for ${name}, got ${lengths.slice(0, out ? undefined : -1).join(', ')} rows`,
      );
    fill(columns, result);
    return result;
  };

const rowOf = (columns: readonly Float64Array[], row: number): readonly number[] =>
  columns.map((column) => column[row] as number);

/** From a function of one row. */
export const byRow = (
  name: string,
  parameters: readonly string[],
  value: (...values: readonly number[]) => number,
): DoubleQuantity => ({
  name,
  parameters,
  at: (...values) => (values.length === parameters.length ? value(...values) : Number.NaN),
  batch: checked(name, parameters, (columns, out) => {
    for (let row = 0; row < out.length; row++) out[row] = value(...rowOf(columns, row));
  }),
});

/** From a loop over columns. */
export const byColumn = (name: string, parameters: readonly string[], fill: Fill): DoubleQuantity => ({
  name,
  parameters,
  at: (...values) => {
    if (values.length !== parameters.length) return Number.NaN;
    const out = new Float64Array(1);
    fill(
      values.map((value) => Float64Array.of(value)),
      out,
    );
    return out[0] as number;
  },
  batch: checked(name, parameters, fill),
});

export const isPositive = (x: number): boolean => x > 0 && x < Number.POSITIVE_INFINITY;
export const arePositive = (...values: readonly number[]): boolean => values.every(isPositive);
export const isReal = (x: number): boolean => Number.isFinite(x);
