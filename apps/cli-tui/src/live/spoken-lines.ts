import type { Target } from '@kneepoint/core';
import type { ProgressWords } from '../words/progress-words.ts';
import type { Words } from '../words/words.ts';
import type { WatchedEvent } from './watched-event.ts';

/** What a person reads of an event where there is no screen; empty for what is figures, and for logs of servers. */
export function spokenLines(event: WatchedEvent, { progress, liveLog }: Words): readonly string[] {
  switch (event.kind) {
    case 'target-found':
      return targetLines(event.target, progress);
    case 'deployment':
      return [`${event.target}: ${liveLog.deployment[event.state]}${withReason(event.reason)}`];
    case 'note':
      return [progress.note(event.text)];
    case 'held':
      return [progress.note(event.held ? progress.held : progress.released)];
    case 'connection':
      return event.lost === null ? [] : [progress.note(progress.connectionLost)];
    case 'ending':
      return [event.how === 'draining' ? progress.draining : progress.cutting];
    default:
      return [];
  }
}

function targetLines(target: Target, words: ProgressWords): string[] {
  const { name, simulated, engine, version, model, api, url, notes } = target;
  const shown = `${engine}${version === null ? '' : ` ${version}`}`;
  return [
    words.target({
      name,
      isSimulated: simulated,
      engine: shown,
      model: model ?? '',
      api: api ?? '',
      url: url ?? '',
    }),
    ...notes.map((note) => `  ${words.note(note)}`),
  ];
}

const withReason = (reason: string | null): string => (reason === null ? '' : `: ${reason}`);
