import { angles } from './angles.ts';
import { exact, minus, narrow, one, over, plus, product, root, series, sum, times, two, type Wide } from './wide.ts';

/** The angle of the direction (across, along) from the second axis, atan(across/along), for both >= 0 and not both 0. */
export const angle = (across: Wide, along: Wide): Wide => {
  const k = (256 * (narrow(across) / (narrow(across) + narrow(along))) + 0.5) | 0;
  // tan of what remains to the k-th angle of the table, at most 2^-8; products of a high part by k are exact.
  const [toward, away] = [exact(256 - k), exact(-k)];
  const t = over(
    plus(times(toward, across), times(away, along)),
    plus(times(toward, along), minus(times(away, across))),
  );
  const [x, x2] = [narrow(t), narrow(t) * narrow(t)];
  // atan t = t - t^3/3 + ... - t^7/7 + t^9/9, the next term below 2^-83 of it.
  const more = -x * x2 * (1 / 3 - x2 * (1 / 5 - x2 * (1 / 7 - x2 / 9)));
  const known = { high: angles[2 * k] as number, low: angles[2 * k + 1] as number };
  return plus(known, plus(t, exact(more)));
};

export const pi: Wide = { high: 3.1415927410125732, low: -8.742278000372485e-8 };
export const third: Wide = { high: 0.3333333432674408, low: -9.934107462565104e-9 };

/** 1 - x for x = part/whole, part <= whole: the difference is taken exactly, before anything is rounded. */
export const complement = (part: number, whole: number): Wide => over(sum(whole, -part), exact(whole));

/** sqrt(1 - x^2) from 1 - x. */
export const cosineOf = (oneLess: Wide): Wide => root(times(oneLess, plus(two, minus(oneLess))));

/** x <= 2^-6 resp. 2^-4: from here down by series. */
const smallForThird = 1 / 64;
const smallForFifth = 1 / 16;

/** 2 C(2k, k)/(4^k (2k + 3)), k = 1, ...: of the integral of 2 s^2/sqrt(1 - s^2) over s from 0 to x, k = 0 apart. */
const thirdPowers: readonly number[] = [1 / 5, 3 / 28, 5 / 72, 35 / 704, 63 / 1664];
/** (8/3) C(2k, k)/(4^k (2k + 5)): of the integral of (8/3) s^4/sqrt(1 - s^2). */
const fifthPowers: readonly number[] = [4 / 21, 1 / 9, 5 / 66, 35 / 624, 7 / 160, 77 / 2176, 143 / 4864, 715 / 28672];

/** (asin x - x c)/x^3, c = sqrt(1 - x^2), 0 < x <= 1: from 2/3 to pi/2. The difference loses 13 of 72 bits at x = 2^-6. */
export const arcLessChord = (x: Wide, c: Wide): Wide => {
  const x2 = times(x, x);
  if (narrow(x) < smallForThird) return series(x2, over(exact(2), exact(3)), thirdPowers);
  return over(plus(angle(x, c), minus(times(x, c))), times(x2, x));
};

/** (asin x - x c - (2/3) x^3 c)/x^5: from 8/15 to pi/2. The difference loses 17 bits at x = 2^-4. */
export const arcLessCubic = (x: Wide, c: Wide): Wide => {
  const x2 = times(x, x);
  if (narrow(x) < smallForFifth) return series(x2, over(exact(8), exact(15)), fifthPowers);
  const chord = product(x, c, plus(one, times(over(exact(2), exact(3)), x2)));
  return over(plus(angle(x, c), minus(chord)), product(x2, x2, x));
};

/** 1/n, -1/(n + 2), 1/(n + 4), ... as far as 2^-66 for an argument below 2^-6. */
const alternating = (n: number): readonly number[] =>
  Array.from({ length: 10 }, (_, k) => (k % 2 === 0 ? -1 : 1) / (n + 2 + 2 * k));
const fromThird = /* @__PURE__ */ alternating(3);
const fromFifth = /* @__PURE__ */ alternating(5);

/** z above this: by the table, which loses at most 3 bits for each power of 1/z. */
const smallTangent = 1 / 8;

/** (z - atan z)/z for z = across/along > 0: z^2/3 for small z, 1 for large. */
export const tangentLessAngle = (across: Wide, along: Wide): Wide => {
  const z = over(across, along);
  const z2 = times(z, z);
  if (narrow(z) < smallTangent) return times(z2, series(z2, third, fromThird));
  return plus(one, minus(over(angle(across, along), z)));
};

/** (atan z - z + z^3/3)/z^3 for z = across/along > 0: z^2/5 for small z, 1/3 for large. */
export const angleLessCubic = (across: Wide, along: Wide): Wide => {
  const z = over(across, along);
  const z2 = times(z, z);
  if (narrow(z) < smallTangent) return times(z2, series(z2, over(one, exact(5)), fromFifth));
  return plus(third, over(plus(over(angle(across, along), z), minus(one)), z2));
};
