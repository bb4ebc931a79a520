import type { RunWords } from '../run-words.ts';

export const run: RunWords = {
  note: (text) => `note: ${text}`,
  failed: (count, errorClass, detail, said) =>
    `${count} failed: ${errorClass}, ${detail}${said === '' ? '' : `: ${said}`}`,
  files: 'Files:',
  result: 'Result:',
  keptInFile: (path) => `Result: ${path} (for a document: kneepoint report ${path})`,
  keptInHistory: (id) => `Kept in the history; show it again with: kneepoint history show ${id}`,
  next: 'What you can do next:',
  nextReport: 'write a document of it, as Markdown and HTML',
  nextRead: 'read the report',
  nextShow: 'show these figures again',
  nextBrowse: 'look at this result and at earlier ones on the screen',
  nextDiff: 'hold this run against the one before it',
  nextResume: 'go on where it stopped',
  nextDoctor: 'look for what is wrong with this server or host',
  detached: ({ job, agent }, find) =>
    `The agent at ${agent} has the plan, as job ${job}. It runs there whether anybody watches or not.\nWatch it, steer it and read its result with:\n  ${find}\n`,
  endOfLog: (target) => `the end of the log of ${target}:`,
  known: (title, id) => `this is known: ${title} [${id}]`,
  why: 'why: ',
  whatToDo: 'what to do: ',
  simulated: {
    both: 'Both targets are SIMULATED: two programs on this machine that behave as the reference report describes vLLM and SGLang.',
    figures: 'The figures show what Kneepoint does; they say nothing about real hardware.',
  },
  noRuns: 'No run is stored yet. Start with: kneepoint bench URL',
  aboutFigures: 'About these figures:',
  historyColumns: {
    id: 'id',
    when: 'when (UTC)',
    name: 'name',
    targets: 'targets',
    stages: 'stages',
    best: 'best tok/s',
    trust: 'trust',
  },
  noData: 'no-data',
  bestAt: (tokensPerSecond, load) => `${tokensPerSecond} at ${load}`,
  agent: {
    listening: (url, isLocal) => `the agent listens at ${url}${isLocal ? ', for this host alone' : ''}`,
    recovered: (what) => `found and stopped: ${what}`,
    ending: 'ending: what was started is stopped',
  },
};
