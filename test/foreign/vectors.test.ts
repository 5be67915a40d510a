import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { decimalOf } from '../../src/foreign/case.ts';
import { depthOf } from '../../src/foreign/cost.ts';
import { exactPoint } from '../../src/foreign/judgement/truth.ts';
import { asCsv, asJson, fileName, vectorFile, vectorPoints } from '../../src/foreign/vectors/file.ts';
import { type Vector, type VectorFile, vectorFileSchema } from '../../src/foreign/vectors/schema.ts';
import { flagged, vectorAt } from '../../src/foreign/vectors/vector.ts';
import { type DoubleQuantity, doubles } from '../../src/library/double.ts';
import { at, OracleError, quantities, quantityOf } from '../../src/library/oracle.ts';
import { random } from '../../src/number/random.ts';
import {
  compare,
  fromBinary64,
  minus,
  parseRational,
  plus,
  type Rational,
  rational,
} from '../../src/number/rational.ts';
import { root } from '../child.ts';

const textOf = (...path: readonly string[]): string => readFileSync(join(root, 'vectors', ...path), 'utf8');
const named = new Map(readdirSync(join(root, 'vectors/json')).map((name) => [name, textOf('json', name)]));
const files: readonly VectorFile[] = [...named.values()].map((text) => JSON.parse(text) as VectorFile);
const fileOf = (name: string): VectorFile => files.find(({ quantity }) => quantity === name) as VectorFile;
const seed = files[0]?.seed as number;

type Valued = Extract<Vector, { result: 'value' }>;
const valued = ({ cases }: VectorFile): readonly Valued[] => cases.filter((one) => one.result === 'value');

/** The numbers that a case stands for. */
const pointOf = ({ in: inputs }: Vector): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(inputs).map(([name, text]) => [name, Number(text)]));

/** Half of the least binary64: what lies below is no number of it. */
const least = rational(1n, 1n << 1075n);
const ends = ({ lower, upper }: Valued): readonly [Rational, Rational] => [parseRational(lower), parseRational(upper)];
/** Whether an answer is as near to the value as the case asks. */
const passes = (one: Valued, out: number): boolean => {
  // Rounding to binary64 is a quarter of the tolerance at most: far from the bound it decides nothing.
  const off = Math.abs(out - Number(one.lower)) / Number(one.tolerance);
  if (off < 0.5 || off > 2) return off < 1;
  const [lo, hi] = ends(one);
  if (!Number.isFinite(out))
    return out === Number.POSITIVE_INFINITY && compare(hi, rational(1n << 1024n)) >= 0 && !Number.isNaN(out);
  const reach = plus(parseRational(one.tolerance), least);
  const exact = fromBinary64(out);
  return compare(minus(lo, reach), exact) <= 0 && compare(exact, plus(hi, reach)) <= 0;
};
/** Those of nature that formulas hold, rounded. */
const constants = { mu0: 1.25663706127e-6, hbar: 1.0545718176461565e-34 };
const answer = ({ parameters, at: f }: DoubleQuantity, point: Readonly<Record<string, number>>): number =>
  f(...parameters.map((name) => ({ ...constants, ...point })[name] as number));
const inDouble = (name: string): DoubleQuantity | undefined => doubles.find((one) => one.name === name);

describe('the committed vectors (tripleflip vectors --out vectors makes them anew)', () => {
  test('are of every quantity in every edition, at least 10,000', () => {
    expect([...named.keys()].sort()).toEqual(quantities.map((quantity) => `${fileName(quantity)}.json`).sort());
    expect(new Set([...named.keys()].map((name) => name.toLowerCase())).size).toBe(quantities.length);
    expect(files.flatMap(({ cases }) => cases).length).toBeGreaterThanOrEqual(10_000);
    expect(files.filter((file) => valued(file).length === 0)).toEqual([]);
  });

  test('obey their schema', () => {
    for (const file of files) expect(vectorFileSchema.safeParse(file).error?.issues).toBeUndefined();
    const [first] = files as [VectorFile];
    const bad = [
      { ...first, cases: [{ ...first.cases[0], result: 'perhaps' }] },
      { ...first, extra: 1 },
    ];
    expect(bad.map((one) => vectorFileSchema.safeParse(one).success)).toEqual([false, false]);
  });

  test('have ids that are digests of what is asked, each once', () => {
    const all = files.flatMap(({ quantity, cases }) => cases.map((one) => ({ quantity, one })));
    const digests = all.map(({ quantity, one }) =>
      createHash('sha256')
        .update(JSON.stringify([quantity, one.in]))
        .digest('hex')
        .slice(0, 12),
    );
    expect(all.map(({ one }) => one.id)).toEqual(digests);
    expect(new Set(digests).size).toBe(digests.length);
  });

  test('are at the points of their seed, and each file holds its quantity', () => {
    for (const quantity of quantities) {
      const { cases } = fileOf(quantity.name);
      const points = vectorPoints(quantity, { seed });
      const names = Object.keys(cases[0]?.in ?? {});
      const asked = points.map(({ point }) => names.map((name) => decimalOf(point[name] as number)).join());
      expect(cases.map(({ in: inputs }) => Object.values(inputs).join())).toEqual(asked);
      expect(asJson(vectorFile(quantity, cases, { seed }, quantities))).toBe(named.get(`${fileName(quantity)}.json`));
    }
  });

  test('are in CSV what they are in JSON', () => {
    for (const [index, file] of files.entries()) {
      const text = textOf('csv', `${fileName({ name: file.quantity })}.csv`);
      expect(text).toBe(asCsv(file));
      if (index % 4 > 0) continue;
      const rows: readonly Record<string, string>[] = parse(text, { columns: true });
      const read = rows.map((row): Vector => {
        const of = (prefix: string): readonly (readonly [string, string])[] =>
          file.parameters
            .map(({ name }) => [name, row[`${prefix}${name}`] as string] as const)
            .filter(([, cell]) => cell !== '');
        const { id, kind, lower, upper, tolerance, flags, why, result } = row as Record<string, string>;
        const head = { id, kind, in: Object.fromEntries(of('')) };
        if (result === 'invalid') return { ...head, result, why } as Vector;
        const conditions = of('condition_').length > 0 ? { conditions: Object.fromEntries(of('condition_')) } : {};
        const caught = flags === '' ? [] : (flags as string).split(' ');
        return { ...head, result, lower, upper, tolerance, ...conditions, flags: caught } as Vector;
      });
      expect(read.map((one) => JSON.stringify(one))).toEqual(file.cases.map((one) => JSON.stringify(one)));
    }
  });

  test('have files that the index counts', () => {
    const index = JSON.parse(textOf('index.json')) as { readonly [key: string]: unknown; readonly files: unknown };
    const counted = quantities.map(({ name }) => {
      const { cases } = fileOf(name);
      const file = fileName({ name });
      const invalid = cases.filter(({ result }) => result === 'invalid').length;
      return { quantity: name, json: `json/${file}.json`, csv: `csv/${file}.csv`, cases: cases.length, invalid };
    });
    expect(index.files).toEqual(counted);
    expect(index).toMatchObject({ seed, cases: files.flatMap(({ cases }) => cases).length, schema: 'schema.json' });
  });
});

