import { createFormats } from '../formats.ts';
import type { MethodWords } from '../method-words.ts';
import { englishList } from './phrases.ts';

const formats = createFormats('en');

export const englishMethod: MethodWords = {
  definitions: [
    {
      name: 'Output throughput',
      text: 'output tokens of events inside the measurement window, over its length',
    },
    { name: 'Per user', text: 'output throughput over the mean number of requests in flight' },
    {
      name: 'TTFT',
      text: 'time to first token: from the request being written to the socket to the first event that carries a token; from the planned arrival where the load is a rate',
    },
    {
      name: 'Token gap',
      text: 'inter-token latency: the time between two events, shared over the tokens that the event carried; known only where the server says how many those were',
    },
    { name: 'Chunk gap', text: 'the time between two events that carry tokens, however many they carry' },
    { name: 'Response time', text: 'from the request being written to the last token' },
    {
      name: 'Window',
      text: 'opens when all users are in flight and warm-up is over, closes when the first user runs out of work or time; at a rate it opens after warm-up and closes at the last planned arrival',
    },
    {
      name: 'Percentiles',
      text: 'printed only with enough samples: p50 needs 7, p90 needs 44, p99 needs 459; else the cell says too few',
    },
    {
      name: 'Trust',
      text: 'valid, suspect or invalid, by the health of the client, the errors, and the number of requests; an invalid stage never wins a comparison',
    },
  ],
  facts: {
    order: 'Order of the stages',
    orderText: (order, more) => `${order.join(' → ')}${more > 0 ? ` → and ${formats.count(more)} more` : ''}`,
    repeats: 'Repeats',
    repeatsText: (repeats) => (repeats === 1 ? 'one, so no interval over repeats' : formats.count(repeats)),
    seed: 'Seed',
    seedText: (seed, salt) =>
      `${seed}; salt of this run ${salt} (in every prompt, so that no earlier run's cache can help)`,
    tokenSource: 'Where token counts come from',
    tokenSourceText: {
      usage: 'the usage that the server reports',
      native: "the server's own counters",
      tokenizer: "the model's tokenizer",
      mixed: 'several sources',
      unknown: 'unknown',
    },
    requestsFile: 'A line per request',
    windows: 'Measurement windows',
    requestsPerStage: 'Requests completed in a stage',
    rangeText: (least, most) => (least === most ? least : `${least} to ${most}`),
  },
  aggregation:
    'Over repeats a rate is the mean, and a percentile is that of the middle repeat. Invalid repeats are left out where others can be used.',
  comparison: (methods) =>
    `A winner is named only where the 95 % interval of the ratio excludes 1, and still does after Holm's correction for the number of comparisons.${methods.length === 0 ? '' : ` The intervals were drawn ${englishList(methods)}.`}`,
  intervalBasis: {
    repeats: 'over whole repeats',
    requests: 'over the requests of one repeat, which says nothing of how runs differ',
    blocks: 'over blocks of time of one repeat, which says nothing of how runs differ',
  },
  stagesSummary: (count) => `${formats.count(count)} ${count === 1 ? 'stage' : 'stages'}`,
  clientIntro:
    'A client that is short of CPU measures itself. These are its figures during the stages of each target, the worst one of each.',
  noClient:
    'Another tool measured these figures and kept no record of its own health, so whether the client was the bottleneck cannot be told.',
  importedReproduce:
    'This command made the result from its source. The measurement itself can only be repeated with the tool that made it.',
  combinedReproduce:
    'Each of the results was measured by its own command; they were put together by the report.',
  sourceNotes: (count) =>
    `What the import left out or had to assume stands in the result file under source.notes: ${formats.count(count)} ${count === 1 ? 'remark' : 'remarks'}.`,
  reproduceIntro:
    'The same command, with the plan below, repeats this run; the prompts differ by the salt only.',
  planIntro: 'The plan, as it was read',
};
