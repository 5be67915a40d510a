import {
  angularFrequency,
  type Dimension,
  powerDimension,
  pureNumber,
  sameDimension,
  time,
} from '../../formula/dimension.ts';
import type { Sym } from '../../formula/expression.ts';
import { key } from '../../formula/substitute.ts';
import { evaluate } from '../../meaning/value.ts';
import { compare, divide, multiply, parseRational, type Rational, rational } from '../../number/rational.ts';
import { certified } from '../../oracle/arithmetic.ts';
import { holdsIntegral } from '../../oracle/enclosed.ts';
import { OracleError } from '../../oracle/error.ts';
import { pointOf, prepare } from '../../oracle/prepare.ts';
import { atPoint } from '../../oracle/scene.ts';
import { parametersOf } from '../../theory/parameters-of.ts';
import type { Quantity } from '../../theory/quantity.ts';
import { type Ends, type ExactPoint, endsAt } from '../judgement/truth.ts';

/** A mistake that programs make: what they compute instead. */
export interface Mistake {
  /** By this name flags of vectors and findings speak of it. */
  readonly id: string;
  readonly says: string;
  /** What a program that makes it and no other finds; undefined where that has no value. */
  readonly endsAt: (point: ExactPoint, digits: number) => Ends | undefined;
  /** Whether it changes inputs by constant factors alone: a constant factor of the result is then the simpler story. */
  readonly isScaling?: boolean;
  /** Whether a constant factor beside it would only stand for another of its kind. */
  readonly isWhole?: boolean;
}

const twoPi = parseRational('6.28318530717958647692528676655900576839433879875021164194988918461563281257242');
/** With so many bits, more than anything is compared in; denominators of powers of 2 make quick fractions. */
const bits = 180n;
const rounded = ({ numerator, denominator }: Rational): Rational =>
  rational((numerator << bits) / denominator, 1n << bits);
/** Two pi and its reciprocal. */
const [around, perRadian] = [rounded(twoPi), rounded(divide(rational(1), twoPi))];
const half = rational(1, 2);

const has = (symbols: readonly Sym[], name: string): boolean => symbols.some((symbol) => symbol.name === name);

/** Some inputs changed before the right formula is applied. */
const withInputs = (
  quantity: Quantity,
  id: string,
  says: string,
  change: (point: ExactPoint) => ExactPoint,
): Mistake => ({ id, says, endsAt: (point, digits) => endsAt(quantity, change(point), digits) });

/** Some inputs taken so many times as large as they are. */
const scaling = (
  quantity: Quantity,
  id: string,
  says: string,
  factors: Readonly<Record<string, Rational>>,
): Mistake => ({
  ...withInputs(quantity, id, says, (point) =>
    Object.fromEntries(
      Object.entries(point).map(([name, x]) => [name, factors[name] ? multiply(x, factors[name] as Rational) : x]),
    ),
  ),
  isScaling: true,
});

/** How a quantity of that dimension is scaled when frequencies are: by which power. */
const powerOfFrequency = (dimension: Dimension): -1 | 0 | 1 | 2 => {
  if (sameDimension(dimension, angularFrequency)) return 1;
  if (sameDimension(dimension, powerDimension(angularFrequency, 2))) return 2;
  return sameDimension(dimension, time) ? -1 : 0;
};
interface Change {
  readonly factor: Rational;
  readonly inverse: Rational;
}
const raised = ({ factor, inverse }: Change, n: -1 | 1 | 2): Rational =>
  n === -1 ? inverse : n === 1 ? factor : multiply(factor, factor);
/** Hz taken for rad/s, and the other way round. */
const [toRadians, toHertz]: readonly [Change, Change] = [
  { factor: around, inverse: perRadian },
  { factor: perRadian, inverse: around },
];

