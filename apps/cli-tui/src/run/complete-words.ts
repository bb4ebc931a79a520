import { existsSync } from 'node:fs';
import { defaultStorePath } from '@kneepoint/results-store';
import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { readConfigFiles, searchOf } from '../config/read-files.ts';

/** So many ids are as many as anybody reads in a list of completions. */
const mostRuns = 100;

/** Lines of a word, a tab and what it is. Nothing is said of what goes wrong: a shell is in the middle of a line. */
export async function completeWords(
  kind: 'runs' | 'agents',
  program: Command,
  context: CommandContext,
): Promise<string> {
  try {
    const words = kind === 'runs' ? await runs(context) : await agents(program, context);
    return words.map(([word, meaning]) => `${word}\t${oneLine(meaning)}\n`).join('');
  } catch {
    return '';
  }
}

type Word = readonly [word: string, meaning: string];

async function runs({ environment, homeDirectory }: CommandContext): Promise<readonly Word[]> {
  const path = defaultStorePath(environment, homeDirectory);
  // A history that is not there yet is not made by a press of the tab key.
  if (!existsSync(path)) return [];
  const { recentRuns } = await import('./recent-runs.ts');
  return recentRuns(path, mostRuns).map(({ id, name, createdAt }) => [
    id,
    `${name}, ${createdAt.slice(0, 16).replace('T', ' ')}`,
  ]);
}

async function agents(program: Command, context: CommandContext): Promise<readonly Word[]> {
  const files = await readConfigFiles(searchOf(program, context), program);
  return files.flatMap(({ agents: named }) => named.map(({ name, url }): Word => [name, url]));
}

/** A name of a run is anybody's text. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
