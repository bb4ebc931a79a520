import { z } from 'zod';
import { factSchema } from './fact-schema.ts';

const textFact = factSchema(z.string());
const numberFact = factSchema(z.number());
const textsFact = factSchema(z.array(z.string()));
const limitFact = factSchema(z.union([z.number(), z.literal('unlimited')]));

/** A GPU's facts on the wire. */
export const gpuFactsSchema = z.strictObject({
  index: z.number().int().nonnegative(),
  name: textFact,
  memoryBytes: numberFact,
  identity: textFact,
  driver: textFact,
  cuda: textFact,
  computeCapability: textFact,
  maxSmClockMegahertz: numberFact,
  maxMemoryClockMegahertz: numberFact,
  powerLimitWatts: numberFact,
});

/** A host's facts on the wire, as `readHostFacts` gives them. */
export const hostFactsSchema = z.strictObject({
  os: textFact,
  kernel: textFact,
  processor: z.strictObject({
    model: textFact,
    sockets: numberFact,
    physicalCores: numberFact,
    logicalCores: numberFact,
    flags: textsFact,
  }),
  memory: z.strictObject({ totalBytes: numberFact, availableBytes: numberFact }),
  limits: z.strictObject({ cores: limitFact, memoryBytes: limitFact }),
  gpus: factSchema(z.array(gpuFactsSchema)),
  docker: z.strictObject({
    version: textFact,
    apiVersion: textFact,
    runtimes: textsFact,
    storageDriver: textFact,
  }),
});

/** The Python of a deployment on the wire. */
export const pythonFactsSchema = z.strictObject({
  python: textFact,
  packages: factSchema(z.record(z.string(), z.string())),
});

/** A model's facts on the wire. */
export const modelFactsSchema = z.strictObject({
  id: z.string(),
  revision: textFact,
  architecture: textFact,
  dtype: textFact,
  quantization: textFact,
  layers: numberFact,
  hiddenSize: numberFact,
  heads: numberFact,
  keyValueHeads: numberFact,
  headSize: numberFact,
  vocabulary: numberFact,
  maxPositions: numberFact,
  parameters: numberFact,
});
