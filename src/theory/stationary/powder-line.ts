import { type Line, positive } from './line.ts';
import { cut, standardDeviation } from './lines.ts';
import { gaussLegendre } from './rule.ts';

/**
 * The line of electrons with an anisotropic g-tensor in all orientations alike: omega^2 = sum of omega_k^2 n_k^2 over the
 * axes of the tensor, each orientation n broadened by a Gaussian. Frequencies in rad/s, densities in s.
 */

/** Cells per standard deviation, and Taylor coefficients of the density in a cell: what is left out is below 1e-15. */
const fine = 8;
const terms = 10;
/** Moments of the frequencies within a cell go as far together with the Taylor coefficients. */
const order = 12;
/** Nodes per panel over cos theta; nodes per angle at most; width of the pattern at most, in standard deviations. */
const panel = 16;
const largest = 4096;
const widest = 1500;
/** Changes of the density, over its largest value, below which orientations are no more doubled. */
const settled = 1e-12;

/** Taylor coefficients of the normal density exp(-y^2/2)/sqrt(2 pi) at y, by the recurrence of Hermite polynomials. */
const taylor = (y: number): Float64Array => {
  const a = new Float64Array(order);
  a[0] = Math.exp(-(y * y) / 2) / Math.sqrt(2 * Math.PI);
  a[1] = -y * (a[0] as number);
  for (let n = 1; n + 1 < order; n++) a[n + 1] = -(y * (a[n] as number) + (a[n - 1] as number)) / (n + 1);
  return a;
};

const reach = cut * fine;

/**
 * The Taylor coefficient l of a cell is the sum over cells at distance d, and over j, of moment j there times
 * kernel[d][l order + j]: binomial(l + j, j) times the coefficient l + j of the normal density at d.
 */
const makeKernels = (): readonly Float64Array[] =>
  Array.from({ length: 2 * reach + 1 }, (_, index) => {
    const a = taylor((index - reach) / fine);
    const kernel = new Float64Array(terms * order);
    for (let l = 0; l < terms; l++) {
      let binomial = 1;
      for (let j = 0; l + j < order; j++) {
        kernel[l * order + j] = binomial * (a[l + j] as number);
        binomial *= (l + j + 1) / (j + 1);
      }
    }
    return kernel;
  });
let kernels: readonly Float64Array[] | undefined;

/** Cells of width sigma/8 from `from` on. */
interface Grid {
  readonly from: number;
  readonly sigma: number;
  readonly cells: number;
}

type Axes = readonly [number, number, number];

/** Visits n^2 orientations over (cos theta, phi) in [0, 1] x [0, pi/2], which stand for the whole sphere. */
const orientations = ([x, y, z]: Axes, n: number, visit: (omega: number, weight: number) => void): void => {
  const { nodes, weights } = gaussLegendre(panel);
  const panels = n / panel;
  // Over phi the integrand is even and periodic: the midpoint rule converges as fast; it is constant for x = y.
  const steps = x === y ? 1 : n;
  for (let step = 0; step < steps; step++) {
    const cosine = Math.cos((Math.PI * (step + 0.5)) / (2 * steps));
    // omega^2 = p^2 + (z^2 - p^2) cos^2 theta, p that of the equator.
    const p = Math.sqrt(y * y + (x - y) * (x + y) * cosine * cosine);
    const rise = (z - p) * (z + p);
    for (let part = 0; part < panels; part++)
      for (let k = 0; k < panel; k++) {
        const c = (part + (1 + (nodes[k] as number)) / 2) / panels;
        visit(Math.sqrt(p * p + rise * c * c), (weights[k] as number) / (2 * panels * steps));
      }
  }
};

/** Moments of the frequencies in each cell, in powers of (its middle - omega)/sigma. */
const momentsOn = ({ from, sigma, cells }: Grid, axes: Axes, n: number): Float64Array => {
  const moments = new Float64Array(cells * order);
  orientations(axes, n, (omega, weight) => {
    const at = ((omega - from) / sigma) * fine;
    const cell = Math.min(cells - 1, Math.max(0, Math.floor(at)));
    const distance = (cell + 0.5 - at) / fine;
    let moment = weight;
    for (let j = cell * order; j < (cell + 1) * order; j++) {
      moments[j] = (moments[j] as number) + moment;
      moment *= distance;
    }
  });
  return moments;
};

