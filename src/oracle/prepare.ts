import type { Hypothesis } from '../claim/domain.ts';
import { type Expr, sub } from '../formula/expression.ts';
import { freeSymbols } from '../formula/substitute.ts';
import { plainText } from '../meaning/text.ts';
import { ofTheCut } from '../theory/population-integrals.ts';
import type { Quantity } from '../theory/quantity.ts';
import { OracleError } from './error.ts';
import { type Given, given, type Typed } from './given.ts';
import { checkInputs, type Reached, reach } from './reach.ts';
import { type Scene, sceneOf, signOf } from './scene.ts';

/** A quantity at a point: everything that can be asked there starts from it. */
export interface Prepared {
  readonly quantity: Quantity;
  /** All that was given. */
  readonly point: ReadonlyMap<string, Given>;
  /** @internal */
  readonly reached: Reached;
  /** @internal */
  readonly scene: Scene;
}

/** All but those that belong to the cut of an integral over a line. */
const namesIn = (...formulas: readonly Expr[]): readonly string[] => [
  ...new Set(formulas.flatMap((formula) => [...freeSymbols(formula).keys()].filter((name) => !ofTheCut.has(name)))),
];

/** The inputs of one point, each with its exact value. Throws an OracleError for what is no value of a parameter. */
export const pointOf = (
  inputs: Readonly<Record<string, Typed | undefined>>,
  assumed: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, Given> =>
  new Map(
    Object.entries(inputs).flatMap(([name, typed]) =>
      typed === undefined ? [] : [[name, given(name, typed, assumed[name])] as const],
    ),
  );

/** Refuses a point outside the domain of the quantity, as far as what is given tells. */
const checkDomain = (quantity: Quantity, { left, is, right }: Hypothesis, point: ReadonlyMap<string, Given>): void => {
  const names = namesIn(left, right);
  const reached = reach(names, point);
  if (reached.missing.length > 0) return;
  const sign = signOf(sub<string, 'scalar' | 'binder'>(left, right), sceneOf(reached));
  const isOutside = is === '<' ? sign === 0 || sign === 1 : sign === 1;
  if (!isOutside) return;
  const got = [...reached.given.values()].map(({ name, text }) => `${name} = ${text}`).join(', ');
  throw new OracleError(
    `expected ${plainText(left)} ${is} ${plainText(right)}, where ${quantity.name} is defined, got ${got}`,
  );
};

/** What a quantity needs and may be told, where it comes from, and whether that is neither too little nor too much. */
const reachFor = (quantity: Quantity, point: ReadonlyMap<string, Given>): Reached => {
  const names = namesIn(quantity.formula);
  const reached = reach(names, point);
  const optional = [
    ...quantity.hypotheses.flatMap(({ left, right }) => namesIn(left, right)),
    ...quantity.regimes.flatMap(({ small, large }) => namesIn(small, large)),
  ].filter((name) => reach([name], point).missing.length === 0);
  const used = { ...reached, given: new Map([...reached.given, ...reach(optional, point).given]) };
  const allowed = names.filter((name) => !reached.constants.has(name) && name !== 'hbar');
  checkInputs(quantity.name, used, allowed, point);
  return reached;
};

/** Refuses names of inputs that leave a quantity without a value or that it has no use for. Throws an OracleError. */
export const checkNames = (quantity: Quantity, names: readonly string[]): void => {
  const any = (name: string): Given => given(name, name === 'nucleus' ? '1H' : '1');
  reachFor(quantity, new Map(names.map((name) => [name, any(name)])));
};

/**
 * A quantity at a point. Throws an OracleError that says what is missing, given twice, not needed, or outside the domain.
 * Parameters that only the domain speaks of, or what must be small, may be given or not.
 */
export const prepare = (quantity: Quantity, point: ReadonlyMap<string, Given>): Prepared => {
  const reached = reachFor(quantity, point);
  for (const hypothesis of quantity.hypotheses) checkDomain(quantity, hypothesis, point);
  return { quantity, point, reached, scene: sceneOf(reached, quantity.overLine) };
};
