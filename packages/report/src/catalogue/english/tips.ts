import { createFormats } from '../formats.ts';
import type { RecommendationWords } from '../recommendation-words.ts';
import { tipFlags } from '../tip-flags.ts';

const formats = createFormats('en');
const or = (flag: string | undefined, otherwise: string): string => flag ?? otherwise;

/** Tuning tips in English: what was seen, then what to do. */
export const englishTips: RecommendationWords['tips'] = {
  'kv-cache-full': ({ target, engine, number }) => {
    const flags = tipFlags(engine);
    const how =
      flags === null
        ? 'Give the cache more memory, shorten the context or store the cache in fewer bits.'
        : `Give it more memory (${flags.cacheMemory}), shorten the context (${flags.contextLength}) or store it in 8 bits (${flags.cacheType}).`;
    return `${target}: the KV cache was ${formats.share(number('kvUse'))} full, and ${formats.count(number('preemptions'))} requests were put back to be computed again. ${how}`;
  },
  'queue-while-cache-free': ({ target, engine, number }) =>
    `${target}: ${formats.requests(number('waiting'))} requests waited on average while ${formats.count(number('running'))} ran and at most ${formats.share(number('kvUse'))} of the KV cache was used. A limit on requests at once holds them back, not memory; raise ${or(tipFlags(engine)?.sequences, 'that limit')}.`,
  'prefix-cache-unused': ({ target, engine, number }) =>
    `${target}: prompts shared a beginning of ${formats.count(number('prefix'))} tokens, but none of it was found in the prefix cache. Switch the cache on${tipFlags(engine) === null ? '' : ` (it is off with ${tipFlags(engine)?.noPrefixCache ?? ''})`}, or check that the shared part comes first.`,
  'graphs-off': ({ target, argument, number }) =>
    `${target}: one user gets ${formats.share(number('share'))} of the ${formats.rate(number('limit'))} that the hardware allows, and CUDA graphs are off. Start it without ${argument ?? 'the argument that switches them off'} if engine and driver allow it, and measure again.`,
  'gpu-memory-unused': ({ target, engine, number }) =>
    `${target}: the KV cache was ${formats.share(number('kvUse'))} full, while the GPU held ${formats.bytes(number('peak'))} of its ${formats.bytes(number('total'))}. Give the cache the rest${tipFlags(engine) === null ? '' : ` (${tipFlags(engine)?.cacheMemory ?? ''})`}.`,
  'first-request-slow': ({ target, number }) =>
    `${target}: healthy after ${formats.seconds(number('healthy'))}, but the first token came only after ${formats.seconds(number('firstToken'))}. Send a request of your own before users may.`,
  'gpu-throttled': ({ target, number, throttle }) =>
    `${target}: in ${formats.share(number('share'))} of the samples the GPU's clocks were held down (${
      {
        'hardware-slowdown': 'slowdown by the hardware',
        'software-thermal': 'heat',
        'hardware-thermal': 'heat, by the hardware',
        'power-brake': 'power brake',
      }[throttle ?? 'hardware-slowdown']
    }). Look at cooling and power supply before comparing engines.`,
  'client-limit': ({ number, has }) =>
    `At ${formats.count(number('stages'))} of ${formats.count(number('of'))} stages the client itself was short of time${has('cpuShare') ? ` (its busiest worker used ${formats.share(number('cpuShare'))} of a core)` : ''}. Send the load from a host of its own, or with more workers.`,
};
