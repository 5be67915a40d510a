import { describe, expect, test } from 'vitest';
import { type Ball, balls } from '../../../../src/number/ball.ts';
import { fixedRule } from '../../../../src/number/gauss-legendre.ts';
import { random } from '../../../../src/number/random.ts';
import { approximate, compare, fromBinary64, minus, type Rational } from '../../../../src/number/rational.ts';
import { chooseRule, tanhBound } from '../../../../src/theory/stationary/certified/bounds.ts';
import { exponential, exponentialError } from '../../../../src/theory/stationary/certified/exponential.ts';
import { ballOf, fixed, frame, type Input, scale, toFloat } from '../../../../src/theory/stationary/certified/frame.ts';
import { innerIntegrals } from '../../../../src/theory/stationary/certified/inner.ts';
import type { CertifiedLine } from '../../../../src/theory/stationary/certified/line.ts';
import { certifiedGaussian, certifiedTwoLines } from '../../../../src/theory/stationary/certified/lines.ts';
import { certifiedLorentzian } from '../../../../src/theory/stationary/certified/lorentzian.ts';
import { type Flow, outerIntegrals } from '../../../../src/theory/stationary/certified/outer.ts';
import {
  labelled,
  type Model,
  means,
  populationError,
  populations,
} from '../../../../src/theory/stationary/certified/pairs.ts';
import { certifiedHole, certifiedLattice } from '../../../../src/theory/stationary/certified/profiles.ts';
import { certifiedTableLine } from '../../../../src/theory/stationary/certified/table-line.ts';
import { certifiedTableProfile } from '../../../../src/theory/stationary/certified/table-profile.ts';

const draws = random(1, 'certified bounds');
/** Uniform from a to b. */
const between = (a: number, b: number): number => a + ((b - a) * draws.next()) / 4294967296;

/** A complex number. */
type Complex = readonly [re: number, im: number];
const add = ([a, b]: Complex, [c, d]: Complex): Complex => [a + c, b + d];
const mul = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
const inverse = ([a, b]: Complex): Complex => [a / (a * a + b * b), -b / (a * a + b * b)];
const exp = ([a, b]: Complex): Complex => [Math.exp(a) * Math.cos(b), Math.exp(a) * Math.sin(b)];
const size = ([a, b]: Complex): number => Math.hypot(a, b);

const input =
  (x: number): Input =>
  (a) =>
    a.rational(fromBinary64(x));
const f = frame(128, input(100));

describe('tanhBound', () => {
  test('is not exceeded, and is reached', () => {
    for (let k = 0; k < 1500; k++) {
      const [x, y, x0] = [between(-3, 3), between(-2, 2), between(0, 2)];
      const top = exp([2 * x, 2 * y]);
      const value = size(mul(add(top, [-1, 0]), inverse(add(top, [1, 0]))));
      expect(value).toBeLessThanOrEqual(Math.abs(x) >= x0 ? tanhBound(Math.abs(y), x0) : tanhBound(Math.abs(y)));
    }
    expect(tanhBound(1.4)).toBeCloseTo(Math.tan(1.4), 6);
    expect(tanhBound(0.7)).toBe(1);
    expect(tanhBound(1.6)).toBe(Number.POSITIVE_INFINITY);
    expect(tanhBound(1.6, 1)).toBeCloseTo(1 / Math.tanh(1), 6);
  });
});

describe('chooseRule', () => {
  /** The error of a rule for 1/(z - x) on [-1, 1], z > 1: log((z + 1)/(z - 1)) is right. */
  const errorOf = (n: number, z: number): number => {
    const { bits, nodes } = fixedRule(n, 100);
    const sum = nodes.reduce((total, { node, weight }) => {
      const [x, w] = [toFloat(node.from, bits), toFloat(weight.from, bits)];
      return total + (node.to === 0n ? w / z : (2 * w * z) / (z * z - x * x));
    }, 0);
    return Math.abs(sum - Math.log((z + 1) / (z - 1)));
  };
  const bound = (z: number) => (beyond: number) => (1 + beyond < z ? 1 / (z - 1 - beyond) : Number.POSITIVE_INFINITY);

  test('bounds the error, which a rule of half the points exceeds', () => {
    for (const z of [1.02, 1.1, 1.5, 2, 4])
      for (const tolerance of [1e-3, 1e-6, 1e-10]) {
        const rule = chooseRule(1, tolerance, 100, bound(z));
        if (rule === undefined) {
          expect(z).toBe(1.02);
          continue;
        }
        expect(rule.error).toBeLessThanOrEqual(tolerance);
        expect(errorOf(rule.n, z)).toBeLessThanOrEqual(rule.error + 1e-15);
        if (tolerance < 1e-9) expect(errorOf(Math.floor(rule.n / 2), z)).toBeGreaterThan(tolerance);
      }
  });

  test('takes no rule of more points than allowed', () => {
    expect(chooseRule(1, 1e-10, 5, bound(1.1))).toBeUndefined();
    expect(chooseRule(1, 1e-10, 100, () => Number.POSITIVE_INFINITY)).toBeUndefined();
    expect(chooseRule(1, 1e-10, 100, () => 0)).toEqual({ n: 2, error: 0 });
  });
});

