import type { Expr, Sym } from '../formula/expression.ts';
import type { Environment } from '../meaning/value.ts';
import type { EnclosureArithmetic } from '../number/arithmetic.ts';
import type { Rational } from '../number/rational.ts';

/** A number that no scalar formula gives, such as an integral over a delta function. */
export interface Computed {
  readonly kind: 'computed';
  readonly tex: string;
  /** The formulas it is made of: what is mutated and whose symbols must be sampled. */
  readonly parts: readonly Expr[];
  readonly with: (parts: readonly Expr[]) => Computed;
  readonly value: <T>(arithmetic: EnclosureArithmetic<T>, environment: Environment<T>) => T;
}

export type Side = Expr | Computed;

export const isComputed = (side: Side): side is Computed => side.kind === 'computed';

/** The symbol that goes to 0 as epsilon times `scale`, all else being held. */
export interface Small {
  readonly symbol: Sym;
  readonly scale: Expr;
}

/** A figure of the text: it claims its last significant digit to one unit, or what its words say. */
export interface Quote {
  readonly text: string;
  /** "about" and the like claim 25 %. */
  readonly about?: boolean;
  /** An upper bound instead of a value. */
  readonly atMost?: boolean;
}

/** An input of a quoted value with its range. A physical constant may be given by its name instead. */
export interface Input {
  readonly nominal: Rational;
  readonly range: readonly [Rational, Rational];
  readonly from: string;
}

/** What can be decided. `left` is what is held against the printed `right`. */
export type Relation =
  | { readonly kind: 'equal'; readonly left: Side; readonly right: Side }
  /** right/left goes to 1 with the small symbol; if `beyond` is given, with an error of higher order than that. */
  | {
      readonly kind: 'approaches';
      readonly left: Expr;
      readonly right: Expr;
      readonly small: Small;
      readonly beyond?: number;
    }
  | { readonly kind: 'ordered'; readonly left: Side; readonly is: '<' | '<='; readonly right: Side }
  /** left is at most a tenth of right: words such as "much smaller". */
  | { readonly kind: 'muchSmaller'; readonly left: Side; readonly right: Side }
  | {
      readonly kind: 'quoted';
      readonly value: Expr;
      readonly inputs: Readonly<Record<string, Input | string>>;
      readonly quote: Quote;
    }
  /** The same binders over the same ranges, and integrands that agree wherever their variables are. */
  | { readonly kind: 'integrands'; readonly left: Expr; readonly right: Expr }
  /**
   * `times` x what an experiment gives for one of its results is `right`. The coordinates of the domain are the
   * parameters of the experiment; it must tell a factor of `tells` from 1.
   */
  | {
      readonly kind: 'measured';
      readonly experiment: string;
      readonly result: string;
      readonly times?: Expr;
      readonly right: Side;
      readonly tells: Rational;
    }
  /** The two sides have the same dimension. */
  | { readonly kind: 'sameDimension'; readonly left: Expr; readonly right: Expr };
