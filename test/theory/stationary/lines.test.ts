import { describe, expect, test } from 'vitest';
import type { Line } from '../../../src/theory/stationary/line.ts';
import { gaussianLine, lorentzianLine, twoLines } from '../../../src/theory/stationary/lines.ts';
import { powderLine } from '../../../src/theory/stationary/powder-line.ts';
import { gaussLegendre } from '../../../src/theory/stationary/rule.ts';
import { tableLine } from '../../../src/theory/stationary/table-line.ts';

const MHz = 2e6 * Math.PI;
const omegaS = 95e3 * MHz;

const lines: readonly Line[] = [
  gaussianLine({ omegaS, fwhm: 100 * MHz }),
  lorentzianLine({ omegaS, fwhm: 100 * MHz }),
  twoLines({ omegaS, fwhm: 20 * MHz, separation: 150 * MHz }),
  tableLine([
    [omegaS, 1],
    [omegaS + 20 * MHz, 3],
    [omegaS + 70 * MHz, 0],
    [omegaS + 80 * MHz, 0],
    [omegaS + 90 * MHz, 2],
  ]),
  powderLine({ omegaX: omegaS, omegaY: omegaS - 100 * MHz, omegaZ: omegaS + 150 * MHz, fwhm: 20 * MHz }),
  powderLine({ omegaX: omegaS, omegaY: omegaS, omegaZ: omegaS - 150 * MHz, fwhm: 20 * MHz }),
];

/** Integral and first moment about the centre, by many panels on each side of every break. */
const momentsOf = (line: Line): readonly [number, number] => {
  const { nodes, weights } = gaussLegendre(10);
  const ends =
    line.name === 'lorentzian'
      ? // 1 - 2/pi over 10^6 widths, in panels that double.
        Array.from({ length: 41 }, (_, k) => line.centre + Math.sign(k - 20) * 50 * MHz * (2 ** Math.abs(k - 20) - 1))
      : [line.from, ...line.breaks, line.to];
  let [norm, first] = [0, 0];
  for (let k = 0; k + 1 < ends.length; k++) {
    const [from, to] = [ends[k] as number, ends[k + 1] as number];
    const parts = 200;
    const half = (to - from) / parts / 2;
    for (let part = 0; part < parts; part++)
      nodes.forEach((node, n) => {
        const omega = from + (2 * part + 1 + node) * half;
        const share = line.density(omega) * half * (weights[n] as number);
        norm += share;
        first += share * (omega - line.centre);
      });
  }
  return [norm, first];
};

describe('lines', () => {
  test.each(lines.map((line) => [line.name, line] as const))('%s: integral 1, mean at the centre', (_, line) => {
    const [norm, first] = momentsOf(line);
    const beyond = line.name === 'lorentzian' ? 2 / (Math.PI * (2 ** 20 - 1)) : 0;
    expect(Math.abs(norm + beyond - 1)).toBeLessThan(1e-12 + line.densityError * (line.to - line.from));
    expect(Math.abs(first) / MHz).toBeLessThan(1e-8);
  });

  test.each(lines.map((line) => [line.name, line] as const))('%s: the pieces are the density', (_, line) => {
    for (let k = 1; k < 50; k++) {
      const omega = omegaS + (k - 25) * 7 * MHz;
      let sum = 0;
      for (const piece of line.pieces) {
        const offset = omega - line.centre;
        if (offset < piece.from || offset >= piece.to) continue;
        const out = Float64Array.of(1);
        piece.multiply(Float64Array.of(offset + MHz), 1, MHz, out);
        sum += out[0] as number;
      }
      // Offsets of 1e9 rad/s are rounded to 1e-7 rad/s, 1e-14 of these widths.
      expect(Math.abs(sum - line.density(omega)) * MHz).toBeLessThan(1e-13);
      expect(line.density(omega)).toBeGreaterThanOrEqual(0);
    }
  });

  test('full width at half maximum', () => {
    for (const make of [gaussianLine, lorentzianLine]) {
      const line = make({ omegaS: 0, fwhm: 2 });
      expect(line.density(1) / line.density(0)).toBeCloseTo(0.5, 14);
      expect(line.density(-1)).toBe(line.density(1));
    }
  });

  test('two lines that do not lie apart are one', () => {
    const [one, two] = [gaussianLine({ omegaS, fwhm: MHz }), twoLines({ omegaS, fwhm: MHz, separation: 0 })];
    expect(two.density(omegaS + MHz)).toBe(one.density(omegaS + MHz));
  });

  test('beyond a table there is nothing, at its ends a step, and its scale does not matter', () => {
    const box = tableLine([
      [2, 3e300],
      [6, 3e300],
    ]);
    expect([1.9, 2, 4, 6, 6.1].map(box.density)).toEqual([0, 0.25, 0.25, 0.25, 0]);
    expect(box.centre).toBe(4);
    const triangle = tableLine([
      [0, 0],
      [3, 1e-320],
    ]);
    expect(triangle.centre).toBeCloseTo(2, 14);
    expect(triangle.density(3)).toBeCloseTo(2 / 3, 14);
  });
});

