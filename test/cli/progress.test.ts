import { expect, test } from 'vitest';
import { progressBar } from '../../src/cli/run/progress.ts';

test('where stderr is no terminal: a line every half minute of a long run, none of a short one', async () => {
  const written: string[] = [];
  let now = 5_000;
  const stream = { isTTY: false, write: (text: string) => written.push(text) > 0 };
  const bar = await progressBar(100, 10, { stream, now: () => now });
  for (let at = 1; at <= 90; at += 1) {
    now += 1_000;
    bar.done(`eq${at}`);
    if (at === 29) expect(written).toEqual([]);
  }
  bar.stop();
  expect(written).toEqual([
    'tripleflip: 40 of 100 done after 30 s, last eq30\n',
    'tripleflip: 70 of 100 done after 60 s, last eq60\n',
  ]);
});
