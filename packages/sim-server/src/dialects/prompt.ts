import { blockHashes, countPromptTokens, promptPieces } from '../text/prompt-tokens.ts';
import { asFields } from './generation-request.ts';

/** A prompt with its size. */
export interface Prompt {
  readonly text: string;
  readonly tokens: number;
  readonly hashes: readonly number[];
}

/** What a chat template adds around each message, and before the answer. */
const TOKENS_PER_MESSAGE = 5;
const TOKENS_BEFORE_ANSWER = 3;

/** The prompt of a text or of token ids; null when it is neither. `blockTokens` null: no hashes are needed. */
export function promptOf(value: unknown, blockTokens: number | null): Prompt | null {
  if (typeof value === 'string') return textPrompt(value, blockTokens);
  if (!Array.isArray(value)) return null;
  if (value.length === 1 && (typeof value[0] === 'string' || Array.isArray(value[0]))) {
    return promptOf(value[0], blockTokens);
  }
  const ids = value.filter((id): id is number => Number.isInteger(id));
  if (ids.length !== value.length || ids.length === 0) return null;
  const hashes = blockTokens === null ? [] : blockHashes(ids, blockTokens);
  return { text: ids.join(' '), tokens: ids.length, hashes };
}

/** The prompt that a chat template makes of messages; null when they are no list of messages. */
export function promptOfMessages(value: unknown, blockTokens: number | null): Prompt | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const texts: string[] = [];
  for (const message of value) {
    const fields = asFields(message);
    if (fields === null || typeof fields['role'] !== 'string') return null;
    texts.push(`${fields['role']}\n${contentText(fields['content'])}`);
  }
  const text = texts.map((part) => part.slice(part.indexOf('\n') + 1)).join('\n');
  const template = value.length * TOKENS_PER_MESSAGE + TOKENS_BEFORE_ANSWER;
  if (blockTokens === null) {
    const words = texts.reduce((sum, part) => sum + countPromptTokens(part.slice(part.indexOf('\n') + 1)), 0);
    return { text, tokens: words + template, hashes: [] };
  }
  // The template's own pieces stand where a template puts them, so that a shared system prompt is a shared prefix.
  const pieces: string[] = [];
  for (const part of texts) {
    const lineEnd = part.indexOf('\n');
    pieces.push(
      '<start>',
      part.slice(0, lineEnd),
      '\n',
      ...promptPieces(part.slice(lineEnd + 1)),
      '<end>',
      '\n',
    );
  }
  pieces.push('<start>', 'assistant', '\n');
  return { text, tokens: pieces.length, hashes: blockHashes(pieces, blockTokens) };
}

function textPrompt(text: string, blockTokens: number | null): Prompt {
  if (blockTokens === null) return { text, tokens: countPromptTokens(text), hashes: [] };
  const pieces = promptPieces(text);
  return { text, tokens: pieces.length, hashes: blockHashes(pieces, blockTokens) };
}

/** A message's content: a text, or a list of parts of which the texts count. */
function contentText(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map((part) => asFields(part)?.['text'])
    .filter((text): text is string => typeof text === 'string')
    .join('');
}