describe('exponential', () => {
  test.each([80, 113, 400])('errs by at most 16 units of %i bits', (bits) => {
    const { base } = frame(bits, input(1));
    const one = 1n << BigInt(bits);
    const of = exponential(bits);
    expect(of(0n)).toBe(one);
    expect(of(one << 20n)).toBe(0n);
    for (let k = 0; k < 60; k++) {
      const x = (BigInt(draws.next()) * BigInt(draws.next()) * one) >> BigInt(55 + draws.below(20));
      const enclosed = base.exp(base.neg(ballOf({ bits, base, omega0I: base.pi() }, x, 0)));
      expect(base.overlap(ballOf({ bits, base, omega0I: base.pi() }, of(x), exponentialError), enclosed)).toBe(true);
    }
  });
});

describe('profiles', () => {
  const [omegaM, width, depth, beta, start] = [900, 8, 0.7, 0.002, 950];
  const origin = balls(60).rational(fromBinary64(start));
  const L = (y: Complex): Complex => {
    const z: Complex = add(y, [(start - omegaM) / 100, 0]);
    const delta = width / 200;
    return mul([delta * delta, 0], inverse(add(mul(z, z), [delta * delta, 0])));
  };
  const X = (y: Complex): Complex =>
    mul(mul(add(y, [start / 100, 0]), [beta * 100, 0]), add([1, 0], mul([-depth, 0], L(y))));
  const alphas = [0.001, 0.004, -0.002];
  const places = [920, 930, 960];
  const table = (y: Complex, piece: number): Complex => {
    const k = Math.max(1, Math.min(piece, 2));
    const [x0, x1, a0, a1] = [places[k - 1], places[k], alphas[k - 1], alphas[k]] as [number, number, number, number];
    const omega = add(mul(y, [100, 0]), [start, 0]);
    const alpha =
      piece === 0
        ? ([alphas[0], 0] as Complex)
        : piece === 3
          ? ([alphas[2], 0] as Complex)
          : add([a0, 0], mul([(a1 - a0) / (x1 - x0), 0], add(omega, [-x0, 0])));
    return mul(omega, alpha);
  };
  const straight = (y: Complex): Complex => mul(add(y, [start / 100, 0]), [beta * 100, 0]);
  test.each([
    [
      'a hole',
      certifiedHole({ betaL: input(beta), omegaM: input(omegaM), holeFwhm: input(width), depth: input(depth) }),
      X,
      0,
    ],
    ['the lattice', certifiedLattice({ betaL: input(beta) }), straight, 0],
    ['a table', certifiedTableProfile(places.map((at, k) => [input(at), input(alphas[k] as number)])), table, 3],
  ] as const)('of %s keep what they promise about X off the real axis', (_, profile, exact, last) => {
    const term = profile.at(f, origin);
    const reached = { imaginary: 0, anywhere: 0 };
    for (let k = 0; k < 1000; k++) {
      const piece = last === 0 ? 0 : draws.below(last + 1);
      const lo = between(-0.8, 0.2);
      const [hi, height] = [lo + between(0, 0.2), between(0, 0.06)];
      const y: Complex = [between(lo, hi), between(-height, height)];
      const [re, im] = exact(y, piece);
      const bound = term.imaginary(lo, hi, height, piece);
      expect(Math.abs(im)).toBeLessThanOrEqual(bound + 1e-14);
      const [least, most] = term.real(lo, hi, height, piece);
      expect(bound === Number.POSITIVE_INFINITY || (least <= re && re <= most)).toBe(true);
      reached.imaginary = Math.max(reached.imaginary, Math.abs(im) / bound);
      if (piece !== 0 && piece !== last) continue;
      const other: Complex = [between(lo, hi), between(-height, height)];
      const apart = size(add(exact(y, piece), mul([-1, 0], exact(other, piece))));
      const distance = size(add(y, mul([-1, 0], other)));
      expect(apart).toBeLessThanOrEqual(term.difference(distance, height, 1) + 1e-14);
      expect(Math.abs(im)).toBeLessThanOrEqual(term.imaginaryAnywhere(height, 1) + 1e-14);
      reached.anywhere = Math.max(reached.anywhere, Math.abs(im) / term.imaginaryAnywhere(height, 1));
    }
    // Bounds that are never approached would make the test empty.
    expect(reached.imaginary).toBeGreaterThan(0.5);
    expect(reached.anywhere).toBeGreaterThan(last === 0 ? 0.2 : 0);
    const unit = 2 ** -60;
    for (let k = 0; k < 200; k++) {
      const y = between(-0.8, 0.2);
      const piece = term.breaks.filter((at) => toFloat(at, 128) <= y).length;
      const at = BigInt(Math.round(y / unit)) << 68n;
      expect(Math.abs(toFloat(term.term(at, piece), 128) - exact([y, 0], piece)[0])).toBeLessThan(1e-12);
      expect(Math.abs(exact([y, 0], piece)[0])).toBeLessThanOrEqual(term.largest(0.8));
    }
  });
});