const draw = random(20260602, 'slice of vectors');
const closed = files.filter(({ quantity }) => depthOf(quantityOf(quantity)) === 0);
const chosen = <T>(from: readonly T[]): T => from[draw.below(from.length)] as T;

describe('of the committed vectors', () => {
  test('a slice is found again, to the last byte', () => {
    const tan = 'W_SS as integral over tan(t/2)';
    const slice = [
      ...Array.from({ length: 40 }, () => chosen(closed)),
      fileOf(tan),
      fileOf('norm of the line:gaussian'),
    ];
    for (const { quantity: name, cases } of slice) {
      const quantity = quantityOf(name);
      const one = chosen(cases);
      const again = vectorAt(quantity, { kind: one.kind, point: pointOf(one) }, flagged(quantity, quantities));
      expect(JSON.stringify(again)).toBe(JSON.stringify(one));
    }
  });

  test('flags name those mistakes, and no others, whose answers lie off by more than twice the tolerance', () => {
    let told = 0;
    for (let count = 0; count < 40; count++) {
      const { quantity: name, cases } = chosen(closed);
      const one = chosen(cases);
      if (one.result === 'invalid') continue;
      const reach = parseRational(one.tolerance);
      const twice = plus(reach, reach);
      const [lo, hi] = ends(one);
      const caught = flagged(quantityOf(name), quantities).flatMap(({ id, endsAt }) => {
        const mistaken = endsAt(exactPoint(pointOf(one)), 30);
        const isOff =
          mistaken && (compare(mistaken[0], plus(hi, twice)) > 0 || compare(mistaken[1], minus(lo, twice)) < 0);
        return isOff ? [id] : [];
      });
      expect(one.flags.filter((flag) => flag !== 'cancellation')).toEqual([...new Set(caught)]);
      told += caught.length;
    }
    expect(told).toBeGreaterThan(200);
  });

  test('none fails an answer in double, and those flagged for a changed input fail the answer at it', () => {
    const own = closed.flatMap((file) => {
      const program = inDouble(file.quantity);
      return program ? [{ file, program }] : [];
    });
    expect(own.length).toBeGreaterThan(45);
    let changed = 0;
    for (const { file, program } of own) {
      const cases = valued(file);
      const failed = cases.filter((one) => !passes(one, answer(program, pointOf(one))));
      expect(failed, file.quantity).toEqual([]);
      const { name } = file.parameters[0] ?? { name: '' };
      for (const [flag, factor] of [
        [`double-${name}`, 2],
        [`half-${name}`, 0.5],
      ] as const) {
        const caught = cases.filter(({ flags }) => flags.includes(flag));
        const missed = caught.filter((one) => {
          const point = pointOf(one);
          return passes(one, answer(program, { ...point, [name]: (point[name] as number) * factor }));
        });
        expect(missed, `${file.quantity} ${flag}`).toEqual([]);
        changed += caught.length;
      }
    }
    expect(changed).toBeGreaterThan(5000);
  });

  test('most catch a wrong W_Z, and the cut-off is caught where it cuts off', () => {
    const cases = valued(fileOf('W_Z'));
    const program = inDouble('W_Z') as DoubleQuantity;
    const wrong = cases.filter((one) => !passes(one, 1.001 * answer(program, pointOf(one))));
    expect(wrong.length).toBeGreaterThan(0.95 * cases.length);
    const cut = cases.filter((one) => Number(one.in.D0) < Number(one.in.omega0I));
    const isFlagged = ({ flags }: Valued): boolean => flags.includes('cut-off');
    expect(cases.filter((one) => !cut.includes(one) && isFlagged(one))).toEqual([]);
    expect(cut.filter(isFlagged).length).toBeGreaterThan(0.8 * cut.length);
    expect(cut.length).toBeGreaterThan(40);
  });

  test('those that are invalid are refused by the oracle, the others are not', () => {
    for (const { quantity, cases } of files)
      for (const one of cases.filter(({ id, result }) => result === 'invalid' || id.endsWith('0'))) {
        const ask = (): unknown => at(quantity as Parameters<typeof at>[0], pointOf(one));
        if (one.result === 'invalid') expect(ask).toThrow(OracleError);
        else expect(ask).not.toThrow();
      }
  });
});
