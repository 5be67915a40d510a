import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Kind, Point } from '../../src/foreign/case.ts';
import { mostUlps } from '../../src/foreign/inputs/bases.ts';
import { type Asking, askings, basesOf, drawingOf, invalidAskings, simpler } from '../../src/foreign/inputs/inputs.ts';
import { quantities, quantityOf } from '../../src/library/catalogue.ts';
import { random } from '../../src/number/random.ts';
import { OracleError } from '../../src/oracle/error.ts';
import { pointOf, prepare } from '../../src/oracle/prepare.ts';
import { parametersOf } from '../../src/theory/parameters-of.ts';
import type { Quantity } from '../../src/theory/quantity.ts';

const seed = 11;
const drawn = (quantity: Quantity, count: number): readonly Asking[] =>
  fc.sample(askings(quantity), { numRuns: count, seed });
const named = quantities.map((quantity) => [quantity.name, quantity] as const);
const pointsOf = (name: string, count: number, kind: Kind): readonly Point[] =>
  drawn(quantityOf(name), count).flatMap((asking) => (asking.kind === kind ? [asking.point] : []));

describe('points of every quantity in every edition', () => {
  test.each(named)('%s', (_, quantity) => {
    const names = parametersOf(quantity).map(({ name }) => name);
    for (const { kind, point } of drawn(quantity, 60)) {
      expect(kind).not.toBe('invalid');
      expect(Object.keys(point)).toEqual(names);
      expect(() => prepare(quantity, pointOf(point)), JSON.stringify(point)).not.toThrow();
      // Whoever squares an input, or multiplies two of them, stays in the range of doubles.
      const squares = Object.values(point).flatMap((x) => (x === 0 ? [] : [x * x]));
      expect(squares.filter((square) => !(square > 1e-250 && square < 1e250))).toEqual([]);
    }
    const outside = invalidAskings(quantity);
    for (const { kind, point } of outside ? fc.sample(outside, { numRuns: 25, seed }) : []) {
      expect(kind).toBe('invalid');
      expect(() => prepare(quantity, pointOf(point)), JSON.stringify(point)).toThrow(OracleError);
    }
    for (const base of basesOf(quantity)) expect(() => prepare(quantity, pointOf(base))).not.toThrow();
  });

  test('only what takes any number refuses none', () => {
    const free = quantities.filter((quantity) => invalidAskings(quantity) === undefined);
    for (const quantity of free) {
      expect(quantity.hypotheses).toEqual([]);
      expect(parametersOf(quantity).map(({ sign }) => sign)).not.toContain('positive');
    }
    expect(free.length).toBeLessThan(12);
  });
});

test('the kinds come in their shares', () => {
  const all = drawn(quantityOf('W_Z'), 4000);
  const shareOf = (kind: Kind): number => all.filter((asking) => asking.kind === kind).length / all.length;
  expect(shareOf('random')).toBeCloseTo(0.5, 1);
  expect(shareOf('boundary')).toBeCloseTo(0.15, 1);
  expect(shareOf('cancellation')).toBeCloseTo(0.25, 1);
  expect(shareOf('neighbour')).toBeCloseTo(0.1, 1);
});

describe('boundaries are met exactly', () => {
  const counted = (points: readonly Point[], ...isOn: ((point: Point) => boolean)[]): void => {
    for (const one of isOn) expect(points.filter(one).length, one.toString()).toBeGreaterThan(3);
    expect(points.filter((point) => !isOn.some((one) => one(point)))).toEqual([]);
  };
  const at = (point: Point, name: string): number => point[name] as number;

  test('cut-off and nuclear frequency', () => {
    const is = (ratio: number) => (point: Point) => at(point, 'D0') === ratio * at(point, 'omega0I');
    counted(pointsOf('W_Z', 400, 'boundary'), is(1), is(2));
    counted(pointsOf('W_Z for D0 <= omega0I', 200, 'boundary'), is(1));
  });

  test('Delta', () => {
    const is = (ratio: number) => (point: Point) => at(point, 'Delta') === ratio * at(point, 'omega0I');
    counted(pointsOf('W_SSI', 400, 'boundary'), is(0), is(1), is(-1));
  });

  test('a pair whose coupling is the cut-off, or half of it', () => {
    const square = (point: Point, name: string): bigint => BigInt(at(point, name)) ** 2n;
    const whole = pointsOf('W_SSI:glass', 2000, 'boundary').filter((point) =>
      ['omega0I', 'Delta', 'D0'].every((name) => at(point, name) !== 0 && Number.isInteger(at(point, name))),
    );
    const is = (times: bigint) => (point: Point) =>
      times * (square(point, 'omega0I') - square(point, 'Delta')) === square(point, 'D0');
    for (const times of [1n, 4n]) expect(whole.filter(is(times)).length).toBeGreaterThan(10);
  });

  test('couplings at the ends of their density', () => {
    const is = (ratio: number) => (point: Point) => at(point, 'D') === ratio * at(point, 'D0');
    counted(pointsOf('g_D:glass', 400, 'boundary'), is(-1), is(0.5), is(-0.5));
    expect(pointsOf('g_D by its width:glass', 400, 'boundary').some(is(1))).toBe(true);
  });
});

test('an end that the domain leaves out is not met, however round the ratio', () => {
  const ends = drawn(quantityOf('W_SSI:glass'), 20_000).filter(
    ({ point }) => Math.abs(point.Delta as number) >= (point.omega0I as number),
  );
  expect(ends).toEqual([]);
});

