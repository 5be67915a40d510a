import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** What a worker sends back for one task. */
export type Reply<Answer> = { readonly answer: Answer } | { readonly fault: string };

/** Makes a process answer the tasks that it is sent, one after the other. */
export const answerWith = <Task, Answer>(answer: (task: Task) => Answer): void => {
  const reply = (of: Reply<Answer>): void => {
    process.send?.(of);
  };
  process.on('message', (task: Task) => {
    try {
      reply({ answer: answer(task) });
    } catch (error) {
      reply({ fault: (error as Error).message });
    }
  });
};

/**
 * The answers to all tasks in their order, from as many processes as there are cores. Who answered what shows nowhere.
 * Throws an Error with all faults if there are any.
 */
export const inProcesses = async <Task, Answer>(
  worker: URL,
  tasks: readonly Task[],
  nameOf: (task: Task) => string,
): Promise<readonly Answer[]> => {
  const answers = new Map<Task, Answer>();
  const faults: string[] = [];
  const work = (queue: Iterator<Task>): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = fork(fileURLToPath(worker));
      let task: Task | undefined;
      const next = (): void => {
        const { value, done } = queue.next();
        task = done ? undefined : (value as Task);
        if (task) child.send(task);
        else {
          child.disconnect();
          resolve();
        }
      };
      child.on('message', (reply: Reply<Answer>) => {
        if ('fault' in reply) faults.push(`${nameOf(task as Task)}: ${reply.fault}`);
        else answers.set(task as Task, reply.answer);
        if (answers.size > 0 && answers.size % 100 === 0)
          process.stderr.write(`${answers.size} of ${tasks.length} done\n`);
        next();
      });
      child.on('error', reject);
      child.on('exit', (code) => {
        if (code !== 0) reject(new Error(`a worker ended with code ${code} in ${task && nameOf(task)}`));
      });
      next();
    });
  const queue = tasks[Symbol.iterator]();
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), tasks.length) }, () => work(queue)));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return tasks.map((task) => answers.get(task) as Answer);
};

/** Writes a result, in place of the one before. */
export const store = (file: string, content: object): void =>
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
