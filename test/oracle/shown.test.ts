import { expect, test } from 'vitest';
import { pointOf, prepare } from '../../src/oracle/prepare.ts';
import { shown } from '../../src/oracle/shown.ts';
import { quantityNamed } from '../../src/theory/quantities.ts';

const frequency = (D0: string): string | undefined =>
  shown('D0', prepare(quantityNamed('Delta0'), pointOf({ D0, omega0I: '145MHz' })).scene).frequency;

test.each([
  ['52MHz', '2 pi x 52.00000000 MHz'],
  ['999.9999Hz', '2 pi x 999.9999000 Hz'],
  ['999.99999999999Hz', '2 pi x 1.000000000 kHz'],
  ['999999.99999999999Hz', '2 pi x 1.000000000 MHz'],
  ['1000Hz', '2 pi x 1.000000000 kHz'],
  ['12345GHz', '2 pi x 12345.00000 GHz'],
])('%s is shown in the multiple that leaves one to three digits before the point, once rounded', (typed, text) => {
  expect(frequency(typed)).toBe(text);
});
