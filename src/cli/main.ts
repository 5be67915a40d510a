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

const evalHelp = `
Examples:
  tripleflip eval W_Z A2=2e15 DD=2MHz D0=52MHz omega0I=145MHz --digits 50
  tripleflip eval W_SS nS=2e19/cm3 r0=1nm g=2 B=3.4T nucleus=1H nI=0.75e23/cm3 rI=2angstrom
  tripleflip eval W_Z A2=2e15 omega0I=145MHz --from widths.csv     (columns such as "D0 [MHz]")

Hz, kHz, MHz and GHz stand for 2 pi times, as angular frequency. What is not given is derived where it can be: D0 from
r0, DD from nS, omega0I from B and nucleus, A2 from nI and rI. "tripleflip list quantities" and "tripleflip list
units" show what there is. Exit code 2 where a row of the file has no answer.`;

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
  .command('eval')
  .description('certified value of a quantity: digits that are all right, at any precision')
  .argument('<quantity>', 'such as W_Z, W_Z:glass (couplings of a real glass) or W_Z:printed (as the paper has it)')
  .argument('[inputs...]', 'name=value, such as D0=52MHz or nS=2e19/cm3; bare numbers are SI, frequencies in rad/s')
  .option('--digits <n>', 'certain digits wanted', wholeNumber('--digits', 1, 2000), 20)
  .option('--json', 'print JSON, with --from JSON lines')
  .option('--from <file>', 'evaluate each row of a CSV or JSON-lines file, or of stdin for "-"')
  .option('--format <format>', 'csv or jsonl, where the name of the file does not tell')
  .option('--keep <columns...>', 'copy these columns of the file, which are no parameters')
  .addHelpText('after', evalHelp)
  .action(async (name: string, inputs: string[], options) => {
    const { evaluateQuantity } = await import('./eval.ts');
    process.exitCode = await evaluateQuantity(name, inputs, options);
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
