import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { routineOf } from '../../src/cli/judge/emit.ts';
import { decimalOf, type Point } from '../../src/foreign/case.ts';
import { askings, invalidAskings } from '../../src/foreign/inputs/inputs.ts';
import { add, call, cases, type Expr, mul, num, pow, sqrt, sub } from '../../src/formula/expression.ts';
import { D0, DD, Delta, omega0I } from '../../src/formula/symbols.ts';
import { quantities, quantityOf } from '../../src/library/catalogue.ts';
import { cFile } from '../../src/meaning/c.ts';
import { identifier, type Routine } from '../../src/meaning/code.ts';
import { NoCode, partsOf } from '../../src/meaning/code-parts.ts';
import { octaveFile } from '../../src/meaning/octave.ts';
import { pythonFile } from '../../src/meaning/python.ts';
import { evaluate } from '../../src/meaning/value.ts';
import { binary64 } from '../../src/number/binary64.ts';
import { type Interval64, interval64 } from '../../src/number/interval64.ts';
import { pointOf, prepare } from '../../src/oracle/prepare.ts';
import type { Quantity } from '../../src/theory/quantity.ts';

const folder = mkdtempSync(join(tmpdir(), 'tripleflip-code-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const isClosed = ({ closed, formula }: Quantity): boolean => {
  try {
    partsOf(closed ?? formula);
    return true;
  } catch (error) {
    if (error instanceof NoCode) return false;
    throw error;
  }
};
const closed = quantities.filter(isClosed);
const routines = closed.map((quantity) => routineOf(quantity, 1));

interface Asked {
  readonly quantity: Quantity;
  readonly point: Point;
  /** What binary64 makes of the formula, and where any rounding of it lies; undefined where there is no value. */
  readonly value: number | undefined;
  readonly within: Interval64 | undefined;
  readonly isValid: boolean;
}

const orNothing = <T>(compute: () => T): T | undefined => {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

const asked: readonly Asked[] = closed.flatMap((quantity) => {
  const formula = evaluate(quantity.closed ?? quantity.formula);
  const draw = (of: ReturnType<typeof askings>, numRuns: number): readonly Point[] =>
    fc.sample(of, { seed: 7, numRuns }).map(({ point }) => point);
  const wrong = invalidAskings(quantity);
  return [
    ...draw(askings(quantity), 30).map((point): Asked => {
      const { scene } = prepare(quantity, pointOf(point));
      return {
        quantity,
        point,
        value: orNothing(() => formula(binary64, scene.values(binary64))),
        within: orNothing(() => formula(interval64, scene.values(interval64))),
        isValid: true,
      };
    }),
    ...(wrong ? draw(wrong, 8) : []).map(
      (point): Asked => ({ quantity, point, value: undefined, within: undefined, isValid: false }),
    ),
  ];
});

const requests = asked
  .map(({ quantity, point }, id) => {
    const values = Object.fromEntries(Object.entries(point).map(([name, value]) => [name, decimalOf(value)]));
    return `${JSON.stringify({ id, quantity: quantity.name, in: values, left: asked.length - 1 - id })}\n`;
  })
  .join('');

/** What a program answers to all requests. */
const answersOf = (program: string, args: readonly string[]): readonly number[] => {
  const { stdout, status } = spawnSync(program, args, { input: requests, encoding: 'utf8', maxBuffer: 2 ** 26 });
  expect(status).toBe(0);
  const replies = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: number; out?: string; error?: string });
  expect(replies.map(({ id }) => id)).toEqual(asked.map((_, id) => id));
  return replies.map(({ out }) => Number((out ?? 'NaN').replace(/^(-?)inf$/i, '$1Infinity')));
};

const hasCall = (quantity: Quantity): boolean => {
  const visit = (part: ReturnType<typeof partsOf>): boolean =>
    (part.kind === 'call' && part.name !== 'sqrt' && part.name !== 'abs') || part.parts.some(visit);
  return visit(partsOf(quantity.closed ?? quantity.formula));
};

/** What is wrong with answers: empty for those that are a rounding of the formula, and no number outside the domain. */
const faults = (answers: readonly number[]): readonly string[] =>
  asked.flatMap(({ quantity, point, value, within, isValid }, index) => {
    const got = answers[index] as number;
    const where = `${quantity.name} at ${JSON.stringify(point)}: ${got}`;
    if (!isValid) return Number.isNaN(got) ? [] : [`${where}, outside the domain`];
    if (value === undefined || !Number.isFinite(value)) return Number.isFinite(got) ? [`${where}, of no value`] : [];
    if (!hasCall(quantity)) return got === value ? [] : [`${where} instead of ${value}`];
    if (!within) return Math.abs(got - value) <= 1e-9 * Math.abs(value) ? [] : [`${where} instead of ${value}`];
    return got >= within.lo && got <= within.hi ? [] : [`${where} outside ${within.lo} .. ${within.hi}`];
  });

