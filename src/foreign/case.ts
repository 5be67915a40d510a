import type { Quantity } from '../theory/quantity.ts';

/** Values of the parameters of a quantity by name, SI units (frequencies in rad/s): each stands for its exact binary64. */
export type Point = Readonly<Record<string, number>>;

/**
 * Why a point is asked: anywhere in the domain, on a boundary of it, where plain formulas cancel, next to another point
 * (so that errors of rounding show as scatter), or outside the domain.
 */
export const kinds = ['random', 'boundary', 'cancellation', 'neighbour', 'invalid'] as const;
export type Kind = (typeof kinds)[number];

/** A question to somebody else's program. */
export interface Question {
  readonly quantity: Quantity;
  readonly point: Point;
  readonly kind: Kind;
}

/**
 * What a program says: a decimal of any length as it wrote it, or NaN or an infinity (`Number(out)` reads all of them); or
 * that it has no answer, and why.
 */
export type Reply = { readonly out: string } | { readonly error: string };

/** The shortest decimal that is read as this binary64: how numbers stand on the wire, in tables and in vectors. */
export const decimalOf = (value: number): string => (Object.is(value, -0) ? '0' : String(value));
