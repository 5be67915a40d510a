import { type Answer, answer, uncertaintyFrom } from '../oracle/answer.ts';
import { type Condition, conditions } from '../oracle/conditioning.ts';
import { enclose, type Value } from '../oracle/enclosed.ts';
import { OracleError } from '../oracle/error.ts';
import { type Prepared, pointOf, prepare } from '../oracle/prepare.ts';
import { reach } from '../oracle/reach.ts';
import { sceneOf } from '../oracle/scene.ts';
import { type Shown, shown } from '../oracle/shown.ts';
import { derivations } from '../theory/derived-parameters.ts';
import { parameters } from '../theory/parameters.ts';
import { type EditionName, type Inputs, quantityOf } from './catalogue.ts';

/** How many digits may be asked for. */
export const [leastDigits, mostDigits] = [1, 2000] as const;
/** How many digits are given unless said otherwise. */
export const usualDigits = 20;

/** A quantity at a point, checked and ready for all that may be asked of it. Throws an OracleError. */
export const at = (name: EditionName, inputs: Inputs): Prepared => prepare(quantityOf(name), pointOf(inputs));

const checkedDigits = (digits: number): number => {
  if (!Number.isInteger(digits) || digits < leastDigits || digits > mostDigits)
    throw new OracleError(`expected from ${leastDigits} to ${mostDigits} digits, got ${digits}`);
  return digits;
};

export interface EvaluateOptions {
  /** Certain digits wanted, 1 to 2000; 20 unless given. */
  readonly digits?: number;
}

/**
 * The value of a quantity at a point, with digits that are all right, a bound of what is left, an enclosure, the SI
 * values of the inputs and what was derived from what. Inputs are taken as exact and precision is raised until the
 * digits are certain, whatever cancels; an integral that cannot be enclosed so closely is given with the digits it has.
 *
 * ```ts
 * oracle.evaluate('W_Z', { A2: 2e15, DD: '2MHz', D0: '52MHz', omega0I: '145MHz' }, { digits: 30 }).digits;
 * ```
 *
 * Throws an OracleError, with one sentence, for a name, a value or a unit that is not understood, for parameters that are
 * missing, given twice or not needed, outside the domain, and where the value is not told from 0.
 */
export const evaluate = (name: EditionName, inputs: Inputs, { digits = usualDigits }: EvaluateOptions = {}): Answer => {
  const wanted = checkedDigits(digits);
  return answer(at(name, inputs), wanted);
};

/** The value alone for a point that is prepared: for many points. Throws as `evaluate` does. */
export const valueAt = ({ quantity, scene }: Prepared, digits: number): Value =>
  enclose(quantity.formula, scene, checkedDigits(digits), quantity.name);

/** The same for a point that is prepared. */
export const evaluateAt = (prepared: Prepared, digits: number): Answer => answer(prepared, checkedDigits(digits));

/**
 * The condition (x/f) df/dx of a value in each input x: by how many percent it changes when x changes by one. Three
 * certain digits, or the reason why there is no such number (an integral, a value of 0, two slopes where branches meet).
 */
export const conditioning = (name: EditionName, inputs: Inputs): readonly Condition[] =>
  conditioningAt(at(name, inputs));

/** The same for a point that is prepared. */
export const conditioningAt = ({ quantity, point, reached, scene }: Prepared): readonly Condition[] =>
  conditions(
    quantity.closed ?? quantity.formula,
    scene,
    [...point.keys()].filter((input) => reached.given.has(input) && input !== 'nucleus'),
  );

/** The relative standard uncertainty that the physical constants bring, at most; undefined where it is not known. */
export const constantsUncertainty = (name: EditionName, inputs: Inputs): string | undefined =>
  uncertaintyAt(at(name, inputs));

/** The same for a point that is prepared. */
export const uncertaintyAt = (prepared: Prepared): string | undefined => uncertaintyFrom(prepared);

/** All that follows from inputs, with the equation by which it does, in SI units to ten digits. */
export const derive = (inputs: Inputs): readonly (Shown & { readonly by: string })[] => {
  const point = pointOf(inputs);
  const known = derivations.filter(({ name }) => !point.has(name) && reach([name], point).missing.length === 0);
  const reached = reach(
    known.map(({ name }) => name),
    point,
  );
  const scene = sceneOf(reached);
  return known
    .filter(({ name }) => Object.hasOwn(parameters, name))
    .map(({ name, by }) => ({ ...shown(name, scene), by }));
};
