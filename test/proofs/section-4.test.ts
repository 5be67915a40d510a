import { everyStep } from './every-step.ts';

everyStep((section) => section === '4');
