import type { Line } from '../../theory/stationary/line.ts';
import { gaussianLine, lorentzianLine, twoLines } from '../../theory/stationary/lines.ts';
import { powderLine } from '../../theory/stationary/powder-line.ts';
import { tableLine } from '../../theory/stationary/table-line.ts';
import { nearest, UsageError } from '../usage.ts';
import { type FrequencyTable, pointsOf } from './table-file.ts';

/** The value of a symbol in SI units, as the nearest double. */
export type ValueOf = (name: string) => number;
/** A range of frequencies, rad/s. */
export type Window = readonly [from: number, to: number];

const lineNames = ['gaussian', 'lorentzian', 'two', 'powder', 'table'] as const;
type LineName = (typeof lineNames)[number];

/** A line that can be asked for by name: what it depends on, how it is made, and where it is seen. */
export interface Kind {
  readonly name: LineName;
  readonly says: string;
  /** Its points, where it is one. */
  readonly table?: FrequencyTable;
  readonly needs: readonly string[];
  readonly make: (value: ValueOf) => Line;
  readonly window: (value: ValueOf) => Window;
}

/** How far a line is shown beyond its centres, in units of its width. */
const [gaussianReach, lorentzianReach] = [2, 5];

const around = (from: number, to: number, reach: number): Window => [from - reach, to + reach];
const splittings = (value: ValueOf) => ({ omegaX: value('omegaX'), omegaY: value('omegaY'), omegaZ: value('omegaZ') });

const kinds = {
  gaussian: {
    name: 'gaussian',
    says: 'Gaussian line',
    needs: ['omegaS', 'fwhm'],
    make: (value) => gaussianLine({ omegaS: value('omegaS'), fwhm: value('fwhm') }),
    window: (value) => around(value('omegaS'), value('omegaS'), gaussianReach * value('fwhm')),
  },
  lorentzian: {
    name: 'lorentzian',
    says: 'Lorentzian line',
    needs: ['omegaS', 'fwhm'],
    make: (value) => lorentzianLine({ omegaS: value('omegaS'), fwhm: value('fwhm') }),
    window: (value) => around(value('omegaS'), value('omegaS'), lorentzianReach * value('fwhm')),
  },
  two: {
    name: 'two',
    says: 'two Gaussian lines',
    needs: ['omegaS', 'fwhm', 'separation'],
    make: (value) => twoLines({ omegaS: value('omegaS'), fwhm: value('fwhm'), separation: value('separation') }),
    window: (value) =>
      around(value('omegaS'), value('omegaS'), value('separation') / 2 + gaussianReach * value('fwhm')),
  },
  powder: {
    name: 'powder',
    says: 'powder pattern of a g tensor',
    needs: ['omegaX', 'omegaY', 'omegaZ', 'fwhm'],
    make: (value) => powderLine({ ...splittings(value), fwhm: value('fwhm') }),
    window: (value) => {
      const all = Object.values(splittings(value));
      return around(Math.min(...all), Math.max(...all), gaussianReach * value('fwhm'));
    },
  },
} as const satisfies Record<Exclude<LineName, 'table'>, Kind>;

const ofTable = (table: FrequencyTable): Kind => ({
  name: 'table',
  table,
  says: `line from ${table.file}`,
  needs: table.isOffset ? ['omegaS'] : [],
  make: (value) => tableLine(pointsOf(table, () => value('omegaS'))),
  window: (value) => {
    const frequencies = pointsOf(table, () => value('omegaS')).map(([omega]) => omega);
    const [first = 0, last = 0] = [frequencies[0], frequencies.at(-1)];
    return around(first, last, (last - first) / 20);
  },
});

/** The line that is asked for by name or by its table. Throws a UsageError. */
export const kindOf = (name: string | undefined, table: FrequencyTable | undefined): Kind => {
  if (table) {
    if (name === undefined || name === 'table') return ofTable(table);
    throw new UsageError(`expected line=${name} or table=${table.file}, got both`);
  }
  if (name === undefined) throw new UsageError('expected a line, such as line=gaussian or table=FILE.csv, got none');
  if (name === 'table') throw new UsageError('expected table=FILE.csv with line=table, got none');
  if (Object.hasOwn(kinds, name)) return kinds[name as keyof typeof kinds];
  throw new UsageError(
    `expected line to be one of ${lineNames.join(', ')}, got "${name}"; the nearest is ${nearest(name, lineNames)}`,
  );
};
