import { singleUserLimit } from '../../levels/reached-limit.ts';
import { resultLevels } from '../../levels/usable-levels.ts';
import { engineSettings } from '../../parity/engine-setting.ts';
import { settingSide } from '../../parity/setting-side.ts';
import { workaroundsOf } from '../../scorecard/workarounds.ts';
import { type TipRule, tipFor } from './tip-rule.ts';

/** A server that reaches this share of the limit with one user has little to win by graphs. */
const enoughShare = 0.6;

/** One user reaches a low share of what the hardware allows, and CUDA graphs are off: each kernel is launched by itself. */
export const graphsOff: TipRule = (result) => {
  const setting = engineSettings.find(({ code }) => code === 'cuda-graphs');
  if (setting === undefined) return [];
  const levels = resultLevels(result);
  return result.targets.flatMap((target) => {
    const limit = singleUserLimit(result, levels, target.name);
    if (limit === null || limit.share >= enoughShare) return [];
    if (settingSide(target, setting).value !== 'off') return [];
    const argument = workaroundsOf(target)?.find((one) => /eager|cuda-graph/.test(one));
    return [
      tipFor('graphs-off', target, {
        names: argument === undefined ? {} : { argument },
        evidence: [
          { name: 'share', value: limit.share, unit: 'share' },
          { name: 'limit', value: limit.limit, unit: 'tok/s' },
        ],
      }),
    ];
  });
};
