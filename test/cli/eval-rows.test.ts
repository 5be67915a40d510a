import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answersOf, type RowOptions } from '../../src/cli/eval/eval-rows.ts';
import { formatOf } from '../../src/cli/eval/rows.ts';
import { cellsOf } from '../../src/cli/eval/rows-csv.ts';
import { quantityOf } from '../../src/library/oracle.ts';
import { pointOf } from '../../src/oracle/prepare.ts';

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const fixed = pointOf({ A2: '2e15', omega0I: '145MHz' });
/** The output for a text cut into pieces, as a stream may be. */
const answered = async (text: string | Uint8Array, options: Partial<RowOptions> = {}, point = fixed, piece = 7) => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, k) =>
    Buffer.from(bytes.slice(k * piece, (k + 1) * piece)),
  );
  const tally = { broken: 0 };
  let out = '';
  const all: RowOptions = { file: 'rows.csv', digits: 6, format: 'csv', ...options };
  for await (const line of answersOf(Readable.from(pieces), all, quantityOf('W_Z'), point, tally)) out += line;
  return { lines: out.split('\n').slice(0, -1), broken: tally.broken };
};
const values = (lines: readonly string[]): readonly string[] => lines.map((line) => line.split(',')[2] ?? '');

describe('rows of CSV', () => {
  test.each([
    ['units in cells', 'D0,DD\n52MHz,2MHz\n'],
    ['units in the header', 'D0[MHz],DD [MHz]\n52,2\n'],
    ['CR LF and a byte order mark', '\uFEFFD0[MHz],DD\r\n52,2MHz\r\n'],
    ['CR alone', 'D0[MHz],DD\r52,2MHz\r'],
    ['line ends of all kinds, empty lines among them', '\r\nD0[MHz],DD\r\r\n\n52,2MHz'],
    ['no line end at the end', 'D0,DD\n52MHz,2MHz'],
    ['quoted cells', '"D0","DD"\n"52MHz","2MHz"\n'],
    ['blanks and empty lines', '\n D0 , DD \n\n 52MHz , 2 MHz \n\n'],
    ['other units in a cell than in the header', 'D0[MHz],DD[MHz]\n52e3kHz,2\n'],
  ])('%s', async (_, text) => {
    const { lines, broken } = await answered(text);
    expect(broken).toBe(0);
    expect(values(lines).slice(1)).toEqual(['1.81890e13']);
    expect(said).toEqual([]);
  });

  test('a broken row spoils no other, and is named by its line in the file', async () => {
    const { lines, broken } = await answered(
      'D0[MHz],DD\n52,2MHz\n\n,2MHz\n"52,2MHz\n52\n52,2MHz,3\n"5,2",2MHz\nNaN,2MHz\n52,2T\n60,2MHz\n',
    );
    expect(broken).toBe(7);
    expect(values([lines[1] as string, lines[9] as string])).toEqual(['1.81890e13', '2.09927e13']);
    expect(lines).toHaveLength(10);
    expect(said.map((text) => /line (\d+) of rows\.csv: expected/.exec(text)?.[1])).toEqual([
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
    ]);
    for (const line of lines.slice(2, 9)) expect(line).toMatch(/expected .*/);
  });

  test('no line end loses a row, wherever the text is cut', async () => {
    const text = 'D0,DD\r52MHz,2MHz\n53MHz,2MHz\r54MHz,2MHz\r\n55MHz,2MHz\r';
    const whole = await answered(text);
    expect(whole.lines.map((line) => line.split(',')[0])).toEqual(['D0', '52MHz', '53MHz', '54MHz', '55MHz']);
    for (const piece of [1, 2, 3, 16, 1000]) expect(await answered(text, {}, fixed, piece)).toEqual(whole);
  });

  test('several rows in the cells of one line are refused, never cut down to the first', () => {
    expect(() => cellsOf('1,2\r3,4')).toThrow('expected one row on a line, got 2');
  });

  test('other bytes than UTF-8 in one row are refused with that row', async () => {
    const bytes = new TextEncoder().encode('name,D0,DD\nx,52MHz,2MHz\nx,52MHz,2MHz\n');
    bytes[11] = 0xe9;
    const { lines, broken } = await answered(bytes, { keep: ['name'] });
    expect(broken).toBe(1);
    expect(lines[1]).toBe(',,,,,"line 2: expected UTF-8 text, got other bytes"');
    expect(lines[2]).toMatch(/^x,52MHz,2MHz,1\.81890e13,/);
    expect(said).toEqual(['tripleflip: line 2 of rows.csv: expected UTF-8 text, got other bytes\n']);
  });

  test('a row that cannot be read keeps its place, and says which it is', async () => {
    const { lines } = await answered('D0,DD\n52MHz,2MHz\n"52MHz,2MHz\n53MHz,2MHz\n');
    expect(lines[2]).toBe(',,,,line 3: expected every quote to be closed on its line');
    expect(lines).toHaveLength(4);
  });

  test('columns that are kept are copied, with their commas', async () => {
    const { lines } = await answered('sample,D0,DD\n"a, b",52MHz,2MHz\n', { keep: ['sample'] });
    expect(lines[1]).toMatch(/^"a, b",52MHz,2MHz,1\.81890e13,/);
  });

  test.each([
    ['an empty file', '', /expected rows in rows\.csv, got an empty file/],
    ['blank lines only', '\n\r\n', /an empty file/],
    ['semicolons', 'D0;DD\n1;2\n', /expected commas .*got semicolons/],
    ['an unknown column', 'D0,DDD\n1,2\n', /columns of rows\.csv to be parameters, got "DDD"; the nearest is DD/],
    ['a missing column', 'D0\n1\n', /expected a value of DD \(or nS and g\) for W_Z, got none/],
    ['a column twice', 'D0,DD,D0[MHz]\n1,2,3\n', /each column of rows\.csv once, got D0 twice/],
    ['one that is given already', 'D0,DD,A2\n1,2,3\n', /expected A2 in rows\.csv or on the command line, got both/],
    ['a column that plays no part', 'D0,DD,theta\n1,2,3\n', /got theta as well/],
    ['a contradiction', 'D0,DD,r0\n1,2,3\n', /got both D0 and r0/],
    ['a unit in parentheses', 'D0 (MHz),DD\n1,2\n', /got "D0 \(MHz\)"; units stand in brackets, as in "D0 \[MHz\]"/],
    ['an empty title', 'D0,,DD\n1,2,3\n', /a name for column 2/],
    ['a broken header', '"D0,DD\n1,2\n', /expected a header row in rows\.csv: expected every quote/],
    ['bytes that are no UTF-8', new Uint8Array([68, 48, 255, 10]), /expected UTF-8 text/],
  ] as const)('%s is refused before anything is printed', async (_, text, says) => {
    await expect(answered(text as string)).rejects.toThrow(says);
  });

  test.each(['bound', 'error', 'W_Z [s^-2]'])('a column %s would stand twice in the answer', async (title) => {
    const keep = { keep: [title.split(' ')[0] as string] };
    const text = `${title},D0,DD\n1,52MHz,2MHz\n`;
    await expect(answered(text, keep)).rejects.toThrow(`expected no column ${title} in rows.csv`);
    expect((await answered(text, { ...keep, json: true })).broken).toBe(0);
  });

  test('are read one at a time, however many there are', async () => {
    let pulled = 0;
    const endless = Readable.from(
      (async function* () {
        yield Buffer.from('D0,DD\n');
        for (; ; pulled++) yield Buffer.from('52MHz,2MHz\n');
      })(),
    );
    const rows = answersOf(endless, { file: '-', digits: 5, format: 'csv' }, quantityOf('W_Z'), fixed, { broken: 0 });
    for (let k = 0; k < 20; k++) await rows.next();
    await rows.return(undefined);
    expect(pulled).toBeLessThan(100);
  });
});