test('cut-offs next to the nuclear frequency lie on both sides of it, down to the last bit', () => {
  const ratios = pointsOf('W_Z', 4000, 'cancellation').map(
    ({ D0, omega0I }) => (D0 as number) / (omega0I as number) - 1,
  );
  const within = ratios.filter((off) => Math.abs(off) < 1e-12);
  expect(within.some((off) => off > 0)).toBe(true);
  expect(within.some((off) => off < 0)).toBe(true);
  expect(ratios.some((off) => off > 1e6)).toBe(true);
  expect(ratios.some((off) => off < 1e-9 - 1 && off > -1)).toBe(true);
});

test('neighbours lie some ulps from a base', () => {
  for (const name of ['W_Z', 'W_SSI:glass', 'polarization of nuclei', 'pair coupling']) {
    const quantity = quantityOf(name);
    const bases = basesOf(quantity);
    const farthest = (point: Point, base: Point): number =>
      Math.max(
        ...Object.keys(base).map(
          (key) => Math.abs((point[key] as number) / (base[key] as number) - 1) / Number.EPSILON,
        ),
      );
    const near = pointsOf(name, 1000, 'neighbour');
    for (const point of near) {
      const distance = Math.min(...bases.map((base) => farthest(point, base)));
      expect(distance).toBeGreaterThan(0);
      expect(distance).toBeLessThanOrEqual(mostUlps);
    }
    for (const base of bases) expect(near.some((point) => farthest(point, base) <= mostUlps)).toBe(true);
  }
});

test('same seed, same points, from either generator', () => {
  const bytes = (own: readonly Asking[]): string => JSON.stringify(own);
  const ours = (): readonly Asking[] => {
    const [draw, drawing] = [random(seed, 'points'), drawingOf(quantityOf('W_Z'))];
    return Array.from({ length: 50 }, () => drawing(draw));
  };
  expect(bytes(drawn(quantityOf('W_Z'), 50))).toBe(bytes(drawn(quantityOf('W_Z'), 50)));
  expect(bytes(ours())).toBe(bytes(ours()));
  expect(ours()[0]).toMatchInlineSnapshot(`
    {
      "kind": "cancellation",
      "point": {
        "A2": 4.817524956698836,
        "D0": 7.56451057678228,
        "DD": 5.112987249775471e-10,
        "omega0I": 7.56451057678185,
      },
    }
  `);
});

describe('a disagreement shrinks', () => {
  const smallest = (name: string, agrees: (point: Point) => boolean): Point | undefined =>
    fc.check(
      fc.property(askings(quantityOf(name)), ({ point }) => agrees(point)),
      { seed, numRuns: 3000 },
    ).counterexample?.[0].point;
  const by = (name: string, ratio: (x: number) => boolean) => (point: Point) =>
    ratio((point[name] as number) / (point.omega0I as number));

  test('to the simplest point of the domain if it is everywhere', () => {
    expect(smallest('W_Z', () => false)).toEqual({ A2: 1, DD: 1, D0: 0.5, omega0I: 1 });
    expect(smallest('W_SSI', () => false)).toEqual({ A2: 1, DD: 1, Delta: 0.5, omega0I: 1 });
  });

  test('to the simplest point of where it is', () => {
    expect(
      smallest(
        'W_Z',
        by('D0', (x) => x >= 1),
      ),
    ).toEqual({ A2: 1, DD: 1, D0: 0.5, omega0I: 1 });
    expect(
      smallest(
        'W_Z',
        by('D0', (x) => x < 1),
      ),
    ).toEqual({ A2: 1, DD: 1, D0: 2, omega0I: 1 });
    expect(
      smallest(
        'W_Z',
        by('D0', (x) => x !== 1),
      ),
    ).toEqual({ A2: 1, DD: 1, D0: 1, omega0I: 1 });
    expect(
      smallest(
        'W_Z',
        by('D0', (x) => x <= 1 || x > 1.0001),
      ),
    ).toEqual({ A2: 1, DD: 1, D0: 1.0001, omega0I: 1 });
    expect(
      smallest(
        'W_Z',
        by('D0', (x) => x > 0.01),
      ),
    ).toEqual({ A2: 1, DD: 1, D0: 0.01, omega0I: 1 });
    expect(
      smallest(
        'W_SSI',
        by('Delta', (x) => x !== -1),
      ),
    ).toEqual({ A2: 1, DD: 1, Delta: -1, omega0I: 1 });
  });

  test('by points that lie in the domain too, each simpler than the last', () => {
    const quantity = quantityOf('g_D:glass');
    for (const asking of drawn(quantity, 20))
      for (const { point } of simpler(quantity, asking)) expect(() => prepare(quantity, pointOf(point))).not.toThrow();
    const outside = invalidAskings(quantity) as fc.Arbitrary<Asking>;
    for (const asking of fc.sample(outside, { numRuns: 20, seed }))
      for (const { kind, point } of simpler(quantity, asking)) {
        expect(kind).toBe('invalid');
        expect(() => prepare(quantity, pointOf(point))).toThrow(OracleError);
      }
    // The simplest point of all has none that is simpler.
    expect([...simpler(quantityOf('W_Z'), { kind: 'random', point: { A2: 1, DD: 1, D0: 0.5, omega0I: 1 } })]).toEqual(
      [],
    );
  });
});
