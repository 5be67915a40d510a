import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, run } from './child.ts';

const engines = 'number formula meaning kernel claim theory evidence ledger oracle foreign report';

/** Who may import what, written out; whatever is not named here must be refused. */
const allowed: Readonly<Record<string, string>> = {
  number: 'number',
  formula: 'number formula',
  meaning: 'number formula meaning',
  kernel: 'number formula meaning kernel',
  claim: 'number formula meaning kernel claim node',
  theory: 'number formula meaning kernel claim theory',
  evidence: 'number formula meaning kernel claim theory evidence node',
  ledger: 'number formula meaning kernel claim theory evidence ledger node',
  oracle: 'number formula meaning kernel claim theory evidence ledger oracle',
  foreign: 'number formula meaning kernel claim theory evidence ledger oracle foreign node',
  report: `${engines} node`,
  library: `${engines} library spec proofs`,
  cli: `${engines} library cli spec proofs node`,
  index: `${engines} library spec proofs node`,
  spec: 'number formula claim spec node',
  proofs: 'number formula meaning claim theory evidence spec proofs node',
};

const places = Object.keys(allowed);
const folderOf = (place: string): string => (place === 'spec' || place === 'proofs' ? place : `src/${place}`);
const fileOf = (place: string): string => (place === 'index' ? 'src/index.ts' : `${folderOf(place)}/leaf.ts`);

/** What an import of this target is written as from a folder below src (`up` leads to the top of the tree). */
const specifier = (target: string, up: string): string => {
  if (target === 'node') return 'node:fs';
  if (target === 'only-for-development') return target;
  return `${up}${target === 'test' ? 'test/leaf.ts' : fileOf(target)}`;
};
const resolved = (target: string): string => {
  if (target === 'node') return 'fs';
  if (target === 'only-for-development') return 'node_modules/only-for-development/index.js';
  return target === 'test' ? 'test/leaf.ts' : fileOf(target);
};

const targets = [...places, 'node', 'test', 'only-for-development'];
/** Every pair that the matrix of the tree below can hold: src/index.ts is one file and can not import itself. */
const pairs = places.flatMap((from) =>
  targets.filter((to) => !(from === 'index' && to === 'index')).map((to) => ({ from, to })),
);
const importer = (from: string, to: string): string =>
  from === 'index' ? 'src/index.ts' : `${folderOf(from)}/to-${to}.ts`;
const depth = (from: string): string => (from === 'index' || from === 'spec' || from === 'proofs' ? '../' : '../../');

/** Files of a tree in which each pair stands once, and each of the rules that know no pairs is broken once. */
const tree = (): ReadonlyMap<string, string> => {
  const files = new Map<string, string>([
    ['package.json', '{"type":"module","dependencies":{"shipped":"1"},"devDependencies":{"only-for-development":"1"}}'],
    ['tsconfig.json', '{"compilerOptions":{"module":"nodenext","moduleResolution":"nodenext"}}'],
    ['test/leaf.ts', 'export const leaf = 1;\n'],
    ['src/report/round.ts', "import './about.ts';\n"],
    ['src/report/about.ts', "import './round.ts';\n"],
    ['src/report/nowhere.ts', "import './missing.ts';\n"],
    ['src/stray.ts', "import './number/leaf.ts';\n"],
    ['src/another/file.ts', "import '../number/leaf.ts';\n"],
    ['src/number/type.ts', "import type { leaf } from '../formula/leaf.ts';\nexport type Leaf = typeof leaf;\n"],
    ['src/number/shipped.ts', "import 'shipped';\n"],
  ]);
  for (const name of ['shipped', 'only-for-development']) {
    files.set(`node_modules/${name}/package.json`, `{"name":"${name}","version":"1.0.0","main":"index.js"}`);
    files.set(`node_modules/${name}/index.js`, 'module.exports = 1;\n');
  }
  for (const place of places) if (place !== 'index') files.set(fileOf(place), 'export const leaf = 1;\n');
  for (const { from, to } of pairs) {
    const file = importer(from, to);
    files.set(file, `${files.get(file) ?? ''}import '${specifier(to, depth(from))}';\n`);
  }
  return files;
};

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

interface Summary {
  readonly violations: readonly Violation[];
  readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
}

describe('the structure', { timeout: 60_000 }, () => {
  const top = mkdtempSync(join(tmpdir(), 'tripleflip-structure-'));
  let summary: Summary = { violations: [], ruleSetUsed: { forbidden: [] } };

  beforeAll(() => {
    for (const [file, text] of tree()) {
      mkdirSync(dirname(join(top, file)), { recursive: true });
      writeFileSync(join(top, file), text);
    }
    const cruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const config = join(root, '.dependency-cruiser.js');
    const { stdout, stderr } = run(
      process.execPath,
      [cruise, '--config', config, '-T', 'json', 'src', 'spec', 'proofs'],
      top,
    );
    if (stdout === '') throw new Error(`expected a report, got ${stderr}`);
    summary = (JSON.parse(stdout) as { summary: Summary }).summary;
  }, 60_000);
  afterAll(() => rmSync(top, { recursive: true, force: true }));

  const refused = (file: string): readonly string[] =>
    summary.violations.filter(({ from, rule }) => from === file && rule.name !== 'no-cycle').map(({ to }) => to);

  test.each(places)('lets %s import what it may, and nothing else', (from) => {
    const may = new Set(allowed[from]?.split(' '));
    const own = pairs.filter((pair) => pair.from === from).map(({ to }) => to);
    const seen = own.filter((to) => refused(importer(from, to)).includes(resolved(to)));
    expect(seen).toEqual(own.filter((to) => !may.has(to)));
  });

  const broken = (file: string): readonly string[] =>
    summary.violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);

  test.each([
    ['a cycle', 'src/report/about.ts', 'no-cycle'],
    ['an import that leads nowhere', 'src/report/nowhere.ts', 'resolvable'],
    ['a file beside the rooms', 'src/stray.ts', 'unknown-room'],
    ['a room that is not listed', 'src/another/file.ts', 'unknown-room'],
    ['an import of a type', 'src/number/type.ts', 'room-number'],
  ])('refuses %s', (_, file, rule) => {
    expect(broken(file)).toContain(rule);
  });

  test('lets a room import what is installed with the package', () => {
    expect(broken('src/number/shipped.ts')).toEqual([]);
  });

  test('has no rule that this tree does not break', () => {
    const names = summary.ruleSetUsed.forbidden.map(({ name }) => name);
    expect(names.filter((name) => !summary.violations.some(({ rule }) => rule.name === name))).toEqual([]);
    expect(names.length).toBeGreaterThan(engines.split(' ').length);
  });
});

test('every folder of src is a room or a root', () => {
  const known = new Set([...engines.split(' '), 'library', 'cli', 'index.ts']);
  expect(readdirSync(join(root, 'src')).filter((name) => !known.has(name))).toEqual([]);
});
