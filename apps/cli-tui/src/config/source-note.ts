import { KneepointError } from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';

/** Where a flag comes from that an error is about and that nobody typed: else a person looks for it in vain. */
export function sourceNote(
  error: unknown,
  { flagSources = new Map<string, string>(), words }: Pick<CommandContext, 'flagSources' | 'words'>,
): string {
  if (!(error instanceof KneepointError) || words.includes('--json')) return '';
  const named = [...error.message.matchAll(/--[a-z][a-z-]*/g)].map(([flag]) => flag);
  return [...new Set(named)]
    .flatMap((flag) => {
      const source = flagSources.get(flag);
      return source === undefined ? [] : [`  ${flag} comes from ${source}\n`];
    })
    .join('');
}
