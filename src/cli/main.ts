#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { version } from './files.ts';
import { positiveNumber } from './judge/check-options.ts';
import { parseShard } from './run/shard.ts';
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

const stationaryHelp = `
Examples:
  tripleflip stationary line=gaussian fwhm=100MHz B=3.4T g=2 nucleus=13C T=4.2K D0=52MHz DD=2MHz hole=-25MHz \\
      holefwhm=5MHz depth=0.5 betaSS=-2e-9s --plot line.svg
  tripleflip stationary ... --sweep D0=5MHz..500MHz --plot D0.svg      (without D0 before; --linear for even steps)
  tripleflip stationary table=line.csv nucleus=1H B=3.4T ...           (columns "frequency [MHz]" and "height")

Lines: gaussian, lorentzian (fwhm), two (fwhm, separation), powder (gx, gy, gz, fwhm), table=FILE.csv. The electrons are at
the temperature T of the lattice, with a Lorentzian hole where hole (or omegaM) says, or at what alpha=FILE.csv gives
(columns "frequency [MHz]" and "alpha [s]"); "offset [MHz]" counts from the centre omegaS. betaSS or TSS is that of
their interactions, of either sign. As printed: (91), (78) with (87), and for both the flows (65) and (60) together. g = 2
and depth = 1 are taken where none is given. Without --sweep the plot shows the line, the polarization across it, and the
one that fast spectral diffusion at betaSS would lead to. Exit code 2 where a value of the sweep has no stationary states.`;

const longRuns = `
Long runs:
  tripleflip verify --points 100000 --state run.state        killed, it goes on where it was when started again
  tripleflip verify --points 100000 --state 3.state --shard 3/16
  tripleflip merge *.state                                   when the shards 1/16 to 16/16 are done`;

const checkHelp = `
Examples:
  tripleflip check W_Z W_SS -- python3 mine.py
  tripleflip check W_Z:printed --cases 200 --seed 7 -- ./mine

A line of JSON goes each way: {"id":1,"quantity":"W_Z","in":{"A2":"1","DD":"0.01","D0":"0.5","omega0I":"1"},"left":0} is
answered by {"id":1,"out":"0.0123"} or {"id":1,"error":"..."}, in any order; "left" counts the requests of the same window
that still come. Adapters to start from are in docs/adapters. Exit code 0: agrees, 1: disagrees, 2: bad usage, 3: the
program failed.`;

/** Everything behind the first "--" belongs to somebody else's program. */
const cut = process.argv.indexOf('--');
const [own, foreign] = cut < 0 ? [process.argv, []] : [process.argv.slice(0, cut), process.argv.slice(cut + 1)];

const gradeHelp = `
Examples:
  tripleflip grade --template W_Z W_SS --out cases.csv      then fill in the column out, in MATLAB or elsewhere
  tripleflip grade answers.csv                              the same table with the answers
  tripleflip grade answers.csv --of cases.csv               answers with the columns id and out alone

Exit code 0 where all answers are right, 1 where one is not, 2 where rows have no answer, are missing or cannot be read.`;

const vectorsHelp = `
Examples:
  tripleflip vectors --out vectors                            every quantity in every edition
  tripleflip vectors W_Z W_SS --out rates --seed 7
  tripleflip vectors --state 3.state --shard 3/16
  tripleflip merge *.state --out vectors                      when the shards 1/16 to 16/16 are done

The folder gets index.json, schema.json, and for each quantity the same cases in json/ and csv/. Where it holds a set of
vectors, the new set takes its place; other files in it stay.`;

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
  .option('--state <file>', 'keep what is done in this file, and go on from there when started again')
  .option('--shard <k/n>', 'do the k-th of n parts of the work, into the file of --state', parseShard)
  .addHelpText('after', longRuns)
  .action(async (ids: string[], options) => {
    const { verify } = await import('./verify/verify.ts');
    process.exitCode = await verify(ids, options);
  });

program
  .command('check')
  .description("judge somebody else's program: it is asked, its answers are certified, what is wrong is diagnosed")
  .argument('[quantities...]', 'such as W_Z W_SS; the program and its arguments follow behind "--"')
  .option(
    '--cases <n>',
    'points of the domain for each quantity (1000; 100 and 10 for integrals)',
    wholeNumber('--cases', 1, 1_000_000),
  )
  .option('--seed <n>', 'seed of the points', wholeNumber('--seed', 0, 2_147_483_647), 1)
  .option(
    '--window <n>',
    'requests that are sent before their answers are awaited',
    wholeNumber('--window', 1, 1_000_000),
    64,
  )
  .option('--patience <s>', 'seconds to wait for the next answer', wholeNumber('--patience', 1, 1_000_000), 10)
  .option('--ulps <k>', 'forgive k (1 + sum of |condition numbers|) roundings (4)', positiveNumber('--ulps'))
  .option(
    '--digits <n>',
    'decimal digits that the program computes with, where not binary64',
    wholeNumber('--digits', 2, 1000),
  )
  .option('--rtol <r>', 'forgive this relative error instead', positiveNumber('--rtol'))
  .option('--json', 'print the report as JSON')
  .option('--path <path>', 'ask the one point that a report names, again')
  .option('--state <file>', 'keep the answers in this file, and go on from there when started again')
  .option('--shard <k/n>', 'do the k-th of n parts of the work, into the file of --state', parseShard)
  .addHelpText('after', checkHelp)
  .action(async (names: string[], options) => {
    const { check } = await import('./judge/check.ts');
    process.exitCode = await check(names, foreign, options);
  });

