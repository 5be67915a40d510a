import type { Arithmetic, EnclosureArithmetic } from '../../src/number/arithmetic.ts';
import { dyadics } from '../../src/number/dyadic.ts';
import type { Random } from '../../src/number/random.ts';
import { compare, divide, multiply, negate, type Rational, rational } from '../../src/number/rational.ts';
import {
  bitsFor,
  type Ends,
  inOrder,
  interval,
  near,
  one,
  pick,
  positive,
  powerOf2,
  signed,
  sized,
  whole,
  zero,
} from './draw.ts';

/** What a function is asked for: arguments for a precision in bits, and how large numbers may be (2^reach). */
interface Setting {
  readonly random: Random;
  readonly precision: number;
  readonly reach: number;
}

/** Every function of the arithmetics, and `hull`. */
export type FunctionName = keyof Arithmetic<unknown> | 'hull';

const simple = (random: Random): Rational =>
  pick(random, [zero, one, rational(-1), rational(1, 2), rational(whole(random, -40, 40), 4)]);

/** Any sign and size: exact simple numbers, those near integers, all others. */
const real = ({ random, precision, reach }: Setting, high = reach): Rational => {
  switch (random.below(6)) {
    case 0:
      return simple(random);
    case 1:
      return near(random, precision, rational(whole(random, 1, 9)));
    default:
      return signed(random, positive(random, precision, -reach, high));
  }
};

const someInterval = (setting: Setting, draw = (): Rational => real(setting)): Ends =>
  interval(setting.random, setting.precision, draw);
const onlyPositive = (setting: Setting): Ends => {
  for (;;) {
    const [lo, hi] = someInterval(setting);
    if (lo.numerator > 0n) return [lo, hi];
    if (hi.numerator < 0n) return lo === hi ? [negate(hi), negate(hi)] : [negate(hi), negate(lo)];
  }
};

/** Squares too, so that roots are exact; intervals may reach below 0. */
const underRoot = (setting: Setting): Ends => {
  const { random } = setting;
  const square = (): Rational => {
    const root = sized(random, whole(random, 1, 30), whole(random, -100, 100));
    return multiply(root, root);
  };
  for (;;) {
    const [lo, hi] = someInterval(setting, random.below(3) === 0 ? square : undefined);
    if (hi.numerator >= 0n && (lo !== hi || lo.numerator >= 0n)) return [lo, hi];
  }
};

let turns: Rational | undefined;
/** Multiples of pi/2, closely, and what is near them. */
const angle = (setting: Setting): Rational => {
  const { random, precision } = setting;
  if (random.below(3) > 0) return real(setting);
  turns ??= dyadics(2200).ends(dyadics(2200).pi())[0];
  const exact = multiply(turns, rational(whole(random, -2000, 2000), 2));
  const scale = powerOf2(precision + whole(random, -precision + 4, 40));
  const scaled = multiply(exact, scale);
  return divide(rational(scaled.numerator / scaled.denominator), scale);
};

/** Within [-1, 1], densest near its ends and 0; intervals may reach beyond. */
const sine = (setting: Setting): Ends => {
  const { random, precision, reach } = setting;
  const inside = (): Rational => {
    const x = pick(random, [
      () => positive(random, precision, -reach, -1),
      () => near(random, precision, one),
      () => sized(random, bitsFor(random, precision), -1),
      () => simple(random),
    ])();
    return compare(multiply(x, x), one) <= 0 ? signed(random, x) : divide(one, x);
  };
  for (;;) {
    const [lo, hi] = interval(random, precision, inside);
    if (compare(lo, one) <= 0 && compare(hi, rational(-1)) >= 0) return [lo, hi];
  }
};

/** Below 2^most, now and then below 2^20. */
const exponent = (setting: Setting): Ends =>
  someInterval(setting, () => real(setting, setting.random.below(50) === 0 ? Math.min(20, setting.reach) : 9));

const power = (setting: Setting): readonly Ends[] => {
  const { random, precision } = setting;
  const n = pick(random, [whole(random, -3, 5), whole(random, -12, 12), whole(random, -300, 300)]);
  const base = (): Rational =>
    Math.abs(n) > 12 ? near(random, precision, pick(random, [one, rational(-1)])) : real(setting, 60);
  const x = n < 0 ? withoutZero(setting, base) : someInterval(setting, base);
  return [x, [rational(n), rational(n)]];
};

const withoutZero = (setting: Setting, draw?: () => Rational): Ends => {
  for (;;) {
    const x = someInterval(setting, draw);
    if (x[0].numerator > 0n || x[1].numerator < 0n) return x;
  }
};

/** Two that nearly cancel, or have nothing to do with each other. */
const pair = (setting: Setting): readonly Ends[] => {
  const x = someInterval(setting);
  if (setting.random.below(3) > 0 || x[0].numerator === 0n) return [x, someInterval(setting)];
  const y = near(setting.random, setting.precision, x[0]);
  return [x, setting.random.below(2) === 0 ? [y, y] : inOrder(negate(y), negate(x[1]))];
};

const unary = (draw: (setting: Setting) => Ends) => (setting: Setting) => [draw(setting)];

/** Arguments for each function, in its domain, where it is hardest. */
export const argumentsOf: Readonly<Record<FunctionName, (setting: Setting) => readonly Ends[]>> = {
  rational: (setting) => {
    const x = rational(whole(setting.random, -999, 999), whole(setting.random, 1, 999));
    const drawn = setting.random.below(2) === 0 ? x : multiply(x, real(setting));
    return [[drawn, drawn]];
  },
  pi: () => [],
  add: pair,
  sub: pair,
  mul: (setting) => [someInterval(setting), someInterval(setting)],
  div: (setting) => [someInterval(setting), withoutZero(setting)],
  neg: unary(someInterval),
  abs: unary(someInterval),
  min: pair,
  max: pair,
  hull: pair,
  pow: power,
  sqrt: unary(underRoot),
  exp: unary(exponent),
  log: unary(onlyPositive),
  sin: unary((setting) => someInterval(setting, () => angle(setting))),
  cos: unary((setting) => someInterval(setting, () => angle(setting))),
  sinh: unary(exponent),
  cosh: unary(exponent),
  tanh: unary(exponent),
  atan: unary(someInterval),
  acos: unary(sine),
  asin: unary(sine),
};
export const functionNames = Object.keys(argumentsOf) as readonly FunctionName[];

/** The function at enclosures of its arguments; `exact` are the arguments themselves. */
export const apply = <T>(
  a: EnclosureArithmetic<T>,
  name: FunctionName,
  args: readonly T[],
  exact: readonly Ends[],
): T => {
  const [x, y] = args as [T, T];
  switch (name) {
    case 'pi':
      return a.pi();
    case 'rational':
      return x;
    case 'pow':
      return a.pow(x, Number(exact[1]?.[0].numerator));
    case 'add':
    case 'sub':
    case 'mul':
    case 'div':
    case 'min':
    case 'max':
    case 'hull':
      return a[name](x, y);
    default:
      return a[name](x);
  }
};
