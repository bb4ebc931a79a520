import type { HomeWords } from '../home-words.ts';

export const home: HomeWords = {
  title: 'Kneepoint',
  panels: { agents: 'Agents', jobs: 'Jobs', results: 'Newest results' },
  keys: {
    open: 'open',
    move: 'move',
    section: 'next panel',
    history: 'all results',
    reread: 'ask again',
  },
  columns: {
    state: 'state',
    job: 'plan',
    agent: 'agent',
    stages: 'stages',
    since: 'since',
    result: 'result',
    targets: 'targets',
    best: 'best tok/s',
    trust: 'trust',
  },
  thisHost: 'this host',
  asking: 'asking…',
  version: (version) => `version ${version}`,
  jobs: ({ running, waiting }) =>
    running + waiting === 0
      ? 'idle'
      : [running === 0 ? [] : [`${running} running`], waiting === 0 ? [] : [`${waiting} waiting`]]
          .flat()
          .join(', '),
  silent: (reason) => `no answer: ${reason}`,
  noAnswer: (seconds) => `nothing came within ${seconds} s`,
  noneHere: 'no agent listens here (kneepoint agent starts one)',
  states: {
    queued: 'waiting',
    deploying: 'deploying',
    ready: 'servers ready',
    measuring: 'measuring',
    draining: 'draining',
    'tearing-down': 'tearing down',
    done: 'done',
    failed: 'failed',
    cancelled: 'cancelled',
  },
  held: 'held',
  lasts: (duration) => `for ${duration}`,
  ago: (duration) => `${duration} ago`,
  noJobs: 'No jobs. An agent runs one with: kneepoint compare PLAN --agent URL',
  noResults: 'Nothing is stored yet. Try: kneepoint quickstart',
  readingResults: 'reading…',
  resultsFailed: (reason) => `The history cannot be read: ${reason}`,
};
