import type {
  AbsentWords,
  AppendixWords,
  DeploymentWords,
  FactWords,
  PerformanceWords,
} from '../document-words.ts';
import { createFormats } from '../formats.ts';
import { englishList } from './phrases.ts';

const formats = createFormats('en');

/** Facts of the environment in English. */
export const englishFacts: FactWords = {
  system: 'Hardware and system',
  run: 'This run',
  engines: 'Engines',
  gpuCount: (count, name) => (count === 1 ? name : `${formats.count(count)} × ${name}`),
  gpuMemory: 'GPU memory',
  computeCapability: 'Compute capability',
  driver: 'Driver',
  cuda: 'CUDA',
  containerEngine: 'Container engine',
  python: 'Python',
  limits: 'Limits of this process',
  limitsText: (cores, bytes) =>
    englishList([
      ...(cores === null ? [] : [`${formats.requests(cores)} cores`]),
      ...(bytes === null ? [] : [`${formats.bytes(bytes)} of memory`]),
    ]),
  revision: 'Revision',
  precision: 'Precision',
  quantization: 'Quantisation',
  notQuantized: 'none',
  parameters: 'Parameters',
  parametersText: (count) => `${formats.rateNumber(count / 1e9)} billion`,
  weights: 'Weights',
  packages: 'Software',
  loadFrom: 'Load sent from',
  sameHost: 'the host that the servers run on',
  otherHost: (host) => `${host ?? 'another host'}, over the network`,
  imported: (tool, version, files) =>
    `These figures were not measured by Kneepoint. They come from ${[tool, version].filter((part) => part !== null).join(' ') || 'a document'}${files.length === 0 ? '' : ` (${englishList(files)})`}. What the source does not say is unknown here too.`,
  combined: (results) =>
    `Put together from ${englishList(results.map(({ name, instant }) => `${name} (${instant})`))}, which were measured at different times.`,
  differing: (values) => `differs: ${values.join(' / ')}`,
  declared: 'As the source gives it; nothing of it was checked on a machine.',
  declaredTable: 'Every figure of this table is declared: it stands as the source gives it.',
  importedOn: (instant) => `imported on ${instant}`,
  unknownFacts: (facts, reason) => `Unknown: ${englishList(facts)}${reason === '' ? '' : ` (${reason})`}.`,
  notGiven: (facts) => `The source does not say: ${englishList(facts)}.`,
};

/** Deployments in English. */
export const englishDeployment: DeploymentWords = {
  heading: 'Deployment',
  alreadyRan: (targets) =>
    `${englishList(targets)} ${targets.length === 1 ? 'was' : 'were'} already running; how ${targets.length === 1 ? 'it was' : 'they were'} started is not part of this result.`,
  notSaid: (targets) =>
    `The source does not say how ${englishList(targets)} ${targets.length === 1 ? 'was' : 'were'} started.`,
  digest: 'Digest',
  localImage: 'none: the image came from no registry',
  port: 'Port',
  portText: (host, container) => `${host} on the host, ${container} in the container`,
  folder: 'Working directory',
  startedAs: 'Started as',
  asContainer: 'container',
  asProcess: 'process of the host',
  argument: 'Argument',
  remark: 'Remark',
  argumentRemarks: {
    'no-cuda-graphs':
      'Workaround: CUDA graphs are off, as is done where they fail on a GPU. Each decode step then pays for launching its kernels.',
    'attention-backend':
      'Workaround: the attention backend is chosen by hand, as is done where the usual one does not run. It may be slower.',
    'no-flashinfer':
      'Workaround: FlashInfer is off, as is done where it does not support a GPU. Newer versions choose with --attention-backend.',
    'no-custom-all-reduce':
      "Workaround: the engine's own exchange between GPUs is off, as is done where it hangs.",
    'no-overlap-schedule':
      "Workaround: scheduling no longer overlaps with the GPU's work, so each step waits for it.",
    'no-warm-up': 'The server does not warm itself up: its first requests are slower.',
    'random-weights': 'The weights are random: the speed is real, the answers mean nothing.',
    'no-prefix-cache': 'The prefix cache is off: shared beginnings of prompts are computed each time.',
  },
  dockerRun: 'As docker run:',
  compose: 'As a Compose file:',
  process: 'As a command of the shell:',
  incomplete:
    'Made of the image and the arguments alone; GPUs, ports, folders and variables are not part of this result.',
  asWritten: 'As the source gives it:',
  parity: 'Parity of the targets',
  parityIntro: 'Each of these differences could favour one side.',
  parityNone: 'No difference was found that could favour one side.',
  parityUnchecked: (targets) =>
    `No difference was found in the model, the version and the load. The settings of ${englishList(targets)} are not part of this result, so they could not be compared.`,
  difference: 'Difference',
  favours: 'Favours',
  nobodyKnown: 'not known',
};

/** Sections without content in English. */
export const englishAbsent: AbsentWords = {
  memory: 'Memory was not measured.',
  languages: 'No languages were compared.',
  scaling: 'Several numbers of concurrent users were not measured, so nothing can be said about scaling.',
  performance: 'No stage of this result holds a measurement of speed.',
};

/** Loads in English. */
export const englishPerformance: PerformanceWords = {
  limitShare: 'Of the physical limit',
  limitNote:
    'The physical limit is what memory bandwidth and arithmetic allow at most for this model on this GPU at this number of users.',
  nowhereKnown: (figures, reasons) =>
    `Unknown throughout: ${englishList(figures)}${reasons.length === 0 ? '' : ` (${reasons.join('; ')})`}.`,
};

/** The appendix in English. */
export const englishAppendix: AppendixWords = {
  heading: 'Appendix: quick start',
  rawHeading: 'Appendix',
  deploy: 'Deploy:',
  ask: 'Ask it for an answer:',
  health: 'See whether it is ready:',
  greeting: 'Hello',
  nativeLimits:
    'In SGLang’s own /generate, limits stand inside sampling_params; at the top level of the body they have no effect.',
  raw: 'Raw results',
  resultText: (id) => `All figures of this document are in the result file, result.json (${id}).`,
  requestsText: (file, count) => `${file} has a line for each of ${formats.count(count)} requests.`,
};
