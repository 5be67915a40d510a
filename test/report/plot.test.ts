import { describe, expect, test } from 'vitest';
import { type Plot, type Series, svgOf } from '../../src/report/plot.ts';
import { placeOn, ticksOf } from '../../src/report/plot-ticks.ts';

const labels = (from: number, to: number, scale: 'linear' | 'log' = 'linear'): readonly string[] =>
  ticksOf({ from, to, scale }).map(({ label }) => label);

describe('ticks', () => {
  test.each<[number, number, 'linear' | 'log', readonly string[]]>([
    [0, 1, 'linear', ['0', '0.2', '0.4', '0.6', '0.8', '1.0']],
    [-0.7, 0.7, 'linear', ['−0.6', '−0.4', '−0.2', '0', '0.2', '0.4', '0.6']],
    [94_900, 95_100, 'linear', ['94900', '94950', '95000', '95050', '95100']],
    [-2e-9, 2e-9, 'linear', ['−2.0e−9', '−1.5e−9', '−1.0e−9', '−0.5e−9', '0', '0.5e−9', '1.0e−9', '1.5e−9', '2.0e−9']],
    [0, 3e7, 'linear', ['0', '0.5e7', '1.0e7', '1.5e7', '2.0e7', '2.5e7', '3.0e7']],
    [5, 500, 'log', ['5', '10', '20', '50', '100', '200', '500']],
    [0.05, 2, 'log', ['0.05', '0.1', '0.2', '0.5', '1', '2']],
    [1e-3, 1e3, 'log', ['0.001', '0.01', '0.1', '1', '10', '100', '1000']],
    [3e-12, 4e-9, 'log', ['1e−11', '1e−10', '1e−9']],
    [1e-20, 1, 'log', ['1e−20', '1e−17', '1e−14', '1e−11', '1e−8', '1e−5', '0.01']],
    [52, 58, 'log', ['52', '53', '54', '55', '56', '57', '58']],
  ])('from %d to %d, %s', (from, to, scale, expected) => {
    expect(labels(from, to, scale)).toEqual(expected);
  });

  test('stand where their labels say, on the axis, and are few', () => {
    for (const [from, to] of [
      [-1.3e-7, 4.4e-8],
      [0.1, 0.3],
      [-999, 1],
      [1e9, 1.7e9],
      [7, 7.001],
    ] as const)
      for (const scale of from > 0 ? (['linear', 'log'] as const) : (['linear'] as const)) {
        const ticks = ticksOf({ from, to, scale });
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(10);
        expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
        for (const { at, label } of ticks) {
          expect(Math.abs(Number(label.replaceAll('−', '-')) - at)).toBeLessThan(1e-6 * (to - from));
          expect(placeOn({ from, to, scale }, at)).toBeGreaterThan(-1e-9);
          expect(placeOn({ from, to, scale }, at)).toBeLessThan(1 + 1e-9);
        }
      }
  });
});

const curve = (points: Series['points'], more: Partial<Series> = {}): Series => ({
  name: 'curve',
  colour: 'blue',
  stroke: 'solid',
  points,
  ...more,
});
const plot = (series: readonly Series[], more: Partial<Plot> = {}): Plot => ({
  title: ['Title'],
  x: { label: 'x [MHz]', scale: 'linear' },
  y: { label: 'y [%]', scale: 'linear' },
  series,
  ...more,
});
const paths = (svg: string): readonly string[] =>
  [...svg.matchAll(/<path [^>]*d="([^"]*)"/g)].map(([, d]) => d as string);

