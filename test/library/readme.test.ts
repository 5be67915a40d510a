import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { double, oracle } from '../../src/index.ts';
import * as stationary from '../../src/library/stationary.ts';
import { root } from '../child.ts';

const blocks = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/```js\n([\s\S]*?)```/g)];

test('the values that the README shows for the library are those it gives', () => {
  let count = 0;
  for (const [, block = ''] of blocks) {
    const lines = block.split('\n').filter((line) => line !== '' && !line.startsWith('import '));
    const setting = lines.filter((line) => line.startsWith('const ')).join('\n');
    for (const line of lines) {
      const [, expression, value] = /^(?!const )(.*); \/\/ (.*)$/.exec(line) ?? [];
      if (expression === undefined || value === undefined) continue;
      const names = { double, oracle, ...stationary };
      const found: unknown = runInNewContext(`${setting}\n(${expression}) === (${value})`, names);
      expect(found, `${expression} is ${value}`).toBe(true);
      count++;
    }
  }
  expect(count).toBeGreaterThan(4);
});
