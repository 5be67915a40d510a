import type { Point } from '../../foreign/case.ts';
import type { Asking } from '../../foreign/inputs/inputs.ts';
import type { Case } from './grade-rows.ts';

/** Points that are the same to so many digits are neighbours: their errors tell scatter from a wrong formula. */
const digits = 12;

const placeOf = (point: Point): string =>
  Object.values(point)
    .map((x) => x.toPrecision(digits))
    .join(' ');

/** What rows ask, with neighbouring points told by themselves where the table does not say why it asks. */
export const neighboursOf = (cases: readonly Case[]): readonly Asking[] => {
  const places = cases.map(({ point }) => placeOf(point));
  const counts = new Map<string, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  return cases.map(({ kind, point }, index) => ({
    kind: kind ?? ((counts.get(places[index] as string) as number) > 1 ? 'neighbour' : 'random'),
    point,
  }));
};
