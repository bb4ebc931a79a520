import { type BenchmarkOrder, noFiles } from '@kneepoint/core';
import { usualMaxInFlight } from '../flags/client-flags.ts';

/** What an order says where nobody asked for anything else. */
export const plainRun = {
  zero: null,
  files: noFiles,
  tokenizerPath: null,
  settleMillis: 0,
  clearPrefixCache: false,
  workers: 'auto',
  maxInFlight: usualMaxInFlight,
  capPolicy: 'drop',
  objectives: [],
  thresholds: [],
  abortOnFail: false,
  stopWhenSaturated: true,
  ceilingEventsPerSecond: null,
  resumeFrom: null,
  requestsPath: null,
  requestsName: null,
} as const satisfies Partial<BenchmarkOrder>;
