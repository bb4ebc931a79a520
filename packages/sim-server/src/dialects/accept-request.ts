import type { SimulatedProfile } from '../profiles/simulated-profile.ts';
import type { GenerationRequest, GenerationRoute } from './generation-request.ts';
import type { Prompt } from './prompt.ts';

/** What the formats beside the engines' own differ in. */
export interface AskedAnswer {
  readonly prompt: Prompt;
  readonly model: string;
  /** Tokens asked for; null or negative: as many as fit. */
  readonly maxTokens: number | null;
  readonly minTokens: number;
  readonly ignoreEndOfText: boolean;
  readonly stream: boolean;
}

/** The request in the simulator's own terms. Its counts are always reported, in the way of its format. */
export function acceptRequest(
  route: GenerationRoute,
  asked: AskedAnswer,
  profile: SimulatedProfile,
): { readonly kind: 'accepted'; readonly request: GenerationRequest } {
  const { prompt, maxTokens, ...rest } = asked;
  const room = Math.max(0, profile.maxModelTokens - prompt.tokens);
  return {
    kind: 'accepted',
    request: {
      route,
      ...rest,
      promptText: prompt.text,
      promptTokens: prompt.tokens,
      blockHashes: prompt.hashes,
      maxTokens: maxTokens === null || maxTokens < 0 ? room : Math.min(room, maxTokens),
      includeUsage: true,
      continuousUsage: false,
    },
  };
}

/** The block size for prefix hashes; null where prefixes are not cached. */
export const blockTokensOf = ({ prefixCaching, kvBlockTokens }: SimulatedProfile): number | null =>
  prefixCaching ? kvBlockTokens : null;
