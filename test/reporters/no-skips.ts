import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Fails the run when any test was skipped or left as a todo, and names each; used where CI=true. */
export class NoSkips implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap((module) =>
      [...module.children.allTests('skipped')].map((test: TestCase) => `${module.relativeModuleId} > ${test.fullName}`),
    );
    if (skipped.length === 0) return;
    process.exitCode = 1;
    console.error(
      `Skipped tests fail where CI=true (${skipped.length}):\n${skipped.map((name) => `  ${name}`).join('\n')}`,
    );
  }
}
