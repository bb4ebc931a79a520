import { createFormats } from '../formats.ts';
import type { MemoryWords } from '../memory-words.ts';
import { englishList } from './phrases.ts';

const formats = createFormats('en');

/** The memory of servers in English. */
export const englishMemory: MemoryWords = {
  heading: 'Memory',
  phase: 'Phase',
  phases: {
    empty: 'before the start',
    loaded: 'ready, no request yet',
    warm: 'after the warm-up',
    inference: 'one user',
    peak: 'highest level',
    after: 'after the last request',
  },
  owner: 'Whose memory',
  ownerName: (owner) => {
    switch (owner.kind) {
      case 'device':
        return `GPU ${owner.index}, all of it`;
      case 'server-on-device':
        return `the server on GPU ${owner.index}`;
      case 'host':
        return {
          resident: 'the server on the host, resident',
          private: 'the server on the host, private',
          charged: 'the container, file cache included',
        }[owner.measure];
    }
  },
  median: 'Median',
  most: 'Most',
  samples: 'Samples',
  intro: {
    'server-on-device':
      'GPU memory that the processes of each server hold, over all of its GPUs: what an engine has reserved counts, whether it uses it or not.',
    device: 'GPU memory in use, over all GPUs and whoever uses it: what an engine has reserved counts.',
    host: 'Resident memory of the processes of each server on the host: no memory of a GPU was sampled.',
    figures: 'Memory of each server as the result states it.',
  },
  mostNote: (bytes) => `at most ${bytes}`,
  difference: 'Difference (one value each)',
  less: (least, bytes, most) => `${least} needs ${formats.bytes(bytes)} less than ${most}`,
  same: 'the same',
  inUse: 'KV cache in use, at most',
  inUseText: (share, level) => `${formats.share(share)} (${level})`,
  engineHeading: 'What the engine says',
  engineIntro:
    'An engine divides its memory itself: weights once, and most of the rest as a KV cache that it reserves when it starts.',
  engine: {
    weights: 'Weights',
    kvCache: 'KV cache, reserved',
    graphs: 'CUDA graphs',
    kvTokens: 'KV cache, room for',
    fraction: 'Share of the memory that it may take',
  },
  engineUnknown: (targets) =>
    `Unknown for ${englishList(targets)}: the server does not say how it divides its memory.`,
  tokens: (count) => `${formats.count(count)} tokens`,
  allFigures: 'Every memory figure that was sampled',
  note: 'A phase shows the median of its samples, the highest level the greatest of them; between samples nothing is assumed.',
};
