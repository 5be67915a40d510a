import { placeOn, type Range, type Tick, ticksOf } from './plot-ticks.ts';

/** Curves in a frame as SVG: plain text, no scripts, the same bytes for the same numbers. */
export interface Plot {
  /** Lines above the frame, the first of them larger. */
  readonly title: readonly string[];
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  /** Values of x that a thin line marks. */
  readonly marks?: readonly Mark[];
}

export interface Axis {
  /** With its unit. */
  readonly label: string;
  readonly scale: 'linear' | 'log';
  /** The ends that the axis has at least; else those of the data. */
  readonly from?: number;
  readonly to?: number;
}

export interface Series {
  readonly name: string;
  readonly colour: Colour;
  readonly stroke: 'solid' | 'dashed' | 'dotted';
  /** In the order of x; a value of y that is not there breaks the curve. */
  readonly points: readonly (readonly [x: number, y: number | undefined])[];
}

export interface Mark {
  readonly x: number;
  readonly name: string;
}

/** Colours that readers with any kind of colour vision can tell apart (Okabe and Ito). */
const colours = {
  blue: '#0072b2',
  orange: '#d55e00',
  green: '#009e73',
  purple: '#aa4499',
  black: '#222222',
  grey: '#777777',
} as const;
export type Colour = keyof typeof colours;

const dashes = { solid: '', dashed: ' stroke-dasharray="7 4"', dotted: ' stroke-dasharray="1.5 4"' } as const;

const [width, height] = [900, 600];
const [left, right, bottom] = [86, 226, 64];
const [titleSize, textSize, lineHeight] = [16, 13, 18];
/** Characters of a line of the title and of the legend, at about 0.55 of their size each. */
const [titleCharacters, legendCharacters] = [118, 25];

/** What no XML may hold, not even escaped: control characters and halves of surrogate pairs. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const escaped = (text: string): string =>
  text
    .replace(forbidden, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
const fixed = (value: number): string => (Math.round(value * 100) / 100 + 0).toFixed(2);

/** Words on lines of at most that many characters. */
const wrapped = (text: string, characters: number): readonly string[] =>
  text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= characters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
    return lines;
  }, []);

type Anchor = 'start' | 'middle' | 'end';
const text = (x: number, y: number, anchor: Anchor, content: string, more = ''): string =>
  `<text x="${fixed(x)}" y="${fixed(y)}" text-anchor="${anchor}"${more}>${escaped(content)}</text>`;
const line = (x1: number, y1: number, x2: number, y2: number, more: string): string =>
  `<line x1="${fixed(x1)}" y1="${fixed(y1)}" x2="${fixed(x2)}" y2="${fixed(y2)}" ${more}/>`;

/** The range of an axis: that of the data and of the ends asked for, wider by `margin` of it, never of no width. */
const rangeOf = ({ scale, from, to }: Axis, values: readonly number[], margin: number): Range => {
  const all = [...values, ...(from === undefined ? [] : [from]), ...(to === undefined ? [] : [to])];
  if (all.length === 0) throw new RangeError('expected a plot of at least one point, got none');
  const [lo, hi] = all.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity]);
  if (!(Number.isFinite(lo) && Number.isFinite(hi)))
    throw new RangeError(`expected finite numbers in a plot, got ${Number.isFinite(lo) ? hi : lo}`);
  if (scale === 'log') {
    if (!(lo > 0)) throw new RangeError(`expected positive numbers on a logarithmic axis, got ${lo}`);
    return lo === hi ? { from: lo / 2, to: hi * 2, scale } : { from: lo, to: hi, scale };
  }
  const span = hi - lo;
  if (span === 0) return { from: lo - (Math.abs(lo) / 10 || 1), to: lo + (Math.abs(lo) / 10 || 1), scale };
  return { from: lo - margin * span, to: hi + margin * span, scale };
};

/** The pieces of a curve between the gaps in it; a point that stands alone is a piece of no length, drawn round. */
const pathOf = (points: Series['points'], place: (x: number, y: number) => readonly [number, number]): string => {
  let isOpen = false;
  const steps: string[] = [];
  for (const [index, [x, y]] of points.entries()) {
    if (y === undefined) {
      isOpen = false;
      continue;
    }
    const at = place(x, y).map(fixed).join(' ');
    const isAlone = !isOpen && points[index + 1]?.[1] === undefined;
    steps.push(isOpen ? `L${at}` : isAlone ? `M${at}h0` : `M${at}`);
    isOpen = true;
  }
  return steps.join('');
};

