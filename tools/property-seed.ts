import fc from 'fast-check';

/**
 * Property tests draw the same cases in every run, so that a run which fails says something about the change it is of.
 * KNEEPOINT_PROPERTY_SEED=N draws others; `pnpm test:explore` goes through fresh seeds to find what the fixed one does not.
 */
const fixedSeed = 20_261_124;
const asked = process.env['KNEEPOINT_PROPERTY_SEED'];
fc.configureGlobal({ seed: asked === undefined ? fixedSeed : Number(asked) });
