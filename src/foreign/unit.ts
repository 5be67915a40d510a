import { formatDimension } from '../formula/dimension.ts';
import { parameters } from '../theory/parameters.ts';

/** The SI unit of a parameter, rad/s for a frequency; the empty text for a pure number. */
export const unitOf = (name: string): string => {
  const parameter = parameters[name];
  const unit = parameter ? formatDimension(parameter.symbol.dimension) : '1';
  return unit === 's^-1' ? 'rad/s' : unit === '1' ? '' : unit;
};
