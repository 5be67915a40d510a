import type { Reply } from '../case.ts';
import { holdsAnswer, readAnswer } from './answer.ts';
import { ProgramFailed, quoted, tailOf } from './failed.ts';
import { linesOf } from './lines.ts';
import { afterReading, startProcess } from './process.ts';
import { type Asked, windowOf } from './request.ts';

export { ProgramFailed } from './failed.ts';

export interface ProgramOptions {
  /** The program and its arguments; no shell reads them. */
  readonly command: readonly string[];
  /** Requests in one window: the next window goes out when all of this one are answered. */
  readonly window: number;
  /** Seconds to wait for the next answer. */
  readonly patience: number;
  readonly cwd?: string;
}

/** Somebody else's program, which answers requests on its standard output until its standard input is closed. */
export interface Program {
  /**
   * Replies in the order of the questions; onReply gets each as it arrives, in any order. Rejects with a ProgramFailed, and
   * so does every later call: what was answered until then has been given to onReply.
   */
  readonly ask: (
    questions: readonly Asked[],
    onReply?: (index: number, reply: Reply) => void,
  ) => Promise<readonly Reply[]>;
  /**
   * Closes its standard input, gives it half a second to end, then ends it and what it started. Rejects with a ProgramFailed that
   * no call of `ask` has told: what it wrote after its last answer was no answer to anything.
   */
  readonly stop: () => Promise<void>;
}

/** Milliseconds for a program to end by itself, after its last request and after a pipe of it is closed. */
const toEnd = 500;
const toDie = 300;
/** Milliseconds for a program that was quiet to answer once its input is closed. */
const toAnswerLate = 300;
/** The most milliseconds that a timer counts. */
const longest = 2 ** 31 - 1;

/** What is asked now: the questions of one call, and what to do at its end. */
interface Turn {
  readonly questions: readonly Asked[];
  readonly replies: (Reply | undefined)[];
  /** How many requests went out, and how many of them are answered. */
  sent: number;
  answered: number;
  readonly onReply: (index: number, reply: Reply) => void;
  readonly onEnd: (error?: unknown) => void;
}

