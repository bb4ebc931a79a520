import { type DialectName, shellQuote, type Target } from '@kneepoint/core';
import type { ReportContext } from '../model/report-context.ts';

/** Enough of an answer to see that the server works. */
const tokens = 100;

/** The path and the body of a short request in a server's own format: each names its limit in its own way. */
function requestOf(
  dialect: DialectName,
  model: string,
  text: string,
): { readonly path: string; readonly body: object } {
  const messages = [{ role: 'user', content: text }];
  switch (dialect) {
    case 'openai-chat':
      return { path: '/v1/chat/completions', body: { model, messages, max_tokens: tokens } };
    case 'openai-completions':
      return { path: '/v1/completions', body: { model, prompt: text, max_tokens: tokens } };
    case 'openai-responses':
      return { path: '/v1/responses', body: { model, input: text, max_output_tokens: tokens } };
    case 'sglang-generate':
      return { path: '/generate', body: { text, sampling_params: { max_new_tokens: tokens } } };
    case 'llama-cpp':
      return { path: '/completion', body: { prompt: text, n_predict: tokens } };
    case 'tgi':
      return { path: '/generate', body: { inputs: text, parameters: { max_new_tokens: tokens } } };
    case 'ollama-chat':
      return {
        path: '/api/chat',
        body: { model, messages, stream: false, options: { num_predict: tokens } },
      };
    case 'ollama-generate':
      return {
        path: '/api/generate',
        body: { model, prompt: text, stream: false, options: { num_predict: tokens } },
      };
  }
}

/** The format that a target was asked in; where nobody asked it, its engine's own. */
export function dialectOf({ api, engine }: Pick<Target, 'api' | 'engine'>): DialectName {
  return api ?? (engine === 'sglang' ? 'sglang-generate' : 'openai-chat');
}

/** Whether a target's limits stand inside `sampling_params`. */
export const usesNativeLimits = (target: Pick<Target, 'api' | 'engine' | 'url'>): boolean =>
  target.url !== null && dialectOf(target) === 'sglang-generate';

/** A command that asks a target for a short answer, in its own format; `null` where its address or model is unknown. */
export function testCommand({ catalogue }: ReportContext, target: Target): string | null {
  const { url, model } = target;
  if (url === null || model === null || !/^https?:/i.test(url)) return null;
  const { path, body } = requestOf(dialectOf(target), model, catalogue.appendix.greeting);
  return [
    `curl ${shellQuote(addressOf(url, path))}`,
    `  --header 'Content-Type: application/json'`,
    `  --data ${shellQuote(JSON.stringify(body))}`,
  ].join(' \\\n');
}

/** A command that says whether a target is ready; only these engines are known to have the route. */
export function healthCommand({ url, engine }: Target): string | null {
  if (url === null || !/^https?:/i.test(url) || engine === 'other') return null;
  return `curl --fail ${shellQuote(addressOf(url, '/health'))}`;
}

/** An address that ends in the path's first part already does not get it twice. */
function addressOf(url: string, path: string): string {
  const base = url.replace(/\/+$/, '');
  return base.endsWith('/v1') && path.startsWith('/v1/') ? `${base}${path.slice(3)}` : `${base}${path}`;
}