const legend = (series: readonly Series[], x: number, top: number): readonly string[] => {
  let y = top;
  return series.flatMap(({ name, colour, stroke }) => {
    const [first = '', ...more] = wrapped(name, legendCharacters);
    const sample = line(x, y - 4, x + 30, y - 4, `stroke="${colours[colour]}" stroke-width="2"${dashes[stroke]}`);
    const words = [first, ...more].map((words, k) => text(x + 38, y + k * (lineHeight - 2), 'start', words));
    y += lineHeight + 4 + more.length * (lineHeight - 2);
    return [sample, ...words];
  });
};

/** The SVG of a plot. Throws a RangeError for one without points, or with numbers that its axes cannot hold. */
export const svgOf = ({ title, x, y, series, marks = [] }: Plot): string => {
  const [heading = '', ...details] = title;
  const lines = details.flatMap((detail) => wrapped(detail, titleCharacters));
  const top = 44 + lines.length * lineHeight + (marks.length > 0 ? 16 : 0);
  const [frameWidth, frameHeight] = [width - left - right, height - top - bottom];
  const points = series.flatMap((one) => one.points).filter(([, value]) => value !== undefined);
  const across = rangeOf(
    x,
    series.flatMap((one) => one.points).map(([value]) => value),
    0,
  );
  const up = rangeOf(
    y,
    points.map(([, value]) => value as number),
    0.05,
  );
  const xAt = (value: number): number => left + frameWidth * placeOn(across, value);
  const yAt = (value: number): number => top + frameHeight * (1 - placeOn(up, value));
  const within = (ticks: readonly Tick[], range: Range): readonly Tick[] =>
    ticks.filter(({ at }) => placeOn(range, at) > -1e-6 && placeOn(range, at) < 1 + 1e-6);
  const [bottomOf, rightOf] = [top + frameHeight, left + frameWidth];
  const grid = 'stroke="#e4e4e4" stroke-width="1"';
  const rotated = ` transform="rotate(-90 ${fixed(22)} ${fixed(top + frameHeight / 2)})"`;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Helvetica, Arial, sans-serif" font-size="${textSize}" fill="#222222" role="img">`,
    `<title>${escaped(heading)}</title>`,
    `<clipPath id="frame"><rect x="${left}" y="${top}" width="${frameWidth}" height="${frameHeight}"/></clipPath>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(left, 28, 'start', heading, ` font-size="${titleSize}" font-weight="bold"`),
    ...lines.map((words, k) => text(left, 50 + k * lineHeight, 'start', words, ' fill="#555555"')),
    ...within(ticksOf(across), across).flatMap(({ at, label }) => [
      line(xAt(at), top, xAt(at), bottomOf, grid),
      text(xAt(at), bottomOf + 20, 'middle', label),
    ]),
    ...within(ticksOf(up), up).flatMap(({ at, label }) => [
      line(left, yAt(at), rightOf, yAt(at), grid),
      text(left - 8, yAt(at) + 4, 'end', label),
    ]),
    ...(up.scale === 'linear' && up.from < 0 && up.to > 0
      ? [line(left, yAt(0), rightOf, yAt(0), 'stroke="#aaaaaa" stroke-width="1"')]
      : []),
    ...marks.flatMap(({ x: at, name }) => [
      line(xAt(at), top - 4, xAt(at), bottomOf, 'stroke="#777777" stroke-width="1" stroke-dasharray="2 3"'),
      text(xAt(at), top - 8, 'middle', name, ' fill="#555555"'),
    ]),
    '<g clip-path="url(#frame)" fill="none" stroke-width="2" stroke-linejoin="round" stroke-linecap="round">',
    ...series.map(
      ({ points: own, colour, stroke }) =>
        `<path stroke="${colours[colour]}"${dashes[stroke]} d="${pathOf(own, (a, b) => [xAt(a), yAt(b)])}"/>`,
    ),
    '</g>',
    `<rect x="${left}" y="${top}" width="${frameWidth}" height="${frameHeight}" fill="none" stroke="#555555"/>`,
    text(left + frameWidth / 2, height - 18, 'middle', x.label),
    text(22, top + frameHeight / 2, 'middle', y.label, rotated),
    ...legend(series, rightOf + 18, top + 12),
    '</svg>',
  ];
  return `${parts.join('\n')}\n`;
};
