import type { Dialect, DialectName } from './dialect.ts';
import { openAiChat } from './openai-chat.ts';
import { openAiCompletions } from './openai-completions.ts';
import { sglangGenerate } from './sglang-generate.ts';

/** Every dialect that the engine speaks. */
export const dialects: readonly Dialect[] = [openAiChat, openAiCompletions, sglangGenerate];

export function dialectNamed(name: DialectName): Dialect {
  const dialect = dialects.find((candidate) => candidate.name === name);
  if (dialect === undefined) throw new Error(`no dialect is named ${name}`);
  return dialect;
}
