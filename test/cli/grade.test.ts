import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type GradeOptions, grade } from '../../src/cli/judge/grade.ts';
import { neighboursOf } from '../../src/cli/judge/grade-neighbours.ts';
import { idOf, placeOf } from '../../src/cli/judge/grade-template.ts';
import { pointsFor } from '../../src/foreign/check.ts';
import { rounding } from '../../src/foreign/judgement/rule.ts';
import { asCsv, vectorFile } from '../../src/foreign/vectors/file.ts';
import { vectorAt } from '../../src/foreign/vectors/vector.ts';
import { quantityOf } from '../../src/library/oracle.ts';
import { rational } from '../../src/number/rational.ts';
import { doubleNamed } from '../../src/oracle/double/doubles.ts';
import { tripleflip } from '../child.ts';

const top = mkdtempSync(join(tmpdir(), 'tripleflip-grade-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

let out = '';
let err = '';
beforeEach(() => {
  [out, err] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text;
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const file = (text: string | Uint8Array, name = 'answers.csv'): string => {
  const path = join(top, name);
  writeFileSync(path, text);
  return path;
};
const graded = (text: string | Uint8Array, options: GradeOptions = {}) => grade(file(text), options);

/** The template of quantities, its rows as cells. */
const templateOf = async (names: readonly string[], cases: number): Promise<readonly (readonly string[])[]> => {
  const path = join(top, 'cases.csv');
  expect(await grade(undefined, { template: names, cases, out: path })).toBe(0);
  return readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
};
const textOf = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.join(',')}\n`).join('');

type Row = (name: string) => string;
/** The template with its last column filled. */
const filled = ([head, ...rows]: readonly (readonly string[])[], answer: (cell: Row) => string): string[][] => [
  [...(head ?? [])],
  ...rows.map((row) => [...row.slice(0, -1), answer((name) => row[(head ?? []).indexOf(name)] ?? '')]),
];
const right: Row extends never ? never : (cell: Row) => number = (cell) => {
  const { parameters, at } = doubleNamed(cell('quantity'));
  return at(...parameters.map((name) => Number(cell(name))));
};

const head = 'id,quantity,DD,D,out\n';

describe('a table that is written, filled in and graded', () => {
  test('right answers agree, and every row is judged', async () => {
    const cases = await templateOf(['W_Z', 'g_D'], 20);
    expect(cases[0]).toEqual(['id', 'quantity', 'D0', 'omega0I', 'A2', 'DD', 'D', 'out']);
    expect(cases).toHaveLength(1 + 2 * 22);
    expect(await graded(textOf(filled(cases, (row) => String(right(row)))))).toBe(0);
    expect(out).toMatch(/W_Z agrees at all 20 points.*; 2 of 2 points outside the domain refused/);
    expect(out).toMatch(/g_D agrees at all 20 points/);
    expect(out).toMatch(/44 rows of \S+answers\.csv graded/);
    expect(err).toBe('');
  });

  test('the cases are those of check, to the last bit', async () => {
    const [head = [], ...rows] = await templateOf(['W_Z'], 20);
    const points = pointsFor(quantityOf('W_Z'), { seed: 1, cases: 20, rule: rounding() });
    expect(
      rows.map((row) => Object.fromEntries(head.slice(2, -1).map((name, k) => [name, Number(row[k + 2])]))),
    ).toEqual(points.map(({ point }) => point));
  });

  test('a factor 2 is named, with the row of the simplest point', async () => {
    const cases = await templateOf(['W_Z'], 30);
    const table = filled(cases, (row) => String(2 * right(row)));
    table.push(['extra', 'W_Z', '2', '1', '1', '1', '9']);
    expect(await graded(textOf(table))).toBe(1);
    expect(out).toContain('W_Z disagrees at 31 of 31 points');
    expect(out).toContain('looks like  a constant factor 2 (30 of 31 points)');
    expect(out).toMatch(/simplest .*D_0 = 2 rad\/s, omega_0I = 1 rad\/s.*\n +answered 9, right is 0\.269506/);
    expect(out).toMatch(/see line 35 of \S+answers\.csv, id extra/);
  });

  test('no value where there is one, and a number where there is none, disagree', async () => {
    const table = [
      ['id', 'quantity', 'DD', 'D', 'out'],
      ['a', 'g_D', '1', '1', 'error: no convergence'],
      ['b', 'g_D', '1', '2', 'nan'],
      ['c', 'g_D', '-1', '2', '0.25'],
      ['d', 'g_D', '-1', '3', 'Error'],
    ];
    expect(await graded(textOf(table))).toBe(1);
    expect(out).toContain('g_D has no value at 2 of 2 points; 1 of 2 points outside the domain refused');
    expect(out).toContain('it says "no convergence"');
    out = '';
    expect(await graded(textOf([...table.slice(0, 1), ...table.slice(3)]))).toBe(1);
    expect(out).toMatch(/answered 0\.25, where there is no value: expected DD > 0, got -1/);
    expect(out).toMatch(/see line 2 of \S+, id c/);
  });

  test('as MATLAB writes it: NaN for what is empty, numbers rounded to 15 digits', async () => {
    const cases = filled(await templateOf(['W_Z', 'g_D'], 30), (row) => right(row).toPrecision(15));
    const table = textOf(cases.map((row) => row.map((cell) => (cell === '' ? 'NaN' : cell))));
    expect(await graded(table)).toBe(1);
    expect(err).toMatch(/^tripleflip: no answer has more than 15 digits, .*: --digits 15 judges such answers\n$/);
    expect(await graded(table, { digits: 15 })).toBe(0);
  });

  test('as JSON', async () => {
    await graded('id,quantity,DD,D,out\n1 of 2,g_D,1,0,3\n', { json: true });
    const { agrees, complaints, quantities } = JSON.parse(out);
    expect([agrees, complaints.length, quantities[0].counterexample.out]).toEqual([false, 1, '3']);
  });

  test('from stdin', async () => {
    const text = 'id,quantity,DD,D,out\n1 of 1,g_D,1,0,0.31831\n';
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([Buffer.from(text)]) as never);
    expect(await grade('-', { rtol: rational(1, 10 ** 5) })).toBe(0);
    expect(out).toContain('1 row of stdin graded; allowed: a relative error of 0.00001');
  });

  test('as a command', () => {
    const { code, stdout } = tripleflip(['grade', file(`${head}1 of 1,g_D,1,0,0.318309886\n`), '--rtol', '1e-9']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('g_D agrees at 1 point')]);
  });
});

const good = '1 of 4,g_D,1,0,0.3183098861837907\n';

describe('bad rows are told, and the others graded', () => {
  const inverse = 0.3183098861837907;
  const cases: readonly (readonly [what: string, rows: string, says: RegExp])[] = [
    ['an out that is no number', '2 of 4,g_D,1,0,abc\n', /^line 3 of \S+: expected out to be a number, .* got "abc"$/],
    [
      'a decimal comma in out',
      '2 of 4,g_D,1,0,"0,5"\n',
      /^line 3 .*: expected a decimal point in out, no comma, got "0,5"$/,
    ],
    ['one in an input', '2 of 4,g_D,"0,5",0,1\n', /^line 3 .*: expected a decimal point in DD, no comma, got "0,5"$/],
    ['one without quotes', '2 of 4,g_D,0,5,0,1\n', /^line 3 .*: expected 5 cells, and no decimal comma, got 6$/],
    ['too few cells', '2 of 4,g_D,1\n', /^line 3 of \S+: expected 5 cells, got 3$/],
    ['no answer yet', '2 of 4,g_D,1,0,\n', /^1 row of \S+ without an answer: line 3$/],
    [
      'an unknown quantity',
      '2 of 4,g_E,1,0,1\n',
      /^line 3 .*: expected the name of a quantity, got "g_E"; the nearest is g_D/,
    ],
    ['no quantity', '2 of 4,,1,0,1\n', /^line 3 of \S+: expected the name of a quantity, got an empty cell$/],
    [
      'an empty input',
      '2 of 4,g_D,,0,1\n',
      /^line 3 .*: expected a value of DD, on which g_D depends, got an empty cell$/,
    ],
    [
      'an input without a column',
      '2 of 4,W_Z,1,,1\n',
      /^line 3 .*: expected a column \w+, on which W_Z depends, got none$/,
    ],
    ['an input that is no number', '2 of 4,g_D,1,NaN,1\n', /^line 3 of \S+: expected D to be a number, got "NaN"$/],
    ['one beyond the range', '2 of 4,g_D,1,1e999,1\n', /^line 3 of \S+: expected D to be a number, got "1e999"$/],
    ['no id', ',g_D,1,0,1\n', /^line 3 of \S+: expected an id, got an empty cell$/],
    ['an id twice', '1 of 4,g_D,1,0,1\n', /^line 3 of \S+: expected each id once, got 1 of 4 as in line 2$/],
    ['a quote left open', '2 of 4,"g_D,1,0,1\n', /^line 3 of \S+: expected every quote to be closed on its line$/],
  ];
  test.each(cases)('%s', async (_, bad, says) => {
    const rest = ['2', '3', '4']
      .filter((place) => !bad.startsWith(place))
      .map((place) => `${place}/4,g_D,1,0,${inverse}\n`);
    expect(await graded(head + good + bad + rest.join(''))).toBe(2);
    expect(err.split('\n')).toHaveLength(2);
    expect(err.replace(/^tripleflip: |\n$/g, '')).toMatch(says);
    expect(out).toContain(`g_D agrees at all ${1 + rest.length} points`);
  });

  test('a value of what a quantity does not depend on', async () => {
    expect(await graded('id,quantity,DD,D,D0,out\na,g_D,1,0,3,1\n')).toBe(2);
    expect(err).toMatch(/line 2 .*: expected no value of D0, on which g_D does not depend, got "3"/);
    expect(out).toBe('');
  });

  test('missing rows, by the ids of the others', async () => {
    expect(await graded(head + good)).toBe(2);
    expect(err).toMatch(/^tripleflip: expected 4 rows in \S+, got 1; missing: 2 of 4 to 4 of 4\n$/);
    expect(out).toContain('agrees');
  });

  test('many of one kind make one sentence', async () => {
    const rows = Array.from({ length: 30 }, (_, k) => `${k},g_D,1,0,${k === 4 || k > 6 ? `x${k}` : ''}\n`);
    expect(await graded(head + rows.join(''))).toBe(2);
    expect(err.split('\n').slice(0, -1)).toEqual([
      expect.stringMatching(/line 6 of .* got "x4"; the same in 23 rows more: lines 9 to 31$/),
      expect.stringMatching(/: 6 rows of \S+ without an answer: lines 2 to 5, 7, 8$/),
    ]);
  });

  test('bytes that are no text spoil one row; empty rows of spreadsheets none', async () => {
    const bytes = new TextEncoder().encode(`${head}x,g_D,1,0,1\n,,,,\n\n${good.replace('1 of 4', 'y')}`);
    bytes[head.length] = 0xe9;
    expect(await graded(bytes)).toBe(2);
    expect(err).toMatch(/^tripleflip: line 2 of \S+: expected UTF-8 text, got other bytes\n$/);
  });

  test('a disagreement comes before them', async () => {
    expect(await graded(`${head}${good}2 of 4,g_D,1,0,1\n3 of 4,g_D,1,0,\n`)).toBe(1);
    expect(err.split('\n')).toHaveLength(3);
  });
});

describe('tables that are not graded at all', () => {
  test.each([
    ['an empty file', '', /expected rows in \S+, got an empty file/],
    ['semicolons', 'id;quantity;DD;D;out\n', /expected commas between the columns of .* got semicolons/],
    ['tabs', 'id\tquantity\tout\n', /got tabs/],
    ['another column', 'id,quantity,DD,D,Output\n', /got "Output"; the nearest is out$/],
    ['a column twice', 'id,id,quantity,out\n', /each column of \S+ once, got id twice/],
    ['a unit', 'id,quantity,DD [MHz],D,out\n', /expected bare numbers .* got "DD \[MHz\]"/],
    ['no out', 'id,quantity,DD,D\n', /expected a column out in \S+, got id, quantity, DD, D/],
    ['no id', 'quantity,DD,D,out\n', /expected a column id in/],
    ['ids and answers alone', 'id,out\n1,2\n', /expected the columns quantity and parameters .*; --of names the table/],
    ['a header that is no text', new Uint8Array([105, 255, 10]), /header row in \S+: expected UTF-8 text/],
  ] as const)('%s', async (_, text, says) => {
    await expect(graded(text as string)).rejects.toThrow(says);
    expect(out).toBe('');
  });

  test('a header alone', async () => {
    expect(await graded(head)).toBe(2);
    expect(err).toMatch(/expected rows behind the header of \S+, got none/);
  });

  test('what is asked wrongly', async () => {
    await expect(grade(undefined, {})).rejects.toThrow('expected a table of answers');
    await expect(grade('-', { of: '-' })).rejects.toThrow('stdin for both');
    await expect(grade('a.csv', { template: ['W_Z'] })).rejects.toThrow('got both');
    await expect(grade('a.csv', { seed: 2 })).rejects.toThrow('expected --seed with --template alone');
    await expect(grade(undefined, { template: ['W_Y'] })).rejects.toThrow('got "W_Y"; the nearest is W_Z');
    await expect(grade(join(top, 'none.csv'), {})).rejects.toThrow(/none\.csv, but it cannot be read/);
  });
});

describe('answers joined with their cases', () => {
  const cases = `id,quantity,DD,D,out\na,g_D,1,0,\nb,g_D,${1 / 3},0,\nc,g_D,2,0,\n`;
  const of = (): { of: string } => ({ of: file(cases, 'of.csv') });
  const answers = ['c,0.15915494309189535', 'a,0.3183098861837907', 'b,0.954929658551372'];

  test('by id, in any order', async () => {
    expect(await graded(`id,out\n${answers.join('\n')}\n`, of())).toBe(0);
    expect(out).toContain('g_D agrees at all 3 points');
    expect(await graded(`id,out\n${answers.join('\n').replace('a', 'd')}\n`, of())).toBe(2);
    expect(err).toMatch(/line 3 of \S+: expected ids of \S+of\.csv, got "d"\n/);
    expect(err).toMatch(/expected all 3 rows of \S+of\.csv in \S+, got 2; missing: a\n$/);
  });

  test('the same inputs in both, or one sentence', async () => {
    const both = (third: string): string =>
      `id,DD,out\n${answers.map((row) => row.replace(',', row[0] === 'b' ? `,${third},` : ',,')).join('\n')}\n`;
    expect(await graded(both(String(1 / 3)), of())).toBe(0);
    expect(await graded(both('0.333333333333333'), of())).toBe(2);
    expect(err).toMatch(
      /^tripleflip: line 4 .*writetable rounds to 15 digits.* got DD = 0\.333333333333333 for 0\.3333333333333333\n$/,
    );
    expect(await graded(`id,quantity,out\n${answers[1]?.replace(',', ',W_Z,')}\n`, of())).toBe(2);
    expect(err).toContain('got "W_Z" for g_D');
  });

  test('a bad case is told once', async () => {
    const broken = { of: file(cases.replace('1,0', 'x,0'), 'of.csv') };
    expect(await graded(`id,out\n${answers.join('\n')}\n`, broken)).toBe(2);
    expect(err).toMatch(/^tripleflip: line 2 of \S+of\.csv: expected DD to be a number, got "x"\n$/);
  });
});

test('a file of vectors with answers behind it', async () => {
  const quantity = quantityOf('W_SS');
  const vectors = pointsFor(quantity, { seed: 3, cases: 12, rule: rounding() }).flatMap((asking) => {
    const vector = vectorAt(quantity, asking, []);
    return vector ? [vector] : [];
  });
  const rows = asCsv(vectorFile(quantity, vectors, { seed: 3 }, []))
    .trimEnd()
    .split('\n')
    .map(
      (line, k) =>
        `${line},${k === 0 ? 'out' : vectors[k - 1]?.result === 'value' ? (vectors[k - 1] as { lower: string }).lower : 'NaN'}\n`,
    );
  expect(await graded(rows.join(''))).toBe(0);
  expect(out).toMatch(/W_SS agrees at all 12 points.*2 of 2 points outside/);
});

test('neighbours are told by their points, and by the table where it says', () => {
  const quantity = quantityOf('g_D');
  const at = (DD: number, kind?: 'boundary') => ({ quantity, point: { DD, D: 1 }, ...(kind ? { kind } : {}) });
  expect(neighboursOf([at(1), at(1 + 2e-16), at(1.001), at(2, 'boundary')]).map(({ kind }) => kind)).toEqual([
    'neighbour',
    'neighbour',
    'random',
    'boundary',
  ]);
});

test('ids tell their place', () => {
  expect(placeOf(idOf(17, 1100))).toEqual([17, 1100]);
  expect(placeOf('17/1100')).toEqual([17, 1100]);
  for (const id of ['0 of 3', '4 of 3', 'a', '3', '1.5 of 3']) expect(placeOf(id)).toBeUndefined();
});
