import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, tripleflip } from './child.ts';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

test('the output that the README shows is what the command prints', { timeout: 120_000 }, () => {
  const blocks = [...readme.matchAll(/```console\n\$ npx tripleflip (.*)\n([\s\S]*?)\n```/g)];
  expect(blocks.length).toBeGreaterThan(1);
  for (const [, command, shown] of blocks) {
    const ran = tripleflip((command as string).split(' '), root, false);
    expect(ran.stdout.trimEnd()).toBe(shown);
  }
});

test('the claim that the README shows how to write is written so', () => {
  const source = readFileSync(join(import.meta.dirname, '../spec/section-6/cross-effect.ts'), 'utf8');
  const squeezed = (text: string): string =>
    text
      .replace(/\/\/.*$/gm, '')
      .replace(/\s+/g, '')
      .replaceAll('({eq64:z})=>executed(z,', '({eq64})=>executed(eq64,');
  const example = squeezed(/```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '').replace('});', '');
  expect(squeezed(source)).toContain(example);
});
