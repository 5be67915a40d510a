import * as claims from '../../spec/section-6/factors.ts';
import { num } from '../../src/formula/expression.ts';
import { asItStands, eitherWay, off, proof, sameForm } from '../proof.ts';

const half = num(1, 2);

export const eq61 = proof('eq61', { about: 'step', steps: sameForm }, off('truth', half));
export const eq62 = proof('eq62', { about: 'step', steps: sameForm }, off('truth', half));

const peaked = { about: claims.peaked.says, steps: asItStands };
const allContribute = { about: claims.allContribute.says, steps: asItStands };
export const fig2 = proof('fig2', ...eitherWay(peaked), ...eitherWay(allContribute));
export const s6b = proof('s6b', ...eitherWay(peaked));
export const s6c = proof('s6c', ...eitherWay(allContribute));
