/** The rooms of src in their order: each imports only from itself and from those before it. */
const rooms = [
  'number',
  'formula',
  'meaning',
  'kernel',
  'claim',
  'theory',
  'evidence',
  'ledger',
  'oracle',
  'foreign',
  'report',
];

const anyOf = (names) => `(${names.join('|')})`;

/**
 * Composition roots, after the last room: they alone may import spec and proofs. The library joins the oracle with the
 * claims; the command line and what the package exports are built on it.
 */
const roots = '^src/(cli/|library/|index\\.ts$)';

const specSees = ['number', 'formula', 'claim'];
const proofsSee = ['number', 'formula', 'meaning', 'claim', 'theory', 'evidence'];
const withoutNode = ['number', 'formula', 'meaning', 'kernel', 'theory', 'oracle', 'library'];

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...rooms.map((room, index) =>
      forbid(
        `room-${room}`,
        `src/${room} imports only from itself and from the rooms before it.`,
        { path: `^src/${room}/` },
        { path: '^src/', pathNot: `^src/${anyOf(rooms.slice(0, index + 1))}/` },
      ),
    ),
    forbid(
      'root-cli',
      'The command line composes rooms and the library, not what the package exports.',
      { path: '^src/cli/' },
      { path: '^src/', pathNot: `^src/${anyOf([...rooms, 'library', 'cli'])}/` },
    ),
    forbid(
      'root-library',
      'The library composes rooms, not the other roots.',
      { path: '^src/library/' },
      { path: '^src/', pathNot: `^src/${anyOf([...rooms, 'library'])}/` },
    ),
    forbid(
      'root-index',
      'What the package exports comes from rooms and the library, not from the command line.',
      { path: '^src/index\\.ts$' },
      { path: '^src/', pathNot: `^src/${anyOf([...rooms, 'library'])}/` },
    ),
    forbid(
      'unknown-room',
      'Every file of src stands in one of the rooms that this file lists.',
      { path: '^src/', pathNot: [`^src/${anyOf(rooms)}/`, roots] },
      {},
    ),
    forbid(
      'roots-compose',
      'Engines receive claims as arguments: only src/cli and src/index.ts import spec and proofs.',
      { path: '^src/', pathNot: roots },
      { path: '^(spec|proofs)/' },
    ),
    forbid(
      'spec-independent',
      'The paper as printed is never built from our theory, so that their agreement means something.',
      { path: '^spec/' },
      { path: '^(src|proofs)/', pathNot: `^src/${anyOf(specSees)}/` },
    ),
    forbid(
      'proofs-see',
      `Proofs use spec and these rooms only: ${proofsSee.join(', ')}.`,
      { path: '^proofs/' },
      { path: '^src/', pathNot: `^src/${anyOf(proofsSee)}/` },
    ),
    forbid(
      'runs-in-browser',
      `These rooms use nothing of Node: ${withoutNode.join(', ')}.`,
      { path: `^src/${anyOf(withoutNode)}/` },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'no-dev-dependency',
      'What is shipped imports only what is installed with it.',
      { path: '^(src|spec|proofs)/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
    forbid(
      'shipped-only',
      'What is shipped imports nothing from test, bench or dist.',
      { path: '^(src|spec|proofs)/' },
      { path: '^(test|bench|dist)/' },
    ),
    forbid('no-cycle', 'No file depends on itself through others.', {}, { circular: true }),
    forbid('resolvable', 'Every import leads to a file.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    // A type is a dependency too.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
