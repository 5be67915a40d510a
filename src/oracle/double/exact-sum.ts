import { exact, plus, type Wide } from './wide.ts';

/**
 * The sum of binary64 numbers to 2^-72 of itself, however much cancels (Shewchuk 1997): it is kept as numbers of which
 * each begins below the last bit of the next, without any error, as long as nothing leaves the range.
 */
export const exactSum = (terms: readonly number[]): Wide => {
  let parts: number[] = [];
  for (const term of terms) {
    let a = term;
    const next: number[] = [];
    for (const b of parts) {
      const s = a + b;
      const t = s - a;
      const lost = a - (s - t) + (b - t);
      if (lost !== 0) next.push(lost);
      a = s;
    }
    parts = a === 0 ? next : [...next, a];
  }
  return parts.reduce((total, part) => plus(exact(part), total), exact(0));
};

/** The two numbers whose sum is a b (Dekker 1971), for products and their errors within the range. */
export const productParts = (a: number, b: number): readonly [number, number] => {
  const split = (x: number): readonly [number, number] => {
    const p = 134217729 * x;
    const high = p - (p - x);
    return [high, x - high];
  };
  const [[ah, al], [bh, bl]] = [split(a), split(b)];
  const p = a * b;
  return [p, al * bl - (p - ah * bh - al * bh - ah * bl)];
};
