import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Checked, isRight, judgeAll, pointsFor } from '../../src/foreign/check.ts';
import { rounding } from '../../src/foreign/judgement/rule.ts';
import { startProgram } from '../../src/foreign/program/program.ts';
import { quantities, quantityOf } from '../../src/library/catalogue.ts';
import { root } from '../child.ts';

const required = process.env.CI === 'true';
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
const installed = spawnSync(python, ['-c', 'import mpmath']).status === 0;
const folder = join(root, 'test/foreign/programs');

/** A program that makes one mistake, written from the definitions alone. */
interface Control {
  readonly file: string;
  readonly quantities: readonly string[];
  readonly mistake: string;
  /** How a finding must call it, for all quantities or for each; none for the program that makes no mistake. */
  readonly named?: string | Readonly<Record<string, string>>;
  /** The region where it fails. */
  readonly where?: string;
}
const controls = JSON.parse(readFileSync(join(folder, 'programs.json'), 'utf8')) as readonly Control[];

const settings = { seed: 1, cases: 60, rule: rounding() };

/** What check finds out about a program for each quantity, in one start of it. */
const checked = async (file: string, names: readonly string[]): Promise<readonly Checked[]> => {
  const program = startProgram({ command: [python, '-B', join(folder, file)], window: 64, patience: 20 });
  try {
    const results: Checked[] = [];
    for (const quantity of names.map(quantityOf)) {
      const points = pointsFor(quantity, settings);
      const replies = await program.ask(points.map(({ point }) => ({ quantity, point })));
      results.push(judgeAll(quantity, points, new Map([...replies.entries()]), settings.rule, quantities));
    }
    return results;
  } finally {
    await program.stop();
  }
};

test('each program of the folder is one of the controls', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.py') && name !== 'protocol.py');
  expect(controls.map(({ file }) => file).sort()).toEqual(files.sort());
  for (const { file, named } of controls) expect([file, named === undefined]).toEqual([file, file === 'right.py']);
});

describe.skipIf(!required && !installed)('a program', () => {
  test('that is right agrees everywhere and is accused of nothing', async () => {
    const { file, quantities: names } = controls.find(({ named }) => named === undefined) as Control;
    for (const one of await checked(file, names)) {
      expect([one.quantity.name, one.agree, isRight(one)]).toEqual([one.quantity.name, settings.cases, true]);
      expect(one.diagnosis).toEqual({ findings: [] });
      // It works with 60 digits: what is left is the rounding of the answer, 1 of the 4 units that are forgiven.
      expect(one.worst).toBeLessThanOrEqual(0.26);
    }
  });

  const wrong = controls.filter(({ named }) => named !== undefined);
  test.each(wrong)('with $mistake ($file) is found out and told so, and nothing else', async (control) => {
    for (const one of await checked(control.file, control.quantities)) {
      const { name } = one.quantity;
      const expected = typeof control.named === 'string' ? control.named : (control.named?.[name] ?? 'none given');
      const { findings, region } = one.diagnosis;
      expect(isRight(one), name).toBe(false);
      expect(findings.map(({ ids }) => ids).length, `${name}: ${findings.map(({ says }) => says)}`).toBe(1);
      const [finding] = findings as [(typeof findings)[0]];
      const told = [finding.says, ...finding.or];
      expect(
        told.filter((says) => new RegExp(expected).test(says)),
        `${name}: ${told.join('; ')}`,
      ).toHaveLength(1);
      // Of rounding some errors are small by chance; a formula accounts for each answer.
      const [of, all] = finding.of;
      if (!/cancellation|domain/.test(finding.ids.join())) expect([name, of]).toEqual([name, all]);
      if (control.where !== undefined) expect(region?.says).toMatch(new RegExp(control.where));
    }
  });
});
