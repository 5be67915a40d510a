import { finite, type Line, notNegative, type Piece, positive } from './line.ts';

/** Lines in closed form. Frequencies in rad/s, densities in s. */

/** Of a Gaussian: fwhm/(2 sqrt(2 log 2)). */
export const standardDeviation = (fwhm: number): number => fwhm / (2 * Math.sqrt(2 * Math.LN2));

/** exp(-x^2/2) at this many standard deviations is 3e-22: two densities there add nothing. */
export const cut = 10;

/** A Gaussian of integral `share`, `centre` away from the centre of its line. */
const bell = (centre: number, sigma: number, share: number): Piece => {
  const weight = share / (sigma * Math.sqrt(2 * Math.PI));
  return {
    from: Number.NEGATIVE_INFINITY,
    to: Number.POSITIVE_INFINITY,
    bell: { centre, sigma, weight },
    poles: [],
    // exp(-x^2/2) grows to exp(1.8^2/2), five times, so far above the axis.
    reach: 1.8 * sigma,
    multiply: (offset, count, by, out) => {
      for (let k = 0; k < count; k++) {
        const x = ((offset[k] as number) - by - centre) / sigma;
        out[k] = (out[k] as number) * weight * Math.exp(-(x * x) / 2);
      }
    },
  };
};

const bells = (name: string, centre: number, sigma: number, pieces: readonly Piece[]): Line => {
  const centres = pieces.map((piece) => piece.bell?.centre as number);
  return {
    name,
    density: (omega) => {
      let sum = 0;
      for (const { bell } of pieces) {
        if (bell === undefined) continue;
        const x = (omega - centre - bell.centre) / bell.sigma;
        sum += bell.weight * Math.exp(-(x * x) / 2);
      }
      return sum;
    },
    breaks: [],
    from: centre + Math.min(...centres) - cut * sigma,
    to: centre + Math.max(...centres) + cut * sigma,
    densityError: 0,
    centre,
    pieces,
  };
};

/** A Gaussian around omegaS of full width fwhm > 0 at half maximum, rad/s. Throws RangeError outside. */
export const gaussianLine = ({ omegaS, fwhm }: { readonly omegaS: number; readonly fwhm: number }): Line => {
  finite('omegaS', omegaS);
  const sigma = standardDeviation(positive('fwhm', fwhm));
  return bells('gaussian', omegaS, sigma, [bell(0, sigma, 1)]);
};

/**
 * Two equal Gaussians at omegaS -+ separation/2, each of full width fwhm > 0 at half maximum, rad/s; separation >= 0.
 * Throws RangeError outside.
 */
export const twoLines = (of: { readonly omegaS: number; readonly fwhm: number; readonly separation: number }): Line => {
  finite('omegaS', of.omegaS);
  const sigma = standardDeviation(positive('fwhm', of.fwhm));
  const half = notNegative('separation', of.separation) / 2;
  return bells(
    'two lines',
    of.omegaS,
    sigma,
    half === 0 ? [bell(0, sigma, 1)] : [bell(-half, sigma, 1 / 2), bell(half, sigma, 1 / 2)],
  );
};

/**
 * A product of two Lorentzians falls as omega^-4: beyond L = `units` (|Delta| + 2 gamma) on either side it has less than
 * gamma (Delta^2 + 4 gamma^2)/(3 pi L^3) < 1e-17 of its integral.
 */
const units = 4e5;

/**
 * A Lorentzian around omegaS of full width fwhm > 0 at half maximum, rad/s. It has no mean; `from` and `to` enclose what
 * counts for pairs that differ by less than fwhm. Throws RangeError outside.
 */
export const lorentzianLine = ({ omegaS, fwhm }: { readonly omegaS: number; readonly fwhm: number }): Line => {
  finite('omegaS', omegaS);
  const halfWidth = positive('fwhm', fwhm) / 2;
  const density = (omega: number): number => {
    const x = (omega - omegaS) / halfWidth;
    return 1 / (Math.PI * halfWidth * (1 + x * x));
  };
  return {
    name: 'lorentzian',
    density,
    breaks: [],
    from: omegaS - 4 * units * halfWidth,
    to: omegaS + 4 * units * halfWidth,
    densityError: 0,
    centre: omegaS,
    pieces: [
      {
        from: Number.NEGATIVE_INFINITY,
        to: Number.POSITIVE_INFINITY,
        tails: { halfWidth, units },
        poles: [{ at: 0, width: halfWidth }],
        reach: Number.POSITIVE_INFINITY,
        multiply: (offset, count, by, out) => {
          for (let k = 0; k < count; k++) {
            const x = ((offset[k] as number) - by) / halfWidth;
            out[k] = (out[k] as number) / (Math.PI * halfWidth * (1 + x * x));
          }
        },
      },
    ],
  };
};
