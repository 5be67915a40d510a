import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../child.ts';

/**
 * What would let a rounded number decide something: mathematical functions of binary64 (those on small counts apart),
 * numbers read from or written as decimals, and decimal literals.
 */
const floats: readonly (readonly [string, RegExp])[] = [
  ['a function of binary64', /\bMath\.(?!abs\b|max\b|min\b|floor\b|ceil\b)\w+/],
  ['a number read from text', /\bparseFloat\b|\bparseInt\b/],
  ['a property of binary64', /\bNumber\.(?!isSafeInteger\b)\w+/],
  ['a rounded text', /\.to(Fixed|Precision|Exponential)\b/],
  ['a decimal literal', /(?<![\w.])\d+\.\d|(?<![\w.])\.\d|(?<![\w.])\d+e-?\d/i],
  ['an approximation', /\bapproximate\b|\bfromBinary64\b|\bbinary64\b|\binterval64\b|\.middle\(|\brelativeWidth\b/],
];

/** A source without its comments and texts. */
const bare = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""');

const found = (text: string): readonly string[] =>
  floats.filter(([, pattern]) => pattern.test(bare(text))).map(([what]) => what);

describe('no file of the kernel reads a rounded number', () => {
  const folder = join(root, 'src/kernel');
  const files = readdirSync(folder);
  test.each(files)('%s', (file) => {
    expect(found(readFileSync(join(folder, file), 'utf8'))).toEqual([]);
  });
  test('there are files to look at', () => {
    expect(files.length).toBeGreaterThan(8);
  });
});

test('what is looked for would be seen, and counts of small integers are not', () => {
  for (const text of [
    'Math.sqrt(2)',
    'Number.EPSILON',
    'x.toFixed(3)',
    'a < 0.5',
    '1e-12',
    'parseFloat(x)',
    'approximate(q)',
  ])
    expect(found(`const a = ${text};`)).toHaveLength(1);
  for (const text of [
    'Math.abs(n)',
    'Math.floor(n / 2)',
    'Number(q.numerator)',
    '10n ** 40n',
    "'0.5'",
    'a // 0.5',
    '[...a, 1]',
  ])
    expect(found(`const a = ${text}`)).toEqual([]);
});
