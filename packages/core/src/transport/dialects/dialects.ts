import type { DialectName } from '../../plan/dialect-name.ts';
import type { Dialect } from './dialect.ts';
import { llamaCpp } from './llama-cpp.ts';
import { ollamaChat } from './ollama-chat.ts';
import { ollamaGenerate } from './ollama-generate.ts';
import { openAiChat } from './openai-chat.ts';
import { openAiCompletions } from './openai-completions.ts';
import { openAiResponses } from './openai-responses.ts';
import { sglangGenerate } from './sglang-generate.ts';
import { tgi } from './tgi.ts';

/** Every dialect that the engine speaks. */
export const dialects: readonly Dialect[] = [
  openAiChat,
  openAiCompletions,
  openAiResponses,
  sglangGenerate,
  llamaCpp,
  tgi,
  ollamaChat,
  ollamaGenerate,
];

/** The dialect of that name. */
export function dialectNamed(name: DialectName): Dialect {
  const dialect = dialects.find((candidate) => candidate.name === name);
  if (dialect === undefined) throw new Error(`no dialect is named ${name}`);
  return dialect;
}
