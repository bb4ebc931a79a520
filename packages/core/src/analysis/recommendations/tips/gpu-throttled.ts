import type { ThrottleReason } from '../../../result/gpu-schema.ts';
import { type TipRule, tipFor } from './tip-rule.ts';

/** A power cap is usual under full load; heat, a slowdown by the hardware and a power brake are not. */
const unusual: readonly ThrottleReason[] = [
  'hardware-slowdown',
  'software-thermal',
  'hardware-thermal',
  'power-brake',
];
/** Less than a twentieth of the samples moves no mean. */
const leastShare = 0.05;

/** The clocks of the GPU were held down for a reason that is a fault of the host. */
export const gpuThrottled: TipRule = (result) =>
  result.targets.flatMap((target) => {
    const found = result.stages
      .filter((stage) => stage.target === target.name)
      .flatMap((stage) => {
        const devices = stage.gpu?.devices ?? [];
        const shares = devices.flatMap(({ throttled: { byReason } }) =>
          unusual.map((reason) => ({ reason, share: byReason[reason] ?? 0 })),
        );
        const worst = shares.toSorted((one, other) => other.share - one.share)[0];
        return worst === undefined || worst.share < leastShare ? [] : [{ stage, ...worst }];
      });
    const worst = found.toSorted((one, other) => other.share - one.share)[0];
    if (worst === undefined) return [];
    return [
      tipFor('gpu-throttled', target, {
        stages: found.map(({ stage }) => stage),
        names: { reason: worst.reason },
        evidence: [{ name: 'share', value: worst.share, unit: 'share' }],
      }),
    ];
  });
