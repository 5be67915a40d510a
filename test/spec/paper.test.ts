import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  type ClaimId,
  citation,
  type Deviation,
  deviations,
  entries,
  entry,
  type PaperEntry,
} from '../../spec/paper.ts';

const listed = '../shared/paper/claims.txt';
const listPath = fileURLToPath(new URL(`../../${listed}`, import.meta.url));
const required = process.env.CI === 'true';

const rows: readonly PaperEntry[] = entries;

/** One line of the list: id | section | kind | follows from | domain | what it states, with '-' for nothing. */
const parse = (line: string): PaperEntry => {
  const fields = line.split(' | ');
  const [id, section, kind, from, domain, says] = fields;
  if (fields.length !== 6 || !id || !section || !kind || !from || !domain || !says)
    throw new Error(`expected six fields separated by ' | ', got '${line}'`);
  return {
    id,
    section,
    kind: kind as PaperEntry['kind'],
    from: from === '-' ? [] : from.split(', '),
    domain: domain === '-' ? '' : domain,
    says,
  };
};

/** The row as it stands in the list: every deviation undone. */
const printed = (row: PaperEntry): PaperEntry => {
  const before = (what: Deviation['what']): string | undefined =>
    deviations.find((deviation) => deviation.id === row.id && deviation.what === what)?.printed;
  const [kind, from] = [before('kind'), before('from')];
  return {
    ...row,
    kind: (kind as PaperEntry['kind'] | undefined) ?? row.kind,
    from: from?.split(', ').filter((id) => id !== '') ?? row.from,
  };
};

describe('the list of claims', () => {
  test.skipIf(!existsSync(listPath) && !required)(`is ${listed}, word for word`, () => {
    const wanted = readFileSync(listPath, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map(parse);
    expect(rows.map(printed)).toEqual(wanted);
  });

  test('has 207 entries with ids of their own', () => {
    expect(entries).toHaveLength(207);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(207);
  });

  test('has the ids that the sections promise', () => {
    const sections = [...new Set(entries.map(({ section }) => section))];
    expect(sections).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'A']);
    const equations = entries.map(({ id }) => id).filter((id) => /^eq\d+$/.test(id));
    expect(equations).toEqual(Array.from({ length: 125 }, (_, index) => `eq${index + 1}`));
    expect(entries.map(({ id }) => id).filter((id) => /^eqA\d+$/.test(id))).toHaveLength(10);
  });

  test('says something in every entry', () => {
    expect(rows.filter(({ says }) => says.trim() !== says || says === '')).toEqual([]);
  });
});

describe('the edges', () => {
  const byId = new Map(rows.map((row) => [row.id, row]));

  test('name entries, none twice', () => {
    const loose = rows.flatMap(({ id, from }) =>
      from.filter((name) => !byId.has(name)).map((name) => `${id}: ${name}`),
    );
    expect(loose).toEqual([]);
    expect(rows.filter(({ from }) => new Set(from).size !== from.length)).toEqual([]);
  });

  test('have no cycle', () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (id: string, path: readonly string[]): void => {
      if (path.includes(id)) cycles.push([...path.slice(path.indexOf(id)), id].join(' <- '));
      else if (!done.has(id)) {
        for (const name of byId.get(id)?.from ?? []) visit(name, [...path, id]);
        done.add(id);
      }
    };
    for (const { id } of rows) visit(id, []);
    expect(cycles).toEqual([]);
  });
});

describe('a deviation', () => {
  test('is needed, and gives its reason', () => {
    const idle = deviations.filter(({ id, what, printed: before, reason }) => {
      const row = entry(id);
      return (what === 'kind' ? row.kind : row.from.join(', ')) === before || reason.trim() === '';
    });
    expect(idle).toEqual([]);
  });

  test('stands once for each kind or list of edges', () => {
    const places = deviations.map(({ id, what }) => `${id} ${what}`);
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('entry', () => {
  test('finds a row by its id', () => {
    expect(entry('eq73').section).toBe('6');
    expect(entry('eqA5').domain).toBe('positions uniform outside r0');
  });

  test('throws on an id that is none', () => {
    expect(() => entry('eq126' as ClaimId)).toThrow("got 'eq126'");
  });
});

test('the citation names volume, pages and year', () => {
  expect(
    `${citation.abbreviation} ${citation.volume} (${citation.year}) ${citation.firstPage}-${citation.lastPage}`,
  ).toBe('J. Magn. Reson. 299 (2019) 151-167');
});
