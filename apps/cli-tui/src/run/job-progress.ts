import { writeResultFile } from '@kneepoint/core';
import type { AgentClient } from '@kneepoint/runner-agent';
import type { AgentClock } from '../live/agent-clock.ts';
import type { RunWatcher } from '../live/run-watcher.ts';
import { watchedJobEvent } from '../live/watched-job-event.ts';

/** What a job's events are followed with. */
export type FollowTools = {
  readonly client: AgentClient;
  readonly watcher: RunWatcher;
  readonly clock: AgentClock;
  /** Where the result is kept here, after each stage. */
  readonly resultPath: string;
};

/** Shows a job until it ends, and keeps its result here after each stage: a lost agent loses no finished stage. */
export async function followJob(
  id: string,
  { client, watcher, clock, resultPath }: FollowTools,
): Promise<void> {
  let isLost = false;
  const events = client.followJob(id, {
    reconnecting: (reason) => {
      if (!isLost) watcher.tell({ kind: 'connection', lost: reason }, clock.now(Date.now()));
      isLost = true;
    },
  });
  for await (const event of events) {
    const here = Date.now();
    const at = clock.hear(event, here) ?? clock.now(here);
    if (isLost) watcher.tell({ kind: 'connection', lost: null }, clock.now(here));
    isLost = false;
    const watched = watchedJobEvent(event);
    if (watched !== null) watcher.tell(watched, at);
    if (event.kind === 'stage-ended') await keep(client, id, resultPath);
  }
}

async function keep(client: AgentClient, id: string, path: string): Promise<void> {
  await writeResultFile(path, await client.result(id));
}
