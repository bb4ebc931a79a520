import { gpuPanelOf, type JobEvent } from '@kneepoint/runner-agent';
import type { WatchedEvent } from './watched-event.ts';

/** An agent's event as those who watch a run hear it; `null` for what is of no use to them. */
export function watchedJobEvent(event: JobEvent): WatchedEvent | null {
  if (event.kind === 'events-skipped') return null;
  const { id: _id, at: _at, ...happening } = event;
  if (happening.kind !== 'probe') return happening;
  const gpus = gpuPanelOf(happening.sample, happening.gpus);
  return gpus.length === 0 ? null : { kind: 'gpus', gpus };
}
