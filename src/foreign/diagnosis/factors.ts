import { type Constant, div, mul, num, pi, pow, sqrt } from '../../formula/expression.ts';
import { plainText } from '../../meaning/text.ts';
import { evaluate } from '../../meaning/value.ts';
import { approximate, multiply, parseRational, plus, power, type Rational, rational } from '../../number/rational.ts';
import { certified } from '../../oracle/arithmetic.ts';

/** A constant that programs have too many or too few of. */
export interface Factor {
  readonly says: string;
  /** To 60 digits: exact for all that it is compared with. */
  readonly value: Rational;
}

const digits = 60;
const constantValue = (formula: Constant): Rational => {
  const a = certified(digits);
  const [lo, hi] = a.ends(evaluate(formula)(a, new Map()));
  return multiply(plus(lo, hi), rational(1, 2));
};

const numbers = [
  [1],
  [2],
  [1, 2],
  [4],
  [1, 4],
  [3],
  [1, 3],
  [2, 3],
  [3, 2],
  [3, 4],
  [4, 3],
  [8],
  [1, 8],
  [6],
  [1, 6],
  [5],
  [1, 5],
  [16],
  [1, 16],
  [10],
  [1, 10],
  [12],
  [1, 12],
  [15],
  [1, 15],
] as const;
const powers = [0, 1, -1, 2, -2] as const;
const roots = [1, 2, 3, 5] as const;

const withPi = (formula: Constant, n: number): Constant =>
  n === 0
    ? formula
    : n > 0
      ? plainText(formula) === '1'
        ? pow(pi, n)
        : mul(formula, pow(pi, n))
      : div(formula, pow(pi, -n));
const withRoot = (formula: Constant, n: number): readonly Constant[] =>
  n === 1
    ? [formula]
    : [plainText(formula) === '1' ? sqrt(num(n)) : mul(formula, sqrt(num(n))), div(formula, sqrt(num(n)))];

const plainOnes: readonly Factor[] = numbers.flatMap(([over, under = 1]) =>
  powers.flatMap((power) =>
    roots.flatMap((root) =>
      withRoot(withPi(num(over, under), power), root).map((formula) => ({
        says: plainText(formula).replace(/pi\^1\b/g, 'pi'),
        value: constantValue(formula),
      })),
    ),
  ),
);

/** What is used for pi where it is not known better. */
const shortPi: readonly Factor[] = [
  '3.14',
  '3.142',
  '3.1416',
  '3.14159',
  '3.141593',
  '3.1415927',
  '22/7',
  '355/113',
].flatMap((text) =>
  [1, -1, 2, -2].map((n) => {
    const ratio = { formula: div(num(parseRational(text)), pi) };
    return {
      says: `pi taken as ${text}${n === 1 ? '' : `, to the power ${n}`}`,
      value: constantValue(n > 0 ? pow(ratio.formula, n) : div(1, pow(ratio.formula, -n))),
    };
  }),
);

/** Prefixes of units, and their powers. */
const powersOfTen: readonly Factor[] = Array.from({ length: 61 }, (_, index) => index - 30)
  .filter((n) => Math.abs(n) > 1)
  .map((n) => ({ says: `10^${n}`, value: power(rational(10), n) }));

let known: readonly (Factor & { readonly about: number })[] | undefined;

/** All of them but 1, the simplest first; each with either sign. */
const factors = () => {
  known ??= [...plainOnes, ...powersOfTen, ...shortPi]
    .flatMap((factor) => [
      factor,
      { says: factor.says === '1' ? '-1' : `-${factor.says}`, value: multiply(rational(-1), factor.value) },
    ])
    .map((factor) => ({ ...factor, about: approximate(factor.value) }));
  return known;
};

/** The simplest constant that is so near to a ratio, as a part of it; undefined where none is. */
export const factorNear = (ratio: number, closeness: number): Factor | undefined =>
  factors().find(({ about }) => Math.abs(ratio - about) <= closeness * Math.abs(about));
