import { readFileSync } from 'node:fs';
import { chunk, lastChunk } from './answers.ts';

const folder = new URL('../dialects/__fixtures__/', import.meta.url);

/** A recorded answer, status line and all: `llama-cpp/completion_length`. */
export const recordedAnswer = (name: string): Buffer => readFileSync(new URL(`${name}.txt`, folder));

/** A written answer's body: `ollama/chat.ndjson`. */
export const writtenBody = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** The whole answer with this body, an event or a line in each chunk; without its last chunk when it is `cut`. */
export function answerOf(body: string, contentType: string, cut = false): Buffer {
  const pieces = body.split(/(?<=\n\n|\r\n\r\n|\}\n|\}\r\n)/).filter((piece) => piece !== '');
  const head = `HTTP/1.1 200 OK\r\ncontent-type: ${contentType}\r\ntransfer-encoding: chunked\r\n\r\n`;
  return Buffer.from(head + pieces.map(chunk).join('') + (cut ? '' : lastChunk));
}
