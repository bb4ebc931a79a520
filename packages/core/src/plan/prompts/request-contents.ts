import { assertNever } from '../../errors/assert-never.ts';
import type { NumberDistribution } from '../number-distribution.ts';
import { fillLengths, lengthFiles } from '../numbers/fill-lengths.ts';
import type { PlannedStage } from '../planned-stage.ts';
import type { PromptPlan } from '../prompt-plan.ts';
import { type FileFacts, factOf, type WorkloadFile } from '../workload-file.ts';
import type { WrittenPrompts } from './prompts-field.ts';

/** What requests are made of, as a plan or flags write it. */
export type WrittenRequests = {
  /** An ISO 639 code. */
  readonly language: string;
  readonly prompts: WrittenPrompts;
  readonly salted: boolean;
  readonly inputTokens: NumberDistribution | null;
  readonly outputTokens: NumberDistribution;
};

/** The part of a stage that says what its requests are. */
export type RequestContents = Pick<
  PlannedStage,
  'language' | 'prompts' | 'salted' | 'inputTokens' | 'outputTokens'
>;

/** The same with what their files say filled in. */
export function requestContents(written: WrittenRequests, files: FileFacts): RequestContents {
  return {
    language: written.language,
    prompts: plannedPrompts(written.prompts, files),
    salted: written.salted,
    inputTokens: written.inputTokens === null ? null : fillLengths(written.inputTokens, files),
    outputTokens: fillLengths(written.outputTokens, files),
  };
}

/** The files that requests are made from. */
export function requestFiles({
  prompts,
  inputTokens,
  outputTokens,
}: WrittenRequests): readonly WorkloadFile[] {
  return [...lengthFiles(inputTokens), ...lengthFiles(outputTokens), ...promptFiles(prompts)];
}

function plannedPrompts(prompts: WrittenPrompts, files: FileFacts): PromptPlan {
  switch (prompts.kind) {
    case 'generated':
    case 'fixed':
    case 'language':
    case 'trace':
      return prompts;
    case 'listed':
      return { ...prompts, texts: factOf(files.prompts, prompts.source) };
    case 'dataset': {
      const { kind, source, multiTurn } = prompts;
      return { kind, source, format: factOf(files.datasetFormats, source), multiTurn };
    }
    case 'conversation':
      return { ...prompts, followUpTokens: fillLengths(prompts.followUpTokens, files) };
    case 'classes':
      return {
        kind: 'classes',
        classes: prompts.classes.map((one) => ({
          ...one,
          inputTokens: one.inputTokens === null ? null : fillLengths(one.inputTokens, files),
          outputTokens: fillLengths(one.outputTokens, files),
        })),
      };
    default:
      return assertNever(prompts);
  }
}

function promptFiles(prompts: WrittenPrompts): readonly WorkloadFile[] {
  if (prompts.kind === 'dataset') {
    const { kind, source, format, skipBadLines } = prompts;
    return [{ kind, source, format, skipBadLines }];
  }
  if (prompts.kind === 'listed') return [{ kind: 'prompts', source: prompts.source }];
  if (prompts.kind === 'conversation') return lengthFiles(prompts.followUpTokens);
  if (prompts.kind !== 'classes') return [];
  return prompts.classes.flatMap((one) => [
    ...lengthFiles(one.inputTokens),
    ...lengthFiles(one.outputTokens),
  ]);
}