describe('populations', () => {
  test('err by as much as they may for terms that err, and no more', () => {
    let most = 0;
    for (let k = 0; k < 300; k++) {
      const [coarse, fine] = [64, 160];
      const model = k % 2 === 0 ? means : labelled;
      const draw = (size: number) => BigInt(Math.round(between(-size, size) * 2 ** 50)) << 14n;
      const [X, there, interaction, sin] = [draw(3), draw(3), draw(2), draw(1)] as [bigint, bigint, bigint, bigint];
      const at = (bits: number, off: bigint) => {
        const sums = { d: 0n, s: 0n };
        const up = (x: bigint) => (x << BigInt(bits - coarse)) + off;
        const pair = { sin: up(sin), interaction: up(interaction), s: 0, added: 0 };
        populations(model, bits)(pair, up(X) + 20n * off, up(there) - 20n * off, 1n << BigInt(bits), sums);
        const unit = 2n * BigInt(bits) - BigInt(coarse);
        return [sums.d >> unit, sums.s >> unit] as const;
      };
      const [rough, right] = [at(coarse, BigInt(draws.below(3)) - 1n), at(fine, 0n)];
      for (const part of [0, 1] as const) {
        const error = Math.abs(Number(rough[part] - right[part]));
        expect(error).toBeLessThanOrEqual(populationError(21, 3));
        most = Math.max(most, error);
      }
    }
    expect(most).toBeGreaterThan(populationError(21, 3) / 30);
  });
});

describe('outer integrals', () => {
  test('hold integrals over the angle that are known in closed form', () => {
    const { base } = f;
    const of = (x: number) => base.rational(fromBinary64(x));
    const line = certifiedGaussian({ omegaS: input(950), fwhm: input(500) }).at(f, 0, 1e-20);
    const term = certifiedLattice({ betaL: input(1e-5) }).at(f, line.origin);
    const [least, square] = [of(0.25), of(0.01)];
    const angles = { least, widthSquare: square, betaSS: of(0.1), signs: [1] as const };
    // d: 1, s: sin phi.
    const inner = (sin: Ball) => ({ d: 1n << 128n, s: fixed(f, sin), error: 4 });
    const weights = [(_: unknown, x: { cosSquare: Ball }) => x.cosSquare, (_: unknown, x: { q: Ball }) => x.q] as const;
    const right = base.div(base.pi(), of(2));
    const range = base.sub(right, least);
    const [sin, cos] = [base.sin(least), base.cos(least)];
    const ofSquare = base.sub(base.div(range, of(2)), base.div(base.mul(sin, cos), of(2)));
    const width = base.sqrt(square);
    const more = base.sqrt(base.add(of(1), square));
    const angle = base.atan(base.div(base.mul(width, sin), base.mul(more, cos)));
    const ofQ = base.sub(range, base.mul(base.div(width, more), base.sub(right, angle)));
    const cube = base.div(base.mul(cos, base.mul(cos, cos)), of(3));
    for (const tolerance of [1e3, 1, 1e-3, 1e-8, 1e-20]) {
      const [square, q] = outerIntegrals(f, line, term, means, angles, inner, weights, tolerance) as [Flow, Flow];
      for (const [found, exact] of [
        [square.d, ofSquare],
        [square.s, cube],
        [q.d, ofQ],
      ] as const) {
        expect(base.overlap(found, exact)).toBe(true);
        expect(base.middle(base.abs(base.sub(found, exact)))).toBeLessThan(tolerance);
      }
      if (tolerance < 1e-3) expect(base.overlap(q.d, square.d)).toBe(false);
    }
  });
});

