import type { JobWords } from '../job-words.ts';

export const job: JobWords = {
  title: (name) => `Job ${name}`,
  keys: {
    pause: 'hold, go on',
    skip: 'skip stage',
    cancel: 'cancel job',
    window: 'window',
    panel: 'panel',
    result: 'open result',
    leave: 'leave; the job goes on',
  },
  leaving: 'q leaves this view: the job goes on',
  connecting: (agent) => `Asking ${agent}…`,
  lost: (agent, reason) => `No connection to ${agent}: ${reason}. The job goes on there; trying again.`,
  askCancel: 'Cancel this job? Requests in flight may end; what was measured is kept.',
  askCancelNow: 'It is being cancelled already. Cut the requests in flight now?',
  yesOrNo: 'y yes  n no',
  asked: {
    cancel: 'asked the agent to cancel',
    'cancel-now': 'asked the agent to cut what is in flight',
    hold: 'asked the agent to wait before the next stage',
    release: 'asked the agent to go on',
    skip: 'asked the agent to end this stage',
  },
  refused: (reason) => `The agent did not do it: ${reason}`,
  ended: { done: 'The job is done', failed: 'The job has failed', cancelled: 'The job was cancelled' },
  exit: (code) => `exit code ${code}`,
  openResult: 'Enter opens the result',
  noResult: 'Nothing was measured: there is no result',
  cannotFollow: 'This job cannot be shown',
};
