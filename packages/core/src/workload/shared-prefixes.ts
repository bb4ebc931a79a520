import type { SharedPrefix } from '../plan/prompt-plan.ts';
import { createRandom } from '../random/create-random.ts';
import { createBackgroundWriter } from './background-writer.ts';
import { rememberTexts } from './remembered-texts.ts';
import type { GeneratedSourceOptions } from './request-source-options.ts';
import { sharedTextSalts } from './salted-text.ts';

/** About 32 MB at most, in each thread that makes requests. */
const rememberedCharacters = 16_000_000;

/**
 * The shared prefix of request k as its system text, or `null` where it carries none. Which group a request belongs to, and
 * what its text says, depend on the seed alone. The text opens with a number that depends on the salt and the group: all
 * requests of a group in a stage share the prefix, and no other stage, repeat or run does, so each stage starts cold.
 */
export function sharedPrefixes(
  prefix: SharedPrefix | null,
  {
    seed,
    salt,
    language,
    tokenizer,
  }: Pick<GeneratedSourceOptions, 'seed' | 'salt' | 'language' | 'tokenizer'>,
): (index: number) => string | null {
  if (prefix === null) return () => null;
  const root = createRandom(seed);
  const [members, texts] = [root.fork('shared-prefix'), root.fork(`shared-prefix-text-${language}`)];
  const write = createBackgroundWriter({ language, tokenizer, exact: true });
  const saltOf = sharedTextSalts(seed, salt);
  const textOf = rememberTexts(
    (group) => write({ random: texts.fork(group), salt: saltOf(group) }, prefix.tokens),
    rememberedCharacters,
  );
  return (index) => {
    const random = members.fork(index);
    return random.next() < prefix.share ? textOf(random.integer(prefix.groups)) : null;
  };
}
