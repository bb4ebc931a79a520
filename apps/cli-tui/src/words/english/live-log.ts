import type { EndedStage } from '@kneepoint/core';
import type { LiveLogWords } from '../live-log-words.ts';
import { live } from './live.ts';

export const liveLog: LiveLogWords = {
  simulated: 'simulated',
  deployment: {
    starting: 'starting the server',
    ready: 'the server is ready',
    failed: 'the server did not start',
    stopped: 'the server was stopped',
    kept: 'the server was left running',
  },
  users: (count) => `${count} ${count === 1 ? 'user' : 'users'}`,
  arrivals: {
    rate: (perSecond) => `${perSecond} requests/s`,
    bursts: (perSecond, burstiness) => `${perSecond} requests/s with burstiness ${burstiness}`,
    ramp: (from, to) => `${from} to ${to} requests/s`,
    trace: (source) => `trace ${source}`,
    atOnce: (count) => `${count} requests at once`,
  },
  repeat: (repeat) => `repeat ${repeat}`,
  stageStarted: (stage) => `started: ${stage}`,
  stageEnded: (stage, ended) => `${status(ended)}: ${[stage, ...figures(ended)].join(', ')}${reason(ended)}`,
  held: 'the run waits before the next stage',
  released: 'the run goes on',
  draining: 'ending: no more requests are started, those in flight may end (once more cuts them)',
  cutting: 'ending now; what was measured is kept',
  skipped: 'this stage is ended; what it measured is kept as partial',
  connectionLost: (reason) => `the connection to the agent is lost (${reason}); trying again`,
  connectionBack: 'the agent is there again',
  suspended: (seconds) =>
    `the program slept for ${seconds} s: the stage that ran meanwhile is not to be trusted`,
  screenFailed: (reason) => `the screen cannot be drawn (${reason}); the run goes on`,
};

const status = (ended: EndedStage): string =>
  ({ completed: 'done', partial: 'ended early', failed: 'failed' })[ended.status];

const figures = ({ figures: { outputThroughput }, verdict }: EndedStage): readonly string[] => [
  ...(outputThroughput === null ? [] : [`${Math.round(outputThroughput)} tok/s`]),
  live.trust[verdict],
];

const reason = ({ statusReason }: EndedStage): string => (statusReason === null ? '' : ` (${statusReason})`);
