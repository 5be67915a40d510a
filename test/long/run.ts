/**
 * npm run test:long: asks the kernel about false statements, random glasses about formulas, Arb about enclosures, and the
 * certified values about binary64 ones, and stores what they said. One of these alone: tsx test/long/run.ts kernel, or
 * glasses, containment, double.
 */
import { searchDoubles } from './double.ts';
import { askArb } from './enclosures.ts';
import { holdAgainstGlasses } from './glasses.ts';
import { askKernel } from './kernel.ts';

const parts = { kernel: askKernel, glasses: holdAgainstGlasses, containment: askArb, double: searchDoubles };
const wanted = process.argv.slice(2);
for (const name of wanted)
  if (!Object.hasOwn(parts, name))
    throw new RangeError(`expected one of ${Object.keys(parts).join(', ')}, got "${name}"`);
for (const [name, part] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await part();
