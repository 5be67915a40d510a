import { spawnSync } from 'node:child_process';
import { random } from '../src/number/random.ts';
import { doubleNamed } from '../src/oracle/double/doubles.ts';

const rows = 4096;

/**
 * Columns A2, DD, D0, omega0I of a usual experiment: DD from 10^-3 omega0I up to it, D0 from 0.05 omega0I up to `most`
 * times it, both even over their logarithms.
 */
const columns = (most: number): readonly Float64Array[] => {
  const source = random(1, `bench ${most}`);
  const even = (): number => source.next() / 4294967296;
  const between = (from: number, to: number): number => from * Math.exp(Math.log(to / from) * even());
  const [A2, DD, D0, omega0I] = [0, 1, 2, 3].map(() => new Float64Array(rows)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let row = 0; row < rows; row++) {
    const whole = between(1e8, 1e9);
    A2[row] = between(1e15, 1e16);
    DD[row] = whole * between(1e-3, 1);
    D0[row] = whole * between(0.05, most);
    omega0I[row] = whole;
  }
  return [A2, DD, D0, omega0I];
};

/** The closed form of W_Z as one would write it, without its digits where it cancels. */
const plain = ([A2s, DDs, D0s, omega0Is]: readonly Float64Array[], out: Float64Array): void => {
  for (let row = 0; row < out.length; row++) {
    const omega0I = omega0Is?.[row] as number;
    const w = (DDs?.[row] as number) / omega0I;
    const x = Math.min((D0s?.[row] as number) / omega0I, 1);
    const [c, r, angle] = [Math.sqrt((1 - x) * (1 + x)), Math.sqrt(1 + w * w), Math.asin(x)];
    const J = Math.PI / 2 - Math.atan((w * c) / (x * r));
    out[row] = 2 * (A2s?.[row] as number) * w * (0.5 * (angle + x * c) + w * w * angle - w * r * J);
  }
};

/** Millions of rows a second: the best of many runs, since others share the machine. */
const rate = (work: () => void): number => {
  for (let run = 0; run < 200; run++) work();
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 400; run++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return rows / best / 1000;
};

/** The same plain formula, sizes and timing in numpy. */
const numpyProgram = `
import sys, time, numpy as np
rows, most = int(sys.argv[1]), float(sys.argv[2])
rng = np.random.default_rng(1)
between = lambda a, b: a * np.exp(np.log(b / a) * rng.random(rows))
O = between(1e8, 1e9); A2 = between(1e15, 1e16); DD = O * between(1e-3, 1); D0 = O * between(0.05, most)
def W():
    w = DD / O; x = np.minimum(D0 / O, 1); c = np.sqrt((1 - x) * (1 + x)); r = np.sqrt(1 + w * w); a = np.arcsin(x)
    J = np.pi / 2 - np.arctan(w * c / (x * r))
    return 2 * A2 * w * (0.5 * (a + x * c) + w * w * a - w * r * J)
best = 1e9
for k in range(600):
    start = time.perf_counter(); W(); best = min(best, time.perf_counter() - start)
print(rows / best / 1e6)
`;
const numpy = (most: number): number | undefined => {
  const { status, stdout } = spawnSync('/usr/bin/python3', ['-c', numpyProgram, `${rows}`, `${most}`], {
    encoding: 'utf8',
  });
  return status === 0 ? Number(stdout) : undefined;
};

/** A way to compute a rate in binary64, with millions of values a second for D0 below omega0I, and for D0 up to 5 omega0I. */
export interface DoubleRate {
  readonly way: string;
  /** Undefined where the program is not installed. */
  readonly below: number | undefined;
  readonly mixed: number | undefined;
}

/** How fast W_Z and W_SS are in binary64, one thread, beside the plain formula here and in numpy. */
export const doubleRates = (): readonly DoubleRate[] => {
  const [below, mixed] = [columns(1), columns(5)];
  const out = new Float64Array(rows);
  const way = (name: string, work: (of: readonly Float64Array[]) => unknown): DoubleRate => ({
    way: name,
    below: rate(() => work(below)),
    mixed: rate(() => work(mixed)),
  });
  return [
    way('W_Z, within 4 ulp', (of) => doubleNamed('W_Z').batch(of, out)),
    way('W_SS, within 4 ulp', (of) => doubleNamed('W_SS').batch(of, out)),
    way('W_Z, plain formula', (of) => plain(of, out)),
    { way: 'W_Z, plain formula in numpy', below: numpy(1), mixed: numpy(5) },
  ];
};
