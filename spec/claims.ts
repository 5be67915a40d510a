import type { Claim } from '../src/claim/claim.ts';
import { entries } from './paper.ts';
import * as section3 from './section-3.ts';
import * as section4 from './section-4.ts';
import * as section5 from './section-5.ts';
import * as section6 from './section-6.ts';
import * as sectionA from './section-A.ts';

const isClaim = (value: unknown): value is Claim =>
  typeof value === 'object' && value !== null && 'id' in value && 'text' in value && 'domain' in value;

const written = [section3, section4, section5, section6, sectionA].flatMap((section) =>
  (Object.values(section) as unknown[]).filter(isClaim),
);

/** Every claim entered so far, in the order of the paper: whatever the sections export. */
export const claims: readonly Claim[] = entries.flatMap(({ id }) => written.filter((claim) => claim.id === id));
