import type { DoctorWords } from '../doctor-words.ts';

export const doctor: DoctorWords = {
  host: 'This host',
  server: (url) => `Server ${url}`,
  plan: (path) => `Plan ${path}`,
  states: { ok: 'ok', error: 'error', advice: 'advice', skipped: 'skipped' },
  cause: 'Cause: ',
  fix: 'Fix: ',
  verdicts: {
    ok: 'Nothing is wrong',
    advice: 'Nothing stops a measurement',
    problems: 'Something stops or falsifies a measurement',
    unreachable: 'Nothing answers at this address',
  },
  counts: (errors, advice, ok, skipped) =>
    `: ${errors} ${errors === 1 ? 'error' : 'errors'}, ${advice} advice, ${ok} ok, ${skipped} skipped.`,
};