/** Frequencies in Hz for rad/s, in every input, in all but A^2, and in each frequency alone. */
const hertz = (quantity: Quantity, symbols: readonly Sym[]): readonly Mistake[] => {
  const powers = symbols.flatMap(({ name, dimension }) => {
    const n = powerOfFrequency(dimension);
    return n === 0 ? [] : [{ name, n }];
  });
  const groups = [
    { id: 'hertz', of: powers, names: 'all inputs' },
    { id: 'hertz', of: powers.filter(({ n }) => n === 1), names: 'the frequencies' },
    ...powers.map((one) => ({ id: `hertz-${one.name}`, of: [one], names: one.name })),
  ].filter(({ of }, index, all) => of.length > 0 && all.findIndex((other) => same(other.of, of)) === index);
  const factors = (of: typeof powers, change: Change) =>
    Object.fromEntries(of.map(({ name, n }) => [name, raised(change, n)]));
  return groups.flatMap(({ id, of, names }) => [
    scaling(quantity, id, `${names} taken as Hz and multiplied by 2 pi, though given in rad/s`, factors(of, toRadians)),
    scaling(quantity, id, `${names} divided by 2 pi, as if Hz were wanted for rad/s`, factors(of, toHertz)),
  ]);
};
const same = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((x, i) => x === b[i]);

/** One input twice or half as large as it is. */
const twice = (quantity: Quantity, symbols: readonly Sym[]): readonly Mistake[] =>
  symbols.flatMap(({ name }) => {
    const isWidth = /^(DD|sigma|holeWidth|fwhm)$/.test(name);
    return [
      scaling(
        quantity,
        `half-${name}`,
        `${name} taken half as large${isWidth ? ': full for half width at half maximum' : ''}`,
        { [name]: half },
      ),
      scaling(
        quantity,
        `double-${name}`,
        `${name} taken twice as large${isWidth ? ': half for full width at half maximum' : ''}`,
        { [name]: rational(2) },
      ),
    ];
  });

const degrees = (quantity: Quantity, symbols: readonly Sym[]): readonly Mistake[] =>
  symbols
    .filter(({ name, dimension }) => name === 'theta' && sameDimension(dimension, pureNumber))
    .map(({ name }) =>
      scaling(quantity, 'degrees', `${name} taken as degrees, where it is in radians`, {
        [name]: divide(twoPi, rational(360)),
      }),
    );

/** So much narrower than any width that is asked for: what is left is the leading order. */
const vanishing = rational(1n, 1n << 200n);

const limits = (quantity: Quantity, symbols: readonly Sym[]): readonly Mistake[] => [
  ...(has(symbols, 'D0') && has(symbols, 'omega0I')
    ? [
        withInputs(
          quantity,
          'cut-off',
          'the cut-off of the couplings ignored: D0 taken as if it were at least omega0I',
          (point) => {
            const { D0, omega0I } = point as { readonly D0: Rational; readonly omega0I: Rational };
            return compare(D0, omega0I) < 0 ? { ...point, D0: omega0I } : point;
          },
        ),
      ]
    : []),
  ...(has(symbols, 'DD')
    ? [
        {
          id: 'width',
          says: 'the width of g_D dropped: only the leading order in DD is left',
          endsAt: (point: ExactPoint, digits: number): Ends | undefined => {
            const ends = endsAt(quantity, { ...point, DD: multiply(point.DD as Rational, vanishing) }, digits);
            return ends && [divide(ends[0], vanishing), divide(ends[1], vanishing)];
          },
        },
      ]
    : []),
  ...symbols
    .filter(({ sign }) => sign === 'real')
    .map(({ name }) =>
      withInputs(quantity, `sign-${name}`, `${name} taken with the other sign`, (point) => ({
        ...point,
        [name]: multiply(rational(-1), point[name] as Rational),
      })),
    ),
];

const base = (name: string): string => name.replace(/:.*$/, '');

/** Why another quantity may have been computed. */
const sayOther = (quantity: Quantity, other: Quantity): string => {
  if (base(other.name) !== base(quantity.name)) return `${other.name} in place of ${quantity.name}`;
  if (other.claim) return `the edition as printed (${other.claim}) in place of ${quantity.name}`;
  if (quantity.claim) return `${other.name}, which puts ${quantity.claim} right, in place of the edition as printed`;
  return `the edition ${other.name} in place of ${quantity.name}`;
};