describe('inner integrals', () => {
  const line = certifiedGaussian({ omegaS: input(950), fwhm: input(60) });
  const profile = certifiedHole({ betaL: input(0.002), omegaM: input(940), holeFwhm: input(20), depth: input(0.9) });
  const points = [0, 1, 3, 2, 0].map((y, k) => [input(800 + 70 * k), input(y)] as const);
  const alphas = [0.001, 0.003, -0.001].map((y, k) => [input(900 + 50 * k), input(y)] as const);
  const at = (
    bits: number,
    tolerance: number,
    ofLine: CertifiedLine,
    ofProfile: typeof profile,
    model: Model,
    beyond = 1e-30,
  ) => {
    const inner = frame(bits, input(100));
    const { base } = inner;
    const made = ofLine.at(inner, 0, beyond);
    const [sin, half] = [0.75, 0.1].map((x) => base.rational(fromBinary64(x))) as [Ball, Ball];
    const budget = { used: 0, most: 1e6 };
    const found = innerIntegrals(inner, made, ofProfile.at(inner, made.origin), model, budget)(sin, half, tolerance);
    const rational = (x: number) => base.ends(ballOf(inner, found.d, x));
    return { found, ends: rational(found.error), middle: rational(0)[0] };
  };
  const apart = (a: Rational, b: Rational): number => Math.abs(approximate(minus(a, b)));

  test('what lies beyond the range counts', () => {
    const lorentzian = certifiedLorentzian({ omegaS: input(950), fwhm: input(60) });
    const of = (beyond: number) => at(160, 1e-12, lorentzian, profile, means, beyond);
    const [near, far] = [of(1e-3), of(1e-20)];
    expect(apart(near.middle, far.middle)).toBeGreaterThan(1e-6);
    expect(compare(near.ends[0], far.ends[1]) <= 0 && compare(near.ends[1], far.ends[0]) >= 0).toBe(true);
  });

  test.each([
    ['Gaussian', line, profile, means],
    ['Gaussian, as printed', line, profile, labelled],
    ['table', certifiedTableLine(points), certifiedTableProfile(alphas), means],
  ] as const)('%s: rounding and quadrature err by less than they say, and not by far less', (_, of, by, model) => {
    const right = at(200, 1e-40, of, by, model);
    // Rounding alone counts: the quadrature of the first is far better than its precision.
    for (const [bits, tolerance, share] of [
      [90, 1e-33, 1e-6],
      [160, 1e-4, 1e-9],
      [160, 1e3, 1e-4],
    ] as const) {
      const { ends, middle, found } = at(bits, tolerance, of, by, model);
      const error = found.error * scale(-bits);
      expect(error).toBeLessThan(bits === 90 ? 1e-20 : tolerance);
      expect(compare(ends[0], right.ends[1]) <= 0 && compare(ends[1], right.ends[0]) >= 0).toBe(true);
      expect(apart(middle, right.middle)).toBeGreaterThan(share * error);
    }
  });
});

