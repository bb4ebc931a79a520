import type { ProgressWords } from '../progress-words.ts';

export const progress: ProgressWords = {
  warmingUp: 'warming up',
  secondsLeft: (seconds, isPlanned) => `${isPlanned ? '' : 'about '}${seconds} s left`,
  sent: (sent, total) => `${sent} of ${total} sent`,
  waitingFor: (answers) => `waiting for ${answers} answers`,
  done: (completed) => `${completed} done`,
  failed: (count) => `${count} failed`,
  note: (text) => `note: ${text}`,
  target: ({ name, isSimulated, engine, model, api, url }) =>
    `${name}: ${isSimulated ? 'simulated ' : ''}${engine}, model ${model}, ${api}, ${url}`,
  held: 'the run waits before its next stage',
  released: 'the run goes on',
  connectionLost: 'the connection to the agent is lost; trying again',
  draining: 'interrupted: starting no more requests, waiting for those in flight (Ctrl-C again stops now)',
  cutting: 'stopping now; what was measured is kept',
};
