import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll } from 'vitest';

/** The processes that this test file started and that still run; everything they start inherits the mark. */
export const marked = (name: string): (() => readonly string[]) => {
  const mark = `${name}-${process.pid}-${Date.now()}`;
  beforeAll(() => {
    process.env.TRIPLEFLIP_TEST = mark;
    return () => void delete process.env.TRIPLEFLIP_TEST;
  });
  return () =>
    readdirSync('/proc').filter((pid) => {
      try {
        return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`TRIPLEFLIP_TEST=${mark}`);
      } catch {
        return false;
      }
    });
};