/** The first `count` Taylor coefficients of the density times sigma in each cell, around its middle, over sigma. */
const coefficientsOf = ({ cells }: Grid, moments: Float64Array, count: number): Float64Array => {
  kernels ??= makeKernels();
  const coefficients = new Float64Array(cells * count);
  for (let source = 0; source < cells; source++) {
    if (moments[source * order] === 0) continue;
    for (let cell = Math.max(0, source - reach); cell <= Math.min(cells - 1, source + reach); cell++) {
      const kernel = kernels[cell - source + reach] as Float64Array;
      for (let l = 0; l < count; l++) {
        let sum = 0;
        for (let j = 0; j + l < order; j++)
          sum += (kernel[l * order + j] as number) * (moments[source * order + j] as number);
        coefficients[cell * count + l] = (coefficients[cell * count + l] as number) + sum;
      }
    }
  }
  return coefficients;
};

/** The axis that stands farthest from the other two comes last: it becomes the polar axis. */
const ordered = (axes: readonly number[]): Axes => {
  const [a, b, c] = [...axes].sort((x, y) => x - y) as [number, number, number];
  return c - b >= b - a ? [a, b, c] : [c, b, a];
};

/**
 * The powder pattern of a tensor with the Zeeman splittings omegaX, omegaY, omegaZ > 0 along its axes, in any order, each
 * orientation a Gaussian of full width fwhm > 0 at half maximum; rad/s. The average over orientations is taken with
 * twice as many nodes until it changes no more; the last change is `densityError`. Throws RangeError outside, and where
 * the pattern is more than 1500 standard deviations wide.
 */
export const powderLine = (of: {
  readonly omegaX: number;
  readonly omegaY: number;
  readonly omegaZ: number;
  readonly fwhm: number;
}): Line => {
  const axes = ordered([positive('omegaX', of.omegaX), positive('omegaY', of.omegaY), positive('omegaZ', of.omegaZ)]);
  const sigma = standardDeviation(positive('fwhm', of.fwhm));
  const [least, most] = [Math.min(...axes), Math.max(...axes)];
  const from = least - cut * sigma;
  const cells = Math.ceil(((most - least) / sigma + 2 * cut) * fine);
  if (!(most - least <= widest * sigma)) {
    const needed = ((most - least) / widest) * (of.fwhm / sigma);
    throw new RangeError(
      `fwhm must be at least ${needed} rad/s for axes that differ by ${most - least} rad/s, got ${of.fwhm}`,
    );
  }
  const grid: Grid = { from, sigma, cells };
  // Neighbouring orientations have to be closer than sigma before the rule converges.
  let n = panel;
  while (n < largest / 2 && n < (most - least) / sigma) n *= 2;
  let moments = momentsOn(grid, axes, n);
  let density = coefficientsOf(grid, moments, 1);
  let [peak, change] = [0, Number.POSITIVE_INFINITY];
  while (n < largest && change > settled * peak) {
    n *= 2;
    moments = momentsOn(grid, axes, n);
    const finer = coefficientsOf(grid, moments, 1);
    [peak, change] = [0, 0];
    for (let k = 0; k < cells; k++) {
      peak = Math.max(peak, finer[k] as number);
      change = Math.max(change, Math.abs((finer[k] as number) - (density[k] as number)));
    }
    density = finer;
  }
  const coefficients = coefficientsOf(grid, moments, terms);
  let centre = 0;
  orientations(axes, 64, (omega, weight) => {
    centre += omega * weight;
  });
  const start = from - centre;
  const end = start + (cells / fine) * sigma;
  /** From the distance to the centre. Sums that round to below 0 in a tail are 0. */
  const at = (offset: number): number => {
    const place = ((offset - start) / sigma) * fine;
    const cell = Math.min(cells - 1, Math.max(0, Math.floor(place)));
    const u = (place - cell - 0.5) / fine;
    let sum = 0;
    for (let l = terms - 1; l >= 0; l--) sum = sum * u + (coefficients[cell * terms + l] as number);
    return sum > 0 ? sum / sigma : 0;
  };
  return {
    name: 'powder',
    density: (omega) => (omega >= from && omega <= from + (end - start) ? at(omega - centre) : 0),
    breaks: [],
    from,
    to: from + (end - start),
    densityError: (2 * change + 4 * Number.EPSILON * peak) / sigma,
    centre,
    pieces: [
      {
        from: start,
        to: end,
        poles: [],
        reach: 1.8 * sigma,
        multiply: (offset, count, by, out) => {
          for (let k = 0; k < count; k++) out[k] = (out[k] as number) * at((offset[k] as number) - by);
        },
      },
    ],
  };
};
