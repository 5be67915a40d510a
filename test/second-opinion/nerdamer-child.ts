/** The program that asks nerdamer: questions as JSON on stdin, answers as JSON on stdout. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Expression {
  evaluate(at: Readonly<Record<string, string>>): Expression;
  text(form: 'decimals' | 'fractions', digits?: number): string;
}
type Nerdamer = ((text: string) => Expression) & { version(): string };

// nerdamer/all.js, the core with calculus and matrices, has no types.
const nerdamer = createRequire(import.meta.url)('nerdamer/all.js') as Nerdamer;

const questions = JSON.parse(readFileSync(0, 'utf8')) as readonly {
  readonly formula: string;
  readonly at: Readonly<Record<string, string>>;
}[];

const answers = questions.map(({ formula, at }) => {
  try {
    // Parsed first, so that what nerdamer makes of the symbols is asked too.
    const parsed = nerdamer(nerdamer(formula).text('fractions'));
    return { answer: parsed.evaluate(at).text('decimals', 30) };
  } catch (error) {
    return { fault: (error as Error).message };
  }
});
process.stdout.write(JSON.stringify({ asked: `nerdamer ${nerdamer.version()}`, answers }));