describe('a plot', () => {
  test('holds nothing that XML may not', () => {
    const svg = svgOf(plot([curve([[0, 1]], { name: '<&>"\u0001\ud800x\u{1f9f2}' })], { title: ['a\u0000b'] }));
    expect(svg).toContain('&lt;&amp;&gt;&quot;\ufffd\ufffdx\u{1f9f2}<');
    expect(svg).toContain('a\ufffdb');
  });

  test('puts the ends of a curve at the ends of the frame, with a margin above and below', () => {
    const svg = svgOf(
      plot([
        curve([
          [0, 0],
          [1, 10],
          [4, 0],
        ]),
      ]),
    );
    const [frame] = svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g);
    const [, x, y, width, height] = [...(frame as RegExpMatchArray)].map(Number) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const at = (across: number, up: number) =>
      `${(x + width * across).toFixed(2)} ${(y + height * (1 - up)).toFixed(2)}`;
    const margin = 0.05 / 1.1;
    expect(paths(svg)).toEqual([`M${at(0, margin)}L${at(0.25, 1 - margin)}L${at(1, margin)}`]);
  });

  test('puts equal ratios at equal distances on a logarithmic axis', () => {
    const svg = svgOf(
      plot(
        [
          curve([
            [1, 1],
            [10, 10],
            [100, 100],
          ]),
        ],
        { x: { label: 'x', scale: 'log' }, y: { label: 'y', scale: 'log' } },
      ),
    );
    const [a, b, c] = [...(paths(svg)[0] as string).matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, u, v]) => [
      Number(u),
      Number(v),
    ]) as [number, number][];
    expect(2 * (b?.[0] as number)).toBeCloseTo((a?.[0] as number) + (c?.[0] as number), 1);
    expect(2 * (b?.[1] as number)).toBeCloseTo((a?.[1] as number) + (c?.[1] as number), 1);
  });

  test('breaks a curve where a value is missing, and shows one that stands alone', () => {
    const svg = svgOf(
      plot([
        curve([
          [0, 1],
          [1, 2],
          [2, undefined],
          [3, 3],
          [4, undefined],
          [5, 1],
          [6, 2],
        ]),
      ]),
    );
    expect(paths(svg)[0]?.replace(/[\d.]+ [\d.]+/g, 'p')).toBe('MpLpMph0MpLp');
  });

  test('keeps the range of x where no value of y is', () => {
    const of = (points: Series['points']) => paths(svgOf(plot([curve(points)])))[0] as string;
    expect(
      of([
        [0, undefined],
        [1, 1],
        [2, 2],
        [4, undefined],
      ]).startsWith(
        of([
          [0, undefined],
          [1, 1],
          [4, undefined],
        ]).slice(0, 7),
      ),
    ).toBe(true);
  });

  test('tells strokes and colours apart, names all in the legend, as text', () => {
    const svg = svgOf(
      plot(
        [
          curve(
            [
              [0, 1],
              [1, 2],
            ],
            { name: 'a < b & "c"' },
          ),
          curve(
            [
              [0, 2],
              [1, 3],
            ],
            { name: 'printed', colour: 'orange', stroke: 'dashed' },
          ),
        ],
        { title: ['D0 < omega0I', 'fwhm=100MHz'], marks: [{ x: 0.5, name: 'microwaves' }] },
      ),
    );
    expect(svg).toContain('>a &lt; b &amp; &quot;c&quot;</text>');
    expect(svg).toContain('>D0 &lt; omega0I</text>');
    for (const words of ['printed', 'fwhm=100MHz', 'x [MHz]', 'y [%]', 'microwaves'])
      expect(svg).toContain(`>${words}</text>`);
    expect(svg.match(/<path stroke="[^"]*"( stroke-dasharray="[^"]*")?/g)).toEqual([
      '<path stroke="#0072b2"',
      '<path stroke="#d55e00" stroke-dasharray="7 4"',
    ]);
    const open = [...svg.matchAll(/<([a-zA-Z]+)(?: [^>]*[^/])?>/g)].map(([, tag]) => tag);
    expect(open.toSorted()).toEqual([...svg.matchAll(/<\/([a-zA-Z]+)>/g)].map(([, tag]) => tag).toSorted());
  });

  test('is the same bytes again, without exponents, minus zeros and NaN in coordinates', () => {
    const points = Array.from({ length: 50 }, (_, k) => [k - 25, 1e-9 * Math.sin(k)] as const);
    const [first, second] = [svgOf(plot([curve(points)])), svgOf(plot([curve(points)]))];
    expect(first).toBe(second);
    expect(first).not.toMatch(/NaN|Infinity|undefined|-0\.00/);
    expect(first).not.toMatch(/ (d|x1?|y1?|x2|y2)="[^"]*e/);
  });

  test.each<[string, Plot, RegExp]>([
    ['no point', plot([curve([])]), /at least one point, got none/],
    ['no value', plot([curve([[1, undefined]])]), /at least one point, got none/],
    [
      'an infinite value',
      plot([
        curve([
          [0, 1],
          [1, Infinity],
        ]),
      ]),
      /finite numbers in a plot, got Infinity/,
    ],
    [
      'a value that is no number',
      plot([
        curve([
          [0, 1],
          [1, Number.NaN],
        ]),
      ]),
      /finite numbers in a plot, got NaN/,
    ],
    [
      '0 on a logarithmic axis',
      plot(
        [
          curve([
            [0, 1],
            [1, 2],
          ]),
        ],
        { x: { label: 'x', scale: 'log' } },
      ),
      /positive numbers on a logarithmic axis, got 0/,
    ],
  ])('refuses %s', (_, of, says) => {
    expect(() => svgOf(of)).toThrow(RangeError);
    expect(() => svgOf(of)).toThrow(says);
  });

  test('of one value has a frame of some width', () => {
    expect(paths(svgOf(plot([curve([[3, 0]])])))[0]).toMatch(/^M[\d.]+ [\d.]+h0$/);
    expect(
      svgOf(
        plot([
          curve([
            [3, 7],
            [4, 7],
          ]),
        ]),
      ),
    ).toContain('>7.0</text>');
  });
});
