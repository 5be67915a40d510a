import type { DoubleQuantity } from '../../src/oracle/double/quantity.ts';
import { drawInputs, moved, streamOf } from './double-points.ts';
import { errorAt } from './double-truth.ts';

/** What a search has found. */
export interface Found {
  /** Points at which the value was compared, in a climb too; points without a value (outside the domain) apart. */
  readonly points: number;
  readonly outside: number;
  readonly worst: number;
  readonly inputs: readonly number[];
}

export interface Effort {
  readonly seed: number;
  /** Which part of the work: each has a stream of its own. */
  readonly part: number;
  readonly points: number;
  /** Steps of the climb from each of the worst points. */
  readonly climb: number;
  /** How many points are climbed from. */
  readonly summits: number;
}

/**
 * Looks for the inputs at which a quantity errs most: one third of the points over all exponents, the others where inputs
 * are of like size or next to a boundary of its code; then climbs from the worst, keeping each change that makes it worse.
 */
export const search = (quantity: DoubleQuantity, { seed, part, points, climb, summits }: Effort): Found => {
  const source = streamOf(seed, quantity.name, part);
  let [compared, outside] = [0, 0];
  let best: { readonly error: number; readonly inputs: readonly number[] }[] = [];
  const look = (inputs: readonly number[]): number | undefined => {
    const error = errorAt(quantity, inputs);
    if (error === undefined) outside++;
    else compared++;
    return error;
  };
  for (let index = 0; index < points; index++) {
    const inputs = drawInputs(quantity, source, index % 3 === 0);
    const error = look(inputs);
    if (error === undefined) continue;
    if (best.length < summits || error > (best[best.length - 1] as { error: number }).error)
      best = [...best, { error, inputs }].sort((a, b) => b.error - a.error).slice(0, summits);
  }
  const climbed = best.map((from) => {
    let top = from;
    for (let step = 0; step < climb && quantity.parameters.length > 0; step++) {
      const inputs = moved(top.inputs, source);
      const error = look(inputs);
      if (error !== undefined && error > top.error) top = { error, inputs };
    }
    return top;
  });
  const [first] = climbed.sort((a, b) => b.error - a.error);
  return { points: compared, outside, worst: first?.error ?? 0, inputs: first?.inputs ?? [] };
};
