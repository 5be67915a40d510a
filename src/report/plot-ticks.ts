/** An axis from one value to another; logarithmic ones need positive ends. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly scale: 'linear' | 'log';
}

export interface Tick {
  readonly at: number;
  readonly label: string;
}

const mostTicks = 8;

/** 10^n as the nearest double, the same on every machine. */
const tenTo = (n: number): number => Number(`1e${n}`);
/** The exponent that x > 0 is written with; written as short as may be, a power of ten has its own. */
const decadeOf = (x: number): number => Number(x.toExponential().split('e')[1]);

/** The least of 1, 2 and 5 times a power of ten that leaves no more than the ticks wanted, and that power. */
const stepOf = (span: number): { readonly step: number; readonly decade: number } => {
  const decade = decadeOf(span / mostTicks);
  const steps = ['1', '2', '5'].map((factor) => ({ step: Number(`${factor}e${decade}`), decade }));
  return steps.find(({ step }) => span / step <= mostTicks) ?? { step: tenTo(decade + 1), decade: decade + 1 };
};

/** From here on, and below the other, the numbers of an axis are written with their power of ten. */
const [large, small] = [1e6, 1e-4];

/** A multiple of 10^decade on an axis whose numbers are of that size, with a true minus sign. */
const written = (value: number, decade: number, size: number): string => {
  if (value === 0) return '0';
  const power = decadeOf(size);
  const text =
    size >= small && size < large
      ? value.toFixed(Math.max(0, -decade))
      : `${(value / tenTo(power)).toFixed(Math.max(0, power - decade))}e${power}`;
  return text.replaceAll('-', '\u2212');
};

const linearTicks = ({ from, to }: Range): readonly Tick[] => {
  const { step, decade } = stepOf(to - from);
  const [first, last] = [Math.ceil(from / step - 1e-9), Math.floor(to / step + 1e-9)];
  const size = Math.max(Math.abs(first), Math.abs(last)) * step;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => {
    const at = (first + k) * step;
    return { at, label: written(at, decade, size) };
  });
};

/** 1, 2 and 5 in each decade where there are few, else powers of ten, so many of them that they do not crowd. */
const logTicks = ({ from, to }: Range): readonly Tick[] => {
  const [first, last] = [decadeOf(from), decadeOf(to)];
  const decades = last - first + 1;
  const every = Math.ceil(decades / mostTicks);
  const factors = decades <= 3 ? [1, 2, 5] : [1];
  const ticks = Array.from({ length: decades }, (_, k) => first + k)
    .filter((_, k) => k % every === 0)
    .flatMap((decade) => factors.map((factor) => ({ at: Number(`${factor}e${decade}`), decade })))
    .filter(({ at }) => at >= from * (1 - 1e-12) && at <= to * (1 + 1e-12))
    .map(({ at, decade }) => ({ at, label: written(at, decade, at) }));
  // Within one step of 1, 2 and 5 the axis is as good as linear.
  return ticks.length >= 2 ? ticks : linearTicks({ from, to, scale: 'linear' });
};

/** Where an axis has its numbers, and what they are. */
export const ticksOf = (range: Range): readonly Tick[] =>
  range.scale === 'log' ? logTicks(range) : linearTicks(range);

/** Where a value stands on an axis, from 0 to 1. */
export const placeOn = ({ from, to, scale }: Range, value: number): number =>
  scale === 'log' ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
