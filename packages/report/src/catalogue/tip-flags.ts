import type { Target } from '@kneepoint/core';

/** The arguments that tips name, as an engine spells them. */
export type TipFlags = {
  readonly cacheMemory: string;
  readonly contextLength: string;
  readonly cacheType: string;
  readonly sequences: string;
  readonly noPrefixCache: string;
};

const vllm: TipFlags = {
  cacheMemory: '--gpu-memory-utilization',
  contextLength: '--max-model-len',
  cacheType: '--kv-cache-dtype fp8',
  sequences: '--max-num-seqs',
  noPrefixCache: '--no-enable-prefix-caching',
};

const sglang: TipFlags = {
  cacheMemory: '--mem-fraction-static',
  contextLength: '--context-length',
  cacheType: '--kv-cache-dtype fp8_e5m2',
  sequences: '--max-running-requests',
  noPrefixCache: '--disable-radix-cache',
};

/** The arguments of an engine; `null` for one that has none that are known. */
export function tipFlags(engine: Target['engine']): TipFlags | null {
  switch (engine) {
    case 'vllm':
      return vllm;
    case 'sglang':
      return sglang;
    case 'other':
      return null;
  }
}
