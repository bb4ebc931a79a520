import { z } from 'zod';
import type { ArrivalKind } from '../arrival-plan.ts';
import { type Contradiction, contradictions } from '../contradictions.ts';
import { fixedNumber, type NumberDistribution } from '../number-distribution.ts';
import { tokensField } from '../numbers/distribution-field.ts';
import { hasKey, languageField } from '../plan-fields.ts';
import type { WarmupLimit } from '../planned-stage.ts';
import { promptsField, type WrittenPrompts } from '../prompts/prompts-field.ts';
import type { WrittenRequests } from '../prompts/request-contents.ts';
import { warmupField } from '../warmup.ts';

/** The keys that say what the requests of a suite are; `salt: off` lets servers answer out of their caches. */
export const requestFields = {
  inputTokens: tokensField.optional(),
  outputTokens: tokensField.optional(),
  prompts: promptsField.optional(),
  salt: z.enum(['on', 'off']).default('on'),
  language: languageField.default('en'),
  warmup: warmupField.optional(),
};

/** What those keys hold once checked. */
export type SuiteRequests = {
  readonly inputTokens?: NumberDistribution | undefined;
  readonly outputTokens?: NumberDistribution | undefined;
  readonly prompts?: WrittenPrompts | undefined;
  readonly salt: 'on' | 'off';
  readonly language: string;
  readonly warmup?: WarmupLimit | undefined;
};

/** A suite that is being checked; one that goes through several input lengths has a list of them. */
type CheckedSuite = Omit<SuiteRequests, 'inputTokens'> & { readonly inputTokens?: unknown };

/** For requests whose length comes from elsewhere, where that does not say. */
const otherwiseOutputTokens = fixedNumber(128);

/** What the requests of a suite are; replayed traces take their lengths from the trace. */
export function suiteRequests(suite: SuiteRequests, load: 'users' | ArrivalKind): WrittenRequests {
  return {
    language: suite.language,
    prompts: suite.prompts ?? defaultPrompts(load),
    salted: suite.salt === 'on',
    inputTokens: suite.inputTokens ?? null,
    outputTokens: suite.outputTokens ?? otherwiseOutputTokens,
  };
}

const defaultPrompts = (load: 'users' | ArrivalKind): WrittenPrompts =>
  load === 'trace' ? { kind: 'trace' } : { kind: 'generated', sharedPrefix: null };

/** Says what is missing in a suite and what does not go together; `loadOf` may be asked of a suite with other problems. */
export function checkedRequests<Shape extends z.ZodType<CheckedSuite>>(
  schema: Shape,
  loadOf: (suite: unknown) => 'users' | ArrivalKind,
): Shape {
  return schema
    .superRefine(
      (suite, context) => {
        if (hasKey(suite, 'outputTokens') || bringsLengths(suite, loadOf(suite))) return;
        context.addIssue({
          code: 'custom',
          path: ['outputTokens'],
          message: 'is missing (a number of tokens)',
        });
      },
      { when: () => true },
    )
    .superRefine((suite, context) => {
      for (const { part, text } of suiteContradictions(suite, loadOf(suite)))
        context.addIssue({ code: 'custom', path: part === 'end' ? [] : [part], message: text });
    });
}

function bringsLengths(suite: CheckedSuite, load: 'users' | ArrivalKind): boolean {
  const kind = suite.prompts?.kind ?? defaultPrompts(load).kind;
  return kind === 'trace' || kind === 'classes';
}

function suiteContradictions(suite: CheckedSuite, load: 'users' | ArrivalKind): readonly Contradiction[] {
  return contradictions({
    load,
    language: suite.language,
    prompts: suite.prompts ?? defaultPrompts(load),
    warmup: suite.warmup ?? null,
    givesInputTokens: suite.inputTokens !== undefined && !Array.isArray(suite.inputTokens),
    givesOutputTokens: suite.outputTokens !== undefined,
    givesEnd: hasKey(suite, 'duration') || hasKey(suite, 'requests'),
  });
}
