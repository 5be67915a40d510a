import type { EnclosureArithmetic } from './arithmetic.ts';
import { type ComplexArithmetic, complexes } from './complex.ts';
import { type Dual, type DualArithmetic, duals } from './dual.ts';
import { type Integral, type IntegralOptions, integrate } from './integral.ts';
import type { Integrand } from './integral-bounds.ts';
import { integrateRanges } from './integral-range.ts';
import { dualSetting, realSetting, type Setting } from './integral-setting.ts';

/** An arithmetic in which formulas with integrals have values. */
export interface Integrating<T> {
  integrate(integrand: Integrand<T>, lo: T, hi: T): T;
}

const completed = new WeakMap<object, Map<number, unknown>>();
/** What `make` gives for a key, made once. */
const once = <R>(key: object, number: number, make: () => R): R => {
  const made = completed.get(key) ?? new Map<number, unknown>();
  completed.set(key, made);
  const found = (made.get(number) as R | undefined) ?? make();
  made.set(number, found);
  return found;
};

const byRanges = <T, A extends EnclosureArithmetic<T>>(plain: A): A & Integrating<T> => {
  const arithmetic: A & Integrating<T> = {
    ...plain,
    integrate: (integrand, lo, hi) => integrateRanges(arithmetic, integrand, lo, hi),
  };
  return arithmetic;
};

/** Rectangles, and duals over them, in which what stands under another integral is bounded. */
const plane = <T>(base: EnclosureArithmetic<T>): ComplexArithmetic<T> => once(base, 0, () => byRanges(complexes(base)));
const planeWithSlopes = <T>(base: EnclosureArithmetic<T>, count: number): DualArithmetic<T> =>
  once(base, count, () => byRanges(duals(base, count)));

/** The arithmetic with integrals in it; the setting knows the arithmetic that it completes. */
const complete = <T, A extends EnclosureArithmetic<T>>(
  plain: A,
  options: IntegralOptions,
  settingOf: (arithmetic: A) => Setting<T>,
): A & Integrating<T> => {
  let setting: Setting<T> | undefined;
  const arithmetic: A & Integrating<T> = {
    ...plain,
    integrate: (integrand, lo, hi) => {
      setting ??= settingOf(arithmetic);
      return integrate(setting, integrand, lo, hi, options).value;
    },
  };
  return arithmetic;
};

/**
 * An arithmetic of real enclosures completed by integrals of analytic functions, with an error of at most 2^-bits of
 * their size if it can be had. The integrals of formulas, also under other integrals, are then taken by it.
 */
export const integrating = <T>(
  base: EnclosureArithmetic<T>,
  options: IntegralOptions,
): EnclosureArithmetic<T> & Integrating<T> =>
  complete(base, options, (a: EnclosureArithmetic<T>) => realSetting(a, plane));

/**
 * Duals over an arithmetic of real enclosures with integrals: the derivatives of an integral, of its ends too, are
 * enclosed with the same bounds. Keep what is made: rules and constants are kept with it.
 */
export const integratingDuals = <T>(
  base: EnclosureArithmetic<T>,
  count: number,
  options: IntegralOptions,
): DualArithmetic<T> & Integrating<Dual<T>> => {
  const real = realSetting(integrating(base, options), plane);
  return complete(duals(real.arithmetic, count), options, (a: DualArithmetic<T>) =>
    dualSetting(real, a, planeWithSlopes, count),
  );
};

/** The integral of one function, with what it took. */
export const integralOf = <T>(
  base: EnclosureArithmetic<T>,
  integrand: Integrand<T>,
  lo: T,
  hi: T,
  options: IntegralOptions,
): Integral<T> => integrate(realSetting(base, plane), integrand, lo, hi, options);
