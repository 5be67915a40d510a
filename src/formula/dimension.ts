/** Exponents of the SI base units second, metre, kilogram, ampere and kelvin; the radian counts as 1. */
export interface Dimension {
  readonly s: number;
  readonly m: number;
  readonly kg: number;
  readonly A: number;
  readonly K: number;
}

const units = ['s', 'm', 'kg', 'A', 'K'] as const;

export const dimension = (exponents: Partial<Dimension> = {}): Dimension => ({
  s: 0,
  m: 0,
  kg: 0,
  A: 0,
  K: 0,
  ...exponents,
});

const combine = (a: Dimension, b: Dimension, weight: number): Dimension =>
  dimension(Object.fromEntries(units.map((unit) => [unit, a[unit] + weight * b[unit]])));

export const timesDimension = (a: Dimension, b: Dimension): Dimension => combine(a, b, 1);
export const overDimension = (a: Dimension, b: Dimension): Dimension => combine(a, b, -1);
export const powerDimension = (a: Dimension, exponent: number): Dimension => combine(dimension(), a, exponent);
export const sameDimension = (a: Dimension, b: Dimension): boolean => units.every((unit) => a[unit] === b[unit]);

/** "s^-1", "m^3 s^-2", or "1" for a pure number. */
export const formatDimension = (a: Dimension): string =>
  units
    .filter((unit) => a[unit] !== 0)
    .map((unit) => (a[unit] === 1 ? unit : `${unit}^${a[unit]}`))
    .join(' ') || '1';

export const pureNumber = dimension();
/** Angular frequencies and, as in the paper, energies divided by hbar: rad/s. */
export const angularFrequency = dimension({ s: -1 });
export const time = dimension({ s: 1 });
export const length = dimension({ m: 1 });
