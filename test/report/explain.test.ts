import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ledgerFile, readLedger } from '../../src/cli/files.ts';
import { book } from '../../src/cli/verify/book.ts';
import { ancestors } from '../../src/ledger/book.ts';
import type { Entry } from '../../src/ledger/schema.ts';
import { latex } from '../../src/meaning/latex.ts';
import { explanation, type Sources } from '../../src/report/explain.ts';

const ledger = readLedger(ledgerFile());
const sources: Sources = { rows: book.rows, claims: book.claims, ledger };
const ids = new Set(book.rows.map(({ id }) => id));
const entryOf = (id: string): Entry => ledger.claims.find((entry) => entry.id === id) as Entry;
const entered = ledger.claims.filter(({ evidence }) => evidence !== undefined);
const isCharged = ({ charged, reaches }: Entry): boolean => charged === true || reaches !== undefined;

/** What no reader should meet in a text. */
const faults = (text: string): readonly string[] => [
  ...(text.match(/undefined|NaN|\[object|null|\u00a0/g) ?? []),
  ...(text.match(/\S {2,}/g) ?? []),
  ...(text.match(/\b1 (?:points|steps|operations|side conditions|altered forms)\b/g) ?? []),
  ...(text.match(/\S\.\.|: ?\.(?!\.)|\(\s*\)|;\s*[.;]|,\s*[,.]/g) ?? []),
  ...(text.match(/\b(?:eqA?\d+|fn\d+|fig\d+|s(?:\d+|A)[a-z]\d?)\b/g) ?? []).filter((id) => !ids.has(id)),
  ...text.split('\n').filter((line) => line.length > 100 && /\S \S/.test(line)),
  // A heading with nothing under it.
  ...(text.match(/^\S.*\n(?=\n|$)/gm) ?? []).slice(1),
];

/** The lines under a heading. */
const under = (text: string, heading: string): string =>
  text.split('\n\n').find((part) => part.startsWith(heading)) ?? '';
const named = (text: string): readonly string[] => (text.match(/\b\w+\b/g) ?? []).filter((word) => ids.has(word));
const squeezed = (text: string): string => text.replace(/\s+/g, ' ');

describe('the explanation of an entry', () => {
  test.each([
    'undefined',
    'a  b',
    '1 points',
    'the end..',
    'by eq700',
    `${'word '.repeat(25)}`,
    'id\n\nVerdict\n\nChecks\n  passed',
    '[object Object]',
  ])('what is looked for is found in "%s"', (text) => {
    expect(faults(text)).not.toEqual([]);
  });

  test('of every claim of the committed ledger: its verdict, nothing without meaning, no id that no claim has', () => {
    for (const entry of ledger.claims) {
      const text = explanation(entry, sources);
      expect({ id: entry.id, faults: faults(text) }).toEqual({ id: entry.id, faults: [] });
      expect(squeezed(text)).toContain(`The verdict is "${entry.verdict}": `);
      expect(squeezed(text)).toContain(squeezed(entry.reason));
      expect(text.startsWith(`${entry.id}: `)).toBe(true);
    }
  });

  test('it holds when evidence lacks any of its fields, and the entry any that it may lack', () => {
    const optional = [
      'text',
      'step',
      'found',
      'inherits',
      'restsOn',
      'checks',
      'proofs',
      'mutants',
      'printed',
    ] as const;
    const fields = [
      ...new Set(entered.flatMap(({ evidence }) => (evidence ?? []).flatMap((line) => Object.keys(line)))),
    ];
    expect(fields).toContain('counterexample');
    const without = (of: object, keys: readonly string[]): object =>
      Object.fromEntries(Object.entries(of).filter(([key]) => !keys.includes(key)));
    fc.assert(
      fc.property(
        fc.constantFrom(...entered),
        fc.subarray(fields),
        fc.subarray([...optional]),
        (entry, lost, missing) => {
          const evidence = entry.evidence?.map((line) => without(line, lost));
          const text = explanation(without({ ...entry, evidence }, missing) as Entry, sources);
          expect(faults(text)).toEqual([]);
          expect(text).toContain(`"${entry.verdict}"`);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('evidence of a kind that nobody thought of is told with all that it brings', () => {
    const measured = {
      estimator: 'initial slope',
      at: { omega0I: '3/2', A2: '1/7' },
      value: '0.4990',
      standardError: '0.0012',
      size: '64 glasses',
    };
    const line = { about: 'the prefactor', judges: 'prefactor', by: 'dynamics', outcome: 'holds', points: 1, measured };
    const evidence = [line, { by: 'a seance', spirits: ['Gibbs', 'Boltzmann'] }] as unknown as Entry['evidence'];
    const text = explanation({ ...entryOf('eq73'), evidence }, sources);
    expect(squeezed(under(text, 'Evidence'))).toContain(
      'Holds (its prefactor): the prefactor. By dynamics at 1 point; estimator initial slope; ' +
        'with omega0I = 3/2 and A2 = 1/7; value 0.4990; standard error 0.0012; size 64 glasses.',
    );
    expect(squeezed(text)).toContain('By a seance; spirits Gibbs,Boltzmann.');
    expect(faults(text)).toEqual([]);
  });

  test('the formula that is read from the LaTeX of the ledger is the printed one', () => {
    // The claim under another id: its symbols are known, but not that it is the claim of this entry.
    // Both ways of writing a negative constant, and brackets alone where an integral or a sum asks for more of them.
    const bare = (text: string): string => {
      const plain = text
        .replace(/\s+/g, ' ')
        .replace(/\b1 (?=[\w(])/g, '')
        .replace(/ of \w+(?=\])|\b(?:arc|a)(?=cos\()| /g, '')
        .replaceAll('(-1/', '-(1/')
        .replaceAll('+-', '-');
      return plain.includes('[') ? plain.replace(/abs\(|[()|]/g, '') : plain;
    };
    const first = (text: string): string =>
      /(?<=\n {4})\S[\s\S]*?(?=\n {0,2}\S|$)/.exec(under(text, 'What it says'))?.[0] ?? '';
    let compared = 0;
    for (const claim of book.claims.values()) {
      const { id, printed } = claim;
      if (!printed) continue;
      const expected = first(explanation(entryOf(id), sources));
      if (/\[\w+ !=|\+ integral|\bd\/d/.test(squeezed(expected))) continue;
      const tex = `${printed.left ? `${latex(printed.left)} ${printed.is} ` : ''}${latex(printed.right)}`;
      const unknown = { ...sources, claims: new Map([['other', claim]]) };
      const formula = first(explanation({ ...entryOf(id), printed: tex }, unknown));
      expect({ id, formula: bare(formula) }).toEqual({ id, formula: bare(expected) });
      compared++;
    }
    expect(compared).toBeGreaterThan(60);
  });

  test.each([
    ['\\frac{a}{b-c}', 'a/(b - c)'],
    ['\\frac{a+b}{c}\\,d', '((a + b)/c) d'],
    ['\\frac{1}{a\\,b}', '1/(a b)'],
    ['\\left(\\frac{a}{b}\\right)^{3/2}', '(a/b)^(3/2)'],
    ['\\sqrt{1-\\frac{x^{2}}{y^{2}}}', 'sqrt(1 - x^2/y^2)'],
    ['\\overbrace{a}^{b}', '\\overbrace{a}^{b}'],
  ])('%s is read as %s', (printed, plain) => {
    const text = explanation({ ...entryOf('eq73'), printed }, { ...sources, claims: new Map() });
    expect(under(text, 'What it says')).toContain(`\n    ${plain}\n`);
  });

  test('no TeX is left where a claim says what is right instead', () => {
    for (const entry of entered.filter(({ found }) => found)) {
      const text = under(explanation(entry, sources), 'What is right instead');
      expect({ id: entry.id, tex: /[\\{}]/.test(text) }).toEqual({ id: entry.id, tex: false });
    }
  });

  test('eq73: the formula as printed and put right, the factor, the step, who is charged', () => {
    const text = squeezed(explanation(entryOf('eq73'), sources));
    for (const said of [
      'WSS ~ (5/12) A2 DD D0^3/omega0I^4',
      'DD for \\Delta_D',
      'WSS ~ (2/3) A2 DD D0^3/omega0I^4',
      'What is printed is 5/8 times what is right.',
      'with omega0I = 1, DD = 1 and A2 = 1, 1 is found where 0.62500000 is printed',
      'All the same, it follows from its premises as printed.',
      'The error is not charged to this claim; it inherits from eq69',
      'from eq69, expansion of arccos: its right form is 4/5 times as large once this is put right.',
      'proved in 1 step (limit); 1 side condition shown',
    ])
      expect(text).toContain(said);
    expect(squeezed(explanation(entryOf('eq69'), sources))).toContain('is charged to this claim.');
  });

  test('what a wrong claim spoils and what it leaves intact are all entered claims that follow from it', () => {
    const wrong = entered.filter(isCharged);
    expect(wrong.length).toBeGreaterThan(5);
    for (const { id, reaches = [] } of wrong) {
      const text = explanation(entryOf(id), sources);
      const after = entered.filter((entry) => ancestors(book, entry.id).has(id)).map((entry) => entry.id);
      const [spoilt, intact] = [named(under(text, 'What it spoils')), named(under(text, 'What it leaves intact'))];
      expect([...spoilt].sort()).toEqual([...reaches].sort());
      expect([...spoilt, ...intact].sort()).toEqual([...after].sort());
    }
  });

  test('an undecided claim names what it rests on, each with the evidence that would decide it', () => {
    const open = entered.filter(({ verdict }) => verdict === 'undecided');
    expect(open.length).toBeGreaterThan(1);
    for (const [index, entry] of open.entries()) {
      // Beside what the ledger says, another undecided claim.
      const restsOn = [...(entry.restsOn ?? []), open[(index + 1) % open.length]?.id as string];
      const text = squeezed(under(explanation({ ...entry, restsOn }, sources), 'What it waits for'));
      for (const root of restsOn) {
        expect(named(text)).toContain(root);
        expect(text).toContain(squeezed(entryOf(root).reason));
      }
    }
  });

  test('an entry that the list of claims does not have is refused', () => {
    expect(() => explanation({ ...entryOf('eq73'), id: 'eq700' }, sources)).toThrow(RangeError);
  });
});