describe('rows of JSON', () => {
  const jsonl = { format: 'jsonl', file: 'rows.jsonl' } as const;

  test('numbers are taken as they are written, not as doubles', async () => {
    const { lines } = await answered('{"D0":0.1,"DD":1e-1}\n{"D0":"0.1","DD":"0.1"}\n', { ...jsonl, digits: 40 });
    const [a, b] = lines.map((line) => JSON.parse(line) as { value: string });
    expect(a?.value).toBe(b?.value);
  });

  test('a broken line spoils no other', async () => {
    const { lines, broken } = await answered(
      '{"D0":"52MHz","DD":"2MHz"}\n{"D0":\n[1]\n{"D0":null,"DD":1}\n{"D0":1,"D0":2,"DD":1}\n{"D0 [MHz]":52,"DD [MHz]":2}\n{"D0":1}\n',
      jsonl,
    );
    expect(broken).toBe(5);
    const found = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(found.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect([found[0]?.value, found[5]?.value]).toEqual(['1.81890e13', '1.81890e13']);
    expect(found.map(({ error }) => error !== undefined)).toEqual([false, true, true, true, true, false, true]);
  });

  test('are told from CSV by their first character on stdin', async () => {
    const { lines } = await answered('{"D0":"52MHz","DD":"2MHz"}\n', { format: undefined, file: '-' });
    expect(JSON.parse(lines[0] as string)).toMatchObject({ line: 1, value: '1.81890e13' });
  });
});

test('the format is that of the name, or the one asked for', () => {
  expect([
    formatOf('a.csv', undefined),
    formatOf('a.JSONL', undefined),
    formatOf('a.txt', 'csv'),
    formatOf('-', undefined),
  ]).toEqual(['csv', 'jsonl', 'csv', undefined]);
  expect(() => formatOf('a.txt', undefined)).toThrow(/expected a file named \.csv or \.jsonl/);
  expect(() => formatOf('a.csv', 'xml')).toThrow(/expected --format csv or jsonl, got "xml"/);
});
