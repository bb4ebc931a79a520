import type { DatasetFormat } from '../../plan/prompt-plan.ts';
import { parseOpenAi } from './openai-entry.ts';
import { badEntry, goodEntry, type ParsedEntry } from './parsed-entry.ts';
import { parsePrompt } from './prompt-entry.ts';
import { parseShareGpt } from './sharegpt-entry.ts';

/** How an entry of a format is read out of its own text. */
export const entryParsers: Readonly<Record<DatasetFormat, (text: string) => ParsedEntry>> = {
  sharegpt: jsonWith(parseShareGpt),
  'openai-jsonl': jsonWith(parseOpenAi),
  'prompt-jsonl': jsonWith(parsePrompt),
  text: (text) => goodEntry({ text }),
};

function jsonWith(parse: (value: unknown) => ParsedEntry): (text: string) => ParsedEntry {
  return (text) => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      return badEntry(`it is no JSON (${error instanceof Error ? error.message : String(error)})`);
    }
    return parse(value);
  };
}
