#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { version } from './files.ts';
import { UsageError, wholeNumber } from './usage.ts';

/** Defaults that make a ledger. */
const points = 500;
const seed = 1;
const glasses = 512;

const fault = (message: string): void => {
  process.stderr.write(`tripleflip: ${message}\n`);
  process.exitCode = 2;
};

// A reader that stops reading, such as head, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.stderr.write(
    `tripleflip: the output could not be written: ${error.code === 'EPIPE' ? 'the pipe was closed' : error.message}\n`,
  );
  process.exit(2);
});

process.stderr.on('error', () => process.exit(2));

const program = new Command('tripleflip')
  .description('Verifies the theory of triple spin flips in dynamic nuclear polarization, claim by claim.')
  .version(version())
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'tripleflip: ')) });

program
  .command('verify')
  .description('decide claims and compare with the committed ledger')
  .argument('[ids...]', 'claims, such as eq73 (all of them when none is given)')
  .option('--json', 'print the entries as JSON')
  .option('--points <n>', 'exact points for each claim', wholeNumber('--points', 1, 1_000_000))
  .option('--seed <n>', 'seed of the points', wholeNumber('--seed', 0, 4_294_967_295))
  .option('--ledger <file>', 'compare with this ledger instead of the committed one')
  .action(async (ids: string[], options) => {
    const { verify } = await import('./verify.ts');
    process.exitCode = await verify(ids, options);
  });

program
  .command('prove')
  .description('print the proofs of claims, step by step')
  .argument('<ids...>', 'claims, such as eq67')
  .option('--tex', 'as LaTeX')
  .action(async (ids: string[], options) => {
    const { prove } = await import('./prove.ts');
    process.exitCode = prove(ids, options);
  });

program
  .command('explain')
  .description('say in sentences what the ledger holds about claims')
  .argument('<ids...>', 'claims, such as eq73')
  .option('--json', 'print the entry as JSON (a list where several claims are asked for)')
  .option('--ledger <file>', 'read this ledger instead of the committed one')
  .action(async (ids: string[], options) => {
    const { explain } = await import('./explain.ts');
    explain(ids, options);
  });

program
  .command('list')
  .description('list claims, quantities, editions or units')
  .argument('<what>', 'claims, quantities, editions or units')
  .action(async (what: string) => {
    const { list } = await import('./list.ts');
    await list(what);
  });

program
  .command('ledger')
  .description('decide every claim and write the ledger and its schema')
  .option('--out <file>', 'write the ledger here instead')
  .action(async ({ out }: { out?: string }) => {
    const { writeLedger } = await import('./ledger.ts');
    await writeLedger(out, { points, seed, glasses });
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof UsageError) fault(error.message);
  // A step of a proof that is wrong is told by its own sentence.
  else if ((error as Error).name === 'BrokenChain')
    fault(`expected a proof, got a broken chain: ${(error as Error).message}`);
  else fault(`a fault of this program: ${(error as Error).stack ?? error}`);
}
