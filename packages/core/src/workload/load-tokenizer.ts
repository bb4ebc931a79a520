import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { type KneepointError, usageError } from '../errors/kneepoint-error.ts';
import type { TokenCounter } from './token-counter.ts';

/** A model's tokenizer: token counts for prompts of an exact length, and the token ids themselves. */
export type LoadedTokenizer = TokenCounter & { readonly encode: (text: string) => readonly number[] };

/**
 * Loads a Hugging Face tokenizer from `tokenizer.json` or from the directory that holds it, with `tokenizer_config.json`
 * beside it where there is one. No special tokens are added: a chat template and a BOS token come on top of the counts.
 * Rejects with a usage error when the file is missing, is no JSON, or is no tokenizer.
 */
export async function loadTokenizer(path: string): Promise<LoadedTokenizer> {
  const file = (await isDirectory(path)) ? join(path, 'tokenizer.json') : path;
  const definition = await readJsonObject(file);
  if (definition === null) throw missingTokenizer(path, file);
  const settings = (await readJsonObject(join(dirname(file), 'tokenizer_config.json'))) ?? {};
  const tokenizer = buildTokenizer(file, definition, settings);
  const encode = (text: string): readonly number[] =>
    tokenizer.encode(text, { add_special_tokens: false }).ids;
  return { encode, count: (text) => encode(text).length };
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

function missingTokenizer(path: string, file: string): KneepointError {
  const place = path === file ? path : `${path} (no tokenizer.json in it)`;
  return usageError(
    'tokenizer-missing',
    `there is no tokenizer at ${place}`,
    "give the directory of the model's tokenizer or its tokenizer.json; without one, prompt lengths are approximate",
  );
}

/** The file's JSON object, or `null` when there is no such file. */
async function readJsonObject(file: string): Promise<object | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (isMissingFile(error)) return null;
    throw wrongTokenizer(file, 'it cannot be read', error);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw wrongTokenizer(file, 'it is no JSON', error);
  }
  if (typeof parsed !== 'object' || parsed === null) throw wrongTokenizer(file, 'it is no JSON object', null);
  return parsed;
}

function isMissingFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function buildTokenizer(file: string, definition: object, settings: object): Tokenizer {
  // The library builds a tokenizer without a model out of any object and fails at the first text.
  if (!('model' in definition)) throw wrongTokenizer(file, 'it has no "model"', null);
  try {
    const tokenizer = new Tokenizer(definition, settings);
    tokenizer.encode('probe', { add_special_tokens: false });
    return tokenizer;
  } catch (error) {
    throw wrongTokenizer(file, error instanceof Error ? error.message : String(error), error);
  }
}

function wrongTokenizer(file: string, what: string, cause: unknown): KneepointError {
  const hint = 'a tokenizer.json in the Hugging Face format is needed';
  const error = usageError('tokenizer-invalid', `${file} is not a tokenizer that can be used: ${what}`, hint);
  error.cause = cause;
  return error;
}
