/** How fast the numbers are, and what each claim costs: npm run bench. */
import { createRequire } from 'node:module';
import { arch, cpus } from 'node:os';
import { Bench } from 'tinybench';
import { domain, type Point, positive, samples } from '../src/claim/domain.ts';
import { book } from '../src/cli/verify/book.ts';
import type { Expr } from '../src/formula/expression.ts';
import { kernel } from '../src/kernel/kernel.ts';
import { corrections } from '../src/ledger/corrections.ts';
import { examine } from '../src/ledger/examine.ts';
import { neededFor } from '../src/ledger/ledger.ts';
import { nerdamerText } from '../src/meaning/nerdamer.ts';
import { evaluate } from '../src/meaning/value.ts';
import type { Arithmetic } from '../src/number/arithmetic.ts';
import { balls } from '../src/number/ball.ts';
import { binary64 } from '../src/number/binary64.ts';
import { dyadics } from '../src/number/dyadic.ts';
import { enclosures } from '../src/number/enclosure.ts';
import { integrating } from '../src/number/integrals.ts';
import { interval64 } from '../src/number/interval64.ts';
import { random } from '../src/number/random.ts';
import { parseRational, rational } from '../src/number/rational.ts';
import { glass } from '../src/theory/glass.ts';
import { eachPair } from '../src/theory/glass-pairs.ts';
import { usualSums } from '../src/theory/glass-settings.ts';
import { statistics } from '../src/theory/glass-statistics.ts';
import { W_Z_overTangent } from '../src/theory/rate-integrals.ts';
import { W_SS, W_Z, W_Z_integral } from '../src/theory/rates.ts';
import { askKernel } from '../test/kernel/identities/judge.ts';
import { drawFor, type FamilyName, identity, type Statement } from '../test/kernel/identities/true.ts';
import { doubleRates } from './double.ts';
import { closedFormRows, point, quadratureRow, tableOf } from './peers.ts';
import { certifiedTimes, doubleTimes, scipyTime } from './stationary.ts';

const digits = 50;
/** What a run of `npm run ledger` looks at. */
const settings = { points: 500, seed: 1, glasses: 16 };

const title = (text: string): void => console.log(`\n${text}\n${'-'.repeat(text.length)}`);

const table = (rows: readonly (readonly string[])[]): void => {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  // Names to the left, figures to the right.
  const line = (row: readonly string[]): string =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  console.log(rows.map(line).join('\n'));
};

/** Three significant figures, without an exponent. */
const figures = (value: number): string =>
  value.toLocaleString('en', { maximumSignificantDigits: 3, useGrouping: true });

/** One evaluation at one after the other of the points, for ever. */
const oneByOne = <T>(formula: Expr, arithmetic: Arithmetic<T>, points: readonly Point[]): (() => T) => {
  const value = evaluate(formula);
  const environments = points.map(
    (point) => new Map([...point].map(([name, exact]) => [name, arithmetic.rational(exact)] as const)),
  );
  let next = 0;
  return () => value(arithmetic, environments[next++ % environments.length] as Map<string, T>);
};

/** Mean time of one evaluation, and evaluations per second, for each function. */
const perSecond = async (functions: Readonly<Record<string, () => unknown>>): Promise<string[][]> => {
  const bench = new Bench({ time: 1000, warmupTime: 300 });
  for (const [name, run] of Object.entries(functions)) bench.add(name, run);
  await bench.run();
  return bench.tasks.map(({ name, result }) => {
    if (result.state !== 'completed') throw new Error(`expected ${name} to be measured, got "${result.state}"`);
    // In ms. The mean of the rates would count the quick points of a formula with cases too often.
    const { mean, rme } = result.latency;
    return [name, figures(1000 / mean), figures(1000 * mean), `${figures(rme)} %`];
  });
};
const heading = (what: string): string[] => [what, 'per second', 'us each', '+-'];

