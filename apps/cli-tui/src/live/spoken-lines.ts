import type { Target } from '@kneepoint/core';
import type { WatchedEvent } from './watched-event.ts';

/** What a person reads of an event where there is no screen; empty for what is figures, and for logs of servers. */
export function spokenLines(event: WatchedEvent): readonly string[] {
  switch (event.kind) {
    case 'target-found':
      return targetLines(event.target);
    case 'deployment':
      return [`${event.target}: ${deploymentWords[event.state]}${withReason(event.reason)}`];
    case 'note':
      return [`note: ${event.text}`];
    case 'held':
      return [event.held ? 'note: the run waits before its next stage' : 'note: the run goes on'];
    case 'connection':
      return event.lost === null ? [] : ['note: the connection to the agent is lost; trying again'];
    case 'ending':
      return [endingWords[event.how]];
    default:
      return [];
  }
}

function targetLines({ name, simulated, engine, version, model, api, url, notes }: Target): string[] {
  const shown = version === null ? '' : ` ${version}`;
  return [
    `${name}: ${simulated ? 'simulated ' : ''}${engine}${shown}, model ${model}, ${api}, ${url}`,
    ...notes.map((note) => `  note: ${note}`),
  ];
}

const withReason = (reason: string | null): string => (reason === null ? '' : `: ${reason}`);

const deploymentWords = {
  starting: 'starting the server',
  ready: 'the server is ready',
  failed: 'the server did not start',
  stopped: 'the server was stopped',
  kept: 'the server was left running',
} as const;

const endingWords = {
  draining: 'interrupted: starting no more requests, waiting for those in flight (Ctrl-C again stops now)',
  cutting: 'stopping now; what was measured is kept',
} as const;
