import type { Point, Reply } from '../../foreign/case.ts';
import { decimalOf } from '../../foreign/case.ts';
import { type Checked, type Counterexample, isRight } from '../../foreign/check.ts';
import type { Finding } from '../../foreign/diagnosis/diagnose.ts';
import type { Region } from '../../foreign/diagnosis/region.ts';
import { type Judged, relativeError } from '../../foreign/judgement/judge.ts';
import type { Rule } from '../../foreign/judgement/rule.ts';
import { unit64 } from '../../foreign/judgement/rule.ts';
import type { Ends } from '../../foreign/judgement/truth.ts';
import { unitOf } from '../../foreign/unit.ts';
import { guaranteedDigits } from '../../number/digits.ts';
import { approximate, compare, one, plus, type Rational, sign } from '../../number/rational.ts';
import { parametersOf } from '../../theory/parameters-of.ts';

/** What a report says beside what was found. */
export interface About {
  readonly rule: Rule;
  /** What is said of where the points come from. */
  readonly source: string;
  /** The command that asks a counterexample again. */
  readonly replay?: (checked: Checked, found: Counterexample) => string;
}

/** A result with the disagreement that shrinking ended at. */
export type Reported = Checked & { readonly counterexample?: Counterexample | undefined };

/** Digits of the right value that are shown beside an answer. */
const shownDigits = 17;
const indent = '  ';

/** Three figures in at most ten characters: a power of ten below 1e-5 and from 1e6. */
export const short = (x: number): string => {
  const rounded = Number(x.toPrecision(3));
  const size = Math.abs(rounded);
  return size === 0 || (size >= 1e-5 && size < 1e6) ? String(rounded) : rounded.toExponential().replace('e+', 'e');
};

/** The symbol as the paper has it, as far as letters go: "Delta_D", "omega_0I". */
const symbolOf = (tex: string): string => tex.replace(/\\([A-Za-z]+) ?/g, '$1').replace(/[{}]/g, '');

/** "A^2 = 1 s^-2, Delta_D (DD) = 1 rad/s". */
const pointText = (checked: Checked, point: Point): string =>
  parametersOf(checked.quantity)
    .map(({ name, tex }) => {
      const [symbol, unit] = [symbolOf(tex), unitOf(name)];
      const named = symbol.replace(/[_^]/g, '') === name ? symbol : `${symbol} (${name})`;
      return `${named} = ${decimalOf(point[name] as number)}${unit === '' ? '' : ` ${unit}`}`;
    })
    .join(', ');

const replyText = (reply: Reply): string =>
  'error' in reply ? `the error ${JSON.stringify(reply.error.slice(0, 120))}` : reply.out;

const unitText = ({ quantity: { unit } }: Checked): string => (unit === '1' ? '' : ` ${unit}`);

/** Beyond this factor, or its inverse, an answer is said to be so many times the right value. */
const farOff = 1000;

/** How far an answer is off, where the right value is not 0. */
export const offText = (out: Rational, ends: Ends): string => {
  const error = relativeError(out, ends);
  if (!error) return '';
  const ratio = plus(error, one);
  const factor = approximate(ratio);
  const size = Math.abs(factor);
  // An answer of 0 has lost all of the value, and its relative error says so.
  if (sign(ratio) === 0 || (size >= 1 / farOff && size <= farOff))
    return `, relative error ${short(approximate(error))}`;
  if (size === Infinity) return ', more than 1e308 times the right value in size';
  if (size === 0) return ', less than 1e-323 times the right value in size';
  return `, ${short(factor)} times the right value`;
};

const againstTruth = (checked: Checked, { truth, reply, judgement }: Judged): string => {
  if (truth.kind === 'invalid') return `answered ${replyText(reply)}, where there is no value: ${truth.why}`;
  const right = guaranteedDigits(truth.value.ends, shownDigits);
  const off = judgement.is === 'disagrees' ? offText(judgement.out, truth.value.ends) : '';
  return `answered ${replyText(reply)}, right is ${right}${unitText(checked)}${off}`;
};

/** The simplest point, or one for example, and what was answered there; a quantity without parameters has no point. */
const pointLines = (label: string, checked: Checked, judged: Judged): readonly string[] =>
  [pointText(checked, judged.point), againstTruth(checked, judged)]
    .filter((text) => text !== '')
    .map((text, index) => `${index === 0 ? label : '            '}${text}`);

const regionText = ({ says, failsInside, inside, failsOutside, outside }: Region): string =>
  `where ${says}: at ${failsInside} of ${inside} points there, at ${failsOutside} of ${outside} elsewhere`;

