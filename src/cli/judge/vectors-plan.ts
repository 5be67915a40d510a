import { depthOf } from '../../foreign/cost.ts';
import type { Asking } from '../../foreign/inputs/inputs.ts';
import { vectorPoints } from '../../foreign/vectors/file.ts';
import { quantities } from '../../library/catalogue.ts';
import type { Quantity } from '../../theory/quantity.ts';
import type { Header } from '../run/journal.ts';
import type { JsonObject } from '../run/journal-values.ts';
import { partsOfShard, type Shard } from '../run/shard.ts';

/** Some points of a quantity, done in one go. */
export interface Unit {
  readonly name: string;
  readonly quantity: Quantity;
  readonly points: readonly Asking[];
  /** In the time that a case of a closed form takes, some 5 ms. */
  readonly cost: number;
}

/** The vectors that are wanted. */
export interface Wanted {
  /** In the order of the catalogue, each once. */
  readonly quantities: readonly Quantity[];
  readonly seed: number;
}

/** By how many integrals stand in one another: cases that are done in one go, and what a case costs. */
const [together, costs] = [
  [20, 5, 1],
  [1, 20, 800],
] as const;

const unitsOfQuantity = (quantity: Quantity, seed: number): readonly Unit[] => {
  const depth = depthOf(quantity);
  const [size, cost] = [together[depth], costs[depth]];
  const points = vectorPoints(quantity, { seed });
  return Array.from({ length: Math.ceil(points.length / size) }, (_, index) => {
    const own = points.slice(index * size, (index + 1) * size);
    return { name: `${quantity.name} ${index * size}`, quantity, points: own, cost: cost * own.length };
  });
};

/** Drawing points takes a quarter of a second, and merging asks for the units of every shard. */
let last: { readonly key: string; readonly units: readonly Unit[] } | undefined;

/** All work there is to do, the costliest first, so that nobody waits for it in the end. */
export const unitsFor = ({ quantities: wanted, seed }: Wanted): readonly Unit[] => {
  const key = JSON.stringify([seed, wanted.map(({ name }) => name)]);
  if (last?.key !== key) {
    const units = wanted
      .flatMap((quantity) => unitsOfQuantity(quantity, seed))
      .map((unit, index) => ({ unit, index }))
      .sort((a, b) => depthOf(b.unit.quantity) - depthOf(a.unit.quantity) || a.index - b.index)
      .map(({ unit }) => unit);
    last = { key, units };
  }
  return last.units;
};

export const unitsOfShard = (wanted: Wanted, shard: Shard): readonly Unit[] =>
  partsOfShard(unitsFor(wanted), ({ cost }) => cost, shard);

export const settingsOf = ({ quantities: wanted, seed }: Wanted): JsonObject => ({
  quantities: wanted.length === quantities.length ? 'all' : wanted.map(({ name }) => name),
  seed,
});

/** What the settings of a journal of vectors say: the inverse of `settingsOf`. */
export const wantedIn = ({ settings }: Pick<Header, 'settings'>): Wanted => {
  const names = settings.quantities as 'all' | readonly string[];
  return {
    quantities: names === 'all' ? quantities : quantities.filter(({ name }) => names.includes(name)),
    seed: settings.seed as number,
  };
};
