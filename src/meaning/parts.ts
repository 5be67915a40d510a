import type { Arithmetic } from '../number/arithmetic.ts';

/** Values of the free symbols of a formula, by name. */
export type Environment<T> = ReadonlyMap<string, T>;

/** A formula made ready for evaluation in any arithmetic. */
export type Evaluator = <T>(arithmetic: Arithmetic<T>, environment: Environment<T>) => T;

/** What one evaluation knows: the values of the symbols, and those of the parts that occur more than once. */
export interface Frame<T> {
  readonly environment: Environment<T>;
  readonly shared: (T | undefined)[];
}

export type Step = <T>(arithmetic: Arithmetic<T>, frame: Frame<T>) => T;

/** A part of a formula, one and the same wherever it occurs. */
export interface Part {
  step: Step;
  readonly number: number;
  readonly parts: readonly Part[];
  /** The names that occur in it. */
  readonly names: ReadonlySet<string>;
  readonly binds: boolean;
  /** How often it occurs, once more where its value is wanted for longer. */
  uses: number;
  /** Where its value is kept; undefined where it is not. */
  slot: number | undefined;
}

/** Evaluates a part by itself: under a binder its symbols have other values. */
export const opened =
  (part: Part): Evaluator =>
  (a, environment) =>
    part.step(a, { environment, shared: [] });

/** The largest parts of a body that do not hold a variable, as far as they are not under binders of their own. */
export const withoutVariable = (of: Part, name: string): readonly Part[] => {
  if (of.parts.length === 0) return [];
  if (!of.names.has(name)) return [of];
  return of.binds ? [] : of.parts.flatMap((part) => withoutVariable(part, name));
};

/** The body of an integral as a function of its variable: what does not depend on that is computed once. */
export const overVariable = <T>(
  a: Arithmetic<T>,
  environment: Environment<T>,
  name: string,
  body: Part,
  fixed: readonly Part[],
): ((x: T) => T) => {
  const scope = new Map(environment);
  const known: (T | undefined)[] = [];
  return (x) => {
    const shared = known.slice();
    const value = body.step(a, { environment: scope.set(name, x), shared });
    for (const { slot } of fixed) if (slot !== undefined && known[slot] === undefined) known[slot] = shared[slot];
    return value;
  };
};

/** A constant, made once for each arithmetic: turning a ratio of large integers into a number costs more than using it. */
export const remembered = (make: <T>(arithmetic: Arithmetic<T>) => T): Step => {
  const made = new WeakMap<object, unknown>();
  return <T>(a: Arithmetic<T>): T => {
    const known = made.get(a);
    if (known !== undefined) return known as T;
    const value = make(a);
    made.set(a, value);
    return value;
  };
};

/** Parts taken together from left to right, without a list of their values in between. */
export const combined =
  (parts: readonly Part[], join: <T>(a: Arithmetic<T>, x: T, y: T) => T): Step =>
  (a, frame) => {
    let value = (parts[0] as Part).step(a, frame);
    for (let index = 1; index < parts.length; index++) value = join(a, value, (parts[index] as Part).step(a, frame));
    return value;
  };

/** A step whose value is kept for the rest of the evaluation. */
export const kept =
  (step: Step, slot: number): Step =>
  (a, frame) => {
    const known = frame.shared[slot];
    if (known !== undefined) return known;
    const value = step(a, frame);
    frame.shared[slot] = value;
    return value;
  };

export const nameOf = (symbol: string): string => `symbol:${symbol}`;

/** The parts of one formula, each made once. */
export const partsOfFormula = () => {
  const known = new Map<string, Part>();
  return {
    /** The part with this label and these parts of its own; made by `make` if there is none yet. */
    part: (label: string, parts: readonly Part[], make: () => Step, binds = false): Part => {
      const name = parts.length === 0 ? label : `${label} ${parts.map(({ number }) => number).join(' ')}`;
      const found = known.get(name);
      if (found) return found;
      for (const of of parts) of.uses++;
      const names = new Set(parts.length === 0 ? [label] : parts.flatMap((of) => [...of.names]));
      const made: Part = { step: make(), number: known.size, parts, names, binds, uses: 0, slot: undefined };
      known.set(name, made);
      return made;
    },
    find: (label: string): Part | undefined => known.get(label),
    /** Gives a place to the values that are wanted more than once. */
    finish: (): void => {
      let slots = 0;
      for (const of of known.values()) {
        if (of.uses < 2 || of.parts.length === 0) continue;
        of.slot = slots++;
        of.step = kept(of.step, of.slot);
      }
    },
  };
};
