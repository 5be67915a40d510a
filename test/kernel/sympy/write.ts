/** Asks SymPy about all statements and stores its answers: npx tsx test/kernel/sympy/write.ts; biome formats them. */
import { writeFileSync } from 'node:fs';
import { answersFile, askSympy, questions, type SympyAnswer, type SympyAnswers } from './statements.ts';

const all = questions();
const { asked, answers } = askSympy(all.map(({ question }) => question));
const stored: SympyAnswers = {
  asked,
  answers: all.map(({ question, kernel }, index) => ({ ...question, kernel, sympy: answers[index] as SympyAnswer })),
};
writeFileSync(answersFile, `${JSON.stringify(stored, null, 2)}\n`);