const closedForms = async (): Promise<void> => {
  title(`Closed forms at 100 points of their domain, both cases, one evaluation (${digits} digits in enclosures)`);
  const everywhere = domain(['omega0I', 'DD', 'A2', 'D0'].map(positive));
  const points = samples(everywhere, 100, random(1, 'bench'));
  const ways = (name: string, formula: Expr) => ({
    [`${name}, binary64`]: oneByOne(formula, binary64, points),
    [`${name}, enclosed in balls`]: oneByOne(formula, balls(digits), points),
    [`${name}, enclosed in dyadics`]: oneByOne(formula, dyadics(digits), points),
    [`${name}, enclosed in decimals`]: oneByOne(formula, enclosures(digits), points),
  });
  table([heading('formula'), ...(await perSecond({ ...ways('W_Z', W_Z), ...ways('W_SS', W_SS) }))]);
};

const quadrature = async (): Promise<void> => {
  title('Certified quadrature of W_Z at omega0I = 1, D0 = 4/5, DD = 1/10');
  const exact = { omega0I: '1', A2: '1', DD: '1/10', Delta0: '3/5' };
  const point = new Map(Object.entries(exact).map(([name, value]) => [name, parseRational(value)] as const));
  const functions = {
    'binary64 intervals': oneByOne(W_Z_integral, interval64, [point]),
    'dyadics of 30 digits': oneByOne(W_Z_integral, dyadics(30), [point]),
  };
  const widths = [
    interval64.relativeWidth(functions['binary64 intervals']()),
    dyadics(30).relativeWidth(functions['dyadics of 30 digits']()),
  ];
  const rows = await perSecond(functions);
  table([
    [...heading('arithmetic'), 'relative width'],
    ...rows.map((row, index) => [...row, widths[index]?.toExponential(0) ?? '']),
  ]);
};

/** W^Z at one point, beside other programs in this very run; see bench/peers.ts. */
const besidePeers = (): void => {
  title('W^Z beside other programs, microseconds each; what is asked of us and whether it is met');
  const a = integrating(balls(digits + 4), { bits: 170 });
  const environment = new Map(Object.entries(point).map(([name, value]) => [name, a.rational(rational(value))]));
  const overTangent = evaluate(W_Z_overTangent);
  table(tableOf([...closedFormRows(), quadratureRow(() => overTangent(a, environment), digits)]));
};

const inBinary64 = (): void => {
  title('W^Z and W^SS in binary64 over arrays, one thread, millions a second (15 are asked of W^Z and W^SS)');
  const shown = (rate: number | undefined): string => (rate === undefined ? 'not installed' : figures(rate));
  table([
    ['way', 'D0 < omega0I', 'D0 up to 5 omega0I'],
    ...doubleRates().map(({ way, below, mixed }) => [way, shown(below), shown(mixed)]),
  ]);
};

const examinations = (): void => {
  const ids = neededFor(book, undefined);
  title(`Examining each of the ${ids.length} claims entered, ${settings.points} points, one thread`);
  const timed = (work: () => unknown): number => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const shared = corrections(book);
  const putRight = timed(() => {
    for (const id of ids) {
      const claim = book.claims.get(id);
      if (claim?.formula ?? claim?.printed) shared.corrected(id);
    }
  });
  const each = ids
    .map((id) => [id, timed(() => examine(book, shared, id, settings))] as const)
    .sort(([, a], [, b]) => b - a);
  const all = each.reduce((sum, [, time]) => sum + time, putRight);
  table([
    ['claim', 'ms'],
    ['all', all.toFixed(0)],
    ['putting right, shared by all', putRight.toFixed(0)],
    ...each.map(([id, time]) => [id, time.toFixed(0)]),
  ]);
};

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
const timeOf = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** What fails on some of its questions takes the time until it does. */
const attempt = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

