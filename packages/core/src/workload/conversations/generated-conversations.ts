import type { PromptPlan } from '../../plan/prompt-plan.ts';
import { createRandom } from '../../random/create-random.ts';
import { indexedNumbers } from '../indexed-numbers.ts';
import { promptLengths } from '../prompt-lengths.ts';
import { createPromptWriter } from '../prompt-writer.ts';
import type { GeneratedSourceOptions } from '../request-source-options.ts';
import { sharedPrefixes } from '../shared-prefixes.ts';
import { generatedPrompts } from '../sources/generated-prompts.ts';
import type { ConversationSource } from '../workload-request.ts';
import { turnOutputLengths } from './turn-output-lengths.ts';

type ConversationPlan = Extract<PromptPlan, { kind: 'conversation' }>;

/** Text of a turn of a conversation. */
type TurnText = (conversation: number, turn: number) => string;

/** Generated conversations: a salted first question, follow-ups without a salt, each with a topic of its own. */
export function generatedConversations(
  options: GeneratedSourceOptions,
  plan: ConversationPlan,
): ConversationSource {
  const first = generatedPrompts(options);
  const followUp = followUps(options, plan);
  const turnsOf = indexedNumbers(plan.turns, createRandom(options.seed).fork('turns'), 1);
  const systemText = sharedPrefixes(plan.sharedPrefix, options);
  const outputTokens = turnOutputLengths(options);
  return {
    conversation: (index) => ({
      turns: turnsOf(index),
      systemText: systemText(index),
      text: (turn) => (turn === 0 ? first(index).text : followUp(index, turn)),
      outputTokens: (turn) => outputTokens(index, turn),
    }),
  };
}

function followUps({ seed, language, tokenizer }: GeneratedSourceOptions, plan: ConversationPlan): TurnText {
  const writer = createPromptWriter(language, tokenizer);
  const shortest = { tokens: writer.minimumTokens(() => ''), language };
  const root = createRandom(seed);
  const texts = root.fork(`follow-ups-${language}`);
  const draws = root.fork('follow-up-tokens');
  // Refuses a fixed length at the start, not in the middle of a run.
  promptLengths(plan.followUpTokens, draws, shortest);
  return (conversation, turn) => {
    const tokens = promptLengths(plan.followUpTokens, draws.fork(conversation), shortest)(turn);
    return writer.write('', texts.fork(conversation).fork(turn), tokens);
  };
}
