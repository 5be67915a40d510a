import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What the owner of a process is told. */
export interface Listener {
  readonly onOutput: (bytes: Uint8Array) => void;
  readonly onComplaint: (bytes: Uint8Array) => void;
  /** It closed its end of a pipe; most often it is about to end. */
  readonly onClosed: (what: 'input' | 'output') => void;
  /** It ended, in these words; all it wrote has been handed on before. */
  readonly onEnd: (how: string) => void;
}

/** A process with a group of its own: what it starts ends with it, unless that leaves the group (setsid). */
export interface OwnProcess {
  readonly write: (text: string) => void;
  /** Closes its standard input and ends it where it does not within this many milliseconds. No part of it is left. */
  readonly stop: (patience: number) => Promise<void>;
}

/** Milliseconds to end after a request to, and for its output to arrive after its end. */
const grace = 300;

/** The groups that run, by the id of their leader: ours may not end before they do. */
const running = new Set<number>();

const signalGroup = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(-pid, signal);
  } catch {
    // Nothing of the group is left.
  }
};

const endAll = (): void => {
  for (const pid of running) signalGroup(pid, 'SIGKILL');
};

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A signal that somebody else listens to is theirs; otherwise it ends us as it would have without a listener. */
const onSignal = (signal: NodeJS.Signals): void => {
  endAll();
  for (const each of signals) process.off(each, onSignal);
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
};

const watch = (pid: number): void => {
  if (running.size === 0) {
    process.on('exit', endAll);
    for (const signal of signals) process.on(signal, onSignal);
  }
  running.add(pid);
};

const unwatch = (pid: number): void => {
  running.delete(pid);
  if (running.size > 0) return;
  process.off('exit', endAll);
  for (const signal of signals) process.off(signal, onSignal);
};

/** Runs it after what waits in the pipes is read: a timer may be late because we were busy ourselves. */
export const afterReading = (then: () => void): void => void setImmediate(() => setImmediate(then));

const within = (promise: Promise<unknown>, milliseconds: number): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), milliseconds);
    void promise.then(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });

const whyNotStarted = (program: string, cwd: string | undefined, { code, message }: NodeJS.ErrnoException): string => {
  const start = `expected to start "${program}", got: `;
  if (cwd !== undefined && !existsSync(cwd)) return `${start}the folder ${cwd} does not exist`;
  if (code === 'ENOENT' && existsSync(program)) return `${start}the interpreter that its first line names is missing`;
  if (code === 'ENOENT') return `${start}no such program (neither a file nor in PATH)`;
  if (code === 'EACCES') return `${start}it is not executable (chmod +x, or name its interpreter in front of it)`;
  return `${start}${message}`;
};

const open = (command: readonly string[], cwd: string | undefined): ChildProcessWithoutNullStreams => {
  const [program = '', ...args] = command;
  return spawn(program, args, { detached: true, stdio: 'pipe', ...(cwd === undefined ? {} : { cwd }) });
};

/** Starts a program without a shell. What goes wrong is told to the listener, also where it does not start. */
export const startProcess = (command: readonly string[], cwd: string | undefined, listener: Listener): OwnProcess => {
  let child: ChildProcessWithoutNullStreams;
  try {
    child = open(command, cwd);
  } catch (error) {
    const how = whyNotStarted(command[0] ?? '', cwd, error as NodeJS.ErrnoException);
    queueMicrotask(() => listener.onEnd(how));
    return { write: () => {}, stop: async () => {} };
  }
  const { pid, stdin, stdout, stderr } = child;
  if (pid !== undefined) watch(pid);
  let how = '';
  let handedOn = 0;
  /** Lets go of the pipes once nothing comes out of them: a process that left the group may hold them open for ever. */
  const release = (): void => {
    const before = handedOn;
    const look = (): void => {
      if (handedOn > before) release();
      else for (const stream of [stdin, stdout, stderr]) stream.destroy();
    };
    setTimeout(() => afterReading(look), grace).unref();
  };
  const closed = new Promise<void>((resolve) => {
    child.on('error', (error) => {
      if (pid !== undefined) return;
      listener.onEnd(whyNotStarted(command[0] ?? '', cwd, error));
      resolve();
    });
    child.on('exit', (code, signal) => {
      how = signal === null ? `exit code ${code}` : `signal ${signal}`;
      // What it started may hold its pipes open.
      if (pid !== undefined) signalGroup(pid, 'SIGKILL');
      release();
    });
    child.on('close', () => {
      if (pid === undefined) return;
      unwatch(pid);
      listener.onEnd(how);
      resolve();
    });
  });
  stdin.on('error', () => listener.onClosed('input'));
  stdout.on('data', (bytes: Uint8Array) => {
    handedOn += 1;
    listener.onOutput(bytes);
  });
  stdout.on('end', () => listener.onClosed('output'));
  stderr.on('data', listener.onComplaint);
  for (const stream of [stdout, stderr]) stream.on('error', () => {});
  return {
    write: (text) => void stdin.write(text),
    stop: async (patience) => {
      stdin.end();
      if (await within(closed, patience)) return;
      if (pid !== undefined) signalGroup(pid, 'SIGTERM');
      if (await within(closed, grace)) return;
      if (pid !== undefined) signalGroup(pid, 'SIGKILL');
      await closed;
    },
  };
};
