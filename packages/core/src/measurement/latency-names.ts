/** Latencies that are recorded for each request when it ends; gaps are recorded when they happen. */
export const requestLatencies = [
  'startLag',
  'connectTime',
  'ttft',
  'ttftResponse',
  'ttfa',
  'timeToFirstText',
  'tpot',
  'ntpot',
  'maxStall',
  'e2e',
  'e2eResponse',
] as const;
export type RequestLatency = (typeof requestLatencies)[number];
