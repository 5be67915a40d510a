import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { double, oracle } from '../../src/index.ts';
import { root } from '../child.ts';

test('the values that the README shows for the library are those it gives', () => {
  const block = /```js\n([\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? '';
  const lines = block.split('\n').filter((line) => line !== '' && !line.startsWith('import '));
  const setting = lines.filter((line) => line.startsWith('const ')).join('\n');
  const shown = lines.flatMap((line) => {
    const [, expression, value] = /^(?!const )(.*); \/\/ (.*)$/.exec(line) ?? [];
    return expression && value ? [[expression, value] as const] : [];
  });
  expect(shown.length).toBeGreaterThan(3);
  for (const [expression, value] of shown) {
    const found: unknown = runInNewContext(`${setting}\n(${expression}) === (${value})`, { double, oracle });
    expect(found, `${expression} is ${value}`).toBe(true);
  }
});
