import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claims } from '../../spec/claims.ts';
import { entries } from '../../spec/paper.ts';

const spec = join(import.meta.dirname, '../../spec');
const sources = readdirSync(spec, { recursive: true, encoding: 'utf8' }).filter((file) => /section-.*\.ts$/.test(file));
const written = sources.flatMap((file) =>
  [...readFileSync(join(spec, file), 'utf8').matchAll(/claim\(\{\s*id: '(\w+)'/g)].map(([, id]) => id as string),
);

test('every claim that is written in a section is picked up, once', () => {
  expect(claims.map(({ id }) => id).sort()).toEqual([...written].sort());
  expect(new Set(written).size).toBe(written.length);
});

test('all entries of sections 4, 5, 6, 8 and A are entered, and those of 2 and 3 that they follow from', () => {
  const asked = entries.filter(({ section }) => ['4', '5', '6', '8', 'A'].includes(section)).map(({ id }) => id);
  const beside = [3, 5, 6, 10, 13, 14, 15, 18, 20, 23, 24, 25, 27, 28, 29].map((n) => `eq${n}`);
  const ids = new Set<string>(claims.map(({ id }) => id));
  expect([...asked, ...beside].filter((id) => !ids.has(id))).toEqual([]);
});

test('a text that is not clean names its readings', () => {
  for (const { id, text } of claims) if (text.status !== 'clean') expect(text.readings?.length, id).toBeGreaterThan(0);
});