describe('lines', () => {
  const centre = 500;
  const bell = (u: Complex, at: number, s: number): Complex => {
    const x = mul(add(u, [-at, 0]), [1 / s, 0]);
    return exp(mul([-0.5, 0], mul(x, x)));
  };
  const sigma = 0.2 / (2 * Math.sqrt(2 * Math.LN2));
  const lorentz = (y: Complex): Complex => mul([0.01, 0], inverse(add(mul(y, y), [0.01, 0])));
  const sums: readonly (readonly [string, CertifiedLine, (y: Complex) => Complex])[] = [
    ['Gaussian', certifiedGaussian({ omegaS: input(centre), fwhm: input(20) }), (y) => bell(y, 0, sigma)],
    [
      'two lines',
      certifiedTwoLines({ omegaS: input(centre), fwhm: input(20), separation: input(40) }),
      (y) => add(bell(y, 0.2, sigma), bell(y, -0.2, sigma)),
    ],
    ['Lorentzian', certifiedLorentzian({ omegaS: input(centre), fwhm: input(20) }), lorentz],
  ];
  test.each(sums)('%s: weights and their bounds, up to one factor', (_, made, density) => {
    const line = made.at(f, 0.3, 1e-20);
    const { base } = f;
    const weightAt = (u: number, Delta: number): number => {
      const at = line.at(base.rational(fromBinary64(Delta)));
      const places = [BigInt(Math.round(u * 2 ** 40)) << 88n];
      return toFloat(at.weights(places, line.prepare(places), 0, 0)[0] as bigint, 128);
    };
    const product = (u: Complex, Delta: Complex): Complex =>
      mul(density(add(u, mul([0.5, 0], Delta))), density(add(u, mul([-0.5, 0], Delta))));
    const factor = weightAt(0, 0.5) / product([0, 0], [0.5, 0])[0];
    let reached = 0;
    for (let k = 0; k < 150; k++) {
      const Delta = between(0.3, 1);
      const [lo, height] = [between(-0.8, 0.6), between(0, 0.09)];
      const hi = lo + between(0, 0.2);
      const u: Complex = [between(lo, hi), between(-height, height)];
      const grid = Math.round(u[0] * 2 ** 40) / 2 ** 40;
      const weight = weightAt(grid, Delta);
      expect(Math.abs(weight - factor * product([grid, 0], [Delta, 0])[0])).toBeLessThan(1e-12 * weight + 1e-17);
      expect(weight).toBeLessThanOrEqual(line.largest);
      const bound = line.at(base.rational(fromBinary64(Delta))).bound(lo, hi, height, 0, 0);
      const value = factor * size(product(u, [Delta, 0]));
      expect(value).toBeLessThanOrEqual(bound);
      reached = Math.max(reached, value / bound);
      // The integral over the real line of u for complex Delta, by sums.
      if (k % 30 === 0) {
        const complex: Complex = [Delta, between(-0.09, 0.09)];
        let sum = 0;
        for (let j = -1000; j <= 1000; j++) sum += factor * size(product([j * 0.01, 0], complex)) * 0.01;
        const rectangle = { lo: Delta, hi: Delta, height: Math.abs(complex[1]) };
        // The bells part u from Delta: their u is real.
        const lift = made.name === 'Lorentzian' ? Math.abs(complex[1]) / 2 : 0;
        expect(sum).toBeLessThanOrEqual(line.overall(rectangle, lift, 0) * (1 + 1e-9));
      }
    }
    expect(reached).toBeGreaterThan(0.5);
  });

  test.each(sums)('%s: what lies beyond the range is bounded, not by far too much', (_, made, density) => {
    const line = made.at(f, 0.3, 1e-3);
    const at = line.at(f.base.rational(fromBinary64(0.5)));
    const of = (u: number): number => density([u + 0.25, 0])[0] * density([u - 0.25, 0])[0];
    const place = 1n << 127n;
    const factor = toFloat(at.weights([place], line.prepare([place]), 0, 0)[0] as bigint, 128) / of(0.5);
    const end = toFloat(at.range[1], 128);
    let sum = 0;
    for (let x = end; x < end + 40; x += 0.002) sum += 2 * factor * of(x + 0.001) * 0.002;
    expect(toFloat(at.range[0], 128)).toBe(-end);
    expect(sum).toBeLessThanOrEqual(at.tail);
    // Of two lines the bell in the middle has its tail bounded as if it stood outermost.
    if (made.name !== 'two lines') expect(sum).toBeGreaterThan(at.tail / 30);
  });

  test('a table is straight between its points and 0 outside', () => {
    const points = [
      [500, 1],
      [530, 4],
      [580, 2],
    ] as const;
    const line = certifiedTableLine(points.map(([x, y]) => [input(x), input(y)])).at(f, 0, 1e-20);
    const at = line.at(f.base.rational(fromBinary64(0.25)));
    const u = BigInt(0.375 * 2 ** 40) << 88n;
    // y = 0.5 and 0.25: heights 4 - 0.2 x 20/... of 4.
    const [here, there] = [4 - (2 * 20) / 50, 1 + (3 * 25) / 30];
    expect(toFloat(at.weights([u], [], 2, 1)[0] as bigint, 128)).toBeCloseTo((here * there) / 16, 14);
    expect(at.weights([u], [], 3, 1)).toEqual([0n]);
    expect(at.range.map((x) => toFloat(x, 128))).toEqual([0.125, expect.closeTo(0.675, 14)]);
    expect(at.bound(0.3, 0.4, 0.1, 2, 1)).toBeGreaterThan((here * there) / 16);
  });
});
