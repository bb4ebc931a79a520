import { exitCodes, type Result, type Stage } from '@kneepoint/core';
import { trustReasonText } from '@kneepoint/report';
import type { MessageLanguage } from '../words/message-language.ts';
import { wordsOf } from '../words/words-of.ts';
import { helpOf } from './help-of.ts';
import { requestTrouble } from './request-trouble.ts';

type StageError = Stage['errors'][number];

/** The stage that a bad end is about, and the failure that it had most often; `null` where no request failed. */
export function failedStage(result: Result): { readonly stage: Stage; readonly error: StageError } | null {
  const { exit, stages } = result;
  if (exit === null || exit.code === exitCodes.interrupted || exit.code === exitCodes.thresholdsNotMet)
    return null;
  const stopped = /^the target (.+?) stopped answering/.exec(exit.reason)?.[1];
  const invalid = /stages are invalid; ([^:]+):/.exec(exit.reason)?.[1];
  for (const stage of stages) {
    const [error] = stage.errors.length > 0 ? stage.errors : (stage.warmup?.errors ?? []);
    const isMeant =
      (stopped === undefined || (stage.target === stopped && hasStopped(stage))) &&
      (invalid === undefined || stage.id === invalid);
    if (error !== undefined && isMeant) return { stage, error };
  }
  return null;
}

const hasStopped = ({ status }: Stage): boolean => status !== 'completed';

/** Why a run did not end well, in a language; without the server's words, which stand below. What is not known is said as the result says it. */
export function exitSentence(result: Result, language: MessageLanguage): string {
  const reason = result.exit?.reason ?? '';
  const words = wordsOf(language).errors.exit;
  if (result.exit?.code === exitCodes.interrupted) return words.interrupted;
  const stopped = /^the target (.+?) stopped answering/.exec(reason)?.[1];
  if (stopped !== undefined) return words.stopped(stopped, whatFailed(result, language));
  if (reason.startsWith('no request got an answer')) return words.noAnswer(whatFailed(result, language));
  const [, failed, total, first] = /^thresholds not met: (\d+) of (\d+); (.*)$/s.exec(reason) ?? [];
  if (failed !== undefined) return words.thresholds(Number(failed), Number(total), first ?? '');
  return invalidSentence(result, language) ?? reason;
}

function whatFailed(result: Result, language: MessageLanguage): string {
  const { errors } = wordsOf(language);
  const failed = failedStage(result);
  if (failed === null) return errors.exit.nothingRun;
  const trouble = requestTrouble(failed.error);
  return trouble === null
    ? errors.exit.failure(failed.error.class, failed.error.detail)
    : helpOf(trouble, errors.help).what;
}

function invalidSentence({ exit, stages }: Result, language: MessageLanguage): string | null {
  const [, count, total, id] = /^(\d+) of (\d+) stages are invalid; ([^:]+):/.exec(exit?.reason ?? '') ?? [];
  const stage = stages.find((one) => one.id === id);
  const reason = stage?.trust.reasons[0];
  if (id === undefined || reason === undefined) return null;
  const why = language === 'en' ? reason.message : trustReasonText(reason, language);
  return wordsOf(language).errors.exit.invalid(Number(count), Number(total), id, why);
}