describe('powder patterns', () => {
  /** Exact mean of omega^2: that of the squares along the axes. */
  const secondMoment = (line: Line): number => {
    const { nodes, weights } = gaussLegendre(10);
    const half = (line.to - line.from) / 400;
    let sum = 0;
    for (let part = 0; part < 200; part++)
      nodes.forEach((node, n) => {
        const omega = line.from + (2 * part + 1 + node) * half;
        sum += line.density(omega) * half * (weights[n] as number) * (omega / omegaS) * (omega / omegaS);
      });
    return sum;
  };

  test('mean of omega^2 is that of the axes and the width', () => {
    const [x, y, z] = [0.95 * omegaS, 0.99 * omegaS, 1.03 * omegaS];
    const fwhm = 0.002 * omegaS;
    const line = powderLine({ omegaX: x, omegaY: y, omegaZ: z, fwhm });
    const sigma = fwhm / (2 * Math.sqrt(2 * Math.log(2)));
    const exact = (x * x + y * y + z * z) / 3 + sigma * sigma;
    expect(secondMoment(line)).toBeCloseTo(exact / omegaS / omegaS, 11);
    expect(line.densityError * sigma).toBeLessThan(1e-11);
  });

  test('axes may come in any order; equal ones give a Gaussian', () => {
    const axes = [omegaS, omegaS + 30 * MHz, omegaS + 90 * MHz] as const;
    const of = ([x, y, z]: readonly number[]): number =>
      powderLine({ omegaX: x as number, omegaY: y as number, omegaZ: z as number, fwhm: 9 * MHz }).density(
        omegaS + 28 * MHz,
      );
    expect(of([axes[1], axes[2], axes[0]])).toBe(of(axes));
    const isotropic = powderLine({ omegaX: omegaS, omegaY: omegaS, omegaZ: omegaS, fwhm: 9 * MHz });
    const gaussian = gaussianLine({ omegaS, fwhm: 9 * MHz });
    for (const at of [0, 1, 5, 20, 30])
      expect(Math.abs(isotropic.density(omegaS + at * MHz) - gaussian.density(omegaS + at * MHz)) * MHz).toBeLessThan(
        1e-12,
      );
  });

  test('an axial pattern is the limit of one that is nearly so', () => {
    const of = (near: number): number =>
      powderLine({ omegaX: omegaS, omegaY: omegaS + near, omegaZ: omegaS + 90 * MHz, fwhm: 9 * MHz }).density(
        omegaS + 10 * MHz,
      ) * MHz;
    expect(of(1)).toBeCloseTo(of(0), 8);
    expect(of(1e7)).not.toBeCloseTo(of(0), 4);
  });
});

describe('what is no line is refused', () => {
  const fwhm = 100 * MHz;
  test.each([
    [() => gaussianLine({ omegaS, fwhm: 0 }), 'fwhm must be above 0, got 0'],
    [() => gaussianLine({ omegaS: Number.NaN, fwhm }), 'omegaS must be a finite number, got NaN'],
    [() => lorentzianLine({ omegaS, fwhm: -1 }), 'fwhm must be above 0, got -1'],
    [() => lorentzianLine({ omegaS: Number.NEGATIVE_INFINITY, fwhm }), 'omegaS must be a finite number, got -Infinity'],
    [() => twoLines({ omegaS, fwhm, separation: -1 }), 'separation must be at least 0, got -1'],
    [() => twoLines({ omegaS, fwhm: Number.NaN, separation: 1 }), 'fwhm must be a finite number, got NaN'],
    [() => powderLine({ omegaX: 1, omegaY: 0, omegaZ: 1, fwhm }), 'omegaY must be above 0, got 0'],
    [() => powderLine({ omegaX: 1, omegaY: 1, omegaZ: 1, fwhm: 0 }), 'fwhm must be above 0, got 0'],
    [() => powderLine({ omegaX: 1, omegaY: 1, omegaZ: 2, fwhm: 1e-4 }), 'fwhm must be at least 0.00156'],
    [() => tableLine([[1, 1]]), 'the line must have at least two rows, got 1'],
    [
      () => tableLine([[1, 1], [3, 1], [2, 1]]), // biome-ignore format: a table
      'row 3 of the line: frequency must be above that of row 2, got 2 after 3',
    ],
    [
      () => tableLine([[1, 1], [1, 2]]), // biome-ignore format: a table
      'row 2 of the line: frequency must be above that of row 1, got 1 again',
    ],
    [() => tableLine([[1, 1], [2, -1]]), 'row 2 of the line: height must be at least 0, got -1'], // biome-ignore format: a table
    [
      () => tableLine([[1, 1], [2, Number.POSITIVE_INFINITY]]), // biome-ignore format: a table
      'row 2 of the line: height must be a finite number, got Infinity',
    ],
    [
      () => tableLine([[Number.NaN, 1], [2, 1]]), // biome-ignore format: a table
      'row 1 of the line: frequency must be a finite number, got NaN',
    ],
    [() => tableLine([[1, 0], [2, 0]]), 'the line must have a height above 0 in some row, got 0 in all'], // biome-ignore format: a table
    [
      () => tableLine([[-1e308, 1], [1e308, 1]]), // biome-ignore format: a table
      'the length of the line must be a finite number, got Infinity',
    ],
  ])('%#', (make, message) => {
    expect(make).toThrow(RangeError);
    expect(make).toThrow(message);
  });
});
