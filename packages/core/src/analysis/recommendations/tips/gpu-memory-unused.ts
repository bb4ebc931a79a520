import { serverStages, type TipRule, tipFor } from './tip-rule.ts';

/** Memory that stays free at the peak, from this share on ... */
const unusedShare = 0.15;
/** ... is worth a word where the KV cache runs short. */
const shortShare = 0.8;

/** The KV cache ran short while memory of the one GPU lay idle. */
export const gpuMemoryUnused: TipRule = (result) => {
  const [gpu, ...more] = result.environment.gpus;
  const total = gpu?.memory ?? null;
  if (total === null || total <= 0 || more.length > 0) return [];
  return result.targets.flatMap((target) => {
    const peak = target.memory.peak.value;
    if (peak === null || peak > total || 1 - peak / total < unusedShare) return [];
    const found = serverStages(result, target.name).filter(
      ({ server }) => (server.gauges.kvUse.max ?? 0) >= shortShare,
    );
    if (found.length === 0) return [];
    return [
      tipFor('gpu-memory-unused', target, {
        stages: found.map(({ stage }) => stage),
        evidence: [
          { name: 'peak', value: peak, unit: 'bytes' },
          { name: 'total', value: total, unit: 'bytes' },
          {
            name: 'kvUse',
            value: Math.max(...found.map(({ server }) => server.gauges.kvUse.max ?? 0)),
            unit: 'share',
          },
        ],
      }),
    ];
  });
};
