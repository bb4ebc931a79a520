import type { SharedPrefix } from '../plan/prompt-plan.ts';
import { createRandom } from '../random/create-random.ts';
import { createBackgroundWriter } from './background-writer.ts';
import { rememberTexts } from './remembered-texts.ts';
import type { RequestSourceOptions } from './request-source-options.ts';

/** About 32 MB at most, in each thread that makes requests. */
const rememberedCharacters = 16_000_000;

/**
 * The shared prefix of request k as its system text, or `null` where it carries none. Which group a request belongs to,
 * and the group's text, depend on the seed alone: a salt would keep the server from sharing it.
 */
export function sharedPrefixes(
  prefix: SharedPrefix | null,
  { seed, language, tokenizer }: Pick<RequestSourceOptions, 'seed' | 'language' | 'tokenizer'>,
): (index: number) => string | null {
  if (prefix === null) return () => null;
  const root = createRandom(seed);
  const [members, texts] = [root.fork('shared-prefix'), root.fork(`shared-prefix-text-${language}`)];
  const write = createBackgroundWriter({ language, tokenizer, exact: true });
  const textOf = rememberTexts((group) => write(texts.fork(group), prefix.tokens), rememberedCharacters);
  return (index) => {
    const random = members.fork(index);
    return random.next() < prefix.share ? textOf(random.integer(prefix.groups)) : null;
  };
}