const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const findingText = ({ says, or, of: [count, all], region }: Finding, isFirst: boolean): readonly string[] => [
  `${isFirst ? 'looks like  ' : 'and like    '}${says} (${count} of ${plural(all, 'point')})`,
  ...(region ? [`            ${regionText(region)}`] : []),
  ...or.slice(0, 3).map((other) => `            or, the same at all of them: ${other}`),
];

const headOf = (checked: Reported): string => {
  const { quantity, agree, disagree, silent, refused, accepted, worst } = checked;
  const inside = agree + disagree + silent;
  const outside = refused + accepted;
  const invalid = outside === 0 ? '' : `; ${refused} of ${plural(outside, 'point')} outside the domain refused`;
  if (isRight(checked))
    return inside + outside === 0
      ? `${quantity.name}: nothing was answered`
      : `${quantity.name} agrees at ${inside === 1 ? '1 point' : `all ${inside} points`}, its largest error ${short(worst)} of what is allowed${invalid}`;
  const what = [disagree > 0 ? `disagrees at ${disagree}` : '', silent > 0 ? `has no value at ${silent}` : ''].filter(
    (one) => one !== '',
  );
  return what.length === 0
    ? `${quantity.name} ${inside === 0 ? '' : `agrees at all ${plural(inside, 'point')}, but `}answers outside the domain${invalid}`
    : `${quantity.name} ${what.join(' and ')} of ${plural(inside, 'point')}${invalid}`;
};

const detailsOf = (checked: Reported, { replay }: About): readonly string[] => {
  const { diagnosis, disagree, silent, agree, counterexample } = checked;
  if (isRight(checked)) return [];
  const { region, findings } = diagnosis;
  const inside = agree + disagree + silent;
  const where = region
    ? [`fails       ${regionText(region)}`]
    : disagree + silent === inside && inside > 1
      ? ['fails       everywhere']
      : [];
  const outside = checked.judged.find(({ judgement }) => judgement.is === 'accepted');
  return [
    ...where,
    ...findings.flatMap((finding, index) => findingText(finding, index === 0)),
    ...(findings.length === 0 && disagree > 0 && inside > 1 ? ['looks like  nothing that is known here'] : []),
    ...(counterexample
      ? [
          ...pointLines('simplest    ', checked, counterexample.judged),
          ...(replay && counterexample.path !== '' ? [`again       ${replay(checked, counterexample)}`] : []),
        ]
      : []),
    ...(outside && !counterexample ? pointLines('for example ', checked, outside) : []),
  ];
};

/** What is forgiven, in words. */
export const ruleText = (rule: Rule): string => {
  if (rule.by === 'size') return `a relative error of ${short(approximate(rule.part))}`;
  const u = compare(rule.u, unit64) === 0 ? '2^-53' : short(approximate(rule.u));
  return `${short(approximate(rule.k))} (1 + sum of |condition numbers|) u, u = ${u}`;
};

/** The report on all quantities, for a terminal. */
export const told = (all: readonly Reported[], about: About): string => {
  const blocks = all.map((checked) =>
    [headOf(checked), ...detailsOf(checked, about).map((line) => indent + line)].join('\n'),
  );
  return `${blocks.join('\n\n')}\n\n${about.source}; allowed: ${ruleText(about.rule)}\n`;
};

const judgedOf = (checked: Checked, judged: Judged) => ({
  in: Object.fromEntries(Object.entries(judged.point).map(([name, value]) => [name, decimalOf(value)])),
  ...('error' in judged.reply ? { error: judged.reply.error } : { out: judged.reply.out }),
  ...(judged.truth.kind === 'value'
    ? { lower: judged.truth.value.lower, upper: judged.truth.value.upper, unit: checked.quantity.unit }
    : { invalid: judged.truth.why }),
});

/** The same as plain data. */
export const summaryOf = (all: readonly Reported[], { rule, source, replay }: About) => ({
  agrees: all.every(isRight),
  rule: ruleText(rule),
  source,
  quantities: all.map((checked) => ({
    quantity: checked.quantity.name,
    agree: checked.agree,
    disagree: checked.disagree,
    noValue: checked.silent,
    refusedOutside: checked.refused,
    acceptedOutside: checked.accepted,
    largestErrorAllowed: short(checked.worst),
    ...(checked.diagnosis.region ? { region: checked.diagnosis.region } : {}),
    findings: checked.diagnosis.findings,
    ...(checked.counterexample
      ? {
          counterexample: {
            ...judgedOf(checked, checked.counterexample.judged),
            path: checked.counterexample.path,
            ...(replay ? { replay: replay(checked, checked.counterexample) } : {}),
          },
        }
      : {}),
  })),
});
