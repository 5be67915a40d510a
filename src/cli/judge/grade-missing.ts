import { listOf, type Range, rangesText } from './grade-faults.ts';
import type { Table } from './grade-table.ts';
import { idOf, placeOf } from './grade-template.ts';

/** The numbers from 1 to a total that are not among the places, which increase. */
const gapsOf = (places: readonly number[], total: number): readonly Range[] => {
  const ends = [0, ...places, total + 1];
  return ends.flatMap((to, index) => {
    const from = (ends[index - 1] ?? to) + 1;
    return from < to ? [[from, to - 1] as const] : [];
  });
};

/** Which rows of how many are not in a table, told by the ids of the others; a sentence for each template that it holds. */
export const missingByIds = ({ ids, file }: Table): readonly string[] => {
  const templates = new Map<number, number[]>();
  for (const id of ids) {
    const [place, total] = placeOf(id) ?? [];
    if (place === undefined || total === undefined) continue;
    const places = templates.get(total) ?? [];
    places.push(place);
    templates.set(total, places);
  }
  return [...templates].flatMap(([total, unsorted]) => {
    const places = [...new Set(unsorted)].sort((a, b) => a - b);
    const named = (place: number): string => idOf(place, total);
    return places.length === total
      ? []
      : [
          `expected ${total} rows in ${file}, got ${places.length}; missing: ${rangesText(gapsOf(places, total), named)}`,
        ];
  });
};

/** Which rows of a table of cases have no row among the answers. */
export const missingOf = (cases: Table, answers: Table): readonly string[] => {
  const missing = [...cases.ids].filter((id) => !answers.ids.has(id));
  return missing.length === 0
    ? []
    : [
        `expected all ${cases.ids.size} rows of ${cases.file} in ${answers.file}, got ${cases.ids.size - missing.length}; missing: ${listOf(missing)}`,
      ];
};
