import type { ProblemWords } from '../problem-words.ts';

/** Problems in English. */
export const englishProblems: ProblemWords = {
  compatibilityHeading: 'Compatibility',
  compatibilityIntro:
    'What is known to go wrong with this GPU, this driver, or these versions and settings. Each line says what shows it.',
  nothingKnown: 'None of the known problems applies to these GPUs, drivers, versions and settings.',
  notChecked:
    'Neither the GPUs nor the settings of these servers are known, so known problems were not looked for.',
  problem: 'Problem',
  cause: 'Cause',
  fix: 'What to do',
  evidence: 'Evidence',
  wholeHost: 'the host',
  source: (addresses) => `Source: ${addresses.join(', ')}`,
  inEnglish: 'in English',
  works: (target, engine, version) =>
    `This configuration of ${target} (${engine}${version === null ? '' : ` ${version}`}) answered without a failed request:`,
  troubleshootingHeading: 'Troubleshooting',
  seenIntro: 'This went wrong in this run:',
  nothingWentWrong: 'Nothing went wrong in this run: every server started, and no request failed.',
  commonIntro: 'This is met most often with such servers:',
  symptom: 'Symptom',
  requestsFailed: (target, errorClass, detail, count) =>
    `${target}: ${count === 1 ? '1 request' : `${count} requests`} failed, ${errorClass} (${detail})`,
  errorCause: {
    connect: 'The server did not accept the connection, or closed it before it answered.',
    timeout: 'No whole answer came within the time that a request may take.',
    'http-status': 'The server refused the request; its own words are in the result.',
    protocol: 'The answer broke the rules of HTTP or of the event stream.',
    'in-stream': 'The server reported an error in the middle of an answer.',
    empty: 'The answer ended without a single token.',
  },
  errorFix: {
    connect: 'Look whether the process still runs and listens; read the end of its log.',
    timeout:
      'Look at the queue (running and waiting requests); lower the load, or give requests more time with `timeout`.',
    'http-status':
      'A 400 is most often a length beyond the context; 429 and 503 say that the server is full.',
    protocol:
      'Measure without a proxy in between; if it stays, report it to the engine with the recorded answer.',
    'in-stream': "Read the server's log at that time: memory that ran out and aborted requests show there.",
    empty: 'Look at stop words and at the chat template: a model may end its turn at once.',
  },
  checksIntro: 'Commands to check with:',
  checkGpu: 'GPUs, their memory and what uses them',
  checkLog: (target) => `The end of the log of ${target}`,
  checkHealth: (target) => `Whether ${target} answers, and which model it serves`,
  checkDoctor: (target) => `Known problems of ${target}`,
};
