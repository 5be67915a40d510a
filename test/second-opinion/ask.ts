/** Asks nerdamer about the formulas of the paper and stores its answers: npm run second-opinion. */
import { writeFileSync } from 'node:fs';
import { claims } from '../../spec/claims.ts';
import { answersFile, type SecondOpinion } from './answers.ts';
import { askNerdamer } from './nerdamer.ts';
import { questionsAbout } from './questions.ts';
import { identitySteps, simplified } from './steps.ts';

const { questions, notAsked } = questionsAbout(claims);
const { asked, answers } = askNerdamer(questions);
const asSteps = identitySteps();
const opinion: SecondOpinion = {
  asked,
  answers: questions.map((question, index) => {
    const given = answers[index];
    if (!given || 'fault' in given)
      throw new Error(`nerdamer gives no value of ${question.formula}: ${given?.fault ?? 'nothing'}`);
    return { ...question, answer: given.answer };
  }),
  notAsked,
  steps: asSteps.steps.map((step) => ({ ...step, answer: simplified(step.formula) })),
  stepsNotAsked: asSteps.notAsked,
};
writeFileSync(answersFile, `${JSON.stringify(opinion, null, 2)}\n`);
process.stdout.write(
  `${opinion.answers.length} answers of ${asked}, ${notAsked.length} claims not asked about; of ${opinion.steps.length} identity steps it finds ${opinion.steps.filter(({ answer }) => answer === '0').length} to be right\n`,
);
