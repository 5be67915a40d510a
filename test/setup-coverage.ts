import { takeCoverage } from 'node:v8';
import { afterAll } from 'vitest';

// A worker is ended before Node writes its coverage by itself, so every test file hands over what it has seen.
afterAll(() => {
  if (process.env.NODE_V8_COVERAGE) takeCoverage();
});