/** Starts the program; what goes wrong with that is told by the first call of `ask`. */
export const startProgram = ({ command, window, patience, cwd }: ProgramOptions): Program => {
  if (!(window >= 1)) throw new RangeError(`expected a window of at least 1 request, got ${window}`);
  const wrote = tailOf(1024);
  /** What it wrote after we gave it up. */
  const late = tailOf(1024);
  const complained = tailOf(4096);
  let turn: Turn | undefined;
  /** The id of the first question of this call. */
  let next = 1;
  let total = 0;
  let sentence: string | undefined;
  let failure: unknown;
  /** Whether a call of `ask` has told the failure. */
  let isTold = false;
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let dying: NodeJS.Timeout | undefined;

  const waitedFor = (): string => {
    if (!turn) return 'no answer to anything';
    const index = turn.replies.indexOf(undefined);
    return `an answer to request ${next + index} (${turn.questions[index]?.quantity.name})`;
  };
  const soFar = (): string => (total === 1 ? 'after 1 answer' : `after ${total} answers`);
  const unfinished = (): string => {
    const rest = lines.unfinished();
    return rest === '' ? '' : `; its last line has no end: ${quoted(rest)}`;
  };

  const endTurn = (error?: unknown): void => {
    clearTimeout(timer);
    const ended = turn;
    turn = undefined;
    isTold ||= ended !== undefined && error !== undefined;
    ended?.onEnd(error);
  };
  /**
   * Ends the program; the sentence is told once all it complained of is there. What it writes from now on is no last word
   * of it: it answers to the end of its input.
   */
  const fail = (says: string, error?: unknown, toAnswer = 0, why: () => string = () => ''): void => {
    if (sentence !== undefined) return;
    sentence = says;
    const before = wrote.text();
    clearTimeout(timer);
    clearTimeout(dying);
    void running.stop(toAnswer).then(() => {
      failure = error ?? new ProgramFailed(`${says}${why()}`, before, complained.text());
      endTurn(failure);
    });
  };
  const flush = 'flush the output after each answer, in Python print(..., flush=True), in C fflush(stdout))';
  const whyQuiet = (): string =>
    holdsAnswer(late.text())
      ? `; it answered when its input was closed (it reads all requests first, or keeps its answers in a buffer: ${flush}`
      : ` (it hangs, needs more time, or keeps its answers in a buffer: ${flush}`;

  const onQuiet = (): void => {
    const before = total;
    afterReading(() => {
      if (total > before || !turn) return;
      fail(
        `expected ${waitedFor()} within ${patience} s, got none ${soFar()}${unfinished()}`,
        undefined,
        toAnswerLate,
        whyQuiet,
      );
    });
  };
  const send = (): void => {
    if (!turn) return;
    const { questions, sent } = turn;
    const size = Math.min(window, questions.length - sent);
    turn.sent += size;
    clearTimeout(timer);
    timer = setTimeout(onQuiet, Math.min(1000 * patience, longest));
    running.write(windowOf(questions.slice(sent, sent + size), next + sent));
  };
  /** Takes an answer, or says what is wrong with it. */
  const take = (line: string): string | undefined => {
    const read = readAnswer(line);
    if ('fault' in read) return read.fault;
    const { id, reply } = read;
    if (id < 1 || id >= next + (turn?.sent ?? 0))
      return `expected ${waitedFor()}, got one with id ${id}, which was not asked`;
    const index = id - next;
    if (!turn || index < 0 || turn.replies[index])
      return `expected one answer to each request, got another one to request ${id}`;
    turn.replies[index] = reply;
    turn.answered += 1;
    total += 1;
    turn.onReply(index, reply);
    return undefined;
  };
  const onLine = (line: string): void => {
    if (sentence !== undefined) return;
    try {
      const fault = take(line);
      if (fault !== undefined) fail(`${fault}, ${soFar()}`);
      else if (turn && turn.answered < turn.sent) timer?.refresh();
      else if (turn && turn.answered < turn.questions.length) send();
      else endTurn();
    } catch (error) {
      fail('stopped', error);
    }
  };
  const lines = linesOf(onLine);

  const running = startProcess(command, cwd, {
    onOutput: (bytes) => {
      if (sentence !== undefined) return late.add(bytes);
      wrote.add(bytes);
      const fault = lines.add(bytes);
      if (fault !== undefined) fail(`${fault}, ${soFar()}`);
    },
    onComplaint: complained.add,
    onClosed: (what) => {
      if (stopping || sentence !== undefined || dying) return;
      // It is most often about to end, and its exit code says more.
      dying = setTimeout(() => {
        if (turn) fail(`expected ${waitedFor()}, got its standard ${what} closed while it still ran, ${soFar()}`);
      }, toDie);
    },
    onEnd: (how) => {
      clearTimeout(dying);
      if (stopping) return;
      const hoped = turn ? waitedFor() : 'it to run until its standard input is closed';
      fail(how.startsWith('expected') ? how : `expected ${hoped}, got its end: ${how}, ${soFar()}${unfinished()}`);
    },
  });

  return {
    ask: (questions, onReply = () => {}) =>
      new Promise((resolve, reject) => {
        if (turn || stopping) throw new Error('expected one call of ask at a time and none after stop');
        isTold ||= failure !== undefined;
        if (failure !== undefined) throw failure;
        if (questions.length === 0) return resolve([]);
        const replies = questions.map((): Reply | undefined => undefined);
        const onEnd = (error?: unknown): void => {
          next += questions.length;
          if (error === undefined) resolve(replies as readonly Reply[]);
          else reject(error);
        };
        turn = { questions, replies, sent: 0, answered: 0, onReply, onEnd };
        if (sentence === undefined) send();
      }),
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      clearTimeout(dying);
      await running.stop(sentence === undefined ? toEnd : 0);
      failure ??= new ProgramFailed(sentence ?? 'stopped', wrote.text(), complained.text());
      endTurn(failure);
      if (sentence === undefined || isTold) return;
      isTold = true;
      throw failure;
    },
  };
};