/** Other quantities of the same unit and of no other parameters. */
const exchanged = (quantity: Quantity, symbols: readonly Sym[], all: readonly Quantity[]): readonly Mistake[] =>
  all
    .filter(
      (other) =>
        other.name !== quantity.name &&
        other.unit === quantity.unit &&
        (!holdsIntegral(other.formula) || holdsIntegral(quantity.formula)) &&
        parametersOf(other).length > 0 &&
        parametersOf(other).every(({ name }) => has(symbols, name)) &&
        // Routes to the same value are no mistakes.
        !/ as integral/.test(other.name),
    )
    .map((other) => {
      const own = new Set([
        ...parametersOf(other).map(({ name }) => name),
        ...other.hypotheses.flatMap(({ left, right }) =>
          [left, right].flatMap((side) => parametersOf({ formula: side }).map(({ name }) => name)),
        ),
      ]);
      const id =
        other.claim && base(other.name) === base(quantity.name)
          ? 'printed'
          : quantity.claim && base(other.name) === base(quantity.name)
            ? 'corrected'
            : `instead-${other.name.replace(/[^A-Za-z0-9]+/g, '-')}`;
      return {
        id,
        says: sayOther(quantity, other),
        endsAt: (point: ExactPoint, digits: number) =>
          endsAt(other, Object.fromEntries(Object.entries(point).filter(([name]) => own.has(name))), digits),
      };
    });

/** mu0 before it was measured. */
const exactMu0 = multiply(twoPi, parseRational('2e-7'));
const planck2019 = parseRational('6.62607015e-34');
/** Other values of the constants that the formulas hold: of these years, and those that are often mixed. */
const otherConstants = [
  { says: 'physical constants of CODATA 2018', mu0: parseRational('1.25663706212e-6'), planck: planck2019 },
  { says: 'mu0 = 4 pi 1e-7, which it was until 2019', mu0: exactMu0, planck: planck2019 },
  { says: 'physical constants of CODATA 2014', mu0: exactMu0, planck: parseRational('6.626070040e-34') },
  { says: 'physical constants of CODATA 2010', mu0: exactMu0, planck: parseRational('6.62606957e-34') },
  { says: 'physical constants of CODATA 2006', mu0: exactMu0, planck: parseRational('6.62606896e-34') },
];

const constants = (quantity: Quantity): readonly Mistake[] =>
  otherConstants.map(({ says, mu0, planck }) => ({
    id: 'constants',
    says: `${says}, where CODATA 2022 is meant`,
    isWhole: true,
    endsAt: (point: ExactPoint, digits: number): Ends | undefined => {
      try {
        const { scene } = prepare(quantity, pointOf(point));
        const a = certified(digits + 10);
        const { formula } = atPoint(quantity.formula, scene);
        const hbar = a.div(a.rational(planck), a.mul(a.rational(rational(2)), a.pi()));
        const own: Readonly<Record<string, ReturnType<typeof a.pi>>> = { mu0: a.rational(mu0), hbar };
        const values = new Map([...scene.withCut(digits + 10)].map(([name, value]) => [name, own[name] ?? value]));
        return a.ends(evaluate(formula)(a, values));
      } catch (error) {
        if (error instanceof OracleError || error instanceof RangeError) return undefined;
        throw error;
      }
    },
  }));

/**
 * What may have gone wrong in a program for a quantity, the likeliest first. `all` are the quantities that it may have
 * been taken for. Constant factors are looked for beside all of these.
 */
export const mistakesOf = (quantity: Quantity, all: readonly Quantity[]): readonly Mistake[] => {
  const symbols = parametersOf(quantity);
  const holdsConstants = /mu0|hbar/.test(key(quantity.formula));
  return [
    ...exchanged(quantity, symbols, all),
    ...limits(quantity, symbols),
    ...hertz(quantity, symbols),
    ...degrees(quantity, symbols),
    ...twice(quantity, symbols),
    ...(holdsConstants ? constants(quantity) : []),
  ];
};
