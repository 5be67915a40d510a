import { random } from '../number/random.ts';

/**
 * Electron spins at random positions in a cube that repeats itself in all directions. Lengths in units of the smallest
 * distance r0 of two spins, so that couplings are in units of D0 = K/r0^3 (Eqs. (A.1), (A.6)).
 */
export interface Glass {
  readonly spins: number;
  /** nS r0^3: 0.01 for 1e19/cm^3 and 1 nm. */
  readonly filling: number;
  /** Edge of the cube, (spins/filling)^(1/3). */
  readonly edge: number;
  /** x, y, z of one spin after the other, each from 0 to below the edge, z along the field. */
  readonly positions: Float64Array;
}

/** What a glass is made from; the same parameters give the same positions on every machine. */
export interface GlassParameters {
  readonly spins: number;
  readonly filling: number;
  readonly seed: number;
  readonly label?: string;
}

/**
 * A spin keeps others out of a ball of volume 4 pi r0^3/3. Up to this filling all balls together leave free at least
 * 16 % of the cube, so that every spin is sure to find its place. Random addition comes to its end at a volume
 * fraction of 0.384 (spheres of diameter r0), that is a filling of 0.733 (Zhang, Torquato, Phys. Rev. E 88 (2013)
 * 053312), but in a small cube it may do so before.
 */
export const largestFilling = 0.2;
/** For the memory: 24 bytes a spin for the positions and as much for finding pairs. */
const mostSpins = 10_000_000;
const twoTo32 = 4294967296;

/** The cube root of x > 0 to a few ulp, from operations that are the same on all machines; Math.cbrt need not be. */
export const cubeRoot = (x: number): number => {
  let root = Math.exp(Math.log(x) / 3);
  for (let step = 0; step < 2; step++) root -= (root - x / (root * root)) / 3;
  return root;
};

const checkSpins = (spins: number): void => {
  if (!Number.isInteger(spins) || spins > mostSpins)
    throw new RangeError(`expected an integer from 2 to ${mostSpins} as number of spins, got ${spins}`);
  if (spins < 2) throw new RangeError(`expected at least two spins, as there is no pair of fewer, got ${spins}`);
};

const checkFilling = (filling: number): void => {
  if (!(filling > 0 && filling <= largestFilling))
    throw new RangeError(
      `expected a filling nS r0^3 above 0 and at most ${largestFilling}, where every spin is sure to find a place ` +
        `(at 0.73 random addition leaves none), got ${filling}`,
    );
};

const checkPositive = (name: string, value: number): void => {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY))
    throw new RangeError(`expected a positive ${name}, got ${value}`);
};

/** Throws a RangeError unless every pair within the reach has one image only that is so near. */
export const checkReach = ({ edge }: Pick<Glass, 'edge'>, reach: number): void => {
  checkPositive('reach', reach);
  if (reach > edge / 2)
    throw new RangeError(`expected a reach of at most half the edge of the box, ${edge / 2} r0, got ${reach}`);
};

/**
 * Spins and filling of a sample given in SI units: concentration nS in m^-3, smallest distance r0 in m, and either the
 * number of spins or the edge of the box in m. The box gets the nearest integer of spins, and the filling follows it.
 */
export const glassSize = (
  sample: { readonly nS: number; readonly r0: number } & ({ readonly spins: number } | { readonly box: number }),
): Pick<GlassParameters, 'spins' | 'filling'> => {
  const { nS, r0 } = sample;
  checkPositive('concentration nS', nS);
  checkPositive('smallest distance r0', r0);
  const size = (spins: number, filling: number) => {
    checkSpins(spins);
    checkFilling(filling);
    return { spins, filling };
  };
  if ('spins' in sample) return size(sample.spins, nS * r0 * r0 * r0);
  const { box } = sample;
  checkPositive('edge of the box', box);
  const spins = Math.round(nS * box * box * box);
  const ratio = r0 / box;
  return size(spins, spins * ratio * ratio * ratio);
};

/** The cells to look at around each cell along one direction: itself and its neighbours, each once. */
const neighbours = (cells: number): Int32Array[] =>
  Array.from({ length: cells }, (_, cell) =>
    Int32Array.from(new Set([cell, (cell + 1) % cells, (cell + cells - 1) % cells])),
  );

/**
 * Random sequential addition: one spin after the other at a uniform position (a grid of 2^-32 of the edge), drawn anew
 * where another spin is nearer than 1. Its pair distribution is that of glass-contact.ts. Linear in the number of spins.
 * Throws a RangeError unless spins is an integer from 2 to 10,000,000, the filling lies above 0 and at most at
 * largestFilling, and the seed is an integer.
 */
export const glass = ({ spins, filling, seed, label = '' }: GlassParameters): Glass => {
  checkSpins(spins);
  checkFilling(filling);
  const { next } = random(seed, `glass/${label}`);
  const edge = cubeRoot(spins / filling);
  const half = edge / 2;
  const positions = new Float64Array(3 * spins);
  // Cells no narrower than 1, so that neighbouring ones are enough, and no more of them than spins.
  const cells = Math.max(1, Math.floor(Math.min(edge, cubeRoot(spins))));
  const near = neighbours(cells);
  const last = new Int32Array(cells * cells * cells).fill(-1);
  const before = new Int32Array(spins);

  const isFree = (x: number, y: number, z: number, nearX: Int32Array, nearY: Int32Array, nearZ: Int32Array) => {
    for (const cz of nearZ)
      for (const cy of nearY)
        for (const cx of nearX)
          for (let j = last[(cz * cells + cy) * cells + cx] as number; j >= 0; j = before[j] as number) {
            let dx = Math.abs((positions[3 * j] as number) - x);
            let dy = Math.abs((positions[3 * j + 1] as number) - y);
            let dz = Math.abs((positions[3 * j + 2] as number) - z);
            if (dx > half) dx = edge - dx;
            if (dy > half) dy = edge - dy;
            if (dz > half) dz = edge - dz;
            if (dx * dx + dy * dy + dz * dz < 1) return false;
          }
    return true;
  };

  for (let i = 0; i < spins; ) {
    const [u, v, w] = [next() / twoTo32, next() / twoTo32, next() / twoTo32];
    const [cx, cy, cz] = [Math.floor(u * cells), Math.floor(v * cells), Math.floor(w * cells)];
    const [x, y, z] = [u * edge, v * edge, w * edge];
    if (!isFree(x, y, z, near[cx] as Int32Array, near[cy] as Int32Array, near[cz] as Int32Array)) continue;
    positions[3 * i] = x;
    positions[3 * i + 1] = y;
    positions[3 * i + 2] = z;
    const cell = (cz * cells + cy) * cells + cx;
    before[i] = last[cell] as number;
    last[cell] = i++;
  }
  return { spins, filling, edge, positions };
};
