// Collects a window, then answers it from its end, with CR LF, empty lines and blanks.
import { createInterface } from 'node:readline';

let window = [];
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  window.unshift(request);
  if (request.left > 0) continue;
  for (const { id } of window) process.stdout.write(`\r\n { "out" : ${id}.25 , "id" : ${id} } \r\n`);
  window = [];
}
