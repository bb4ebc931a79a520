import { engineSettings } from '../../parity/engine-setting.ts';
import { settingSide } from '../../parity/setting-side.ts';
import { type TipRule, tipFor } from './tip-rule.ts';

/** A server that reaches this share of the limit with one user has little to win by graphs. */
const enoughShare = 0.6;

/** One user reaches a low share of what the hardware allows, and CUDA graphs are off: each kernel is launched by itself. */
export const graphsOff: TipRule = (result) => {
  const setting = engineSettings.find(({ code }) => code === 'cuda-graphs');
  if (setting === undefined) return [];
  return result.targets.flatMap((target) => {
    const limit = result.analysis.physicalLimits.find(
      ({ target: name, phase, users }) => name === target.name && phase === 'decode' && users === 1,
    );
    if (limit === undefined || limit.share === null || limit.limit === null || limit.share >= enoughShare)
      return [];
    if (settingSide(target, setting).value !== 'off') return [];
    return [
      tipFor('graphs-off', target, {
        evidence: [
          { name: 'share', value: limit.share, unit: 'share' },
          { name: 'limit', value: limit.limit, unit: 'tok/s' },
        ],
      }),
    ];
  });
};
