import { type Excerpt, type ReadRating, ratingRequest, readRatingAnswer } from '@kneepoint/core';

/** Where a judge model answers. */
export type JudgeModel = {
  /** With or without `/v1`. */
  readonly url: string;
  readonly model: string;
  /** With the key, where the server asks for one. */
  readonly headers: Readonly<Record<string, string>>;
  readonly rubric: string;
  readonly timeoutMillis: number;
};

/** Enough for a model that thinks first. */
const answerTokens = 2048;
const shownCharacters = 200;

/** Asks a judge model for one rating, at temperature 0. What goes wrong is the reason why there is none, never an error. */
export async function askJudge(excerpt: Excerpt, judge: JudgeModel): Promise<ReadRating> {
  try {
    const response = await fetch(
      `${judge.url.replace(/\/+$/, '').replace(/\/v1$/, '')}/v1/chat/completions`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...judge.headers,
        },
        body: JSON.stringify({
          model: judge.model,
          messages: ratingRequest(excerpt, judge.rubric),
          temperature: 0,
          max_tokens: answerTokens,
        }),
        signal: AbortSignal.timeout(judge.timeoutMillis),
      },
    );
    const text = await response.text();
    if (!response.ok)
      return refused(`the judge answered ${response.status}: ${text.slice(0, shownCharacters)}`);
    return readRatingAnswer(text);
  } catch (error) {
    return refused(`the judge could not be asked: ${reasonOf(error)}`);
  }
}

const refused = (reason: string): ReadRating => ({ ok: false, reason });

/** `fetch` says "fetch failed" and hides why in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
