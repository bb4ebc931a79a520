import type { AuditEvidence } from '@kneepoint/core';

const metrics: Readonly<Record<string, string>> = {
  startLag: 'start lag',
  connectTime: 'connection time',
  ttft: 'time to first token',
  ttftResponse: 'time to first token from the planned arrival',
  ttfa: 'time to first token of the answer',
  timeToFirstText: 'time to first visible text',
  tpot: 'time per output token',
  ntpot: 'response time per output token',
  chunkGap: 'gap between events',
  tokenGap: 'token gap',
  maxStall: 'longest stall',
  e2e: 'response time',
  e2eResponse: 'response time from the planned arrival',
  outputThroughput: 'output throughput',
  requestThroughput: 'requests per second',
  requestSpeed: 'speed of a request',
  decodeSpeed: 'decode speed',
  throughputPerUser: 'throughput per user',
  memory: 'memory',
  initTime: 'start-up time',
};

/** The name of a metric; `e2e.mean` is that of `e2e`, and one that is not known stays as it is. */
export const auditMetric = (metric: string): string => metrics[metric.split('.')[0] ?? metric] ?? metric;

export const identityNames: Record<AuditEvidence<'figures-do-not-follow'>['identity'], string> = {
  'speed-times-time': 'Tokens of an answer (speed times response time)',
  'length-times-requests': 'Output throughput (requests per second times tokens of an answer)',
  'throughput-per-user': 'Throughput per user (output throughput over users)',
  'total-throughput': 'Total throughput (input plus output)',
  'requests-in-flight': "Requests in flight (Little's law: requests per second times response time)",
  'output-tokens': 'Output tokens (answers times their mean length)',
};

export const sumNames: Record<AuditEvidence<'counts-do-not-add-up'>['sum'], string> = {
  planned: 'planned = dispatched + dropped does not hold',
  dispatched: 'dispatched = completed + failed + cut does not hold',
  'completed-in-window': 'more requests completed in the window than in the whole stage',
  errors: 'the listed errors are not the failed requests',
};

export const untoldNames: Record<AuditEvidence<'method-not-told'>['untold'][number], string> = {
  requests: 'the number of requests',
  window: 'the measurement window',
  lengths: 'the lengths of the answers',
  'warm-up': 'the warm-up',
  client: 'how the load generator was doing',
};
