import { z } from 'zod';
import { failure, type Outcome, worked } from '../outcome.ts';
import type { HttpProbe } from './http-probe.ts';

/** The request whose answer is the first token of a server. */
export type FirstTokenRequest = {
  readonly path: string;
  /** Without a `model` it is the first one that the server names. */
  readonly body: Readonly<Record<string, unknown>>;
};

/** One token through the OpenAI completions route; `null` is the first model that the server names. */
export const firstTokenCompletion = (model: string | null): FirstTokenRequest => ({
  path: '/v1/completions',
  body: { ...named(model), prompt: 'Hello', max_tokens: 1, temperature: 0 },
});

/** One token through the OpenAI chat route; `null` is the first model that the server names. */
export const firstTokenChat = (model: string | null): FirstTokenRequest => ({
  path: '/v1/chat/completions',
  body: { ...named(model), messages: [{ role: 'user', content: 'Hello' }], max_tokens: 1, temperature: 0 },
});

const named = (model: string | null): Readonly<Record<string, string>> => (model === null ? {} : { model });

/** First requests compile kernels and capture graphs: minutes, not seconds. */
const longestMillis = 300_000;

const answerSchema = z.object({
  usage: z.object({ completion_tokens: z.number() }).nullish(),
  choices: z.array(z.unknown()).optional(),
});

const modelsSchema = z.object({ data: z.array(z.object({ id: z.string() })).min(1) });

/** Asks for one token and waits for the whole answer. Fails with the server's own words. */
export async function askFirstToken(
  probe: HttpProbe,
  wanted: FirstTokenRequest,
  signal: AbortSignal,
): Promise<Outcome<null>> {
  const model = wanted.body['model'] ?? (await firstModel(probe, signal));
  if (model === null)
    return failure('no-first-token', 'the server does not say at /v1/models what it serves');
  const body = { model, ...wanted.body };
  const answer = await probe.ask({ path: wanted.path, body, timeoutMillis: longestMillis, signal });
  if (answer.kind === 'silent') return failure('no-first-token', `${wanted.path}: ${answer.reason}`);
  if (answer.status !== 200)
    return failure(
      'no-first-token',
      `${wanted.path} answered ${answer.status}: ${answer.body.slice(0, 500)}`,
    );
  const parsed = answerSchema.safeParse(jsonOf(answer.body));
  if (!parsed.success || (parsed.data.choices?.length ?? 0) === 0)
    return failure('no-first-token', `${wanted.path} answered 200 with something that is no completion`);
  return parsed.data.usage?.completion_tokens === 0
    ? failure('no-first-token', `${wanted.path} answered with no token`)
    : worked(null);
}

async function firstModel(probe: HttpProbe, signal: AbortSignal): Promise<string | null> {
  const answer = await probe.ask({ path: '/v1/models', body: null, timeoutMillis: longestMillis, signal });
  const models = modelsSchema.safeParse(answer.kind === 'answered' ? jsonOf(answer.body) : null);
  return models.success ? (models.data.data[0]?.id ?? null) : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
