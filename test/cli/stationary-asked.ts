import { expect } from 'vitest';
import { type StationaryOptions, stationary } from '../../src/cli/stationary/stationary.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { type Printed, printed } from '../printed.ts';

/** `tripleflip stationary` with inputs as on a command line. */
export const run = (inputs: string, options: StationaryOptions = {}): Promise<Printed> =>
  printed(() => stationary(inputs.split(/\s+/), options));
/** The one sentence with which it refuses them. */
export const refusal = async (inputs: string, options: StationaryOptions = {}): Promise<string> => {
  const { code, stdout, stderr } = await printed(() =>
    stationary(inputs.split(/\s+/), options).catch((error: unknown) => {
      if (!(error instanceof UsageError)) throw error;
      process.stderr.write(error.message);
      return 2;
    }),
  );
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).not.toContain('\n');
  return stderr;
};
export const carbon = 'B=3.4T g=2 nucleus=13C T=4.2K';
export const pairs = 'D0=52MHz DD=2MHz';
export const gaussian = `line=gaussian fwhm=100MHz ${carbon} ${pairs}`;
export const hole = 'hole=-25MHz holefwhm=5MHz depth=0.5';
export const whole = `${gaussian} ${hole} betaSS=-2e-9s`;
