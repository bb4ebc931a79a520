import type { AgentClient } from '@kneepoint/runner-agent';
import type { RunControls } from '../live/run-controls.ts';

/** What a person asks of a job; what the agent refuses, or cannot be told, is said. */
export function jobControls(client: AgentClient, id: string, warn: (text: string) => void): RunControls {
  const ask = (what: string, asked: Promise<unknown>): void => {
    asked.catch((error: unknown) => {
      warn(`the job could not be ${what}: ${error instanceof Error ? error.message : String(error)}`);
    });
  };
  return {
    stop: () => ask('cancelled', client.cancelJob(id, false)),
    cut: () => ask('cancelled', client.cancelJob(id, true)),
    hold: () => ask('held', client.holdJob(id)),
    release: () => ask('released', client.releaseJob(id)),
    skip: () => ask('told to skip its stage', client.skipStage(id)),
  };
}
