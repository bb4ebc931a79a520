import { analysisWords } from './analysis-words.ts';
import { capacityWords } from './capacity-words.ts';
import { comparisonWords } from './comparison-words.ts';
import { conditionWords } from './condition-words.ts';
import { hostWords } from './host-words.ts';
import type { PropertyWords } from './property-words.ts';
import { sourceWords } from './source-words.ts';
import { stageWords } from './stage-words.ts';

/** What the properties of a result mean, where the schema's source has no comment of its own. */
export const resultWords: PropertyWords = {
  '': {
    schema: 'which format this file has',
    id: 'of the run; its time and some random letters',
    name: 'of the plan, or of the run made of flags',
    createdAt: 'when the run began, ISO 8601',
    tool: 'the Kneepoint that made the file',
    command: 'the command line, without secrets',
    plan: 'what was asked for, as it was read',
    seed: 'what prompts and arrivals were drawn from; the same seed draws the same',
    environment: 'the host that made the load',
    targets: 'the servers that were measured',
    stages: 'every load level of every target and repeat, in the order in which they ran',
    requests: 'where the record of every single request is',
    analysis: 'what was reckoned from several stages',
    exit: 'how the run ended; null while it goes on, or when it was killed',
  },
  tool: {
    version: 'of Kneepoint',
    node: 'version of Node.js',
    commit: 'of the source; null where it is not known',
  },
  environment: {
    host: 'name of the host',
    os: 'operating system',
    kernel: 'version of its kernel',
    cpu: 'the processor',
    memory: 'main memory',
    gpus: 'accelerators of this host; where the server is elsewhere, they are not its own',
  },
  'environment.cpu': { model: 'as the processor names itself', cores: 'cores | logical processors' },
  'environment.memory': { unit: 'of the number beside it', total: 'bytes | all of it' },
  'environment.gpus[]': {
    name: 'as the accelerator names itself',
    memory: 'bytes | its own memory',
    driver: 'version of the driver',
    cuda: 'the newest CUDA that the driver runs',
    computeCapability: "of the accelerator, as 12.0; of AMD's its instruction set",
  },
  'targets[]': {
    name: 'as the plan names it',
    engine: 'which engine answered',
    simulated: 'whether it is the simulated server',
    version: 'of the engine, as it says',
    api: 'the wire format that was used',
    url: 'the address',
    model: 'the model that was asked for',
    maxModelLength: 'tokens | the longest prompt and answer together',
    serverConfig: 'what the server says of its own settings',
    memory: 'memory of the server by phase',
    startup: 'how long the start took; null for a server that already ran',
    notes: 'what a reader should know of this target',
  },
  'targets[].initTime': {
    kind: 'what sort of number it is; unknown ones have no value',
    unit: 'of the value',
    value: 'the number; null where it is unknown',
    reason: 'why it is unknown',
  },
  'targets[].memory': {
    empty: 'before the server started',
    loaded: 'ready, before the first request',
    inference: 'with one user',
    peak: 'at the highest level',
  },
  requests: { file: 'beside this one; null where none was asked for', count: 'requests | recorded' },
  'thresholds[]': { verdict: 'pass where every stage passes', checks: 'stage by stage' },
  'thresholds[].checks[]': {
    value: 'what was measured',
    unit: 'of value and limit',
    limit: 'what was asked for',
    verdict: 'at this stage',
  },
  exit: { code: 'the exit code, see [thresholds](./thresholds.md#exit-codes)', reason: 'in a sentence' },
  ...comparisonWords,
  ...stageWords,
  ...conditionWords,
  ...capacityWords,
  ...hostWords,
  ...sourceWords,
  ...analysisWords,
};
