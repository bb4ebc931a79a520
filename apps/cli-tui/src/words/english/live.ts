import { assertNever } from '@kneepoint/core';
import type {
  LiveActionWords,
  LiveFigureWords,
  LiveStateWords,
  LiveWords,
  WrittenDoubt,
} from '../live-words.ts';

const state: LiveStateWords = {
  stage: (position, total) => `stage ${position}${total === null ? '' : ` of ${total}`}`,
  ended: (count, total) =>
    total === null ? `${count} ${count === 1 ? 'stage' : 'stages'} done` : `${count} of ${total} stages done`,
  elapsed: (clock) => `${clock} elapsed`,
  left: (duration) => `about ${duration} left`,
  preparing: 'getting ready',
  between: 'between two stages',
  held: (waits) =>
    waits ? 'Paused between stages: p goes on' : 'Pauses when this stage has ended: p takes that back',
  draining: (inFlight) =>
    `Draining ${inFlight} ${inFlight === 1 ? 'request' : 'requests'}, then the result is written; q again to stop now`,
  cutting: 'Stopping now; what was measured is kept',
  disconnected: (reason) => `No connection to the agent (${reason}). The job goes on there; trying again.`,
};

const figures: LiveFigureWords = {
  inFlight: (now, planned) => `in flight ${now}${planned === null ? '' : ` of ${planned}`}`,
  done: (count) => `${count} done`,
  failed: (count) => `${count} failed`,
  perSecond: (rate) => `${rate} requests/s`,
  left: (clock) => `${clock} left`,
  ttft: 'Time to first token',
  tokenGap: 'Token gap',
  samples: (count) => `n ${count}`,
  running: 'running',
  waiting: 'waiting',
  kvUse: 'KV cache',
  memory: 'memory',
  utilization: 'in use',
  power: 'power',
  temperature: 'temperature',
  level: 'level',
  inputTokens: (count) => `${count} tokens in`,
  repeat: (repeat, repeats) => `repeat ${repeat} of ${repeats}`,
  users: 'users',
  requestRate: 'requests/s',
  invalidPoints: 'lower case: not valid',
};

function doubt({ code, value, limit }: WrittenDoubt): string {
  switch (code) {
    case 'client-busy':
      return `This computer is the bottleneck: a load thread uses ${value} of its core (limit ${limit})`;
    case 'start-lag':
      return `Requests start late: p99 ${value} after their time (limit ${limit})`;
    case 'dropped':
      return `${value} of the arrivals were dropped at the cap (limit ${limit})`;
    case 'late':
      return `${value} of the requests started late at the cap (limit ${limit})`;
    case 'errors':
      return `${value} of the requests failed (limit ${limit})`;
    case 'few-samples':
      return `Too few samples: ${value} of ${limit} answers`;
    default:
      return assertNever(code);
  }
}

const actions: LiveActionWords = {
  short: {
    help: 'help',
    next: 'overview',
    enlarge: 'enlarge',
    scroll: 'scroll',
    window: 'window',
    pause: 'pause',
    skip: 'skip',
    stop: 'stop',
    cut: 'stop now',
  },
  long: {
    help: 'shows these keys',
    next: 'next panel; shift-tab the one before, esc back to all',
    enlarge: 'makes the panel as large as the screen, and small again',
    scroll: 'scrolls in the panel',
    window: 'looks back over more, fewer seconds, or the whole stage',
    pause: 'waits after this stage, or goes on',
    skip: 'ends this stage; what it measured is kept as partial',
    stop: 'stops: requests in flight may end, the result is written',
    cut: 'stops now; the result is still written',
  },
  skipped: 'Ending this stage; what it measured is kept as partial',
  holding: 'The run will wait when this stage has ended',
  released: 'The run goes on',
};

export const live: LiveWords = {
  trust: { valid: 'valid', suspect: 'suspect', invalid: 'invalid', 'too-early': 'too early to say' },
  keys: 'Keys',
  closeHelp: 'any key closes this',
  tooSmall: ({ columns, rows, now }) =>
    `Terminal too small: ${now.columns}x${now.rows}, needs ${columns}x${rows}. The work goes on.`,
  panels: {
    plan: 'Plan',
    stage: 'Stage',
    latency: 'Latency',
    trust: 'Trust',
    errors: 'Errors',
    server: 'Server',
    gpus: 'GPU',
    log: 'Log',
    chart: 'Scaling',
  },
  empty: {
    plan: 'The stages are not known yet.',
    stage: 'No stage is running.',
    latency: 'No answer yet in this window.',
    trust: 'Judged while a stage runs.',
    errors: 'No request has failed.',
    server: 'This server publishes no metrics that Kneepoint reads.',
    gpus: 'No GPU is watched; an agent on the GPU host does that.',
    log: 'Nothing has happened yet.',
    chart: 'A point appears when a level has ended.',
  },
  state,
  phases: { warmup: 'warming up', measuring: 'measuring', draining: 'waiting for the last answers' },
  figures,
  window: (window) => (window === null ? 'whole stage' : `last ${window} s`),
  doubt,
  noDoubts: 'Nothing speaks against these figures so far.',
  errors: {
    connect: 'no connection',
    timeout: 'timeout',
    'http-status': 'HTTP status',
    protocol: 'broken answer',
    'in-stream': 'error in the stream',
    empty: 'empty answer',
  },
  actions,
};
