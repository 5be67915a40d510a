import { checkReach, cubeRoot, type Glass } from './glass.ts';

/** A pair of spins: their indices, the way from i to j by the nearest image, and the square of its length, in r0. */
export type VisitPair = (i: number, j: number, dx: number, dy: number, dz: number, r2: number) => void;

/** The spins in the order of their cells, of which there are count^3; those of cell c are start[c] to start[c + 1] - 1. */
const intoCells = ({ spins, edge, positions }: Glass, count: number) => {
  const cellOf = new Int32Array(spins);
  const start = new Int32Array(count * count * count + 1);
  const along = (position: number): number => Math.min(count - 1, Math.floor((position / edge) * count));
  for (let i = 0; i < spins; i++) {
    const [x, y, z] = [positions[3 * i] as number, positions[3 * i + 1] as number, positions[3 * i + 2] as number];
    const cell = (along(z) * count + along(y)) * count + along(x);
    cellOf[i] = cell;
    start[cell + 1] = (start[cell + 1] as number) + 1;
  }
  for (let cell = 0; cell < count * count * count; cell++)
    start[cell + 1] = (start[cell + 1] as number) + (start[cell] as number);
  const free = start.slice();
  const index = new Int32Array(spins);
  const [xs, ys, zs] = [new Float64Array(spins), new Float64Array(spins), new Float64Array(spins)];
  for (let i = 0; i < spins; i++) {
    const cell = cellOf[i] as number;
    const at = free[cell] as number;
    free[cell] = at + 1;
    index[at] = i;
    xs[at] = positions[3 * i] as number;
    ys[at] = positions[3 * i + 1] as number;
    zs[at] = positions[3 * i + 2] as number;
  }
  return { start, index, xs, ys, zs };
};

/** A row of cells along x that the reach touches: its offset, and how many cells to either side. */
interface Row {
  readonly dy: number;
  readonly dz: number;
  readonly aside: number;
}

/** The rows that come after the own one in the order of z and y: of each way and its opposite only one. */
const rowsAhead = (reach2: number, width: number, cellsInReach: number): Row[] => {
  const gap = (d: number): number => Math.max(Math.abs(d) - 1, 0) * width;
  const rows: Row[] = [];
  for (let dz = 0; dz <= cellsInReach; dz++)
    for (let dy = dz === 0 ? 1 : -cellsInReach; dy <= cellsInReach; dy++) {
      const rest = reach2 - gap(dy) * gap(dy) - gap(dz) * gap(dz);
      if (rest > 0) rows.push({ dy, dz, aside: Math.min(cellsInReach, Math.floor(Math.sqrt(rest) / width) + 1) });
    }
  return rows;
};

/**
 * Visits every unordered pair of spins nearer than reach (in r0) exactly once, in an order that depends on the glass and
 * the reach alone. Time and memory are linear in the number of spins for a given reach. Throws a RangeError unless
 * 0 < reach <= edge/2: beyond, several images of one spin would lie within reach.
 */
export const eachPair = (glass: Glass, reach: number, visit: VisitPair): void => {
  checkReach(glass, reach);
  const { spins, edge } = glass;
  const reach2 = reach * reach;
  // Narrow cells waste few distances, crowded ones little bookkeeping: a third of the reach, if two spins live in it.
  const count = Math.max(1, Math.floor(Math.min((3 * edge) / reach, cubeRoot(spins / 2))));
  const width = edge / count;
  // At most count/2, rounded up. In a small box two ways may then lead to one cell, but to different images of it, of
  // which one at most is within reach of a given spin.
  const cellsInReach = Math.ceil(reach / width);
  const { start, index, xs, ys, zs } = intoCells(glass, count);
  const rows = rowsAhead(reach2, width, cellsInReach);

  // Spins that stand one after the other in the sorted arrays, with the shift of the image they are in.
  // At most three of them in a row: it may leave the box on both sides.
  const most = 3 * (rows.length + 1);
  const [from, to] = [new Int32Array(most), new Int32Array(most)];
  const [shiftX, shiftY, shiftZ] = [new Float64Array(most), new Float64Array(most), new Float64Array(most)];
  let runs = 0;
  const addRun = (row: number, first: number, last: number, x: number, y: number, z: number): void => {
    const [begin, end] = [start[row + first] as number, start[row + last + 1] as number];
    if (begin === end) return;
    from[runs] = begin;
    to[runs] = end;
    shiftX[runs] = x;
    shiftY[runs] = y;
    shiftZ[runs] = z;
    runs++;
  };
  const addRow = (row: number, first: number, last: number, y: number, z: number): void => {
    if (first < 0) addRun(row, first + count, Math.min(last, -1) + count, -edge, y, z);
    if (last >= count) addRun(row, Math.max(first, count) - count, last - count, edge, y, z);
    if (first < count && last >= 0) addRun(row, Math.max(first, 0), Math.min(last, count - 1), 0, y, z);
  };
  const image = (cell: number): number => (cell < 0 ? -edge : cell >= count ? edge : 0);

  for (let cz = 0; cz < count; cz++)
    for (let cy = 0; cy < count; cy++)
      for (let cx = 0; cx < count; cx++) {
        const own = (cz * count + cy) * count;
        const [begin, end] = [start[own + cx] as number, start[own + cx + 1] as number];
        if (begin === end) continue;
        runs = 0;
        addRow(own, cx + 1, cx + cellsInReach, 0, 0);
        for (const { dy, dz, aside } of rows) {
          const [y, z] = [cy + dy, cz + dz];
          const row = (((z + count) % count) * count + ((y + count) % count)) * count;
          addRow(row, cx - aside, cx + aside, image(y), image(z));
        }
        for (let a = begin; a < end; a++) {
          const i = index[a] as number;
          const [x, y, z] = [xs[a] as number, ys[a] as number, zs[a] as number];
          // The rest of the own cell first, as run -1.
          for (let run = -1; run < runs; run++) {
            const stop = run < 0 ? end : (to[run] as number);
            const x0 = run < 0 ? x : x - (shiftX[run] as number);
            const y0 = run < 0 ? y : y - (shiftY[run] as number);
            const z0 = run < 0 ? z : z - (shiftZ[run] as number);
            for (let b = run < 0 ? a + 1 : (from[run] as number); b < stop; b++) {
              const dx = (xs[b] as number) - x0;
              const dy = (ys[b] as number) - y0;
              const dz = (zs[b] as number) - z0;
              const r2 = dx * dx + dy * dy + dz * dz;
              if (r2 < reach2) visit(i, index[b] as number, dx, dy, dz, r2);
            }
          }
        }
      }
};