program
  .command('merge')
  .description('put the shards of a run together: prints what the run without shards prints')
  .argument('<files...>', 'the files of --state of all shards')
  .option('--json', 'print the entries as JSON')
  .option('--ledger <file>', 'compare with this ledger instead of the committed one')
  .option('--out <dir>', 'of vectors: the folder to write')
  .action(async (files: string[], options) => {
    const { merge } = await import('./run/merge.ts');
    process.exitCode = await merge(files, options);
  });

program
  .command('prove')
  .description('print the proofs of claims, step by step')
  .argument('<ids...>', 'claims, such as eq67')
  .option('--tex', 'as LaTeX')
  .action(async (ids: string[], options) => {
    const { prove } = await import('./verify/prove.ts');
    process.exitCode = prove(ids, options);
  });

program
  .command('explain')
  .description('say in sentences what the ledger holds about claims')
  .argument('<ids...>', 'claims, such as eq73')
  .option('--json', 'print the entry as JSON (a list where several claims are asked for)')
  .option('--ledger <file>', 'read this ledger instead of the committed one')
  .action(async (ids: string[], options) => {
    const { explain } = await import('./verify/explain.ts');
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
    const { evaluateQuantity } = await import('./eval/eval.ts');
    process.exitCode = await evaluateQuantity(name, inputs, options);
  });

program
  .command('stationary')
  .description('stationary polarization and spin temperature of the nuclei, of each branch and of both')
  .argument('<inputs...>', 'name=value, such as line=gaussian fwhm=100MHz D0=52MHz; bare numbers are SI')
  .option('--json', 'print JSON, with --sweep JSON lines')
  .option('--sweep <name=from..to>', 'for values of one parameter, such as D0=5MHz..500MHz, as CSV')
  .option('--steps <n>', 'steps from one end of the sweep to the other (60)', wholeNumber('--steps', 1, 100_000))
  .option('--linear', 'even steps, not logarithmic ones')
  .option('--digits <n>', 'also by enclosures, with that many certain digits', wholeNumber('--digits', 1, 150))
  .option('--plot <file.svg>', 'draw what is swept; without --sweep the line and the polarization across it')
  .addHelpText('after', stationaryHelp)
  .action(async (inputs: string[], options) => {
    const { stationary } = await import('./stationary/stationary.ts');
    process.exitCode = await stationary(inputs, options);
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
  .command('emit')
  .description('print the formulas of quantities as code')
  .argument('<quantities...>', 'such as W_Z W_SS')
  .option('--to <language>', 'c, python, octave (runs in MATLAB too) or latex')
  .option('--out <file>', 'write to this file instead')
  .option('--protocol', 'as a program that answers the requests of "tripleflip check"')
  .action(async (names: string[], options) => {
    const { emit } = await import('./judge/emit.ts');
    emit(names, options);
  });

program
  .command('grade')
  .description('judge a table of answers without running anything, or write the table to be filled')
  .argument('[answers.csv]', 'the table with the column out filled in, or one of id and out alone; "-" is stdin')
  .option('--template <quantities...>', 'write the cases of these quantities as a table to be filled')
  .option('--out <file>', 'write the template to this file instead')
  .option('--seed <n>', 'seed of the cases of the template', wholeNumber('--seed', 0, 2_147_483_647))
  .option('--cases <n>', 'cases of each quantity in the template', wholeNumber('--cases', 1, 1_000_000))
  .option('--of <cases.csv>', 'the table of the cases, where the answers hold ids without inputs')
  .option('--ulps <k>', 'forgive k (1 + sum of |condition numbers|) roundings (4)', positiveNumber('--ulps'))
  .option(
    '--digits <n>',
    'decimal digits that were computed with or written, where not binary64',
    wholeNumber('--digits', 2, 1000),
  )
  .option('--rtol <r>', 'forgive this relative error instead', positiveNumber('--rtol'))
  .option('--json', 'print JSON')
  .addHelpText('after', gradeHelp)
  .action(async (file: string | undefined, options) => {
    const { grade } = await import('./judge/grade.ts');
    process.exitCode = await grade(file, options);
  });

program
  .command('vectors')
  .description('write test vectors: certified values at exact inputs, with flags for the mistakes that they catch')
  .argument('[quantities...]', 'such as W_Z W_SS (all of them when none is given)')
  .option('--out <dir>', 'the folder to write')
  .option('--seed <n>', 'seed of the points', wholeNumber('--seed', 0, 2_147_483_647), 1)
  .option('--state <file>', 'keep what is done in this file, and go on from there when started again')
  .option('--shard <k/n>', 'do the k-th of n parts of the work, into the file of --state', parseShard)
  .addHelpText('after', vectorsHelp)
  .action(async (names: string[], options) => {
    const { vectors } = await import('./judge/vectors.ts');
    process.exitCode = await vectors(names, options);
  });

program
  .command('ledger')
  .description('decide every claim and write the ledger and its schema')
  .option('--out <file>', 'write the ledger here instead')
  .action(async ({ out }: { out?: string }) => {
    const { writeLedger } = await import('./verify/ledger.ts');
    await writeLedger(out, { points, seed, glasses });
  });

try {
  await program.parseAsync(own);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof UsageError) fault(error.message);
  // A step of a proof that is wrong is told by its own sentence.
  else if ((error as Error).name === 'BrokenChain')
    fault(`expected a proof, got a broken chain: ${(error as Error).message}`);
  else fault(`a fault of this program: ${(error as Error).stack ?? error}`);
}
