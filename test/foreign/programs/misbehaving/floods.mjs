// Writes 5 MB to its standard error before it answers: who does not read them waits for ever.
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

const block = `${'x'.repeat(99)}\n`.repeat(1000);
for await (const line of createInterface({ input: process.stdin })) {
  for (let n = 0; n < 50; n++) for (let sent = 0; sent < block.length; ) sent += write(block.slice(sent));
  writeSync(2, 'the last words\n');
  process.stdout.write(`{"id":${JSON.parse(line).id},"out":"1"}\n`);
}

function write(text) {
  try {
    return writeSync(2, text);
  } catch (error) {
    if (error.code !== 'EAGAIN') throw error;
    return 0;
  }
}
