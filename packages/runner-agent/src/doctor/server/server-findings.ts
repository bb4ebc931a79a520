import type { DiscoveredTarget } from '@kneepoint/core';
import { type CheckFinding, fine, problemSeen, skipped } from '../doctor-check.ts';
import type { ServerAnswer, ServerLine } from './ask-server.ts';
import type { DialectProbe } from './probe-dialects.ts';
import { hasUsage } from './streamed-events.ts';

/** Which dialects were answered with a stream. */
export function checkDialects(probes: readonly DialectProbe[]): CheckFinding {
  const accepted = probes.filter((probe) => probe.accepted).map(({ dialect }) => dialect);
  if (accepted.length > 0) return fine(accepted.join(', '));
  const answers = probes.map(({ path, status }) => `${path} ${status ?? 'no answer'}`);
  return problemSeen('dialect-refused', answers.join(', '));
}

/** Whether the stream says how many tokens it had. */
export function checkUsage(probes: readonly DialectProbe[]): CheckFinding {
  const openAi = openAiProbe(probes);
  if (openAi === undefined) return skipped('no OpenAI dialect is accepted');
  if (openAi.events.some(hasUsage)) return fine(`sent in ${openAi.dialect} when asked for`);
  return problemSeen('no-usage', `${openAi.dialect}: no usage in ${openAi.events.length} events`);
}

/** Whether each event says it, so that tokens can be told apart within one read. */
export function checkContinuousUsage(probes: readonly DialectProbe[]): CheckFinding {
  const openAi = openAiProbe(probes);
  if (openAi === undefined) return skipped('no OpenAI dialect is accepted');
  const withUsage = openAi.events.filter(hasUsage).length;
  return fine(
    withUsage > 1
      ? `sent with ${withUsage} of ${openAi.events.length} events`
      : 'not sent; the tokens of an event that holds several are counted from the last usage only',
  );
}

const openAiProbe = (probes: readonly DialectProbe[]): DialectProbe | undefined =>
  probes.find(({ dialect, accepted }) => accepted && /^openai-(?:chat|completions)$/.test(dialect));

/** Whether the server shows its own figures. */
export async function checkMetrics(line: ServerLine): Promise<CheckFinding> {
  const answer = await line.ask({ method: 'GET', path: '/metrics' });
  if (answer?.status === 200 && /^# TYPE /m.test(answer.text))
    return fine(`${answer.text.match(/^# TYPE /gm)?.length ?? 0} families at /metrics`);
  return problemSeen('no-metrics', `/metrics: ${statusOf(answer)}`);
}

const cacheRoutes = { vllm: '/reset_prefix_cache', sglang: '/flush_cache' } as const;

/** Whether the prefix cache can be cleared. The route is only looked for: OPTIONS does nothing. */
export async function checkPrefixCache(
  line: ServerLine,
  { engine }: DiscoveredTarget['target'],
): Promise<CheckFinding> {
  if (engine === 'other') return skipped('no route of this server that clears its prefix cache is known');
  const path = cacheRoutes[engine];
  const answer = await line.ask({ method: 'OPTIONS', path });
  if (answer === null) return skipped(`${path} gave no answer`);
  if (answer.status === 404) return problemSeen('no-prefix-cache-route', `${path}: ${answer.status}`);
  return fine(path);
}

/** Whether a connection is left open for the next request. */
export async function checkKeepAlive(line: ServerLine): Promise<CheckFinding> {
  const question = { method: 'GET', path: '/v1/models' } as const;
  const first = await line.ask(question);
  const second = await line.ask(question);
  if (first === null || second === null) return skipped('/v1/models gave no answer');
  return second.reusedConnection
    ? fine('the connection stays open between requests')
    : problemSeen('connections-closed', 'the second request needed a new connection');
}

const statusOf = (answer: ServerAnswer | null): string =>
  answer === null ? 'no answer' : `answers ${answer.status} (${answer.contentType || 'no type'})`;
