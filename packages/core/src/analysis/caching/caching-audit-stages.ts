import type { Language } from '../../plan/language.ts';
import { fixedNumber } from '../../plan/number-distribution.ts';
import type { PlannedStage } from '../../plan/planned-stage.ts';
import type { PromptPlan } from '../../plan/prompt-plan.ts';
import { createRequestSource } from '../../workload/create-request-source.ts';

/**
 * What the audit sends unless told otherwise. Prefix caches hold blocks of 16 to 128 tokens, and save the prefill, which
 * must be a good part of the time to first token to be seen: at 1,500 tokens it is some 30 to 150 ms on today's
 * accelerators, against 10 to 20 ms of everything else, and prompt and answer still fit into a context of 2,048. An answer
 * of 32 tokens has enough gaps to tell a made one from a stored one. Four rounds give an interval that is not too
 * wide; ten requests each make a stage's mean steady.
 */
export const cachingAuditDefaults = {
  users: 1,
  rounds: 4,
  requestsPerStage: 10,
  inputTokens: 1500,
  outputTokens: 32,
} as const;

/** What the stages are made of. */
export type CachingAuditOptions = {
  /** The target's name. */
  readonly target: string;
  readonly language: Language;
  readonly users: number;
  /** Rounds of two stages each; with fewer than 2 there is no interval and so no verdict. */
  readonly rounds: number;
  /** Measured requests of each stage, all users together. */
  readonly requestsPerStage: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** The run's salt: the repeated prompt is new in every run, so that an earlier audit did not leave it anywhere. */
  readonly salt: string;
  readonly seed: string;
};

/** Prompts that are all different, or one prompt again and again. */
export const cachingAuditKinds = ['distinct', 'repeated'] as const;
/** One of them. */
export type CachingAuditKind = (typeof cachingAuditKinds)[number];

/** How the ids of the audit's stages begin. */
const idPrefix = 'caching';

/**
 * The stages of a caching audit: distinct prompts, each with its own salt, and one repeated prompt of the same length,
 * as many of each, in turns. The order is
 *
 *     round   1                 2                 3            ...
 *             distinct repeated repeated distinct distinct ...
 *
 * so that a server which gets steadily slower or faster favours neither kind. Each stage has a warm-up that is not
 * measured: it opens the connections, and puts the repeated prompt where it can be found. Throws a usage error when the
 * prompt's length leaves no room for its salt.
 */
export function cachingAuditStages(options: CachingAuditOptions): readonly PlannedStage[] {
  const repeatedPrompt: PromptPlan = { kind: 'fixed', text: repeatedText(options) };
  const distinctPrompts: PromptPlan = { kind: 'generated', sharedPrefix: null };
  return Array.from({ length: options.rounds }, (_, index) => {
    const round = index + 1;
    const distinct: PlannedStage = {
      ...commonStage(options, round),
      id: `${idPrefix}/round-${round}/distinct`,
      prompts: distinctPrompts,
      salted: true,
      inputTokens: fixedNumber(options.inputTokens),
    };
    const repeated: PlannedStage = {
      ...commonStage(options, round),
      id: `${idPrefix}/round-${round}/repeated`,
      prompts: repeatedPrompt,
      salted: false,
      inputTokens: null,
    };
    return index % 2 === 0 ? [distinct, repeated] : [repeated, distinct];
  }).flat();
}

/** The kind of an audit's stage by its id; `null` for other stages. */
export function cachingAuditKind(stageId: string): CachingAuditKind | null {
  return (
    cachingAuditKinds.find((kind) => stageId.startsWith(`${idPrefix}/`) && stageId.endsWith(`/${kind}`)) ??
    null
  );
}

function commonStage(
  options: CachingAuditOptions,
  repeat: number,
): Omit<PlannedStage, 'id' | 'prompts' | 'salted' | 'inputTokens'> {
  return {
    target: options.target,
    suite: 'audit',
    repeat,
    load: { loop: 'closed', users: options.users, thinkTime: null },
    stop: { kind: 'requests', count: options.requestsPerStage },
    warmup: { kind: 'requests', count: 2 * options.users },
    language: options.language,
    outputTokens: fixedNumber(options.outputTokens),
    keepExcerpts: false,
  };
}

/** Made as the distinct ones are, with a salt of its own, so that its length is theirs. */
function repeatedText(options: CachingAuditOptions): string {
  const source = createRequestSource({
    seed: `${options.seed}/caching`,
    salt: `${options.salt}/repeated`,
    language: options.language,
    prompts: { kind: 'generated', sharedPrefix: null },
    inputTokens: fixedNumber(options.inputTokens),
    outputTokens: fixedNumber(options.outputTokens),
    dataset: null,
    trace: null,
    tokenizer: null,
  });
  return source.request(0).text;
}
