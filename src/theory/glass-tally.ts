import type { Row, Window } from './glass-settings.ts';

/** A sum or several over the pairs of a glass, each told once by its coupling (D0), weight and spins. */
export interface Tally {
  add(coupling: number, weight: number, i: number, j: number): void;
  /** The sums so far, over unordered pairs. */
  sums(): Row;
  /** What pairs beyond the reach add for uniform positions: per spin, over ordered pairs. */
  beyond(): Row;
}

/** One row of several numbers for each window, each by its name and the centre of the window. */
export const overWindows = (
  windows: readonly Window[],
  numbers: (window: Window, at: number) => Readonly<Record<string, number>>,
): Row =>
  Object.fromEntries(
    windows.flatMap((window, at) =>
      Object.entries(numbers(window, at)).map(([name, value]) => [`${name} ${window.omega0I}`, value]),
    ),
  );

/** The squares of the ends of all windows, apart, for quick comparison. */
export const squaredEnds = (windows: readonly Window[]): readonly [Float64Array, Float64Array] => [
  Float64Array.from(windows, ({ from }) => from * from),
  Float64Array.from(windows, ({ to }) => to * to),
];