const flags = ['-std=c99', '-Wall', '-Wextra', '-pedantic', '-Werror'];
const compiled = (name: string, of: readonly Routine[]): string => {
  const program = join(folder, name);
  const source = file(`${name}.c`, cFile(of, ['All of them.'], true));
  const { status, stderr } = spawnSync('cc', [...flags, '-o', program, source, '-lm'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return program;
};

const isThere = (...programs: readonly string[]): string | undefined => programs.find((program) => existsSync(program));
const CI = process.env.CI === 'true';
const cc = isThere('/usr/bin/cc');
const python = isThere('/usr/bin/python3') ?? 'python3';
const octave = isThere('/usr/bin/octave-cli', '/usr/bin/octave');

describe('the code of every closed form', () => {
  test('is asked for at points of all kinds', () => {
    expect(closed.length).toBeGreaterThanOrEqual(70);
    const valid = asked.filter(({ isValid }) => isValid);
    expect(asked.length - valid.length).toBeGreaterThan(400);
    const judged = valid.filter(({ within, value }) => within && value !== undefined);
    expect(judged.length).toBeGreaterThan(0.9 * valid.length);
    // Cases are decided either way.
    const sides = valid.flatMap(({ quantity: { name }, point: { D0: cutOff = 0, omega0I: resonance = 0 } }) =>
      name === 'W_Z' ? [Math.sign(cutOff - resonance)] : [],
    );
    for (const side of [-1, 0, 1]) expect(sides).toContain(side);
  });

  test('Python computes what the formula gives', () => {
    const program = file('all.py', pythonFile(routines, ['All of them.'], true));
    expect(faults(answersOf(python, [program]))).toEqual([]);
  });

  test.skipIf(!CI && cc === undefined)('C compiles without a warning and computes what the formula gives', () => {
    expect(faults(answersOf(compiled('all', routines), []))).toEqual([]);
  });

  test.skipIf(!CI && octave === undefined)(
    'Octave computes what the formula gives, and its function files work',
    () => {
      const [one, other] = ['W_Z', 'Delta0'].map((name) => routineOf(quantityOf(name), 1)) as [Routine, Routine];
      file('W_Z.m', octaveFile([one], [], false, 'W_Z'));
      file('several.m', octaveFile([one, other], [], false, 'several'));
      const program = file('answering.m', octaveFile(routines, ['All of them.'], true, 'answering'));
      const commands =
        `cd('${folder}'); f = several(); w = W_Z(0.5, 1, 1, 0.01); ` +
        `if (f.Delta0(3, 5) ~= 4 || f.W_Z(0.5, 1, 1, 0.01) ~= w || w < 0.009 || w > 0.0095) exit(3); end; ` +
        `source('${program}')`;
      expect(faults(answersOf(octave ?? 'octave', ['--quiet', '--no-init-file', '--eval', commands]))).toEqual([]);
    },
  );

  test('code that differs from the formula by little is found out', () => {
    const slips = routines.map((routine) => ({
      ...routine,
      formula: mul<string>(num(1_000_001, 1_000_000), routine.formula as Expr<string, 'scalar'>),
    }));
    const found = faults(answersOf(python, [file('slips.py', pythonFile(slips, ['Wrong.'], true))]));
    for (const { name } of closed.filter((quantity) => quantity.name !== 'Delta0:printed'))
      expect(
        found.some((fault) => fault.startsWith(`${name} at`)),
        name,
      ).toBe(true);
    const unguarded = routines.map((routine) => ({
      ...routine,
      conditions: [],
      parameters: routine.parameters.map((of) => ({ ...of, sign: 'real' as const })),
    }));
    const passed = faults(answersOf(python, [file('unguarded.py', pythonFile(unguarded, ['Wrong.'], true))]));
    expect(passed.filter((fault) => fault.endsWith('outside the domain')).length).toBeGreaterThan(100);
  });
});

const routine = (formula: Expr): Routine => ({
  quantity: 'f',
  name: 'f',
  comment: ['f'],
  parameters: [DD, D0, omega0I, Delta].map(({ symbol }) => symbol),
  constants: [],
  conditions: [],
  formula,
});
const pythonOf = (formula: Expr): string => pythonFile([routine(formula)], [], false);
/** What stands behind the check of the parameters. */
const lines = (formula: Expr): readonly string[] =>
  pythonOf(formula)
    .split('return math.nan\n')[1]
    ?.trimEnd()
    .split('\n')
    .map((line) => line.slice(4)) ?? [];

describe('code', () => {
  test('has names that every language takes, each once', () => {
    const names = quantities.map(({ name }) => identifier(name));
    expect(new Set(names).size).toBe(quantities.length);
    for (const name of names) expect(name).toMatch(/^[A-Za-z]\w{0,62}$/);
    expect(identifier('W_SS/W_Z:glass')).toBe('W_SS_over_W_Z_glass');
    expect(identifier('W_Z for D0 >= omega0I')).toBe('W_Z_for_D0_at_least_omega0I');
    expect(['lambda', 'double', '2nd moment'].map(identifier)).toEqual(['f_lambda', 'f_double', 'f_2nd_moment']);
  });

  test('computes what occurs twice once', () => {
    const [text] = ['W_Z'].map((name) => pythonFile([routineOf(quantityOf(name), 1)], [], false));
    expect(text?.match(/math\.asin\(/g)).toHaveLength(1);
    expect(text?.match(/D0 \/ omega0I/g)).toHaveLength(1);
    expect(lines(pow(call('cos', D0), 2))).toEqual(['cosine = math.cos(D0)', 'return cosine * cosine']);
  });

  test('has no powers but products and roots', () => {
    expect(lines(pow(D0, 3))).toEqual(['return D0 * D0 * D0']);
    expect(lines(pow(D0, 4))).toEqual(['D0_squared = D0 * D0', 'return D0_squared * D0_squared']);
    expect(lines(pow(D0, -2))).toEqual(['return 1.0 / (D0 * D0)']);
    expect(lines(pow(D0, 3, 2))).toEqual(['root = math.sqrt(D0)', 'return root * root * root']);
    expect(lines(pow(D0, 0))).toEqual(['return 1.0']);
    expect(lines(pow(D0, 5)).join('; ')).toBe('D0_squared = D0 * D0; return D0 * (D0_squared * D0_squared)');
  });

  test('leaves out zeros and ones, and keeps the order of roundings', () => {
    expect(lines(sub(mul<string>(1, D0), mul<string>(0, DD)))).toEqual(['return D0']);
    expect(lines(call('asin', num(1)))).toEqual(['return math.pi / 2.0']);
    expect(lines(mul<string>(DD, { kind: 'quotient', over: D0, under: omega0I } as Expr<string, 'scalar'>))).toEqual([
      'return DD * (D0 / omega0I)',
    ]);
    expect(lines(sub<string>(DD, sub<string>(D0, omega0I)))).toEqual(['return DD - (D0 - omega0I)']);
    expect(lines(mul<string>(-1, mul<string>(-1, D0)))).toEqual(['return D0']);
    // Not --0.75, nor DD - D0 + omega0I, which is rounded otherwise.
    expect(lines(mul<string>(-1, mul<string>(num(-3, 4), D0)))).toEqual(['return -(-0.75 * D0)']);
    expect(lines(add<string>(DD, add<string>(mul<string>(-1, D0), omega0I)))).toEqual(['return DD + (-D0 + omega0I)']);
    expect(lines(mul<string>(num(-2, 7), D0))).toEqual(['return -2.0 / 7.0 * D0']);
  });

  test('computes only the branch that is taken, and in front of the branches only what both need', () => {
    const below = sqrt<string, 'scalar'>(sub<string>(omega0I, D0));
    const twice = call<string, 'scalar'>('exp', DD);
    expect(lines(cases<string, 'scalar'>({ left: D0, right: omega0I }, mul<string>(below, twice), twice))).toEqual([
      'exponential = _exp(DD)',
      'if D0 < omega0I:',
      '    return math.sqrt(omega0I - D0) * exponential',
      'else:',
      '    return exponential',
    ]);
    expect(lines(mul<string>(DD, cases<string, 'scalar'>({ left: D0, right: omega0I }, below, 0)))).toEqual([
      'if D0 < omega0I:',
      '    branch = math.sqrt(omega0I - D0)',
      'else:',
      '    branch = 0.0',
      'return DD * branch',
    ]);
  });

  test('refuses what is no closed form, and says what it holds', () => {
    const refused = quantities.filter((quantity) => !closed.includes(quantity));
    expect(refused.length).toBeGreaterThan(10);
    for (const { formula } of refused) expect(() => partsOf(formula)).toThrow(/^an integral$/);
  });
});
