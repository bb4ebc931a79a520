import type { CalibrateWords } from '../calibrate-words.ts';

export const calibrate: CalibrateWords = {
  users: (count) => `calibrating: ${count} users`,
  onceMore: (count, why) => `calibrating: ${count} users once more, because of ${why}`,
  otherPrograms: 'calibrating: other programs use the cores, so this ends here',
  noMoreUsers: (reason) => `calibrating: no more users than these: ${reason}`,
  shortAnswers: 'calibrating: short answers',
  columns: {
    ofCeiling: 'of ceiling',
    users: 'users',
    offered: 'offered/s',
    read: 'read/s',
    ttftMean: 'TTFT mean',
    gapP50: 'gap p50',
    gapP99: 'gap p99',
    lastEvent: 'last event',
    workerCpu: 'worker CPU',
  },
  twice: (faults) => `twice: ${faults}`,
  carriedNone: 'This host carried no level: it is too busy, or too slow, to measure truly.',
  reads: (eventsPerSecond, isLeast) =>
    `This host reads ${isLeast ? 'at least ' : ''}${eventsPerSecond} events/s truly.`,
  fourTokenAnswers: (perSecond) => `Four-token answers: ${perSecond} requests/s.`,
  explanation:
    'The times are what this client added to those of the simulated server, which shared its cores: against a server elsewhere\n' +
    'the ceiling is higher.',
  keptIn: (path) => `Kept in ${path}`,
  hidden: "other programs used this host's cores, so its ceiling was not found and nothing was kept",
  hiddenHint: 'run it again when they have ended',
  noLevel: 'this host carried no level, so nothing was kept',
  noLevelHint: 'what each level lacked is in the table; kneepoint bench still says where the client was late',
};
