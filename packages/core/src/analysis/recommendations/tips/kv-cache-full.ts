import { serverStages, type TipRule, tipFor } from './tip-rule.ts';

/** From here on the next request may find no room. */
const fullShare = 0.9;

/** The KV cache was full and requests were put back: they are computed again later. */
export const kvCacheFull: TipRule = (result) =>
  result.targets.flatMap((target) => {
    const found = serverStages(result, target.name).filter(
      ({ server }) => (server.gauges.kvUse.max ?? 0) >= fullShare && (server.preemptions ?? 0) > 0,
    );
    if (found.length === 0) return [];
    const preemptions = found.reduce((sum, { server }) => sum + (server.preemptions ?? 0), 0);
    const use = Math.max(...found.map(({ server }) => server.gauges.kvUse.max ?? 0));
    return [
      tipFor('kv-cache-full', target, {
        stages: found.map(({ stage }) => stage),
        evidence: [
          { name: 'kvUse', value: use, unit: 'share' },
          { name: 'preemptions', value: preemptions, unit: 'count' },
        ],
      }),
    ];
  });