/** Families that every one of the three can be asked about: no binders, no cases. */
const scalar: readonly FamilyName[] = ['rational', 'roots', 'surds', 'circular', 'exponential', 'logarithm'];
/** nerdamer takes minutes for some: it is asked about what is as short as what a person would write. */
const shortest = 160;

const identities = (): void => {
  const each = 60;
  title('An identity that the kernel accepts: proved by it, expanded by nerdamer, compared at one point in enclosures');
  const nerdamer = createRequire(import.meta.url)('nerdamer/all.js') as (text: string) => { toString(): string };
  const rows = scalar.map((family) => {
    const accepted: { readonly statement: Statement; readonly text: string }[] = [];
    for (let index = 0; accepted.length < each; index++) {
      const statement = identity(drawFor(1, family, index), family);
      const text = `(${nerdamerText(statement.left as Scalar)})-(${nerdamerText(statement.right as Scalar)})`;
      if (text.length < shortest && askKernel(statement) === 'accepted') accepted.push({ statement, text });
    }
    const times = (work: (one: (typeof accepted)[number]) => unknown): string =>
      figures(1000 * median(accepted.map((one) => timeOf(() => work(one)))));
    const arithmetic = dyadics(digits);
    return [
      family,
      times(({ statement: { left, right, ...hypotheses } }) => kernel(hypotheses).difference(left, right)),
      times(({ text }) => attempt(() => nerdamer(`expand(${text})`).toString())),
      times(({ statement: { left, right, witness } }) => {
        const at = new Map([...witness].map(([name, value]) => [name, arithmetic.rational(value)]));
        return attempt(() => arithmetic.overlap(evaluate(left)(arithmetic, at), evaluate(right)(arithmetic, at)));
      }),
    ];
  });
  table([['median, us', 'kernel', 'nerdamer', 'enclosures'], ...rows]);
};
type Scalar = Expr<string, 'scalar'>;

const glasses = (): void => {
  const [filling, reach] = [0.04, 12];
  title(`Random glasses of filling ${filling}, pairs within ${reach} r0, one thread; ms, median of five`);
  const rows = [12_500, 25_000, 50_000, 100_000].map((spins) => {
    const made = glass({ spins, filling, seed: 1 });
    let pairs = 0;
    const count = (): void => {
      pairs++;
    };
    const five = (work: () => unknown): number => median([1, 2, 3, 4, 5].map(() => timeOf(work)));
    const placing = five(() => glass({ spins, filling, seed: 1 }));
    const finding = five(() => {
      pairs = 0;
      eachPair(made, reach, count);
    });
    const summing = five(() => statistics(made, { sums: usualSums }, random(1)));
    const perSpin = (time: number): string => figures((1000 * time) / spins);
    return [
      figures(spins),
      figures(placing),
      perSpin(placing),
      figures(finding),
      perSpin(finding),
      figures((1000 * pairs) / finding),
      figures(summing),
      perSpin(summing),
    ];
  });
  const each = 'us a spin';
  table([['spins', 'placing', each, 'pairs', each, 'pairs a second', 'all sums', each], ...rows]);
};

const stationary = (): void => {
  title('Stationary states of all three branches, one thread; ms each, and so seconds for 1,000');
  const peer = scipyTime();
  const scipy = 'missing' in peer ? peer.missing : figures(peer.us / 1000);
  table([
    ['line, in binary64', 'as derived', 'as printed', 'both by SciPy'],
    ...doubleTimes().map(({ what, derived, printed }, index) => [
      what,
      figures(derived),
      figures(printed),
      index === 0 ? scipy : '',
    ]),
  ]);
  console.log();
  table([
    ['line, certified', 'digits', 'as derived'],
    ...certifiedTimes().map(({ what, digits, derived }) => [what, `${digits}`, figures(derived)]),
  ]);
};

console.log(`Node ${process.version}, ${arch()}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`);
besidePeers();
inBinary64();
stationary();
glasses();
identities();
await closedForms();
await quadrature();
examinations();
