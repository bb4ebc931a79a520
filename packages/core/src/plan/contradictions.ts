import type { ArrivalKind } from './arrival-plan.ts';
import { hasPrompts, isGenerated, languages, promptLanguages } from './language.ts';
import type { WarmupLimit } from './planned-stage.ts';
import type { WrittenPrompts } from './prompts/prompts-field.ts';

/** What a stage asks for, as far as its parts can contradict one another. */
export type StageWish = {
  readonly load: 'users' | ArrivalKind;
  /** An ISO 639 code. */
  readonly language: string;
  readonly prompts: WrittenPrompts;
  readonly warmup: WarmupLimit | null;
  readonly givesInputTokens: boolean;
  readonly givesOutputTokens: boolean;
  readonly givesEnd: boolean;
};

/** A contradiction, at the part that has to change. Plans name the key of the part, flags the flag. */
export type Contradiction = {
  readonly part: 'language' | 'prompts' | 'inputTokens' | 'outputTokens' | 'warmup' | 'end';
  readonly text: string;
};

/** Everything that does not go together. */
export function contradictions(wish: StageWish): readonly Contradiction[] {
  return [
    ...languageContradictions(wish),
    ...promptContradictions(wish),
    ...lengthContradictions(wish),
    ...timeContradictions(wish),
  ];
}

function promptContradictions({ load, prompts }: StageWish): readonly Contradiction[] {
  const holdsConversations =
    prompts.kind === 'conversation' || (prompts.kind === 'dataset' && prompts.multiTurn);
  const found: Contradiction[] = [];
  if (load !== 'users' && holdsConversations)
    found.push({
      part: 'prompts',
      text: 'conversations need users who wait for their answers; arrivals do not wait',
    });
  if (load !== 'trace' && prompts.kind === 'trace')
    found.push({ part: 'prompts', text: 'the lengths of a trace need the arrivals of a trace' });
  return found;
}

/** Texts that somebody gives can be in any language; those that are made need one that Kneepoint can write. */
function languageContradictions({ language, prompts }: StageWish): readonly Contradiction[] {
  switch (prompts.kind) {
    case 'generated':
    case 'trace':
    case 'conversation':
      if (isGenerated(language)) return [];
      return [
        {
          part: 'language',
          text: `prompts are generated in ${languages.join(', ')}, not in "${language}"; give texts of your own, as a dataset`,
        },
      ];
    case 'language':
      if (hasPrompts(language)) return [];
      return [
        {
          part: 'language',
          text: `there are prompts in ${promptLanguages.join(', ')}, not in "${language}"; give texts of your own, as a dataset`,
        },
      ];
    default:
      return [];
  }
}

const ownTexts: Partial<Record<WrittenPrompts['kind'], string>> = {
  fixed: 'a given text has its own length',
  language: 'the prompts of a language have their own length',
  dataset: 'the prompts of a dataset have their own length',
  classes: 'each class names its own lengths',
};

function lengthContradictions(wish: StageWish): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const own = ownTexts[wish.prompts.kind];
  if (own !== undefined && wish.givesInputTokens)
    found.push({ part: 'inputTokens', text: `${own}; leave this out` });
  if (wish.prompts.kind === 'classes' && wish.givesOutputTokens)
    found.push({ part: 'outputTokens', text: 'each class names its own lengths; leave this out' });
  return found;
}

function timeContradictions({ load, warmup, givesEnd }: StageWish): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const changes = load === 'ramp' || load === 'steps' || load === 'trace';
  if (changes && warmup?.kind === 'steady')
    found.push({
      part: 'warmup',
      text: 'load that changes does not become steady; warm up for a time or a number of requests',
    });
  if (load === 'at-once' && warmup !== null && !isNone(warmup))
    found.push({ part: 'warmup', text: 'requests that start at once have no warm-up; leave it out' });
  if (load === 'steps' && givesEnd)
    found.push({
      part: 'end',
      text: 'steps say themselves how long they last; leave duration and requests out',
    });
  if (load === 'at-once' && givesEnd)
    found.push({
      part: 'end',
      text: 'requests at once say themselves how many they are; leave duration and requests out',
    });
  return found;
}

const isNone = (warmup: WarmupLimit): boolean =>
  warmup.kind === 'requests' ? warmup.count === 0 : warmup.micros === 0;
