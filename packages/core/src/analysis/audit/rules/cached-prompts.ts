import type { Stage } from '../../../result/stage-schema.ts';
import { distinctPlaces, placeOf } from '../audit-place.ts';
import type { AuditRule } from '../audit-rule.ts';

/** Share of the prompt tokens that came from a cache, at the worst place. */
export type CachedPrompts = { readonly target: string; readonly share: number };

/** Chat templates and short common openings stay below it. */
export const usualCachedShare = 0.2;

/** Prompts that the server had seen, in a stage that was not to measure caching. */
export const cachedPrompts: AuditRule<'cached-prompts', CachedPrompts> = {
  code: 'cached-prompts',
  severity: 'warning',
  explanation:
    'A prompt from the cache costs no prefill. Where prompts repeat, also between runs, the first token looks faster than users with prompts of their own will see it.',
  reference: {
    basis:
      "the server's own count of cached tokens over all prompt tokens; more than 20 % where no prefix is shared on purpose",
    addresses: [],
  },
  find: ({ targets, stages }) =>
    targets.flatMap(({ name }) => {
      const found = stages.flatMap((stage) => {
        const share = stage.target === name ? cachedShare(stage) : null;
        return share !== null && share > usualCachedShare ? [{ stage, share }] : [];
      });
      if (found.length === 0) return [];
      return [
        {
          where: distinctPlaces(found.map(({ stage }) => placeOf(stage))),
          evidence: { target: name, share: Math.max(...found.map(({ share }) => share)) },
        },
      ];
    }),
};

function cachedShare({ prompts, tokens, server }: Stage): number | null {
  const isMeant = prompts !== null && (prompts.sharedPrefix !== null || sharing.includes(prompts.kind));
  if (isMeant) return null;
  const counted = tokens.cached === null || !tokens.input ? null : tokens.cached / tokens.input;
  return counted ?? server?.window?.prefixCache.share ?? server?.prefixCache.share ?? null;
}

/** Kinds whose prompts share beginnings by their nature. */
const sharing: readonly string[] = ['conversation', 'trace', 'dataset', 'classes'];
