import type { ProgressField } from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import { ProgressLine } from '../screen/progress-line.ts';
import { wordsOf } from '../words/words-of.ts';
import type { RunWatcher } from './run-watcher.ts';
import { spokenLines } from './spoken-lines.ts';

/** Progress in a line on stderr: drawn over itself on a terminal, a new one every five seconds off it. */
export function plainWatcher(
  context: Pick<CommandContext, 'stderr' | 'environment' | 'language'>,
): RunWatcher {
  const words = wordsOf(context.language);
  const line = new ProgressLine(context);
  let fields: Readonly<Partial<Record<ProgressField, number>>> = {};
  return {
    tell(event) {
      if (event.kind === 'progress') fields = event.fields;
      else if (event.kind === 'stage-started') {
        fields = {};
        const { stage, position, total } = event;
        line.start({ stage, position, total, read: (field) => fields[field] ?? 0 });
      } else if (event.kind === 'stage-ended') line.stop();
      else for (const text of spokenLines(event, words)) line.say(text);
    },
    say: (text) => line.say(text),
    close: () => line.stop(),
  };
}
