import type { Reply } from '../../foreign/case.ts';
import { open } from '../eval/rows.ts';
import { BrokenRow } from '../eval/rows-csv.ts';
import { UsageError } from '../usage.ts';
import { BadRow, counted, type Faults, faultsOf, linesText } from './grade-faults.ts';
import { missingByIds, missingOf } from './grade-missing.ts';
import { type Case, caseOf, checkSame, replyOf } from './grade-rows.ts';
import { type Row, readTable, type Table } from './grade-table.ts';

/** A row that can be graded. */
export interface Answer extends Case {
  readonly line: number;
  readonly id: string;
  readonly reply: Reply;
}

/** What tables hold, and a sentence for each thing that is wrong with them. */
export interface Read {
  readonly file: string;
  readonly answers: readonly Answer[];
  readonly complaints: readonly string[];
}

const nameOf = (file: string): string => (file === '-' ? 'stdin' : file);

/** What is read of a row; its fault, where it has one, goes to `faults`. */
const attempt = <T>(row: Row, faults: Faults, read: (row: Row) => T | undefined): T | undefined => {
  try {
    return read(row);
  } catch (error) {
    if (!(error instanceof BrokenRow)) throw error;
    faults.add(row.line, error);
    return undefined;
  }
};

/** The answers of a table, by what says what a row asks; undefined where the table of the cases has a fault there. */
const answersOf = (table: Table, faults: Faults, caseAt: (row: Row) => Case | undefined) => {
  const empty: number[] = [];
  const answers = table.rows.flatMap((row): readonly Answer[] => {
    const answer = attempt(row, faults, (): Answer | undefined => {
      const asked = caseAt(row);
      if (!asked) return undefined;
      const reply = replyOf(row.cell('out') ?? '');
      if (!reply) empty.push(row.line);
      return reply && { ...asked, line: row.line, id: row.id, reply };
    });
    return answer ? [answer] : [];
  });
  const without =
    empty.length === 0 ? [] : [`${counted(empty.length)} of ${table.file} without an answer: ${linesText(empty)}`];
  return { answers, without };
};

const readWhole = async (file: string): Promise<Read> => {
  const faults = faultsOf(nameOf(file));
  const table = await readTable(open(file), nameOf(file), ['id', 'out', 'quantity'], faults);
  const { answers, without } = answersOf(table, faults, caseOf);
  return { file: table.file, answers, complaints: [...faults.told(), ...without, ...missingByIds(table)] };
};

const readJoined = async (file: string, of: string): Promise<Read> => {
  if (file === '-' && of === '-') throw new UsageError('expected two tables, got stdin for both');
  const [faults, faultsOfCases] = [faultsOf(nameOf(file)), faultsOf(nameOf(of))];
  const cases = await readTable(open(of), nameOf(of), ['id', 'quantity'], faultsOfCases);
  const asked = new Map(
    cases.rows.flatMap((row) => {
      const found = attempt(row, faultsOfCases, caseOf);
      return found ? [[row.id, found] as const] : [];
    }),
  );
  const table = await readTable(open(file), nameOf(file), ['id', 'out'], faults);
  const { answers, without } = answersOf(table, faults, (row) => {
    const found = asked.get(row.id);
    if (found) checkSame(row, found, cases.file);
    else if (!cases.ids.has(row.id)) throw new BadRow(`expected ids of ${cases.file}`, `"${row.id}"`);
    return found;
  });
  return {
    file: table.file,
    answers,
    complaints: [...faultsOfCases.told(), ...faults.told(), ...without, ...missingOf(cases, table)],
  };
};

/**
 * The answers that stand in a table, or in a table and one of its cases that has the same ids. Throws a UsageError where
 * a table or its header cannot be read.
 */
export const readAnswers = (file: string, of: string | undefined): Promise<Read> =>
  of === undefined ? readWhole(file) : readJoined(file, of);
