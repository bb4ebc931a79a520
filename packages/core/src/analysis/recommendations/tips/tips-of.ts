import type { Tip } from '../../../result/analysis/judgement-schema.ts';
import type { Result } from '../../../result/result-file.ts';
import { clientLimit } from './client-limit.ts';
import { firstRequestSlow } from './first-request-slow.ts';
import { gpuMemoryUnused } from './gpu-memory-unused.ts';
import { gpuThrottled } from './gpu-throttled.ts';
import { graphsOff } from './graphs-off.ts';
import { kvCacheFull } from './kv-cache-full.ts';
import { prefixCacheUnused } from './prefix-cache-unused.ts';
import { queueWhileCacheFree } from './queue-while-cache-free.ts';
import type { TipRule } from './tip-rule.ts';

/** Every tip; adding one touches its file, this list, `tipCodes` and its sentence in the report's catalogues. */
const rules: readonly TipRule[] = [
  kvCacheFull,
  queueWhileCacheFree,
  gpuMemoryUnused,
  prefixCacheUnused,
  graphsOff,
  firstRequestSlow,
  gpuThrottled,
  clientLimit,
];

/** What can be tuned, each with its evidence; nothing where a result shows no sign of it. */
export const tipsOf = (result: Result): Tip[] => rules.flatMap((rule) => rule(result));
