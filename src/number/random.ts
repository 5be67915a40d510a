/** A reproducible stream of integers: the same seed and label give the same stream on every machine. */
export interface Random {
  /** The next integer, uniform from 0 to 2^32 - 1. */
  next(): number;
  /** The next integer, uniform from 0 to n - 1, for an integer n from 1 to 2^32; throws a RangeError otherwise. */
  below(n: number): number;
  /** The independent stream of that name, the same whatever has been drawn from this one before. */
  split(label: string): Random;
}

const twoTo32 = 4294967296;

const rotate = (x: number, bits: number): number => (x << bits) | (x >>> (32 - bits));

/** A 32-bit hash of the text that depends on the start (Murmur 3 of its UTF-16 code units). */
const hash = (text: string, start: number): number => {
  let h = start | 0;
  for (let i = 0; i < text.length; i++) {
    const mixed = Math.imul(rotate(Math.imul(text.charCodeAt(i), 0xcc9e2d51), 15), 0x1b873593);
    h = (Math.imul(rotate(h ^ mixed, 13), 5) + 0xe6546b64) | 0;
  }
  h ^= text.length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

/** The step of splitmix32 from the state x, which spreads neighbouring states apart. */
const spread = (x: number): number => {
  let z = (x + 0x9e3779b9) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return z ^ (z >>> 15);
};

/**
 * xoshiro128** by Blackman and Vigna, on 32-bit integer operations only. Its four words of state come from four
 * differently started hashes of the label together with the seed, an integer between -(2^53 - 1) and 2^53 - 1.
 */
export const random = (seed: number, label = ''): Random => {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`expected an integer as seed, got ${seed}`);
  const text = `${seed}:${label}`;
  let [a, b, c, d] = [spread(hash(text, 1)), spread(hash(text, 2)), spread(hash(text, 3)), spread(hash(text, 4)) | 1];

  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };

  const below = (n: number): number => {
    if (!Number.isInteger(n) || n < 1 || n > twoTo32)
      throw new RangeError(`expected an integer from 1 to 2^32, got ${n}`);
    const fair = twoTo32 - (twoTo32 % n);
    let drawn = next();
    while (drawn >= fair) drawn = next();
    return drawn % n;
  };

  return { next, below, split: (name) => random(seed, `${label}/${name.length}:${name}`) };
};
