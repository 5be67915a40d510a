import type { ClaimId } from '../spec/paper.ts';
import type { Claim } from '../src/claim/claim.ts';
import { type Chain, type ClaimProof, putRight, type Step, type Steps, stepsOf } from '../src/evidence/proof/step.ts';
import { cases, div, type Expr, num } from '../src/formula/expression.ts';
import { scaled } from '../src/formula/substitute.ts';

/** The chains that prove or refute a claim. */
export const proof = (id: ClaimId, ...chains: readonly Chain[]): ClaimProof => ({ id, chains });

/** The same by the kernel's normal form. */
export const identity = (to: Expr, why?: string): Step => ({ by: 'identity', to, ...(why ? { why } : {}) });

/** The words of a claim's part, of those of what is right instead if `of` says so: what a chain is about. */
export const about = (claim: Claim, index = 0, of: 'claim' | 'instead' = 'claim'): string => {
  const part = (of === 'claim' ? claim.parts : claim.instead?.parts)?.[index];
  if (!part) throw new RangeError(`expected a part ${index} of ${claim.id}`);
  return part.says;
};

/** One step: what follows is the printed formula in another form. */
export const sameForm: Steps = ({ end }) => [identity(end)];

/** Right as it follows from what is printed, and from what is right: no error of a premise has a say in it. */
export const stepAndTruth: readonly Chain[] = ['step', 'truth'].map((of) => ({ about: of, steps: sameForm }));

/**
 * A chain about a part that holds whether its premises are as printed or put right, and everything in it is `larger`
 * times as large then.
 */
export const eitherWay = (chain: Chain, larger = 1): readonly Chain[] => {
  const steps: Steps = (ends) =>
    stepsOf(chain.steps, ends).map((step) => (larger === 1 ? step : { ...step, to: scaled(num(larger), step.to) }));
  return [chain, { ...chain, about: `${chain.about}${putRight}`, steps }];
};

/** Its sign follows from the hypotheses without being written in another way. */
export const asItStands: Steps = ({ start }) => [
  { by: 'sign', to: start, why: 'its sign follows from the hypotheses' },
];

/** One step to what is printed, up to a factor: printed = factor x right. */
export const off = (about: string, factor: Expr): Chain => ({
  about,
  factor,
  steps: ({ end }) => [identity(scaled(div(1, factor), end))],
});

/** The limit is what is printed. */
export const inTheLimit: readonly Step[] = [{ by: 'limit', to: num(1) }];

/** The limit is what is printed, up to a factor: printed = factor x right. */
export const limitOff = (about: string, factor: Expr): Chain => ({
  about,
  factor,
  steps: [{ by: 'limit', to: factor }],
});

/** The right side of a claim's printed equation. */
export const printedRight = ({ id, printed }: Claim): Expr => {
  if (!printed) throw new RangeError(`expected a printed equation in ${id}`);
  return printed.right;
};

/** A step of its own where left < right, and another where not. */
export const inCases = (left: Expr, right: Expr, below: Step, otherwise: Step): Step => ({
  by: 'cases',
  left,
  right,
  below,
  otherwise,
  to: cases({ left, right }, below.to, otherwise.to),
});
