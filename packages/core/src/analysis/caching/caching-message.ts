import { millisText, percentText } from '../trust-finding.ts';
import type { CachingPart, CachingVerdict } from './caching-verdict.ts';

type Judged = Omit<CachingVerdict, 'message'>;

/** The verdict in one or two sentences, with the figures that it rests on. */
export function cachingMessage(judged: Judged): string {
  return [timeSentence(judged), tokenSentence(judged)].filter((sentence) => sentence !== null).join(' ');
}

function timeSentence({ verdict, keeps, timeToFirstToken, timePerLaterToken }: Judged): string {
  const first = partText('the first token', timeToFirstToken);
  const later = partText('each later token', timePerLaterToken);
  switch (verdict) {
    case 'cached':
      return keeps === 'answers'
        ? `The server keeps answers: a repeated prompt had ${later}; ${first}.`
        : `The server keeps what it computed of prompts (a prefix cache): a repeated prompt had ${first}; ${later}.`;
    case 'not-cached':
      return `A repeated prompt is computed anew: it had ${first}, and ${later}.`;
    case 'inconclusive':
      return `The times do not decide whether a repeated prompt is faster: it had ${first}, and ${later}. More requests or rounds may.`;
  }
}

/** `the first token after 20 ms instead of 120 ms (0.17 times, 0.15 to 0.19)`. */
function partText(what: string, part: CachingPart): string {
  const { distinct, repeated, ratio, low, high } = part;
  if (distinct === null || repeated === null) return `${what} after an unknown time`;
  const times = `${what} after ${millisText(repeated)} instead of ${millisText(distinct)}`;
  return ratio === null || low === null || high === null
    ? times
    : `${times} (${ratio.toFixed(2)} times, 95 % interval ${low.toFixed(2)} to ${high.toFixed(2)})`;
}

/** A share of the prompt from which on it is worth a word that the times do not show it. */
const muchCached = 0.5;

function tokenSentence({ verdict, cachedByUsage, cachedByMetrics }: Judged): string | null {
  const said = cachedByUsage.repeated === null ? cachedByMetrics : cachedByUsage;
  const where = cachedByUsage.repeated === null ? 'metrics' : 'answers';
  if (said.repeated === null) return null;
  const other =
    said.distinct === null ? '' : `, and ${percentText(said.distinct)} of those of distinct prompts`;
  const sentence = `By the server's own ${where}, ${percentText(said.repeated)} of the repeated prompt's tokens came from its cache${other}.`;
  return verdict === 'not-cached' && said.repeated > muchCached
    ? `${sentence} That saved no time worth the name.`
    : sentence;
}
