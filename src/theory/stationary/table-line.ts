import { finite, type Line, type Piece } from './line.ts';

/** Piecewise linear functions given as tables. Rows are counted from 1. */

export type Point = readonly [at: number, value: number];

/**
 * Throws RangeError unless there are at least two points, all finite, their first members strictly rising; `what` and
 * `first`, `second` name the table and its columns.
 */
export const checkedTable = (
  what: string,
  [first, second]: readonly [string, string],
  points: readonly Point[],
): readonly Point[] => {
  if (points.length < 2) throw new RangeError(`${what} must have at least two rows, got ${points.length}`);
  points.forEach(([at, value], index) => {
    finite(`row ${index + 1} of ${what}: ${first}`, at);
    finite(`row ${index + 1} of ${what}: ${second}`, value);
    const before = points[index - 1]?.[0];
    if (before === undefined || at > before) return;
    const why = at === before ? `${at} again` : `${at} after ${before}`;
    throw new RangeError(`row ${index + 1} of ${what}: ${first} must be above that of row ${index}, got ${why}`);
  });
  return points;
};

/** The last interval of rising ends that begins at or below x, or the first. */
export const intervalAt = (ends: ArrayLike<number>, x: number): number => {
  let [low, high] = [0, ends.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ends[middle] as number) <= x) low = middle;
    else high = middle - 1;
  }
  return low;
};

/**
 * The piecewise linear line through points [omega in rad/s, height >= 0], 0 beyond them, normalised; steps at the ends are
 * taken as they are. Throws RangeError, naming the row, unless frequencies rise strictly and heights are finite, not
 * negative, and not all 0.
 */
export const tableLine = (points: readonly Point[]): Line => {
  checkedTable('the line', ['frequency', 'height'], points).forEach(([, height], index) => {
    if (height < 0) throw new RangeError(`row ${index + 1} of the line: height must be at least 0, got ${height}`);
  });
  // Heights over the largest, distances over the whole: neither an overflow nor an underflow of the area.
  const most = Math.max(...points.map(([, height]) => height));
  if (most === 0) throw new RangeError('the line must have a height above 0 in some row, got 0 in all');
  const omega = Float64Array.from(points, ([at]) => at);
  const [from, to] = [omega[0] as number, omega[omega.length - 1] as number];
  const length = to - from;
  finite('the length of the line', length);
  const height = Float64Array.from(points, ([, value]) => value / most);
  let [area, moment] = [0, 0];
  for (let k = 0; k + 1 < omega.length; k++) {
    const [left, right] = [height[k] as number, height[k + 1] as number];
    const width = ((omega[k + 1] as number) - (omega[k] as number)) / length;
    area += (width * (left + right)) / 2;
    // Of the distance from the left end of the line.
    moment += (width * (left + right) * ((omega[k] as number) - from)) / (2 * length);
    moment += (width * width * (left + 2 * right)) / 6;
  }
  const centre = from + (moment / area) * length;
  for (let k = 0; k < height.length; k++) height[k] = (height[k] as number) / (area * length);
  const pieces: Piece[] = [];
  for (let k = 0; k + 1 < omega.length; k++) {
    const [left, right] = [height[k] as number, height[k + 1] as number];
    if (left === 0 && right === 0) continue;
    const [start, end] = [(omega[k] as number) - centre, (omega[k + 1] as number) - centre];
    const slope = (right - left) / (end - start);
    pieces.push({
      from: start,
      to: end,
      poles: [],
      reach: Number.POSITIVE_INFINITY,
      multiply: (offset, count, by, out) => {
        for (let n = 0; n < count; n++)
          out[n] = (out[n] as number) * (left + slope * ((offset[n] as number) - by - start));
      },
    });
  }
  return {
    name: 'table',
    density: (at) => {
      if (!(at >= from && at <= to)) return 0;
      const k = intervalAt(omega, at);
      const [left, right] = [height[k] as number, height[k + 1] as number];
      const [start, end] = [omega[k] as number, omega[k + 1] as number];
      // Never below 0 by rounding.
      return (left * (end - at) + right * (at - start)) / (end - start);
    },
    breaks: [...omega],
    from,
    to,
    densityError: 0,
    centre,
    pieces,
  };
};
