import type { Stage } from '@kneepoint/core';
import type { RequestTrouble } from './trouble.ts';

type StageError = Stage['errors'][number];

const contextTooLong =
  /maximum context length|longer than the model's context length|max_model_len|max_total_tokens|context (?:length|window|size)|exceeds? the available context/i;
const modelRefused = /\bmodel\b.{0,120}(?:does not exist|not found|not supported|is not served)/is;
const gpuMemory = /CUDA out of memory|torch\.(?:cuda\.)?OutOfMemoryError|out of (?:GPU|device) memory/i;

/** What the failures of one class mean; `null` where nothing better than their class can be said. */
export function requestTrouble(error: StageError): RequestTrouble | null {
  const said = sentenceIn(error.sample);
  const text = `${error.detail} ${error.sample}`;
  if (gpuMemory.test(text)) return { kind: 'gpu-memory', said };
  if (contextTooLong.test(text)) return { kind: 'context-too-long', said };
  switch (error.class) {
    case 'http-status':
      return statusTrouble(Number(error.detail), error.sample, said);
    case 'timeout':
      return { kind: 'answers-late', said };
    case 'connect':
      return { kind: 'connection-lost', said: said === '' ? error.detail : said };
    case 'protocol':
      return protocolTrouble(error, said);
    case 'in-stream':
      return { kind: 'stream-broken', said: said === '' ? error.detail : said };
    case 'empty':
      return { kind: 'answers-empty', said };
    default:
      return null;
  }
}

function statusTrouble(status: number, sample: string, said: string): RequestTrouble | null {
  if (/^\s*<(?:!doctype|html)/i.test(sample)) return { kind: 'page-answered', said: `HTTP ${status}` };
  if (status === 401 || status === 403) return { kind: 'request-unauthorized', status, said };
  if (status === 404) return { kind: modelRefused.test(sample) ? 'model-refused' : 'route-missing', said };
  if (status === 405) return { kind: 'route-missing', said };
  if (status === 429) return { kind: 'rate-limited', said };
  if (status === 503) return { kind: 'not-ready', said };
  if (status === 400 || status === 422)
    return modelRefused.test(sample)
      ? { kind: 'model-refused', said }
      : { kind: 'request-refused', status, said };
  return status >= 500 ? { kind: 'server-failed', status, said } : null;
}

function protocolTrouble({ detail, sample }: StageError, said: string): RequestTrouble | null {
  if (/html/i.test(`${detail} ${sample}`)) return { kind: 'page-answered', said: detail };
  return { kind: 'connection-lost', said: said === '' ? detail : said };
}

const longestSentence = 300;

/** The sentence in an answer: the `message` or `detail` of its JSON, which may be cut, else the text itself. */
export function sentenceIn(sample: string): string {
  const quoted = /"(?:message|detail|error)"\s*:\s*"((?:[^"\\]|\\.){1,600})/.exec(sample)?.[1];
  const text = quoted === undefined ? sample : quoted.replace(/\\n/g, ' ').replace(/\\(.)/g, '$1');
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longestSentence ? `${line.slice(0, longestSentence - 1)}…` : line;
}
