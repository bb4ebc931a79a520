import { serverStages, type TipRule, tipFor } from './tip-rule.ts';

/** Prompts shared a beginning, and the server found none of it in its cache. */
export const prefixCacheUnused: TipRule = (result) =>
  result.targets.flatMap((target) => {
    const found = serverStages(result, target.name).filter(
      ({ stage, server: { prefixCache } }) =>
        (stage.prompts?.sharedPrefix?.share ?? 0) > 0 && prefixCache.hits === 0,
    );
    const shared = found[0]?.stage.prompts?.sharedPrefix;
    if (shared == null) return [];
    return [
      tipFor('prefix-cache-unused', target, {
        stages: found.map(({ stage }) => stage),
        evidence: [
          { name: 'hits', value: 0, unit: 'tokens' },
          { name: 'prefix', value: shared.tokens, unit: 'tokens' },
          { name: 'share', value: shared.share, unit: 'share' },
        ],
      }),
    ];
  });
