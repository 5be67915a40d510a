import fc from 'fast-check';

// npm test draws the same cases wherever it runs; the long run draws new ones, and a failure prints the seed to replay it.
if (process.env.LONG_RUN !== 'true') fc.configureGlobal({ seed: 1 });
